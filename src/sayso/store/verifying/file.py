"""The whole check of a ledger file, over one moment of it; a damaged file is reported, it raises nothing."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from sayso.errors import LedgerMissing
from sayso.proof.flaw import Flaw
from sayso.store.connection import APPLICATION, PATIENCE, named
from sayso.store.fts5 import CREATE
from sayso.store.log_tables import log
from sayso.store.verifying.cures import RESTORE, REWRITTEN
from sayso.store.verifying.log import check_log
from sayso.store.verifying.words import Words, check_index, check_pieces

SHOWN = 100  # findings of SQLite's own check: more say no more
Check = Callable[[], Iterable[Flaw]]


def verify_file(path: Path, *, key: str | None = None, head: tuple[int, str] | None = None) -> Iterator[Flaw]:
    """What does not hold in a ledger file, found by one pass over all of it; LedgerMissing where there is none.

    `key`, hexadecimal, has to have signed the newest head; `head`, size and root of an earlier moment, has to be part of it.
    """
    place = path.absolute()
    if not place.is_file():
        raise LedgerMissing(f"there is no ledger at {place}; name one with --ledger")
    connection = sqlite3.connect(f"file:{quote(str(place))}?mode=rw", uri=True, timeout=PATIENCE, isolation_level=None)
    connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    words = Words()
    checks: tuple[tuple[str, Check], ...] = (
        ("file", lambda: check_pages(connection)),
        ("schema", lambda: check_identity(connection)),
        ("log", lambda: check_log(connection, words, key=key, head=head)),
        ("index", lambda: check_index(connection, words)),
    )
    try:
        yield from guarded("file", place, lambda: connection.execute("BEGIN") and ())
        for kind, check in checks:
            yield from guarded(kind, place, check)
        yield from guarded("file", place, lambda: connection.execute("ROLLBACK") and ())
        yield from guarded("index", place, lambda: check_pieces(connection))
    finally:
        connection.close()


def guarded(kind: str, place: Path, check: Check) -> Iterator[Flaw]:
    """The flaws that a check finds, and the one that it could not go on."""
    try:
        yield from check()
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise named(error, place) from error  # no flaw: another process is writing
        yield broken(kind, place, error)
    except Exception as error:  # noqa: BLE001 # damaged bytes can break whatever reads them, in any way
        yield broken(kind, place, error)


def broken(kind: str, place: Path, error: Exception) -> Flaw:
    """That a check could not go on."""
    found = f"{type(error).__name__}: {error}"
    return Flaw(kind=kind, id=place.name, expected="a ledger that can be read", found=found, cure=RESTORE)


def check_pages(connection: sqlite3.Connection) -> Iterator[Flaw]:
    """SQLite's own check of pages, indexes and references."""
    for (message,) in connection.execute(f"PRAGMA integrity_check({SHOWN})"):
        if message != "ok":
            yield Flaw(kind="file", id="integrity", expected="ok", found=str(message), cure=RESTORE)
    for table, row, *_ in connection.execute("PRAGMA foreign_key_check"):
        yield Flaw(kind=str(table), id=str(row), expected="a row that it belongs to", found="none", cure=RESTORE)


def check_identity(connection: sqlite3.Connection) -> Iterator[Flaw]:
    """That the file is a ledger with a log."""
    (found,) = connection.execute("PRAGMA application_id").fetchone()
    if found != APPLICATION:
        yield Flaw(kind="file", id="application_id", expected=str(APPLICATION), found=str(found), cure=REWRITTEN)
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    if missing := sorted({log.name, *CREATE} - names):
        cure = "a ledger of an older version gets its log when it is opened, by `sayso list` for one; else " + RESTORE
        yield Flaw(kind="file", id="tables", expected=", ".join(missing), found="none of that name", cure=cure)
