import pytest

from sayso.model.attribution import QuoteType


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Lotte Vink shook her head. ", "Lotte Vink"),
        ("Lotte Vink spoke. Then she held up a leek. ", "Lotte Vink"),
        ("Karl Adler, the judge, asked the potter, Lotte Vink, to stand. ", "Lotte Vink"),
        ("Lotte Vink was asked about Karl Adler. ", "Lotte Vink"),
        ("Karl Adler left. His wife, Lotte Vink, stayed. ", "Lotte Vink"),
        ("Lotte Vink wiped her mouth.\n\n", "Lotte Vink"),
        ("Lotte Vink turned the pipe. A thread fell, and broke.\n\n", "Lotte Vink"),
        ("A guard on the bridge watched the buses. ", "guard"),
        ("", None),
        ("The rain fell. ", None),
    ],
)
def test_a_quotation_without_a_cue_is_the_word_of_whom_the_sentence_before_is_about(by_hand, claimants, before, name):
    page = by_hand(f"{before}“It is late.”").say("", "", "“It is late.”", type=QuoteType.DIRECT)
    assert claimants(page) == [name]


def test_who_acts_between_two_quotations_has_the_second_one(by_hand, claimants):
    page = by_hand("“No,” said Karl Adler. Lotte Vink laughed. “Yes.”").say("Karl Adler", "said", "“No,”")
    page.say("", "", "“Yes.”", type=QuoteType.DIRECT, reasons=("continues at_0",))
    assert claimants(page) == ["Karl Adler", "Lotte Vink"]
