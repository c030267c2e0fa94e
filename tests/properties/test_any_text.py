"""What holds on every text whatever: the stages that find attributions neither fail nor tell lies about the text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate.attributions import find_attributions
from sayso.annotate.quotations import find_quotations
from sayso.annotate.sentences import find_sentences
from sayso.model.document import Document, check_spans

PIECES = (
    "said", "told", "the mayor", "Ada Quill", "he", "who", "that", "“", "”", '"', "‘", "’", "'", "«", "»", "„", ",", ".", ":", "—",
    "-", "(", ")", "\n\n", "\n", "\r\n", " ", "According to", "as", "put it", "per", "from", "it rains", "is", "has", "adding", "and",
    "but", "reporters", "in a statement", "on Monday", "denied", "by", "claim", "VLEK", "Q", "?", "!", "…", "\0", "\ud800", "\u202e", "5'2\"",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=60)


def read(text):
    document = Document(text=text)
    return find_attributions(document, find_sentences(document), find_quotations(document))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_attributions_quote_the_text_and_lead_somewhere(text):
    found = read(text)
    check_spans(found, text)
    ids = {each.id for each in found}
    assert len(ids) == len(found)
    for each in found:
        assert each.content
        assert all(
            len(span) for role in (each.source, each.cue, each.content, each.occasion, each.addressee) for span in role
        )
        assert each.within is None or each.within in ids - {each.id}
        assert 0 <= each.confidence <= 1
        assert all(
            reason.removeprefix("continues ") in ids for reason in each.reasons if reason.startswith("continues ")
        )


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_the_same_text_has_the_same_attributions(text):
    assert read(text) == read(text)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_no_attribution_stands_in_a_circle(text):
    holders = {each.id: each.within for each in read(text)}
    for start in holders:
        seen, at = set(), start
        while at:
            assert at not in seen
            seen.add(at)
            at = holders[at]


@pytest.mark.parametrize(
    "piece",
    [
        "“",
        "'",
        '"a" ',
        "“It rains.” ",
        "“It rains,” he said. ",
        "He said it rains. “Yes.” ",
        "“It rains all day long.” It was late. ",
        "he said that ",
        "according to ",
        "said ",
        "denied that he ",
        "A: ",
        "VLEK: It rains. ",
        "Mr. ",
        "the mayor, the judge, ",
        "“It rains\n\n",
        "(",
        "x",
    ],
)
def test_sixty_thousand_characters_of_anything_are_read_in_seconds(piece):
    text = (piece * (60_000 // len(piece) + 1))[:60_000] + "\n\n“We will rebuild,” said Maria Ortiz."
    start = time.process_time()
    found = read(text)
    assert (
        time.process_time() - start < 15
    )  # a quadratic step takes minutes; the slowest of these takes about two seconds
    assert found[-1].source[0].text == "Maria Ortiz"
