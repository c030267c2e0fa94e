import csv
import io
import json

import jsonschema
import pytest

from sayso.codec import reading_schema

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


@pytest.mark.parametrize("asked", [["--what", "rumours"], ["-o", "claims.html"]])
def test_what_this_version_cannot_export_is_a_usage_error_that_names_what_it_can(sayso, asked):
    run = sayso("export", "--ledger", "ledger.db", *asked)
    assert run.exit_code == 2
    assert "claims" in run.stderr
