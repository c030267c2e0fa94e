import json

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
