"""`verify`, `prove`, `key` and `redact` from the command line."""

import json
import sqlite3
from pathlib import Path

import pytest

from sayso.cli import FLAWED, PARTIAL, USAGE

pytestmark = pytest.mark.usefixtures("filled")


def document(sayso):
    return json.loads(sayso("list", "--ledger", "ledger.db").stdout.splitlines()[0])["document"]


def damage():
    other = sqlite3.connect("ledger.db")
    other.execute("DROP TRIGGER arrivals_refuse_update")
    other.execute("UPDATE arrivals SET at = 'never' WHERE number = 1")
    other.commit()
    other.close()


def test_a_sound_ledger_says_what_holds_and_prints_nothing(sayso):
    done = sayso("verify", "--ledger", "ledger.db")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "all of it holds: 2 documents" in done.stderr
    assert "unsigned" in done.stderr


def test_what_does_not_hold_is_a_row_each_and_an_exit_code(sayso):
    damage()
    done = sayso("verify", "--ledger", "ledger.db")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == FLAWED
    assert {(row["kind"], row["id"]) for row in rows} == {("arrivals", "1"), ("file", "schema")}
    assert all(row["cure"] for row in rows)
    lines = sayso("verify", "--ledger", "ledger.db", "--format", "text").stdout.splitlines()
    assert lines[0] == "arrivals 1"
    assert lines[1].strip().startswith("expected: at 20")


def test_a_proof_is_checked_without_its_ledger(sayso):
    assert sayso("prove", document(sayso), "--ledger", "ledger.db", "-o", "proof.json").exit_code == 0
    assert sayso("verify", "--proof", "proof.json").exit_code == 0
    assert sayso("verify", "--ledger", "ledger.db", "--head", "proof.json").exit_code == 0
    proof = json.loads(Path("proof.json").read_text())
    proof["head"]["root"] = "00" * 32
    Path("wrong.json").write_text(json.dumps(proof))
    assert sayso("verify", "--proof", "wrong.json").exit_code == FLAWED
    assert sayso("verify", "--proof", "proof.json", "--head", "wrong.json").exit_code == FLAWED
    assert sayso("verify", "--ledger", "ledger.db", "--head", "wrong.json").exit_code == FLAWED


@pytest.mark.parametrize("content", ["", "no", "[]", "{}", '{"head": 1}', '{"size": 1, "root": "zz", "schema": "sayso/proof/1"}',
                                     '{"size": 1, "root": "00", "schema": "sayso/proof/1", "entries": [1]}'])  # fmt: skip
def test_what_is_no_proof_is_said_to_be_none(sayso, content):
    Path("odd.json").write_text(content)
    done = sayso("verify", "--proof", "odd.json")
    assert done.exit_code in (PARTIAL, FLAWED)
    assert "Traceback" not in done.stderr
    assert "odd.json" in done.stderr or "not hold" in done.stderr


def test_a_key_signs_what_is_added(sayso, monkeypatch):
    key = sayso("key", "key.pem").stdout.strip()
    assert sayso("key", "key.pem").exit_code == USAGE
    monkeypatch.setenv("SAYSO_SIGNING_KEY", "key.pem")
    Path("more.txt").write_text("“We row,” said Ada Bell.")
    assert sayso("add", "more.txt", "--ledger", "ledger.db", "--reader", "rules").exit_code == 0
    done = sayso("verify", "--ledger", "ledger.db", "--key", key, "--reread", "--reader", "rules")
    assert (done.exit_code, done.stdout) == (0, "")
    assert key in done.stderr


def test_a_redacted_document_says_so_wherever_it_is_asked_for(sayso):
    id = document(sayso)
    done = sayso("redact", id, "--by", "E. Rask", "--reason", "an order", "--ledger", "ledger.db")
    assert (done.exit_code, "by E. Rask: an order" in done.stdout) == (0, True)
    shown = sayso("show", id, "--ledger", "ledger.db")
    assert (shown.exit_code, json.loads(shown.stdout)["error"]["kind"]) == (0, "redacted")
    assert "by E. Rask: an order" in sayso("show", id, "--ledger", "ledger.db", "--format", "text").stdout
    exported = sayso("export", "--ledger", "ledger.db")
    assert json.loads(exported.stdout.splitlines()[-1])["error"]["kind"] == "redacted"
    assert "an order" in exported.stderr
    assert "not searched: 1 redacted document" in sayso("search", "mill", "--ledger", "ledger.db").stderr
    assert "an order" in sayso("log", "--ledger", "ledger.db").stdout
    assert sayso("verify", "--ledger", "ledger.db").stdout == ""
