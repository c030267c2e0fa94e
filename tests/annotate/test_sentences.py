from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.sentences import find_sentences
from sayso.model.document import Document


def sentences(text):
    return [span.text for span in find_sentences(Document(text=text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. It stopped.", ["It rained.", "It stopped."]),
        ("Did it rain? “Yes!” It stopped…", ["Did it rain?", "“Yes!”", "It stopped…"]),
        ("Mr. Holm met Dr. Ina B. Quill on Jan. 5.", ["Mr. Holm met Dr. Ina B. Quill on Jan. 5."]),
        ("She left at 5 p.m. Monday. He stayed.", ["She left at 5 p.m. Monday.", "He stayed."]),
        ("She left at 5 p.m. He stayed.", ["She left at 5 p.m.", "He stayed."]),
        ("“No,” she said. “Never.” (It was late.) End.", ["“No,” she said.", "“Never.”", "(It was late.)", "End."]),
        ("Dam holds\n\nThe dam at Norvik holds.", ["Dam holds", "The dam at Norvik holds."]),
        ("HARLE, May 4 (Northern Wire) - A ferry sank.", ["HARLE, May 4 (Northern Wire) -", "A ferry sank."]),
        ("OLD HARLE — “No,” he said.", ["OLD HARLE —", "“No,” he said."]),
        ("NWB — which met in Harle — said no.", ["NWB — which met in Harle — said no."]),
        ("Version 2.5 of e.g. the plan cost 3.5 million.", ["Version 2.5 of e.g. the plan cost 3.5 million."]),
    ],
)
def test_sentences_end_where_a_reader_would_say(text, expected):
    assert sentences(text) == expected


def test_a_single_line_break_parts_paragraphs():
    assert sentences("“The museum stays free.”\n— Rosa Lind, director") == [
        "“The museum stays free.”",
        "— Rosa Lind, director",
    ]


def test_a_hard_wrapped_text_goes_on_over_its_line_breaks():
    lines = "The council of Norvik has met for the third time this month to talk\nabout the bridge over the Tarn, which was closed after the flood in the\nspring and has stayed so."
    assert sentences(lines) == [lines]


@given(st.text(max_size=120))
def test_on_any_text_sentences_stand_in_order_and_leave_out_white_space_alone(text):
    found = find_sentences(Document(text=text))
    assert all(one.end <= other.start for one, other in pairwise(found))
    kept = sum(not char.isspace() for span in found for char in span.text)
    assert kept == sum(not char.isspace() for char in text)
