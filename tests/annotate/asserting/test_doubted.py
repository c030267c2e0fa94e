import pytest

from sayso.annotate.asserting.doubted import without_doubts
from sayso.annotate.quotations import find_quotations
from sayso.annotate.reporting.words import split_words
from sayso.annotate.typography.rendering import Rendering


def kept(page):
    quotations = find_quotations(page.document)
    words = split_words(page.document.text, tuple(quotations))
    return without_doubts(page.document, words, page.attributions, Rendering.of(quotations))


@pytest.mark.parametrize(
    "tail",
    [
        ", but the claim could not be independently verified",
        ", a figure that could not be confirmed",
        ", though the Courier could not verify the report",
        ", although there was no independent confirmation",
        ", but this could not be verified",
        ", which could not be independently verified",
        ", assertions which the agency was unable to verify",
        ", but neither side’s account could be confirmed",
    ],
)
def test_what_the_narrator_doubts_of_a_statement_is_no_part_of_it(by_hand, tail):
    page = by_hand(f"The militia said its men held the quarry{tail}.")
    page.say("The militia", "said", f"its men held the quarry{tail}")
    (found,) = kept(page)
    assert [span.text for span in found.content] == ["its men held the quarry"]


@pytest.mark.parametrize(
    "content",
    [
        "she had heard of a raid, but that she could not confirm it",
        "the raid failed, but he could not confirm the figures",
        "the report could not be verified",
        "the quarry was lost, which nobody could have foreseen",
        "the inspectors came, and the locks could not be checked",
        "the chamber would sit, a date for no confirmation hearing",
        "“the quarry is ours, but the claim could not be verified”",
    ],
)
def test_somebody_keeps_doubts_of_their_own_and_in_their_own_words(by_hand, content):
    page = by_hand(f"The clerk said {content}.").say("The clerk", "said", content)
    assert kept(page) == tuple(page.attributions)


def test_words_behind_which_their_speaker_stands_are_the_speakers(by_hand):
    content = "The quarry was held, but the claim could not be verified"
    page = by_hand(f"{content}, the clerk said.").say("the clerk", "said", content)
    assert kept(page) == tuple(page.attributions)


def test_what_stands_in_a_shortened_content_still_knows_where_it_stands(by_hand):
    page = by_hand("The militia said scouts reported fires in Harle, but the reports could not be verified.")
    page.say("The militia", "said", "scouts reported fires in Harle, but the reports could not be verified")
    page.say("scouts", "reported", "fires in Harle", within="at_0")
    outer, inner = kept(page)
    assert [span.text for span in outer.content] == ["scouts reported fires in Harle"]
    assert (outer.id != "at_0", inner.within) == (True, outer.id)


def test_a_doubt_makes_no_attribution_of_its_own(by_hand):
    page = by_hand("The governor said three died, claims that the agency could not verify.")
    page.say("The governor", "said", "three died, claims that the agency could not verify")
    page.say("", "claims", "that the agency could not verify", within="at_0")
    (found,) = kept(page)
    assert [span.text for span in found.content] == ["three died"]


def test_what_stood_behind_a_doubt_stands_in_nothing_that_is_left_out(by_hand):
    tail = "claims that Orlen could not verify, though it said that a bridge was hit"
    page = by_hand(f"The governor said three died, {tail}.")
    page.say("The governor", "said", f"three died, {tail}").say("", "claims", f"that {tail[12:]}", within="at_0")
    page.say("it", "said", "that a bridge was hit", within="at_1", after="though ")
    outer, last = kept(page)
    assert [span.text for span in outer.content] == ["three died"]
    assert last.within is None
