"""How an input is written down: looked for first, so that what is there already is not written twice."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, insert, select

from sayso.codec import to_plain
from sayso.model.document import Document, Rejection
from sayso.model.reading import Reading
from sayso.model.redaction import Redaction
from sayso.ports.ledger import Arrival
from sayso.store import fts5
from sayso.store.identity import Input, identify, new_arrival
from sayso.store.redacting import find_redactions
from sayso.store.rows import LOG, arrival_of
from sayso.store.schema import METADATA, NEVER_CHANGED, arrival_readings, arrivals, documents, readings


def finder(table: Table, *names: str) -> Select[Any]:
    """Finds the number of the row with given values. Statements made once cost a third of those made each time."""
    return select(table.c.number).where(*(table.c[name] == bindparam(name) for name in names))


ARRIVAL = LOG.where(arrivals.c.key == bindparam("key"))
DOCUMENT = finder(documents, "id")
READING = finder(readings, "document", "reader", "digest")
LINK = finder(arrival_readings, "arrival", "reading")
TITLED = finder(arrivals, "document", "title").where(arrivals.c.number < bindparam("number")).limit(1)
INSERT = {table.name: insert(table) for table in NEVER_CHANGED}


def record(connection: Connection, each: Input, at: str) -> Arrival:
    """Write an input with all that belongs to it; an arrival that is there already is given back as known."""
    row = connection.execute(ARRIVAL, {"key": each.key}).first()
    if each.reading is None:
        return known(row) if row else record_arrival(connection, each, at)
    document, is_new = record_document(connection, each.reading.document)
    redaction = None if is_new else next(find_redactions(connection, document), None)
    if redaction:  # its words do not come back with another arrival
        return known(row) if row else record(connection, refused(each, redaction), at)
    arrival = known(row) if row else record_arrival(connection, each, at, document, is_new=is_new)
    reading = record_reading(connection, each.reading, each.analysis, document, is_new=is_new)
    link = {"arrival": arrival.number, "reading": reading}
    if is_new or find(connection, LINK, link) is None:
        add(connection, arrival_readings, link)
    return arrival


def refused(each: Input, redaction: Redaction) -> Input:
    """The input as one that is not taken in, because its text was redacted."""
    rejection = Rejection(kind="redacted", message=str(redaction), path=each.path, external_id=each.external_id)
    return identify(rejection)


def known(row: Any) -> Arrival:
    """The arrival that a row of the log is, as it is answered when it comes again."""
    return replace(arrival_of(row), known=True)


def record_arrival(
    connection: Connection, each: Input, at: str, document: int | None = None, *, is_new: bool = True
) -> Arrival:
    """A new line of the log, and its text findable under its title."""
    metadata = to_plain(replace(each.reading.document, text="", id="")) if each.reading else {}
    values = {name: metadata.get(name) for name in METADATA} | {"external_id": each.external_id, "path": each.path}
    values |= {"key": each.key, "at": at, "outcome": each.outcome, "reason": each.reason}
    number = add(connection, arrivals, values | {"document": document, "known": not is_new})
    if each.reading:
        title = each.reading.document.title
        titled = {"document": document, "title": title, "number": number}
        if is_new or (title is not None and find(connection, TITLED, titled) is None):
            fts5.index_document(connection, number, title, each.reading.document.text)
    return new_arrival(each, number=number, at=at, known=not is_new)


def record_document(connection: Connection, document: Document) -> tuple[int, bool]:
    """The number of the text, and whether it is new."""
    number = find(connection, DOCUMENT, {"id": document.id})
    if number is not None:
        return number, False
    return add(connection, documents, {"id": document.id, "text": document.text}), True


def record_reading(connection: Connection, reading: Reading, analysis: bytes, document: int, *, is_new: bool) -> int:
    """The number of what a reader found in a document; stored and indexed if it is new."""
    values = {
        "document": document,
        "reader": reading.made_by.reader,
        "digest": hashlib.sha256(analysis).hexdigest(),
    }
    number = None if is_new else find(connection, READING, values)
    if number is None:
        number = add(connection, readings, values | {"body": analysis})
        fts5.index_reading(connection, number, reading)
    return number


def find(connection: Connection, wanted: Select[Any], values: Mapping[str, object]) -> int | None:
    """The number that a finder finds."""
    number: int | None = connection.execute(wanted, values).scalar()
    return number


def add(connection: Connection, table: Table, values: Mapping[str, object]) -> int:
    """The number of a new row."""
    number: int = connection.execute(INSERT[table.name], values).inserted_primary_key[0]  # type: ignore[index] # one row
    return number
