"""Who is cited beside a source: whose word it is, what they said, and that what is given as a reason says nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate.attributions import find_attributions
from sayso.annotate.quotations import find_quotations
from sayso.annotate.sentences import find_sentences
from sayso.model.attribution import CueKind
from sayso.model.document import Document, check_spans


def read(text):
    document = Document(text=text)
    return find_attributions(document, find_sentences(document), find_quotations(document))


def told(each):
    return tuple(" … ".join(span.text for span in role) for role in (each.source, each.cue, each.content))


@pytest.mark.parametrize(
    ("text", "holder", "cited"),
    [
        (
            "State radio, citing the governor, said the bridge had been blown up.",
            ("State radio", "said", "the bridge had been blown up"),
            "the governor",
        ),
        (
            "The daily Obzor (citing a judge) wrote that the nine had to leave.",
            ("The daily Obzor", "wrote", "that the nine had to leave"),
            "a judge",
        ),
        (
            "The agency reported, citing two officials, that the talks had failed.",
            ("The agency", "reported", "that the talks had failed"),
            "two officials",
        ),
        (
            "The raid failed, the Northern Herald reported on Tuesday, citing three people close to the talks.",
            ("the Northern Herald", "reported", "The raid failed"),
            "three people close to the talks",
        ),
        (
            "According to the Lyse Observatory, citing two doctors, 51 people were killed.",
            ("the Lyse Observatory", "According to", "51 people were killed"),
            "two doctors",
        ),
        (
            "The daily Obzor, quoting Ada Venn, the deputy minister, wrote that the nine had to leave.",
            ("The daily Obzor", "wrote", "that the nine had to leave"),
            "Ada Venn, the deputy minister",
        ),
        (
            "According to the outlet Vesna, which cited two people with knowledge of the case, no arrests have been made.",
            ("the outlet Vesna", "According to", "no arrests have been made"),
            "two people with knowledge of the case",
        ),
    ],
)
def test_whoever_is_cited_says_what_the_source_says_and_is_nested_in_it(text, holder, cited):
    outer, inner = sorted(read(text), key=lambda each: each.within is not None)
    assert told(outer) == holder
    assert told(inner)[0] == cited
    assert inner.content == outer.content
    assert inner.within == outer.id


def test_a_document_that_is_cited_tells_as_a_document():
    _, inner = sorted(
        read("Mali has expelled reporters, Le Sahel reported, citing an order it had seen."),
        key=lambda each: bool(each.within),
    )
    assert (inner.source[0].text, inner.cue_kind) == ("an order it had seen", CueKind.DOCUMENT)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry refused to say how much it had paid, citing commercial confidentiality.",
        "The clinic said it would close early, citing a shortage of staff.",
        "NASA said it had postponed the launch, citing wind.",
    ],
)
def test_a_reason_says_nothing(text):
    assert [told(each) for each in read(text) if each.within] == []


def test_who_is_cited_inside_a_quotation_is_left_to_it():
    found = read("“We are leaving, citing officials,” the mayor said.")
    assert "officials" not in {told(each)[0] for each in found}


def test_what_stood_inside_the_source_s_words_still_does():
    found = read("The Herald, citing two officials, reported that the mayor said “the dam holds”.")
    by_cue = {each.cue[0].text: each for each in found}
    assert by_cue["citing"].within == by_cue["reported"].id
    assert by_cue["said"].within in {by_cue["reported"].id, by_cue["citing"].id}


WORDS = st.sampled_from(
    [
        "citing",
        "quoting",
        ",",
        "(",
        ")",
        "officials",
        "the mayor",
        "said",
        "reported",
        "that",
        "the dam broke",
        ".",
        "“",
        "”",
        "a report",
        "\n",
        "According to",
    ]
)


@settings(max_examples=150)
@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_spans_are_the_text_s_own_and_holders_are_there_whatever_the_words(text):
    found = read(text)
    check_spans(found, text)
    ids = [each.id for each in found]
    assert len(set(ids)) == len(ids)
    assert {each.within for each in found} - {None} <= set(ids)


@pytest.mark.timeout(20)
def test_a_long_text_in_which_everybody_cites_somebody_is_read_in_a_time_that_its_length_allows():
    found = read("The Herald, citing two officials, said that the dam broke. " * 1500)
    assert sum(each.within is not None for each in found) == 1500
