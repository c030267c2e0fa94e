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


def related_rows(sayso, what):
    return [json.loads(line) for line in sayso("export", "--what", what, "--ledger", "ledger.db").stdout.splitlines()]


def test_what_is_decided_shows_in_relate_show_forecasts_and_exports(sayso):
    assert sayso("relate", "--ledger", "ledger.db").exit_code == 0
    one, other = related_rows(sayso, "clusters")[:2]
    decide(sayso, "confirm", "cl_01", "cl_03", "--relation", "denial", "--reason", "same town")
    merged = decide(sayso, "merge", one["id"], other["id"])
    assert merged.exit_code == 0, merged.stderr
    decide(sayso, "resolve", "cl_02", "--outcome", "did-not", "--evidence", "https://courier.example/2")
    (denial,) = [row for row in related_rows(sayso, "relations") if row["kind"] == "denial" and row["decided_by"]]
    assert (denial["from"], denial["to"], denial["status"], denial["score"]) == ("cl_01", "cl_03", "confirmed", 0.0)
    (made,) = [row for row in related_rows(sayso, "clusters") if row["decided_by"]]
    assert set(made["claims"]) == {*one["claims"], *other["claims"]}
    assert made["formerly"] == [({one["id"], other["id"]} - {made["id"]}).pop()]
    again = sayso("relate", "--ledger", "ledger.db").stderr
    assert "by people: 1 confirmed, 1 clusters made" in again
    (forecast, *_) = related_rows(sayso, "forecasts")
    assert (forecast["outcome"], forecast["decided_by"]) == ("did-not", "E. Rask")
    listed = json.loads(sayso("forecasts", "--ledger", "ledger.db", "--format", "jsonl").stdout.splitlines()[0])
    assert (listed["outcome"], listed["evidence"]) == ("did-not", ["https://courier.example/2"])
    told = sayso("forecasts", "--ledger", "ledger.db", "--format", "text").stdout
    assert "did not, as E. Rask judges" in " ".join(told.split())
    shown = sayso("show", made["claims"][0], "--ledger", "ledger.db", "--format", "text").stdout
    assert "decided by people" in shown
    assert made["id"] in shown
    assert "as E. Rask has it" in shown
    assert sayso("verify", "--ledger", "ledger.db").exit_code == 0


def test_a_redacted_document_leaves_its_stories(sayso):
    sayso("relate", "--ledger", "ledger.db")
    before = related_rows(sayso, "clusters")
    gone = sayso("redact", "cl_01", "--by", "E. Rask", "--reason", "order", "--ledger", "ledger.db")
    assert gone.exit_code == 0, gone.stderr
    after = related_rows(sayso, "clusters")
    assert len(after) < len(before)
    assert all("cl_01" not in row["claims"] for row in after)
    assert sayso("verify", "--ledger", "ledger.db").exit_code == 0
