"""How the words of a document leave a ledger, and what stays: its place in the log, and a redaction that says why.

The rows lose their content and keep everything else; the log told of the content by a digest only, so it holds as before. Then
the file is written anew: SQLite leaves what was deleted in pages that it has no use for, FTS5 in pieces not yet merged.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Engine, insert, select

from sayso.codec import from_plain, loads
from sayso.errors import LedgerBusy
from sayso.model.reading import Reading
from sayso.model.redaction import Redaction
from sayso.store import fts5
from sayso.store.connection import REFUSALS
from sayso.store.log_tables import ERASABLE, redactions, rows_of
from sayso.store.schema import TABLES, arrivals, documents, readings

NOTHING = {True: "NULL", False: "x''"}  # for a column that may be null, and one that may not
GONE = select(documents.c.id.label("document"), redactions.c.at, redactions.c.by, redactions.c.reason).select_from(
    redactions.join(documents)
)


def find_redactions(connection: Connection, document: int | None = None) -> Iterator[Redaction]:
    """The redactions of a ledger, or that of one document."""
    wanted = GONE if document is None else GONE.where(redactions.c.document == document)
    for row in connection.execute(wanted.order_by(redactions.c.number)):
        yield Redaction(document=row.document, at=row.at, by=row.by, reason=row.reason)


def redact(connection: Connection, document: int, *, at: str, by: str, reason: str) -> None:
    """Take the words of a document out of all tables and of the index."""
    ids = unindex(connection, document)
    for table, columns in ERASABLE.items():
        refusal = f"{table}_refuse_update"
        connection.exec_driver_sql(f"DROP TRIGGER {refusal}")
        emptied = ", ".join(f"{name} = {NOTHING[bool(TABLES.tables[table].c[name].nullable)]}" for name in columns)
        those = rows_of(table, "= ?")
        connection.exec_driver_sql(f"UPDATE {table} SET {emptied} WHERE {those}", (document,))  # noqa: S608 # our names
        connection.exec_driver_sql(REFUSALS[refusal])
    connection.execute(insert(redactions), {"document": document, "at": at, "by": by, "reason": reason, "ids": ids})


def unindex(connection: Connection, document: int) -> dict[str, list[str]]:
    """Take the words of a document out of the index: an index without content has to be told what was in it. The ids stay."""
    text = connection.execute(select(documents.c.text).where(documents.c.number == document)).scalar_one()
    ids: dict[str, list[str]] = {}
    bodies = select(readings.c.number, readings.c.body).where(readings.c.document == document)
    for number, body in connection.execute(bodies).all():
        plain: dict[str, Any] = {"document": {"text": text}, **loads(body)}
        reading = from_plain(Reading, plain)
        fts5.unindex_reading(connection, number, reading)
        ids[str(number)] = fts5.indexed_ids(reading)
    titles = select(arrivals.c.number, arrivals.c.title).where(arrivals.c.document == document)
    for number, title in connection.execute(titles).all():
        fts5.unindex_document(connection, number, title, text)
    fts5.merge(connection)
    return ids


def scrub(engine: Engine) -> None:
    """Write the file anew, so that nothing of what was taken out is left in it or in its write-ahead log; LedgerBusy."""
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy = (cursor.fetchone() or (0,))[0]
    finally:
        raw.close()
    if busy:
        raise LedgerBusy(
            "the words are taken out of the ledger, but another process is reading it, and until it is done they can still "
            "stand in the file's write-ahead log: run the same command again then"
        )
