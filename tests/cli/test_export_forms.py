import json
import sys
from datetime import date

import click
import pytest

from sayso.cli.export_forms import FORMS, Asked, settled, write_form
from sayso.codec import from_plain
from sayso.export.parquet import rows_in
from sayso.model.claim import Claim
from sayso.model.reading import Reading

pytestmark = pytest.mark.usefixtures("filled")
REVIEW = {
    "claim": "cl_01",
    "author": "Ona Reyes",
    "date": "2031-08-09",
    "url": "https://desk.example/1",
    "verdict": "Too early",
}


def export(sayso, *args):
    run = sayso("export", "--ledger", "ledger.db", *args)
    assert run.exit_code == 0, run.stderr
    return run.stdout


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
    assert [from_plain(Reading, row) for row in rows_in(tmp_path / "readings.parquet")] == lines


def test_parquet_without_its_library_names_the_extra(sayso, monkeypatch, tmp_path):
    monkeypatch.delitem(sys.modules, "sayso.export.parquet", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    run = sayso("export", "--ledger", "ledger.db", "-o", "claims.parquet")
    assert run.exit_code == 1
    assert "pip install 'sayso[parquet]'" in run.stderr
    assert not (tmp_path / "claims.parquet").exists()


def test_parquet_is_not_for_a_terminal(monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    with pytest.raises(click.UsageError, match="-o FILE"):
        write_form("parquet", Asked(what="claims", ledger=None), None)


def test_annotations_of_readings_have_the_roles_that_those_of_claims_leave_out(sayso):
    claims = json.loads(export(sayso, "--what", "claims", "--format", "webannotation"))
    readings = json.loads(export(sayso, "--format", "webannotation"))
    assert claims["total"] == 8
    assert readings["total"] == 8 + 2 * 12
    assert claims["first"]["items"][0]["target"]["source"] == "https://courier.example/vellmark"


def test_claims_for_schema_org_appear_in_each_article_that_carries_them(sayso):
    nodes = {node["@id"]: node for node in json.loads(export(sayso, "--format", "schemaorg"))["@graph"]}
    claim = nodes["urn:sayso:claim:cl_01"]
    assert [nodes[each]["publisher"]["name"] for each in claim["appearance"]] == ["The Lowland Courier", "Harbour Wire"]
    assert nodes[claim["firstAppearance"]]["publisher"]["name"] == "The Lowland Courier"
    assert claim["sayso:chain"] == "the northern staff > Orsa Dunn > The Lowland Courier"


def test_a_review_comes_from_the_file_that_is_named(sayso, tmp_path):
    (tmp_path / "reviews.json").write_text(json.dumps([REVIEW]), encoding="utf-8")
    nodes = json.loads(export(sayso, "--format", "schemaorg", "--reviews", "reviews.json"))["@graph"]
    assert nodes[-1]["reviewRating"] == {"@type": "Rating", "alternateName": "Too early"}


def test_a_review_of_another_ledgers_claim_leaves_no_file(sayso, tmp_path):
    (tmp_path / "reviews.json").write_text(json.dumps([REVIEW | {"claim": "cl_77"}]), encoding="utf-8")
    run = sayso(
        "export", "--ledger", "ledger.db", "--format", "schemaorg", "--reviews", "reviews.json", "-o", "out.jsonld"
    )
    assert (run.exit_code, "cl_77" in run.stderr) == (3, True)
    assert not (tmp_path / "out.jsonld").exists()


def test_provenance_has_a_bundle_per_arrival(sayso):
    assert len(json.loads(export(sayso, "--format", "prov"))["bundle"]) == 3


def test_a_ledger_file_goes_to_every_form_without_a_control_character_for_the_terminal(sayso):
    for form in FORMS:
        if not FORMS[form].binary:
            assert "\x1b" not in export(sayso, "--format", form)


@pytest.mark.parametrize(
    ("asked", "form"),
    [
        ((None, "x.parquet", None), "parquet"),
        ((None, "x.PARQUET", None), "parquet"),
        ((None, "x.csv", None), "csv"),
        ((None, "x.dat", None), "jsonl"),
        ((None, None, None), "jsonl"),
        (("prov", "x.csv", None), "prov"),
        (("webannotation", "x.jsonld", None), "webannotation"),
        (("schemaorg", None, "r.json"), "schemaorg"),
    ],
)
def test_the_form_is_asked_for_or_follows_from_the_suffix(asked, form):
    assert settled(*asked) == form


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ((None, "x.jsonld", None), "schemaorg"),
        ((None, "x.html", None), "webannotation"),
        (("prov", None, "r.json"), "--reviews"),
        (("csv", None, "r.json"), "--format schemaorg"),
    ],
)
def test_what_does_not_go_together_is_a_usage_error_that_says_what_does(asked, told):
    with pytest.raises(click.UsageError, match=told):
        settled(*asked)


def test_a_form_holds_what_it_can():
    with pytest.raises(click.UsageError, match="not relations; use jsonl or csv"):
        write_form("prov", Asked(what="relations", ledger=None), None)
