"""The register on a terminal, for programs and for calendars, and the export of what is due."""

import csv
import io
import json

import pytest
from icalendar import Calendar

pytestmark = pytest.mark.usefixtures("filled")


def run(sayso, *args):
    done = sayso(*args, "--ledger", "ledger.db")
    assert done.exit_code == 0, done.stderr
    return done.stdout


def test_a_person_sees_the_words_and_how_the_day_was_computed(sayso):
    shown = run(sayso, "forecasts", "--as-of", "2031-10-01", "--format", "text")
    assert "due on 2031-10-01  1 of 1" in shown
    assert "2031-10-01  [the] bridge may fall by 1 October" in shown
    assert "said by: A dock worker who asked not to be named" in shown
    assert "“by 1 October”, counted from publication on 2031-08-05" in " ".join(shown.split())
    assert "condition: supplies are cut" in shown


def test_it_is_open_until_its_last_day(sayso):
    assert "open on 2031-09-30" in run(sayso, "forecasts", "--as-of", "2031-09-30", "--format", "text")


def test_a_program_gets_every_field_and_a_text_that_came_twice_once(sayso):
    (row,) = [json.loads(line) for line in run(sayso, "forecasts", "--as-of", "2031-09-30").splitlines()]
    assert (row["claim"], row["state"], row["due"], row["conditions"]) == (
        "cl_02",
        "open",
        "2031-10-01",
        ["supplies are cut"],
    )
    (cells,) = csv.DictReader(io.StringIO(run(sayso, "forecasts", "--as-of", "2031-09-30", "--format", "csv")))
    assert list(cells) == list(row)


def test_a_calendar_has_the_day(sayso, tmp_path):
    assert run(sayso, "forecasts", "--as-of", "2031-09-30", "-o", "due.ics") == ""
    (event,) = Calendar.from_ical((tmp_path / "due.ics").read_bytes()).walk("VEVENT")
    assert event.decoded("dtstart").isoformat() == "2031-10-01"


def test_the_export_has_a_row_for_each_arrival_as_the_contract_has_it(sayso):
    rows = [
        json.loads(line) for line in run(sayso, "export", "--what", "forecasts", "--as-of", "2031-10-01").splitlines()
    ]
    assert [row["external_id"] for row in rows] == [None, "2"]
    assert rows[0] | {"document": ""} == {
        "claim": "cl_02",
        "document": "",
        "external_id": None,
        "due": "2031-10-01",
        "state": "due",
        "outcome": None,
        "decided_by": None,
        "evidence": [],
    }
    table = run(sayso, "export", "--what", "forecasts", "--as-of", "2031-09-30", "--format", "csv")
    assert [row["state"] for row in csv.DictReader(io.StringIO(table))] == ["pending", "pending"]


@pytest.mark.parametrize("args", [["forecasts"], ["export", "--what", "forecasts"]])
def test_a_day_that_is_none_is_refused_with_what_to_write(sayso, args):
    done = sayso(*args, "--ledger", "ledger.db", "--as-of", "March")
    assert done.exit_code == 2
    assert "expected a day as 2026-03-31" in done.stderr


def test_a_ledger_without_forecasts_says_so(sayso, inputs):
    assert inputs.exists()
    assert sayso("add", "--ledger", "other.db", "-o", "log.jsonl", inputs).exit_code in {0, 3}
    assert "No forecasts." in sayso("forecasts", "--ledger", "other.db", "--format", "text").stdout
