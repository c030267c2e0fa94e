import pytest

from sayso.annotate.naming.variants import folded, same_given, same_surname


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zelensky", "zelenskyy"),
        ("ohrimenko", "okhrimenko"),
        ("zaichenko", "zaychenko"),
        ("hronová", "hronova"),
        ("wozniak", "vozniak"),
    ],
)
def test_spellings_of_one_surname_are_one(one, other):
    assert same_surname(one, other)
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"), [("adler", "adlers"), ("holm", "holmes"), ("ros", "roos"), ("brandt", "brand")]
)
def test_other_surnames_are_not(one, other):
    assert not same_surname(one, other)


def test_given_names_are_one_by_initial_by_language_and_by_short_form():
    assert same_given("j.", "joris")
    assert same_given("oleksandr", "alexander")
    assert same_given("robert", "bob")
    assert not same_given("karl", "tom")


def test_one_man_in_two_spellings_is_one_entity(by_hand, claimants):
    page = by_hand("Oleksandr Kravetsky spoke. Alexander Kravetskiy said it was late. Kravetskyy said no more.")
    page.say("Alexander Kravetskiy", "said", "it was late").say(
        "Kravetskyy", "said", "no more", after="Kravetskyy said"
    )
    found = claimants(page)
    assert found[0] == found[1]
    assert found[0] in {"Oleksandr Kravetsky", "Alexander Kravetskiy"}
