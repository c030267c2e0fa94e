import csv
import io
import json
import sys
from datetime import date

import click
import jsonschema
import pytest

from sayso.cli.export_forms import Asked, write_form
from sayso.codec import from_plain, reading_schema
from sayso.export.parquet import rows_in
from sayso.model.claim import Claim
from sayso.model.reading import Reading

pytestmark = pytest.mark.usefixtures("filled")


def export(sayso, *args):
    run = sayso("export", "--ledger", "ledger.db", *args)
    assert run.exit_code == 0, run.stderr
    return run.stdout


def test_readings_are_one_per_arrival_and_meet_the_contract(sayso):
    rows = [json.loads(line) for line in export(sayso, "--what", "readings").splitlines()]
    assert [row["document"]["external_id"] for row in rows] == [None, "2", "3"]
    assert rows[0]["document"]["id"] == rows[1]["document"]["id"]
    assert rows[1]["document"]["outlet"] == "Harbour Wire"
    for row in rows:
        jsonschema.Draft202012Validator(reading_schema()).validate(row)


def test_claims_name_their_document_and_claimant(sayso):
    rows = [json.loads(line) for line in export(sayso, "--what", "claims").splitlines()]
    assert [row["id"] for row in rows] == ["cl_01", "cl_02", "cl_03", "cl_04"] * 2
    assert rows[0]["claimant"] == "the northern staff"
    assert [rows[0]["external_id"], rows[4]["external_id"]] == [None, "2"]
    assert [rows[0]["outlet"], rows[4]["outlet"]] == ["The Lowland Courier", "Harbour Wire"]


def test_csv_runs_no_cell_as_a_formula(sayso):
    rows = list(csv.DictReader(io.StringIO(export(sayso, "--what", "readings", "--format", "csv"))))
    assert [row["title"] for row in rows][-1] == "'=Quays burn"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    assert [row["claims"] for row in rows] == ["4", "4", "0"]


def test_claims_are_a_table_too(sayso):
    rows = list(csv.DictReader(io.StringIO(export(sayso, "--what", "claims", "--format", "csv"))))
    assert [row["claim"] for row in rows] == ["cl_01", "cl_02", "cl_03", "cl_04"] * 2


def test_an_output_files_suffix_says_the_format(sayso, tmp_path):
    assert export(sayso, "--what", "claims", "-o", "claims.csv") == ""
    assert (tmp_path / "claims.csv").read_text(encoding="utf-8").startswith("document,")


@pytest.mark.parametrize("asked", [["--what", "relations"], ["-o", "claims.html"]])
def test_what_this_version_cannot_export_is_a_usage_error_that_names_what_it_can(sayso, asked):
    run = sayso("export", "--ledger", "ledger.db", *asked)
    assert run.exit_code == 2
    assert "claims" in run.stderr


def test_claims_come_back_from_parquet_as_the_rows_that_jsonl_has(sayso, tmp_path):
    lines = [json.loads(line) for line in export(sayso, "--what", "claims").splitlines()]
    assert export(sayso, "--what", "claims", "-o", "claims.parquet") == ""
    rows = list(rows_in(tmp_path / "claims.parquet"))
    assert [row.pop("published_on") for row in rows] == [date(2031, 8, 5)] * 8
    assert [row.pop("due_on") for row in rows] == [None, date(2031, 10, 1), None, None] * 2
    claims = [from_plain(Claim, row) for row in rows]
    assert claims == [from_plain(Claim, line) for line in lines]
    for row, line in zip(rows, lines, strict=True):
        assert row | {"terms": None} == line | {"terms": None}


def test_readings_come_back_from_parquet(sayso, tmp_path):
    lines = [from_plain(Reading, json.loads(line)) for line in export(sayso).splitlines()]
    export(sayso, "--format", "parquet", "-o", "readings.parquet")
    assert [from_plain(Reading, row) for row in list(rows_in(tmp_path / "readings.parquet"))] == lines


def test_parquet_without_its_library_names_the_extra(sayso, monkeypatch):
    monkeypatch.delitem(sys.modules, "sayso.export.parquet", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    run = sayso("export", "--ledger", "ledger.db", "-o", "claims.parquet")
    assert run.exit_code == 1
    assert "pip install 'sayso[parquet]'" in run.stderr


def test_parquet_is_not_for_a_terminal(monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    with pytest.raises(click.UsageError, match="-o FILE"):
        write_form("parquet", Asked(what="claims", ledger=None), None)
