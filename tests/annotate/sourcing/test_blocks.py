"""Paragraphs that a line such as "The governor added:" hands over to its source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.sourcing.blocks import find_blocks
from sayso.model.document import Document

PARTS = st.lists(
    st.sampled_from(["She added", ":", "\n", "\n\n", "The mill burned.", "“", " ", "\r\n", "said", "x"]), max_size=30
).map("".join)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She added:\n\nThe mob burned the mill. \n\nIt rained.", ["The mob burned the mill."]),
        ("The governor told reporters:\nIt is over.", ["It is over."]),
        ("The list has two entries:\n\nA mill.", []),
        ("She added:\n\n“It is over.”", []),
        ("She added: it is over.\n\nIt rained.", []),
    ],
)
def test_a_paragraph_behind_a_verb_of_saying_and_a_colon(text, found):
    assert [span.text for span in find_blocks(Document(text=text))] == found


@given(st.text(max_size=200) | PARTS)
def test_spans_are_of_the_text_and_in_order(text):
    spans = list(find_blocks(Document(text=text)))
    assert all(span.text == text[span.start : span.end] and span.text.strip() for span in spans)
    assert spans == sorted(spans)
