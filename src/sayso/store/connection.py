"""How a ledger file is opened and what its troubles are called; with `fts5` all that is SQLite's own."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Index, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from sayso.errors import LedgerBusy, LedgerError, LedgerForeign
from sayso.store import fts5
from sayso.store.log_tables import ONLY_ADDED
from sayso.store.schema import TABLES

PATIENCE = 10.0  # seconds to wait for another writer: a batch of 50 documents holds the ledger for well below one
APPLICATION = 0x73617973  # "says", which file(1) shows of an SQLite file

# FULL: after each commit the log is flushed. NORMAL lost acknowledged documents in 151 of 200 simulated power cuts, FULL in
# none. Recursive triggers: else INSERT OR REPLACE deletes without asking the trigger that refuses deletion.
PRAGMAS = ("synchronous = FULL", "foreign_keys = ON", "recursive_triggers = ON")

REFUSALS = {
    f"{table.name}_refuse_{change.lower()}": (
        f"CREATE TRIGGER {table.name}_refuse_{change.lower()} BEFORE {change} ON {table.name} "
        f"BEGIN SELECT RAISE(ABORT, 'a ledger is only ever added to'); END"
    )
    for table in ONLY_ADDED
    for change in ("UPDATE", "DELETE")
}  # by the names of the triggers

Connect = Callable[[str], Any]


def connect(path: str) -> sqlite3.Connection:
    """A connection whose transactions begin when they are told to."""
    return sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)


def open_engine(path: Path, connect: Connect = connect) -> Engine:
    """An engine over one file. `connect` makes a DB-API connection in autocommit mode to an absolute path."""
    engine = create_engine("sqlite://", creator=lambda: connect(str(path)), poolclass=QueuePool)
    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", begin)
    return engine


def set_up(connection: Any, record: object) -> None:  # noqa: ARG001 # SQLAlchemy passes it
    """Settings that a connection forgets."""
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def begin(connection: Connection) -> None:
    """Begin a transaction; one that is going to write takes the lock at once.

    A transaction that reads first and writes then is refused without any waiting when another one has written between.
    """
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def set_wal(engine: Engine) -> None:
    """Write-ahead log: readers and one writer do not wait for each other. The file remembers it."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def create_tables(connection: Connection) -> None:
    """All tables and indexes that are not there yet, and triggers that refuse to change or to delete a row of the record."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
    known = {row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_master")}
    TABLES.create_all(connection)
    for index in indexes():  # those that an older ledger's table was made without
        index.create(connection, checkfirst=True)
    for name, statement in (*fts5.CREATE.items(), *REFUSALS.items()):
        if name not in known:
            connection.exec_driver_sql(statement)


def indexes() -> list[Index]:
    """Of all tables."""
    return [index for table in TABLES.sorted_tables for index in sorted(table.indexes, key=lambda each: str(each.name))]


@contextmanager
def named_errors(path: Path) -> Iterator[None]:
    """Whatever the database raises, as a LedgerError that says what to do."""
    try:
        yield
    except DBAPIError as error:
        raise named(error.orig, path) from error
    except sqlite3.Error as error:
        raise named(error, path) from error


def named(error: BaseException | None, path: Path) -> LedgerError:
    """The error of this project for one of SQLite's result codes (sqlite.org/rescode.html)."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the primary code
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LedgerBusy(
            f"another process has been writing to {path} for more than {PATIENCE:.0f} s; "
            "nothing of this batch was stored: wait until it is done and run the same command again"
        )
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return LedgerError(
            f"{path} cannot be written or read ({error}): the disk is full, a quota is reached or the disk fails; what was "
            "acknowledged is kept, nothing of this batch was stored: make room and run the same command again"
        )
    if code == sqlite3.SQLITE_NOTADB:
        return LedgerForeign(f"{path} is no ledger ({error}); name another file with --ledger")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return LedgerError(
            f"{path} cannot be opened for writing ({error}); check the rights of the file and its folder"
        )
    if code == sqlite3.SQLITE_CORRUPT:
        return LedgerError(f"{path} is damaged ({error}); restore it from a copy, or read the inputs into a new ledger")
    return LedgerError(f"{path}: {error}")
