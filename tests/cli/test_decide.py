import json

import pytest

from sayso.cli import FAULT, USAGE

pytestmark = pytest.mark.usefixtures("filled")


def decisions(sayso, *more):
    done = sayso("log", "--decisions", "--ledger", "ledger.db", *more)
    return [json.loads(line) for line in done.stdout.splitlines()]


def decide(sayso, *words):
    return sayso("decide", *words, "--by", "E. Rask", "--ledger", "ledger.db")


def test_what_was_decided_is_listed_with_what_is_in_force(sayso):
    confirmed = decide(
        sayso, "confirm", "cl_01", "cl_03", "--relation", "denial", "--reason", "same town"
    ).stdout.strip()
    resolved = decide(
        sayso, "resolve", "cl_02", "--outcome", "did-not", "--evidence", "https://courier.example/2"
    ).stdout.strip()
    decide(sayso, "undo", confirmed)
    rows = decisions(sayso)
    assert [(row["id"], row["in_force"]) for row in rows[:2]] == [(confirmed, False), (resolved, True)]
    assert [row["kind"] for row in rows] == ["confirm", "resolve", "undo"]
    assert (rows[1]["outcome"], rows[1]["evidence"]) == ("did-not", ["https://courier.example/2"])
    assert [row["kind"] for row in decisions(sayso, "--limit", "1")] == ["undo"]
    text = sayso("log", "--decisions", "--ledger", "ledger.db", "--format", "text").stdout
    assert f"{confirmed}  confirm denial, undone" in text
    assert "same town" in text


def test_a_decision_that_is_not_whole_is_a_wrong_command_line(sayso):
    done = decide(sayso, "confirm", "cl_01", "cl_03")
    assert (done.exit_code, "expected one of copy" in done.stderr) == (USAGE, True)
    assert decide(sayso, "note", "cl_99", "--reason", "x").exit_code == FAULT
    assert decisions(sayso) == []


def test_the_name_may_come_from_the_environment(sayso, monkeypatch):
    assert sayso("decide", "note", "cl_01", "--reason", "x", "--ledger", "ledger.db").exit_code == USAGE
    monkeypatch.setenv("SAYSO_BY", "E. Rask")
    assert sayso("decide", "note", "cl_01", "--reason", "x", "--ledger", "ledger.db").exit_code == 0
    assert [row["by"] for row in decisions(sayso)] == ["E. Rask"]


def test_reading_again_says_what_changes_and_keeps_decisions(sayso):
    id = decide(sayso, "note", "cl_01", "--reason", "x").stdout.strip()
    rows = [
        json.loads(line) for line in sayso("reread", "--ledger", "ledger.db", "--reader", "rules").stdout.splitlines()
    ]
    assert len(rows) == 3
    assert [each["decision"] for each in rows[0]["decisions"]] == [id]
    assert rows[0]["decisions"][0]["was"] == "cl_01"
    assert sayso("reread", "--ledger", "ledger.db", "--reader", "rules").stdout == ""
    assert sayso("verify", "--ledger", "ledger.db", "--reread", "--reader", "rules").exit_code == 0
    assert sayso("reread", "--ledger", "ledger.db", "--reader", "rules", "--format", "text").exit_code == 0
