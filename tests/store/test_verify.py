"""`verify_file` names what was changed, whoever changed it; and of random bit flips it misses none that changes anything."""

import random
import sqlite3

import pytest

from sayso.errors import LedgerBusy, LedgerMissing
from sayso.model.document import Cut, Rejection
from sayso.store import open_ledger
from sayso.store.log import write_log
from sayso.store.signing import FileSigner, new_key
from sayso.store.verifying.file import verify_file

SAID = '"We hold mill {0}," Ada Venn said. "Not mill {0}, and no café," Tom Brask said.'
INDEXES = ("claim_words", "document_words", "entries")


@pytest.fixture
def path(tmp_path, read):
    new_key(tmp_path / "key.pem")
    ledger = open_ledger(tmp_path / "ledger.db", create=True, signer=FileSigner(tmp_path / "key.pem"))
    for batch in range(4):
        ledger.append([
            *(read(SAID.format(f"{batch}{number}") + " corn" * 40, external_id=str(number), title=f"Mill {batch}", outlet="Post",
                   authors=("M. Ek",), published_at="2026-03-01", cuts=(Cut(reason="deep", start=1, end=None),)[: number % 2])
              for number in range(6)),
            Rejection(kind="encoding", message="a: b", path=f"{batch}"),
        ])  # fmt: skip
    ledger.append(
        [read(SAID.format("00") + " corn" * 40, external_id="again", title="Another"), read("", reader="toy-2")]
    )
    ledger.close()
    return tmp_path / "ledger.db"


def change(path, *statements):
    """Do to the file what its triggers refuse."""
    other = sqlite3.connect(path)
    triggers = list(other.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    for name, _ in triggers:
        other.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        assert other.execute(statement).rowcount
    for _, sql in triggers:
        other.execute(sql)
    other.commit()
    other.close()


def test_a_sound_ledger_has_no_flaw(path):
    assert list(verify_file(path)) == []


@pytest.mark.parametrize(
    ("statement", "kind", "id"),
    [
        ("UPDATE documents SET text = replace(text, 'corn', 'wine') WHERE number = 3", "documents", "sha256:"),
        ("UPDATE documents SET id = 'sha256:00' WHERE number = 3", "documents", "sha256:00"),
        ("UPDATE readings SET body = replace(body, 'direct', 'indirect') WHERE number = 2", "readings", "2"),
        ("UPDATE readings SET reader = x'00' WHERE number = 2", "readings", "2"),
        ("UPDATE arrivals SET outlet = x'41' WHERE number = 5", "arrivals", "5"),
        ("UPDATE arrivals SET at = '2020-01-01' WHERE number = 5", "arrivals", "5"),
        ("UPDATE arrivals SET title = CAST(title AS TEXT) WHERE number = 5", "arrivals", "5"),
        ("UPDATE arrival_readings SET reading = 1 WHERE number = 4", "arrival_readings", "4"),
        ("DELETE FROM arrival_readings WHERE number = (SELECT max(number) FROM arrival_readings)", "arrival_readings", "26"),
        ("UPDATE log SET entry = CAST(replace(entry, 'stored', 'partial') AS BLOB) WHERE number = 9", "arrivals", "1"),
        ("DELETE FROM heads WHERE number = (SELECT max(number) FROM heads)", "head", None),
        ("UPDATE heads SET root = zeroblob(32) WHERE number = 2", "head", "2"),
        ("UPDATE heads SET signature = zeroblob(64) WHERE number = 2", "head", "2"),
        ("UPDATE heads SET key = NULL WHERE number = 2", "head", "2"),
        ("UPDATE meta SET value = 'sayso 9' WHERE key = 'made_by'", "file", "meta"),
        ("UPDATE claim_words_docsize SET sz = x'0909' WHERE id = (SELECT min(id) FROM claim_words_docsize)", "index", "claim_words 1"),
    ],
)  # fmt: skip
def test_what_was_changed_is_named(path, statement, kind, id):
    change(path, statement)
    found = list(verify_file(path))
    assert any(flaw.kind == kind and (id is None or flaw.id.startswith(id)) for flaw in found), found
    assert all(flaw.expected != flaw.found and flaw.cure for flaw in found)


def test_a_dropped_trigger_is_a_flaw(path):
    other = sqlite3.connect(path)
    other.execute("DROP TRIGGER readings_refuse_update")
    other.close()
    assert [(flaw.kind, flaw.id) for flaw in verify_file(path)] == [("file", "schema")]


def test_words_that_cannot_be_found_any_more_are_a_flaw(path):
    change(path, "INSERT INTO document_words (document_words) VALUES ('delete-all')")
    assert {flaw.id for flaw in verify_file(path)} >= {"document_words 1", "document_words_data"}


def test_a_log_that_was_written_anew_is_told_by_an_older_head_alone(path, read):
    ledger = open_ledger(path)
    head = ledger.head()
    rewritten = path.with_name("rewritten.db")
    other = open_ledger(rewritten, create=True)
    other.append([read(f"{number}") for number in range(40)])
    other.close()
    ledger.append([read("More.")])
    ledger.close()
    known = (head.size, head.root)
    assert list(verify_file(path, head=known)) == []
    assert list(verify_file(rewritten)) == []
    assert [(flaw.kind, flaw.id) for flaw in verify_file(rewritten, head=known)] == [("head", str(head.size))]


def test_a_row_that_sayso_did_not_write_is_a_flaw_until_it_is_logged(path):
    change(path, "INSERT INTO arrivals (key, at, outcome, known) VALUES ('k', 't', 'stored', 0)")
    assert [(flaw.kind, flaw.found) for flaw in verify_file(path)] == [("arrivals", "none")]
    ledger = open_ledger(path)
    with ledger._transaction(writes=True) as connection:
        write_log(connection, "t")
    ledger.close()
    assert {flaw.kind for flaw in verify_file(path)} == {"arrivals"}  # its key is that of no input


@pytest.mark.parametrize("content", [b"", b"no database", bytes(4096)])
def test_a_file_that_is_no_ledger_is_reported(path, content):
    path.write_bytes(content)
    assert list(verify_file(path))


def test_a_ledger_that_is_cut_short_is_reported(path):
    whole = path.read_bytes()
    for share in (0.1, 0.5, 0.9):
        path.write_bytes(whole[: int(len(whole) * share)])
        assert list(verify_file(path))


def test_a_ledger_that_is_not_there_is_missed(tmp_path):
    with pytest.raises(LedgerMissing):
        list(verify_file(tmp_path / "none.db"))


def test_a_ledger_that_is_being_written_is_no_flaw(path, monkeypatch):
    monkeypatch.setattr("sayso.store.verifying.file.PATIENCE", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LedgerBusy, match="another process"):
        list(verify_file(path))
    other.execute("ROLLBACK")
    other.close()


def dump(path):
    """Everything in the file as any SQLite program sees it: rows of all tables, the index's own and its words among them.

    But one row: how FTS5 has cut an index into pieces (10), of which two numbers change no answer: a count of writes and a cookie.
    """
    other = sqlite3.connect(path)
    other.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    try:
        content = [sorted(map(repr, other.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")))]
        names = [row[0] for row in other.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        for name in names:
            if name in INDEXES:
                other.execute(f"CREATE VIRTUAL TABLE temp.seen_{name} USING fts5vocab(main, {name}, instance)")
                content.append(list(map(repr, other.execute(f"SELECT * FROM temp.seen_{name}"))))
            elif name != "entry_ids":
                bookkeeping = "WHERE id <> 10" if name.endswith("_data") else ""
                content.append(sorted(map(repr, other.execute(f"SELECT * FROM {name} {bookkeeping}"))))
    except (sqlite3.Error, ValueError, OverflowError, MemoryError) as error:
        return repr(error)
    finally:
        other.close()
    return content


def flip(path, number, seed):
    """How many of so many bit flips changed what is in the file; each of them has to be reported."""
    sound, before, choice = path.read_bytes(), dump(path), random.Random(seed)
    assert not isinstance(before, str)
    copy, changed = path.with_name("flipped.db"), 0
    for _ in range(number):
        bit = choice.randrange(len(sound) * 8)
        damaged = bytearray(sound)
        damaged[bit // 8] ^= 1 << bit % 8
        for each in path.parent.glob("flipped.db*"):
            each.unlink()
        copy.write_bytes(damaged)
        found = list(verify_file(copy))
        if dump(copy) != before:
            changed += 1
            assert found, f"bit {bit % 8} of byte {bit // 8}"
    return changed


def test_no_bit_flip_that_changes_anything_is_missed(path):
    assert flip(path, 40, seed=1) > 5


@pytest.mark.campaign
@pytest.mark.parametrize("seed", range(4))
def test_no_bit_flip_of_many_that_changes_anything_is_missed(path, seed):
    assert flip(path, 500, seed) > 100
