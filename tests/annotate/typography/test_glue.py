import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.typography.glue import unglued
from sayso.model.document import Document


def cut(text, of):
    document = Document(text=text)
    start = text.index(of)
    return unglued(document, document.span(start, start + len(of))).text


def test_a_crosshead_that_runs_into_its_paragraph_is_no_part_of_the_source():
    text = "Norlandic AirspaceNorland’s army said a drone had left the airspace of Norland."
    assert cut(text, "Norlandic AirspaceNorland’s army") == "Norland’s army"


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("A WestHarbour spokesman said WestHarbour, in the west, was no harbour. Harbour.", "A WestHarbour spokesman"),
        ("A DeepHarbour spokesman said so.", "A DeepHarbour spokesman"),
        ("Deep water. Harbour. #DeepHarbour said so.", "#DeepHarbour"),
        ("Deep water. Harbour. The mayor, Ada McHarbour, said so.", "The mayor, Ada McHarbour,"),
    ],
)
def test_a_name_with_a_capital_inside_is_left_whole(text, of):
    assert cut(text, of) == of


@given(st.text(alphabet="abAB .#", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_what_is_left_ends_where_it_did(text, one, other):
    document = Document(text=text)
    start, end = sorted(min(place, len(text)) for place in (one, other))
    kept = unglued(document, document.span(start, end))
    assert start <= kept.start <= kept.end == end
