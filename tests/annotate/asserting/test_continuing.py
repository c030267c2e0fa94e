import pytest

from sayso.annotate.asserting.continuing import Continuing


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("Five people died, the mayor said, and two are missing.", True),
        ("Five people died, the mayor said; two are missing.", True),
        ("Five people died, the mayor said while two are missing.", False),
        ("Five people died, the mayor said two are missing.", False),
    ],
)
def test_behind_a_cue_the_sentence_goes_on_in_its_sources_voice(by_hand, text, speaks):
    page = by_hand(text).say("the mayor", "said", "Five people died")
    (part,) = page.spans("two are missing")
    speaker = Continuing(page.document, page.attributions).speaker(page.sentences[0], part)
    assert (speaker is not None) is speaks


def test_the_next_sentence_is_nobodys(by_hand):
    page = by_hand("Five people died, the mayor said. Two are missing.").say("the mayor", "said", "Five people died")
    (part,) = page.spans("Two are missing")
    assert Continuing(page.document, page.attributions).speaker(page.sentences[1], part) is None


def test_where_another_has_a_cue_nobody_goes_on(by_hand):
    page = by_hand("Five people died, the mayor said; a doctor put the number at six.")
    page.say("the mayor", "said", "Five people died").say("a doctor", "put", "the number at six")
    (part,) = page.spans("a doctor put the number at six")
    assert Continuing(page.document, page.attributions[:1]).speaker(page.sentences[0], part) is not None
    assert Continuing(page.document, page.attributions[:1], page.attributions).speaker(page.sentences[0], part) is None
