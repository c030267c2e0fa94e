import sqlite3

import pytest

from sayso.errors import LedgerBusy, LedgerError, LedgerForeign, LedgerMissing
from sayso.store import open_ledger
from sayso.store.connection import connect, indexes
from sayso.store.verifying.file import verify_file


def test_a_ledger_that_is_not_there_is_missed_with_the_cure(tmp_path):
    with pytest.raises(LedgerMissing, match="sayso add"):
        open_ledger(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_no_ledger_but_can_become_one(tmp_path, read):
    path = tmp_path / "ledger.db"
    path.touch()
    with pytest.raises(LedgerMissing):
        open_ledger(path)
    made = open_ledger(path, create=True)
    made.append([read("a")])
    made.close()
    assert open_ledger(path).size() == 1


def test_a_folder_is_no_ledger(tmp_path):
    with pytest.raises(LedgerForeign, match="folder"):
        open_ledger(tmp_path, create=True)


def test_a_ledger_is_not_made_in_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(LedgerMissing, match="no folder"):
        open_ledger(tmp_path / "none" / "ledger.db", create=True)


@pytest.mark.parametrize("create", [False, True])
def test_a_file_that_is_no_database_is_foreign_and_left_as_it_was(tmp_path, create):
    path = tmp_path / "notes.txt"
    path.write_text("Not a ledger, however long it is. " * 100)
    before = path.read_bytes()
    with pytest.raises(LedgerForeign, match="no ledger"):
        open_ledger(path, create=create)
    assert path.read_bytes() == before


@pytest.mark.parametrize("create", [False, True])
def test_a_database_of_another_program_is_foreign_and_left_as_it_was(tmp_path, create):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE songs (name)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(LedgerForeign, match="another program"):
        open_ledger(path, create=create)
    assert path.read_bytes() == before


@pytest.mark.parametrize("create", [False, True])
def test_a_ledger_of_another_format_is_foreign_and_says_what_to_do(tmp_path, create):
    path = tmp_path / "ledger.db"
    open_ledger(path, create=True).close()
    with sqlite3.connect(path) as future:
        future.execute("UPDATE meta SET value = '9' WHERE key = 'format'")
    future.close()
    with pytest.raises(LedgerForeign, match=r"format '9'.*install the version that wrote it"):
        open_ledger(path, create=create)


def test_every_connection_waits_for_the_disk_and_keeps_references_whole(tmp_path):
    ledger = open_ledger(tmp_path / "ledger.db", create=True)
    with ledger._transaction() as connection:
        pragmas = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                   for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers")}  # fmt: skip
    ledger.close()
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "recursive_triggers": 1}


def test_a_writer_that_waits_too_long_is_told_what_to_do(tmp_path, read):
    path = tmp_path / "ledger.db"
    open_ledger(path, create=True).close()

    def impatient(path):
        connection = connect(path)
        connection.execute("PRAGMA busy_timeout = 50")
        return connection

    ledger = open_ledger(path, connect=impatient)
    other = connect(str(path))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LedgerBusy, match="run the same command again"):
        ledger.append([read("a")])
    assert ledger.size() == 0
    other.execute("ROLLBACK")
    other.close()
    assert len(ledger.append([read("a")])) == 1
    ledger.close()


def test_a_damaged_ledger_is_reported_as_one(tmp_path, read):
    path = tmp_path / "ledger.db"
    ledger = open_ledger(path, create=True)
    ledger.append([read(f"text {number} " * 500, external_id=str(number)) for number in range(30)])
    ledger.close()
    stored = bytearray(path.read_bytes())
    stored[8192:] = b"\xff" * (len(stored) - 8192)
    path.write_bytes(stored)
    with pytest.raises(LedgerError, match="damaged"):
        list(open_ledger(path).readings())


def test_a_ledger_of_an_older_build_gets_the_indexes_that_it_lacks_and_is_sound(tmp_path, read):
    path = tmp_path / "ledger.db"
    made = open_ledger(path, create=True)
    made.append([read("The ferry line closes, its owner said.")])
    made.close()
    older = connect(str(path))
    older.execute("DROP INDEX runs_of_arrival")
    older.close()
    opened = open_ledger(path)
    opened.close()
    older = connect(str(path))
    names = {row[0] for row in older.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
    older.close()
    assert names >= {index.name for index in indexes()}
    assert list(verify_file(path)) == []
