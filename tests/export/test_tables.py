import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.tables import COLUMNS, FORMULA, csv_claims, line


def rows(*readings):
    return list(csv.DictReader(io.StringIO("".join(csv_claims(readings)), newline="")))


def test_there_is_one_row_per_claim_under_one_header(nested):
    table = rows(nested, nested)
    assert len(table) == 8
    assert list(table[0]) == list(COLUMNS)


def test_a_row_says_who_says_what_how_and_where(nested):
    row = rows(nested)[1]
    expected = {
        "external_id": "'@one", "claim": "cl_b", "kind": "forecast", "voice": "source", "type": "indirect",
        "chain": "(unnamed) > quay.example", "source": "", "cue": "might", "content": "by May", "hedges": "might",
        "polarity": "asserted", "certainty": "unknown", "flags": "no_deadline", "attribution": "at_c",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected
    first, last = nested.claims[1].spans
    assert (row["start"], row["end"]) == (str(first.start), str(last.end))
    assert row["spans"] == f"{first.start}-{first.end} {last.start}-{last.end}"


def test_a_narrators_row_has_no_source_and_stands_on_the_outlet(nested):
    row = rows(nested)[3]
    assert [row[name] for name in ("voice", "type", "claimant", "source", "chain")] == [
        "narrator",
        "",
        "",
        "",
        "quay.example",
    ]


def test_no_cell_is_a_formula(nested):
    assert rows(nested)[0]["text"] == "'=SUM(1) closed the harbour"
    assert rows(nested)[2]["text"] == "'- The ferry sank"


@given(
    st.lists(
        st.sampled_from([*FORMULA, "", "a", '"', ",", "\r\n"]).flatmap(lambda first: st.text().map(first.__add__)),
        min_size=1,
    )
)
def test_every_record_reads_back_as_it_was_but_for_an_apostrophe_before_a_formula(cells):
    (read,) = csv.reader(io.StringIO(line(cells), newline=""))
    assert not any(cell.startswith(FORMULA) for cell in read)
    assert [cell[1:] if "'" + was == cell else cell for cell, was in zip(read, cells, strict=True)] == cells
