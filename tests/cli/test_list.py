import json

import pytest


@pytest.mark.usefixtures("filled")
def test_a_text_that_came_twice_is_listed_once_as_it_first_arrived(sayso):
    rows = [json.loads(line) for line in sayso("list", "--ledger", "ledger.db").stdout.splitlines()]
    assert [row["external_id"] for row in rows] == [None, "3"]


@pytest.mark.usefixtures("filled")
def test_text_shows_ids_that_show_takes_and_titles_as_they_are(sayso):
    first, second = sayso("list", "--ledger", "ledger.db", "--format", "text").stdout.splitlines()
    assert "2031-03-01" in second
    assert "=Quays burn" in second
    assert "The Lowland Courier" in first
    run = sayso("show", second.split()[0], "--ledger", "ledger.db")
    assert json.loads(run.stdout)["document"]["external_id"] == "3"


@pytest.mark.usefixtures("filled")
def test_a_spreadsheet_runs_no_title_as_a_formula(sayso):
    assert ",'=Quays burn," in sayso("list", "--ledger", "ledger.db", "--format", "csv").stdout


@pytest.mark.usefixtures("filled")
def test_a_list_ends_at_its_limit(sayso):
    assert len(sayso("list", "--ledger", "ledger.db", "--limit", "1").stdout.splitlines()) == 1
