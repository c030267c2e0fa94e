import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("filled")


@pytest.fixture
def claim(sayso):
    return json.loads(sayso("search", "bridge", "--ledger", "ledger.db").stdout.splitlines()[0])


def test_a_program_gets_the_whole_reading_by_any_id_in_it(sayso, claim):
    for id in (claim["claim"], claim["document"], claim["document"][:18], claim["document"][7:17]):
        run = sayso("show", id, "--ledger", "ledger.db")
        assert json.loads(run.stdout)["document"]["id"] == claim["document"]


def test_a_person_gets_the_summary_of_a_document_and_the_reasons_of_an_entry(sayso, claim):
    summary = sayso("show", claim["document"], "--ledger", "ledger.db", "--format", "text").stdout
    assert "[Vellmark] under control, says Dunn" in summary
    entry = sayso("show", claim["claim"], "--ledger", "ledger.db", "--format", "text").stdout
    assert claim["claim"] in entry
    assert entry != summary
    assert "\x1b" not in summary + entry


@pytest.mark.parametrize("id", ["zz", "cl_", "\x1b[31m"])
def test_what_names_nothing_or_too_much_is_said_without_control_characters(sayso, id):
    run = sayso("show", id, "--ledger", "ledger.db")
    assert run.exit_code == 1
    assert "\x1b" not in run.stderr
    assert run.stdout == ""


@pytest.fixture
def related(sayso, tmp_path):
    """A ledger of the demonstration's bridge town, read by rules and related, and the id of the cluster that most articles have."""
    articles = Path(__file__).parents[2] / "demo" / "articles" / "karrow.jsonl"
    path = tmp_path / "bridge.db"
    assert sayso("add", articles, "--ledger", path, "--reader", "rules", "-q").exit_code == 0
    assert sayso("relate", "--ledger", path, "-q").exit_code == 0
    rows = sayso("export", "--what", "clusters", "--ledger", path).stdout.splitlines()
    return path, max(map(json.loads, rows), key=lambda each: each["documents"])["id"]


def test_a_cluster_is_shown_with_origins_echoes_denials_drift_and_forecasts(sayso, related):
    path, id = related
    run = sayso("show", id[:10], "--ledger", path, "--format", "text", "--as-of", "2026-05-15")
    assert run.exit_code == 0, run.stderr
    for told in (
        f"claim {id}  control  ▲ asserts",
        "5 articles of 5 outlets, 2 independent origins, 1 denial, 1 forecast.",
        "origin 1  reported by Northline Agency",
        "The Marrowgate Courier  echo",
        "text from: Northline Agency, 100% of it",
        "denied by",
        "▼ denied: the Lantern Brigade had taken the town of Karrow",
        "dropped in 2 of 3 later articles of",
        "due  2026-04-30",
        "names: Karrow too",
    ):
        assert told in run.stdout
    assert max(map(len, run.stdout.splitlines())) <= 80
    assert "open  2026-04-30" in sayso("show", id, "--ledger", path, "--format", "text", "--as-of", "2026-04-10").stdout


def test_a_program_gets_the_account_of_a_cluster(sayso, related):
    path, id = related
    row = json.loads(sayso("show", id, "--ledger", path).stdout)
    assert (row["id"], len(row["reports"]), row["origins"][1]["reason"]) == (id, 5, "on the word of Ilsa Marn")
    assert json.loads(sayso("show", id, "--ledger", path, "--format", "json").stdout)["id"] == id


def test_a_cluster_that_is_none_or_a_form_that_has_no_place_for_one_is_said(sayso, related):
    path, id = related
    assert "expected an id of" in sayso("show", "cc_none", "--ledger", path).stderr
    run = sayso("show", id, "--ledger", path, "--format", "csv")
    assert run.exit_code == 2
    assert "text, json, jsonl" in run.stderr
    assert sayso("show", id, "--ledger", path, "--as-of", "soon").exit_code == 2
