"""How an input is written down: looked for first, so that what is there already is not written twice."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection, Table, insert, select

from sayso.codec import to_plain
from sayso.model.document import Document
from sayso.model.reading import Reading
from sayso.ports import Arrival
from sayso.store import fts5
from sayso.store.identity import Input, new_arrival
from sayso.store.rows import LOG, arrival_of
from sayso.store.schema import METADATA, arrival_readings, arrivals, documents, readings


def record(connection: Connection, each: Input, at: str) -> Arrival:
    """Write an input with all that belongs to it; an arrival that is there already is given back as known."""
    row = connection.execute(LOG.where(arrivals.c.key == each.key)).first()
    arrival = replace(arrival_of(row), known=True) if row else record_arrival(connection, each, at)
    if each.reading:
        number = record_reading(connection, each.reading, each.analysis)
        link = {"arrival": arrival.number, "reading": number}
        if find(connection, arrival_readings, link) is None:
            add(connection, arrival_readings, link)
    return arrival


def record_arrival(connection: Connection, each: Input, at: str) -> Arrival:
    """A new line of the log, and the text if it is new."""
    known, document, plain = False, None, {}
    if each.reading:
        plain = to_plain(replace(each.reading.document, text="", id=""))
        known, document = record_document(connection, each.reading.document)
    values = {name: plain.get(name) for name in METADATA} | {"external_id": each.external_id, "path": each.path}
    values |= {"key": each.key, "at": at, "outcome": each.outcome, "reason": each.reason}
    number = add(connection, arrivals, values | {"document": document, "known": known})
    if each.reading and not (known and has_title(connection, document, number, each.reading.document.title)):
        fts5.index_document(connection, number, each.reading.document.title, each.reading.document.text)
    return new_arrival(each, number=number, at=at, known=known)


def record_document(connection: Connection, document: Document) -> tuple[bool, int]:
    """Whether the text was there, and its number."""
    number = find(connection, documents, {"id": document.id})
    if number is not None:
        return True, number
    return False, add(connection, documents, {"id": document.id, "text": document.text})


def record_reading(connection: Connection, reading: Reading, analysis: bytes) -> int:
    """The number of what a reader found in a document; stored and indexed if it is new."""
    document = find(connection, documents, {"id": reading.document.id})
    values = {"document": document, "reader": reading.made_by.reader, "digest": hashlib.sha256(analysis).hexdigest()}
    number = find(connection, readings, values)
    if number is None:
        number = add(connection, readings, values | {"body": analysis})
        fts5.index_reading(connection, number, reading)
    return number


def has_title(connection: Connection, document: int | None, before: int, title: str | None) -> bool:
    """Whether a text can be found under that title already."""
    earlier = select(arrivals.c.number).where(arrivals.c.document == document, arrivals.c.number < before).limit(1)
    return title is None or connection.execute(earlier.where(arrivals.c.title == title)).first() is not None


def find(connection: Connection, table: Table, values: Mapping[str, object]) -> int | None:
    """The number of the row that has these values."""
    wanted = [table.c[name] == value for name, value in values.items()]
    number: int | None = connection.execute(select(table.c.number).where(*wanted)).scalar()
    return number


def add(connection: Connection, table: Table, values: Mapping[str, object]) -> int:
    """The number of a new row."""
    number: int = connection.execute(insert(table), values).inserted_primary_key[0]  # type: ignore[index] # one row, one key
    return number
