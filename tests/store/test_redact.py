"""What is redacted is gone from the file, what stays says so, and the rest holds."""

import sqlite3

import pytest

from sayso.errors import LedgerBusy, NotInLedger, Redacted
from sayso.ports.ledger import Outcome
from sayso.proof.exported import check_proof
from sayso.store import open_ledger
from sayso.store.signing import is_signed
from sayso.store.verifying.file import verify_file

SECRET = 'The zanderquill at Orlen is shut. "No wexelbraun came," Ydrasine Pommelhart said.'
WORDS = ("zanderquill", "wexelbraun", "pommelhart", "ydrasine", "quenstedtite", "thornhaugen")


@pytest.fixture
def secret(read):
    return read(SECRET, external_id="s", title="Quenstedtite found", authors=("M. Thornhaugen",), outlet="Post")


@pytest.fixture
def ledger(tmp_path, read, secret):
    opened = open_ledger(tmp_path / "ledger.db", create=True)
    for number in range(12):
        opened.append([read(f'Text {number} of the mill. "We hold it," Ada Venn said.', external_id=str(number))])
    opened.append([secret, read(SECRET, external_id="t", title="Another title"), read(SECRET, reader="toy-2")])
    opened.append([read("The last text.")])
    yield opened
    opened.close()


def files(ledger):
    return b"".join(each.read_bytes() for each in ledger._path.parent.glob("ledger.db*")).lower()


def test_the_words_are_gone_from_the_file_and_its_log_and_the_rest_verifies(ledger, secret):
    before = files(ledger)
    assert all(word.encode() in before for word in WORDS[:2] + WORDS[4:])
    redaction = ledger.redact(secret.claims[0].id, by="E. Rask", reason="a court's order")
    assert (redaction.document, redaction.by, redaction.reason) == (secret.document.id, "E. Rask", "a court's order")
    after = files(ledger)
    assert [word for word in WORDS if word[:7].encode() in after or word[3:].encode() in after] == []
    assert list(verify_file(ledger._path)) == []
    ledger.close()
    assert list(verify_file(ledger._path)) == []


def test_what_stays_says_when_and_why(ledger, secret):
    size, read_before = ledger.size(), len(list(ledger.readings()))
    ledger.redact(secret.document.id, by="E. Rask", reason="a court's order")
    assert [each.document for each in ledger.redactions()] == [secret.document.id]
    for id in (secret.document.id, secret.claims[0].id, secret.entities[0].id):
        with pytest.raises(Redacted, match=r"by E\. Rask: a court's order"):
            ledger.reading(id)
    assert list(ledger.search("zanderquill")) == []
    assert [each.title for each in ledger.arrivals() if each.external_id == "s"] == [None]
    assert [each.reason for each in ledger.arrivals() if "court" in (each.reason or "")]
    assert (ledger.size(), len(list(ledger.readings()))) == (size, read_before - 3)
    assert len(list(ledger.search("mill"))) == 12


def test_a_redacted_text_does_not_come_back_with_another_arrival(ledger, read, secret):
    ledger.redact(secret.document.id, by="E. Rask", reason="order")
    (again,) = ledger.append([read(SECRET, external_id="new", reader="toy-3")])
    assert (again.outcome, again.document) == (Outcome.REJECTED, None)
    assert "redacted" in again.reason
    (known,) = ledger.append([secret])
    assert known.known
    assert b"zanderq" not in files(ledger)
    assert list(verify_file(ledger._path)) == []


def test_redacting_twice_is_one_redaction(ledger, secret):
    first = ledger.redact(secret.document.id, by="E. Rask", reason="order")
    head = ledger.head()
    assert ledger.redact(secret.document.id, by="Another", reason="other") == first
    assert ledger.head() == head


def test_a_proof_of_a_redacted_document_still_holds(ledger, secret):
    early = ledger.head()
    before = ledger.prove(secret.document.id)
    ledger.redact(secret.document.id, by="E. Rask", reason="order")
    after = ledger.prove(secret.document.id, since=early)
    assert [each["entry"] for each in after["entries"]][: len(before["entries"])] == [
        each["entry"] for each in before["entries"]
    ]
    assert list(check_proof(after, is_signed, older=early)) == []


def test_words_put_back_by_hand_are_a_flaw(ledger, secret):
    ledger.redact(secret.document.id, by="E. Rask", reason="order")
    ledger.close()
    other = sqlite3.connect(ledger._path)
    (trigger,) = other.execute("SELECT sql FROM sqlite_master WHERE name = 'documents_refuse_update'").fetchone()
    other.execute("DROP TRIGGER documents_refuse_update")
    other.execute("UPDATE documents SET text = ? WHERE id = ?", (SECRET.encode(), secret.document.id))
    other.execute(trigger)
    other.commit()
    other.close()
    assert [(flaw.kind, flaw.found) for flaw in verify_file(ledger._path)] == [("documents", "words")]


def test_a_reader_that_holds_the_old_words_is_waited_for_and_then_named(ledger, secret):
    other = sqlite3.connect(ledger._path)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM documents").fetchone()
    ledger._engine.dispose()
    with ledger._transaction() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 100")
    with pytest.raises(LedgerBusy, match="run the same command again"):
        ledger.redact(secret.document.id, by="E. Rask", reason="order")
    other.close()
    ledger.redact(secret.document.id, by="E. Rask", reason="order")
    assert b"zanderq" not in files(ledger)


def test_what_is_not_there_cannot_be_redacted(ledger):
    head = ledger.head()
    with pytest.raises(NotInLedger):
        ledger.redact("cl_ffff", by="E. Rask", reason="order")
    assert ledger.head() == head
