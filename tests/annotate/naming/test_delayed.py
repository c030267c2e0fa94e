import pytest


@pytest.mark.parametrize(
    ("other", "named", "name"),
    [
        ("A former engineer", "Lotte Vink, who left the works in May", "Lotte Vink"),
        ("A top aide to Mayor Karl Adler", "Lotte Vink, who runs the office of the mayor", "Lotte Vink"),
        ("A senior minister", "Farm Minister Lotte Vink", "Lotte Vink"),
        ("A former engineer", "the baker Lotte Vink", "former engineer"),
        ("A former engineer who asked not to be named", "Lotte Vink", "former engineer who asked not to be named"),
        ("A spokesman", "Mrs Lotte Vink", "spokesman"),
    ],
)
def test_a_lead_that_names_late_is_told_by_the_first_who_speaks_by_name(by_hand, claimants, other, named, name):
    page = by_hand(f"{other} said on Monday that the dam would fail.\n\n“It leaks,” said {named}. It rained.")
    page.say(other, "said", "that the dam would fail").say(named, "said", "“It leaks,”", after="“It leaks")
    assert claimants(page)[0].startswith(name.split(" who")[0])


@pytest.mark.parametrize(
    ("lead", "later", "name"),
    [
        ("The last keeper of the light gave evidence on Tuesday.", "Lotte Vink", "Lotte Vink"),
        ("The interior minister was late.", "Lotte Vink", "Lotte Vink"),
        ("The interior minister was late.", "Lotte Vink, who lives near by", "minister"),
        ("The interior minister was late.", "The baker Lotte Vink", "minister"),
    ],
)
def test_somebody_who_is_named_as_if_known_is_whom_the_lead_was_about(by_hand, claimants, lead, later, name):
    noun = lead.split(" of ")[0].split(" was ")[0].split()[-1]
    page = by_hand(f"{lead}\n\nSo {later} said.\n\nThe {noun} said that it was late.")
    page.say(later, "said", "So", after="So").say(f"The {noun}", "said", "that it was late", after=f"The {noun} said")
    assert claimants(page)[1].endswith(name)


def test_whoever_was_named_before_is_not_named_late(by_hand, claimants):
    page = by_hand("Lotte Vink left. A former engineer said it would fail. “It leaks,” Lotte Vink said.")
    page.say("A former engineer", "said", "it would fail").say("Lotte Vink", "said", "“It leaks,”", after="“It leaks")
    assert claimants(page) == ["former engineer", "Lotte Vink"]


@pytest.mark.parametrize(
    ("turn", "name"), [("", "Lotte Vink"), ("Meanwhile ", "minister"), ("Separately, ", "minister")]
)
def test_where_the_text_turns_to_somebody_else_it_names_nobody_late(by_hand, claimants, turn, name):
    lead = "The interior minister was late. The minister said the dam would hold."
    page = by_hand(f"{lead}\n\n{turn}Lotte Vink said it leaks.")
    page.say("The minister", "said", "the dam would hold", after="late. ")
    page.say("Lotte Vink", "said", "it leaks")
    assert claimants(page)[0].endswith(name)
