from dataclasses import fields, replace
from datetime import date
from typing import get_args, get_type_hints

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.codec import from_plain, to_plain
from sayso.export import parquet as module
from sayso.export.parquet import arrow_type, parquet, rows_in
from sayso.model.claim import CasualtyTerms, Claim, ControlTerms, ForecastTerms, Terms
from sayso.model.document import Document, Span
from sayso.model.reading import Reading

READINGS = get_type_hints(Reading)


@pytest.fixture
def written(tmp_path):
    """Writes rows to a file and gives its path."""

    def write(rows, columns):
        path = tmp_path / "rows.parquet"
        path.write_bytes(b"".join(parquet(rows, columns)))
        return path

    return write


def test_readings_come_back_as_they_went_in(written, nested, convoy, bare):
    readings = [nested, convoy, bare("“It rains,” nobody said. 🌧", found_in={"title": "meta"}, authors=("A", "B"))]
    path = written(map(to_plain, readings), READINGS)
    assert [from_plain(Reading, row) for row in rows_in(path)] == readings


def test_every_sort_of_terms_comes_back(written, nested):
    claim = nested.claims[0]
    terms = (
        ControlTerms(holder="en_1", place="tp_1"),
        ForecastTerms(due_latest="2031-10-01", probability=(0.55, 0.85), conditions=claim.spans),
        CasualtyTerms(victims="qt_1"),
        None,
    )
    claims = [replace(claim, terms=each) for each in terms]
    path = written(map(to_plain, claims), get_type_hints(Claim))
    assert [from_plain(Claim, row) for row in rows_in(path)] == claims


def test_columns_are_typed(written, nested):
    schema = pq.read_schema(written([to_plain(nested)], READINGS))
    span = pa.struct([("start", pa.int64()), ("end", pa.int64()), ("text", pa.string())])
    claim = schema.field("claims").type.value_type
    assert claim.field("spans").type.value_type == span
    assert claim.field("terms").type.field("probability").type.value_type == pa.float64()
    assert schema.field("document").type.field("authors").type.value_type == pa.string()
    assert schema.field("quotations").type.value_type.field("closed").type == pa.bool_()
    assert schema.field("made_by").type.field("stages").type == pa.map_(pa.string(), pa.string())


def test_a_day_is_a_date_and_what_is_no_day_is_null(written):
    moments = ["2031-08-05", "2031-08-05T23:30:00-05:00", "August", "2031-13-01", None]
    path = written(({"on": moment} for moment in moments), {"on": date})
    day = date(2031, 8, 5)
    assert pq.read_schema(path).field("on").type == pa.date32()
    assert [row["on"] for row in rows_in(path)] == [day, day, None, None, None]


def test_rows_are_written_in_groups_and_no_sooner_asked_for_than_needed(tmp_path):
    asked = []
    pieces = parquet(({"n": asked.append(number) or number} for number in range(25)), {"n": int}, 10)
    first = next(pieces)
    assert len(asked) == 10
    path = tmp_path / "rows.parquet"
    path.write_bytes(first + b"".join(pieces))
    file = pq.ParquetFile(path)
    assert [file.metadata.row_group(at).num_rows for at in range(file.metadata.num_row_groups)] == [10, 10, 5]
    assert [row["n"] for row in rows_in(path)] == list(range(25))
    file.close()


def test_long_texts_end_a_group_early(monkeypatch, written, bare):
    monkeypatch.setattr(module, "HEAVY", 1000)
    readings = [bare("Rain. " * long) for long in (1, 1, 200, 1, 100, 100)]
    path = written(map(to_plain, readings), READINGS)
    file = pq.ParquetFile(path)
    assert [file.metadata.row_group(at).num_rows for at in range(file.metadata.num_row_groups)] == [3, 3]
    file.close()
    assert [from_plain(Reading, row) for row in rows_in(path)] == readings


def test_no_rows_make_an_empty_table_with_its_columns(written):
    path = written([], READINGS)
    assert list(rows_in(path)) == []
    assert pq.read_schema(path).names == [each.name for each in fields(Reading)]


def test_the_same_rows_make_the_same_bytes(nested):
    first, second = (b"".join(parquet([to_plain(nested)], READINGS)) for _ in range(2))
    assert first == second


@settings(max_examples=30)
@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\ud800\x00𝔘"), max_size=40))
def test_any_text_goes_in_and_its_offsets_hold(tmp_path_factory, text):
    document = Document(text=text)
    path = tmp_path_factory.mktemp("any") / "rows.parquet"
    spans = [to_plain(document.span(at, at + 1)) for at in range(len(text))]
    path.write_bytes(b"".join(parquet([{"text": text, "spans": spans}], {"text": str, "spans": tuple[Span, ...]})))
    (row,) = rows_in(path)
    expected = "".join("\ufffd" if "\ud800" <= each <= "\udfff" else each for each in text)
    assert row["text"] == expected
    assert [each["text"] for each in row["spans"]] == list(expected)


def test_a_type_that_is_not_known_is_refused():
    with pytest.raises(TypeError, match="no column type for"):
        arrow_type(complex)


def test_terms_have_the_fields_of_all_sorts():
    names = {each.name for kind in get_args(Terms) for each in fields(kind)}
    assert {field.name for field in arrow_type(Terms | None)} == names
