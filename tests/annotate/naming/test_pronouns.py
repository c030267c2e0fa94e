import pytest

from sayso.model.attribution import QuoteType


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Karl Adler sold the mill to Nina Ros. He said it was late.", "He", "Karl Adler"),
        ("Karl Adler sold the mill to Nina Ros. She said it was late.", "She", "Nina Ros"),
        ("Karl Adler spoke. Much of this was about Peter Brill. He said it was late.", "He", "Karl Adler"),
        ("The Harle Rail Agency met. It said it was late.", "It", "Harle Rail Agency"),
        ("Jean-Marc Roux and Ida Vink met. Both said it was late.", "Both", "Jean-Marc Roux and Ida Vink"),
        ("Robin Vink, the chairwoman, left. She said it was late.", "She", "Robin Vink"),
        ("The dam at Harle broke. Karl Adler left. He said it was late.", "He", "Karl Adler"),
    ],
)
def test_a_pronoun_means_who_is_likeliest(by_hand, claimants, text, pronoun, name):
    page = by_hand(text)
    start = text.split(". ")[0]
    if start.startswith(("Karl Adler spoke", "Jean")):
        page.say(start.split(" spoke")[0].split(" met")[0], start.split()[-1], start.split()[-1])
    page.say(pronoun, "said", "it was late", after=f"{pronoun} said")
    assert claimants(page)[-1] == name


def test_what_a_source_says_of_itself_inside_its_quotation_is_its_own_word(by_hand, claimants):
    page = by_hand("“I think we should go,” said Clara Nunn.").say("Clara Nunn", "said", "“I think we should go,”")
    page.say("I", "think", "we should go", within="at_0")
    assert claimants(page) == ["Clara Nunn", "Clara Nunn"]


def test_who_is_i_in_a_quotation_is_nobody_else_in_it(by_hand, claimants):
    page = by_hand("“I met the baker Tom Ames. He said it was late,” said Karl Adler.")
    page.say(
        "Karl Adler", "said", "“I met the baker Tom Ames. He said it was late,”", after="“I", type=QuoteType.DIRECT
    )
    page.say("He", "said", "it was late", within="at_0")
    assert claimants(page) == ["Karl Adler", "Tom Ames"]


def test_who_stands_for_whoever_stands_right_before_it(by_hand, claimants):
    page = by_hand("They blamed Norland's top commander, who admitted that it was late.")
    assert claimants(page.say("who", "admitted", "that it was late")) == ["Norland's top commander"]
