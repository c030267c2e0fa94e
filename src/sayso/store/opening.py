"""A path and what stands there: a ledger, nothing yet, or something else."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select, update

from sayso import __version__
from sayso.errors import LedgerError, LedgerForeign, LedgerMissing
from sayso.ports.proof import Signer
from sayso.store import connection as sqlite
from sayso.store.identity import utc_now
from sayso.store.log import ledger_entry, write_log
from sayso.store.schema import FORMAT, OLDER, TABLES, meta
from sayso.store.sqlite import SqliteLedger
from sayso.store.story_rows import parted
from sayso.store.story_tables import story_revisions


def open_ledger(
    path: str | Path,
    *,
    create: bool = False,
    connect: sqlite.Connect = sqlite.connect,
    clock: Callable[[], str] = utc_now,
    signer: Signer | None = None,
) -> SqliteLedger:
    """The ledger in a file; with `create`, a new one where there is no file yet, or an empty one.

    LedgerMissing where there is none, LedgerForeign where the file is something else; such a file is left untouched.
    A ledger of an older build gets the tables and indexes that it lacks. `connect` makes the database's connections, `clock` gives the
    time of an arrival, `signer` signs the heads of the log.
    """
    place = Path(path).absolute()
    if place.is_dir():
        raise LedgerForeign(f"{place} is a folder; a ledger is one file: name it with --ledger")
    if create and not place.parent.is_dir():
        raise LedgerMissing(f"there is no folder {place.parent}; make it, or name another file with --ledger")
    if not create and (not place.exists() or place.stat().st_size == 0):
        raise LedgerMissing(f"there is no ledger at {place}; `sayso add PATH… --ledger {path}` makes one")
    engine = sqlite.open_engine(place, connect)
    try:
        with sqlite.named_errors(place):
            prepare(engine, place, create=create, at=clock, signer=signer)
    except LedgerError:
        engine.dispose()
        raise
    return SqliteLedger(engine, place, clock, signer)


def prepare(engine: Engine, place: Path, *, create: bool, at: Callable[[], str], signer: Signer | None = None) -> None:
    """Look before writing; make the tables in one transaction, so that a ledger is whole or not there."""
    with engine.connect() as connection, connection.begin():
        is_empty = not table_names(connection)
        is_whole = not is_empty and check_format(connection, place)
    if is_empty and not create:
        raise LedgerMissing(f"{place} is an empty database, no ledger; `sayso add PATH… --ledger {place}` fills it")
    if is_empty:
        sqlite.set_wal(engine)
    if not is_whole:
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            if not table_names(connection) or not check_format(
                connection, place
            ):  # another process may have been first
                complete(connection)
                write_log(connection, at(), signer, first=[ledger_entry(connection)])


def complete(connection: Connection) -> None:
    """Make the tables that are missing, and say of which format the file is now."""
    part_words(connection)
    sqlite.create_tables(connection)
    if connection.execute(update(meta).where(meta.c.key == "format").values(value=FORMAT)).rowcount == 0:
        facts = {"format": FORMAT, "made_by": f"sayso {__version__}"}
        connection.execute(insert(meta), [{"key": key, "value": value} for key, value in facts.items()])


def part_words(connection: Connection) -> None:
    """Give the revisions of stories of an older ledger a column of their own for what they say in words; it has no log yet."""
    table = story_revisions.name
    columns = [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]
    if not columns or "words" in columns:
        return
    connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN words BLOB")
    connection.exec_driver_sql(f"DROP TRIGGER {table}_refuse_update")
    for number, body in connection.execute(select(story_revisions.c.number, story_revisions.c.body)).all():
        kept, words = parted(body)
        parts = update(story_revisions).where(story_revisions.c.number == number)
        connection.execute(parts.values(body=kept, words=words))


def table_names(connection: Connection) -> list[str]:
    """What is in the file."""
    return [row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_master")]


def check_format(connection: Connection, place: Path) -> bool:
    """Whether all tables and indexes are there; LedgerForeign where the file is another program's, or of a format not known here."""
    names = set(table_names(connection))
    if meta.name not in names:
        raise LedgerForeign(f"{place} is a database of another program; name another file with --ledger")
    found = {row.key: row.value for row in connection.execute(select(meta.c.key, meta.c.value))}
    if found.get("format") not in (FORMAT, *OLDER):
        raise LedgerForeign(
            f"{place} is a ledger of format {found.get('format')!r}, written by {found.get('made_by', 'an unknown version')}; "
            f"this is sayso {__version__}, which reads format {FORMAT}: install the version that wrote it, or read the "
            "inputs into a new ledger"
        )
    wanted = {*TABLES.tables, *(index.name for index in sqlite.indexes())}
    return found.get("format") == FORMAT and names.issuperset(wanted)
