import json

import pytest

TOLL = "Nine people have died in the Harn tunnel fire, the fire brigade said on Sunday."
ECHO = "Nine people died in the tunnel fire at Harn, according to the fire brigade. The tunnel will reopen by 9 March."


@pytest.fixture
def added(sayso, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    rows = [
        {"id": "a", "text": TOLL, "outlet": "Quay Wire", "published_at": "2026-03-01"},
        {"id": "b", "text": ECHO, "outlet": "Late Post", "published_at": "2026-03-02"},
    ]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    run = sayso("add", "in.jsonl", "--ledger", "ledger.db", "--reader", "rules", "-q")
    assert run.exit_code == 0, run.stderr


def export(sayso, what, *more):
    run = sayso("export", "--ledger", "ledger.db", "--what", what, *more)
    assert run.exit_code == 0, run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


@pytest.mark.usefixtures("added")
def test_relate_tells_what_it_found_and_export_writes_it_out(sayso):
    run = sayso("relate", "--ledger", "ledger.db")
    assert run.exit_code == 0, run.stderr
    assert "2 documents in 1 stories (1 related now): 0 copy, 1 echo, 0 denial, 0 supersedes" in run.stderr
    [row] = export(sayso, "relations")
    assert list(row) == ["id", "kind", "from", "to", "score", "status", "reasons", "decided_by"]
    assert (row["kind"], row["status"], row["decided_by"]) == ("echo", "confirmed", None)
    shared = next(each for each in export(sayso, "clusters") if each["documents"] == 2)
    assert shared["claims"] == [row["to"], row["from"]]
    assert shared["first_appearance"] == row["to"]
    assert shared["origins"] == [{"claims": shared["claims"], "reason": "same claimant: fire brigade"}]


@pytest.mark.usefixtures("added")
def test_relating_twice_changes_nothing(sayso):
    sayso("relate", "--ledger", "ledger.db")
    before = export(sayso, "relations"), export(sayso, "clusters")
    again = sayso("relate", "--ledger", "ledger.db")
    assert "(0 related now)" in again.stderr
    assert (export(sayso, "relations"), export(sayso, "clusters")) == before


@pytest.mark.usefixtures("added")
def test_a_ledger_that_was_never_related_has_no_relations(sayso):
    assert export(sayso, "relations") == []
    assert export(sayso, "clusters") == []


@pytest.mark.usefixtures("added")
def test_places_are_exported_by_the_row(sayso):
    assert all(row["start"] < row["end"] for row in export(sayso, "places"))


@pytest.mark.usefixtures("added")
def test_quiet_says_nothing(sayso):
    assert sayso("relate", "--ledger", "ledger.db", "-q").stderr == ""


@pytest.mark.usefixtures("added")
def test_a_day_that_is_none_is_refused(sayso):
    run = sayso("export", "--ledger", "ledger.db", "--what", "forecasts", "--as-of", "soon")
    assert run.exit_code == 2
    assert "expected a day" in run.stderr
