import json

import pytest

from sayso.store import open_ledger


def lines(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_input_is_answered_for_and_the_last_line_on_stderr_counts_them(inputs, sayso):
    run = sayso("add", inputs, "--ledger", "ledger.db")
    assert run.exit_code == 3
    assert [each["outcome"] for each in lines(run)] == ["stored", "stored", "rejected", "stored"]
    assert "2 stored, 1 known, 0 partial, 1 rejected" in run.stderr.splitlines()[-1]
    assert "wire.jsonl:3" in run.stderr


def test_adding_again_stores_nothing_and_says_so(inputs, sayso):
    sayso("add", inputs, "--ledger", "ledger.db")
    before = list(open_ledger("ledger.db").arrivals())
    run = sayso("add", inputs, "--ledger", "ledger.db")
    assert [each["known"] for each in lines(run)] == [True] * 4
    assert "0 stored, 3 known, 0 partial, 1 rejected" in run.stderr
    assert list(open_ledger("ledger.db").arrivals()) == before


def test_nothing_refused_is_exit_code_0(inputs, sayso):
    inputs.write_text('{"id": "1", "text": "Quays are open."}\n', encoding="utf-8")
    assert sayso("add", inputs, "--ledger", "ledger.db").exit_code == 0


def test_text_is_a_line_per_input_and_quiet_is_silent_on_stderr(inputs, sayso):
    run = sayso("add", inputs, "--ledger", "ledger.db", "--format", "text", "--quiet")
    assert [line.split()[:2] for line in run.stdout.splitlines()] == [
        ["1", "stored"], ["2", "again"], ["3", "rejected"], ["4", "stored"],
    ]  # fmt: skip
    assert run.stderr == ""


def test_a_file_that_is_no_ledger_is_refused_and_left_alone(inputs, sayso):
    foreign = inputs.with_name("notes.txt")
    foreign.write_text("notes " * 1_000, encoding="utf-8")
    run = sayso("add", inputs, "--ledger", foreign)
    assert run.exit_code == 1
    assert "--ledger" in run.stderr
    assert foreign.read_text(encoding="utf-8") == "notes " * 1_000


@pytest.mark.parametrize("command", [["list"], ["log"], ["search", "mill"], ["show", "cl_"], ["export"]])
def test_where_there_is_no_ledger_every_other_command_says_how_to_make_one(inputs, sayso, command):
    run = sayso(*command, "--ledger", inputs.with_name("none.db"))
    assert run.exit_code == 1
    assert "sayso add" in run.stderr
    assert not inputs.with_name("none.db").exists()
