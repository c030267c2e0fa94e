import pytest


@pytest.mark.parametrize(
    ("before", "source", "name"),
    [
        ("The Bank of Norland met.", "The central bank", "Bank of Norland"),
        ("Harle Mining met the Workers’ Union.", "The company", "Harle Mining"),
        ("Harle Mining met the Workers’ Union.", "The union", "Workers’ Union"),
        ("The operator, Tallow, met the Harle Ministry.", "The operator", "Tallow"),
        ("The Harle Courier met Harle Mining.", "The newspaper", "Harle Courier"),
        ("The conservation group Pro Lupo met.", "The conservation group", "Pro Lupo"),
        ("A Dunmore Research survey shocked Harle Mining.", "The pollster", "Dunmore Research"),
        ("A report by the Harle Board shocked many.", "The 90-page document", "report by the Harle Board"),
        ("Harle Mining left.", "The ministry", "ministry"),
        ("Harle Mining left.", "Their company", "company"),
    ],
)
def test_a_noun_of_bodies_or_papers_takes_up_one_of_its_sort(by_hand, claimants, before, source, name):
    page = by_hand(f"{before} {source} said it was late.")
    if before.startswith(("A report", "The conservation")):
        whole = before.removeprefix("").split(" shocked")[0].split(" met")[0]
        page.say(whole, before.split()[-1].rstrip("."), before.split()[-1].rstrip("."))
    page.say(source, "said", "it was late", after=f"{source} said")
    assert claimants(page)[-1] == name
