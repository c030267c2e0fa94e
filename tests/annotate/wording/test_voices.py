import pytest

from sayso.annotate.wording.tokens import split_tokens
from sayso.annotate.wording.voices import Voices
from sayso.model.attribution import QuoteType
from sayso.model.framing import TermVoice
from sayso.model.quotation import Quotation


def voice(page, word, quotations=()):
    tokens = split_tokens(page.document.text)
    return Voices(quotations, page.attributions).at(tokens, tokens.lows.index(word))


def test_the_content_of_an_attribution_is_reported_and_the_rest_the_narrators(by_hand):
    page = by_hand("The regime said that the liberation failed.")
    page.say("The regime", "said", "that the liberation failed")
    assert voice(page, "regime") is TermVoice.NARRATOR
    assert voice(page, "liberation") is TermVoice.INDIRECT


def test_quotation_marks_decide_before_the_attribution_around_them(by_hand):
    page = by_hand("Clara Nunn said the “liberation” failed.")
    page.say("Clara Nunn", "said", "the “liberation” failed", type=QuoteType.MIXED)
    (span,) = page.spans("“liberation”")
    inner = page.document.span(span.start + 1, span.end - 1)
    assert voice(page, "liberation", (Quotation(span=span, inner=inner),)) is TermVoice.QUOTE


def test_direct_speech_without_marks_is_a_quote(by_hand):
    page = by_hand("NUNN: The regime fell.").say("NUNN", ":", "The regime fell.", type=QuoteType.DIRECT)
    assert voice(page, "regime") is TermVoice.QUOTE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The so-called liberation failed.", TermVoice.INDIRECT),
        ("An alleged terrorist fled. The liberation failed.", TermVoice.NARRATOR),
        ("Kesh called it a liberation.", TermVoice.INDIRECT),
        ("What Kesh calls a liberation failed.", TermVoice.INDIRECT),
        ("The people, so called, liked the liberation.", TermVoice.NARRATOR),
    ],
)
def test_a_word_that_the_narrator_keeps_at_a_distance_is_not_the_narrators(by_hand, text, expected):
    assert voice(by_hand(text), "liberation") is expected
