"""What only SQLite has: search over claims and texts, and the index of ids, by FTS5 tables without content.

FTS5 merges sorted runs, so that a new entry costs the same in a large ledger as in a small one: 39 ids for each of 20,000
documents went in within 1.8 s and 15 MB, against 13.2 s and 23 MB in a B-tree. The words come folded (`words`), one blank
apart, and the `ascii` tokenizer leaves everything beyond ASCII alone: what a word is, is decided in Python.
"""

import re
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from sayso.model.reading import Reading
from sayso.store.identity import entries_of
from sayso.store.words import Phrase, claimants_of, folded

CREATE = {
    "claim_words": "CREATE VIRTUAL TABLE claim_words USING fts5(text, claimant, content='', tokenize='ascii')",
    "document_words": "CREATE VIRTUAL TABLE document_words USING fts5(title, text, content='', tokenize='ascii')",
    "entries": "CREATE VIRTUAL TABLE entries USING fts5(ids, content='', detail=none, columnsize=0, tokenize=\"ascii tokenchars '_'\")",
    "entry_ids": "CREATE VIRTUAL TABLE entry_ids USING fts5vocab(entries, row)",
}
ORDINAL_BITS = (
    24  # a row of claim_words is its reading's number and the claim's place in it: 16 million claims a document
)
ENTRY = re.compile("[a-z0-9_]+")  # what model.provenance.digest_id makes

ADD_CLAIM = "INSERT INTO claim_words (rowid, text, claimant) VALUES (?, ?, ?)"
ADD_DOCUMENT = "INSERT INTO document_words (rowid, title, text) VALUES (?, ?, ?)"
ADD_ENTRIES = "INSERT INTO entries (rowid, ids) VALUES (?, ?)"
TAKE_CLAIM = "INSERT INTO claim_words (claim_words, rowid, text, claimant) VALUES ('delete', ?, ?, ?)"
TAKE_DOCUMENT = "INSERT INTO document_words (document_words, rowid, title, text) VALUES ('delete', ?, ?, ?)"
CLAIMS = """
SELECT found.rowid
FROM claim_words AS found JOIN readings ON readings.number = found.rowid >> ?
WHERE claim_words MATCH ? AND NOT EXISTS (
  SELECT 1 FROM readings AS newer WHERE newer.document = readings.document AND newer.number > readings.number)
ORDER BY found.rank, found.rowid LIMIT ?
"""
DOCUMENTS = """
SELECT arrivals.number, min(found.rank) AS best
FROM document_words AS found JOIN arrivals ON arrivals.number = found.rowid
WHERE document_words MATCH ?
GROUP BY arrivals.document ORDER BY best, arrivals.number LIMIT ?
"""  # SQLite takes the other columns of a group from the row that has the minimum


def index_document(connection: Connection, arrival: int, title: str | None, text: str) -> None:
    """Make a text findable under a title."""
    connection.exec_driver_sql(ADD_DOCUMENT, (arrival, folded(title), folded(text)))


def index_reading(connection: Connection, number: int, reading: Reading) -> None:
    """Make the claims of a reading findable by their words, and the reading by the ids in it."""
    connection.exec_driver_sql(ADD_ENTRIES, (number, " ".join(indexed_ids(reading))))
    names = claimants_of(reading)
    rows = [
        ((number << ORDINAL_BITS) + at, folded(claim.text), folded(names.get(claim.attribution or "")))
        for at, claim in enumerate(reading.claims)
    ]
    if rows:
        connection.exec_driver_sql(ADD_CLAIM, rows)


def indexed_ids(reading: Reading) -> list[str]:
    """The ids of a reading that can be asked for."""
    return list(filter(ENTRY.fullmatch, entries_of(reading)))


def unindex_document(connection: Connection, arrival: int, title: str | None, text: str) -> None:
    """Take a text out that was indexed under a title, if it was."""
    if is_indexed(connection, "document_words", arrival):
        connection.exec_driver_sql(TAKE_DOCUMENT, (arrival, folded(title), folded(text)))


def unindex_reading(connection: Connection, number: int, reading: Reading) -> None:
    """Take the words of a reading's claims out; its ids stay, so that they can be answered for."""
    names = claimants_of(reading)
    for at, claim in enumerate(reading.claims):
        row = (number << ORDINAL_BITS) + at
        if is_indexed(connection, "claim_words", row):
            values = (row, folded(claim.text), folded(names.get(claim.attribution or "")))
            connection.exec_driver_sql(TAKE_CLAIM, values)


def is_indexed(connection: Connection, table: str, row: int) -> bool:
    """Whether a row is in an index."""
    statement = f"SELECT 1 FROM {table}_docsize WHERE id = ?"  # noqa: S608 # our names
    return connection.exec_driver_sql(statement, (row,)).first() is not None


def merge(connection: Connection) -> None:
    """Merge the pieces of each index of words into one, which leaves out what was taken out of any of them."""
    for table in ("claim_words", "document_words"):
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608 # our names


def quoted(phrases: Sequence[Phrase]) -> str:
    """The words as strings of FTS5's language, in which nothing has a meaning: all of them must be there."""
    return " AND ".join(f'"{" ".join(phrase)}"' for phrase in phrases)


def find_claims(connection: Connection, phrases: Sequence[Phrase], limit: int) -> Sequence[tuple[int, int]]:
    """Readings, each the newest of its document, and places in them of claims that hold the words, best first (bm25)."""
    rows = connection.exec_driver_sql(CLAIMS, (ORDINAL_BITS, quoted(phrases), limit))
    return [divmod(row[0], 1 << ORDINAL_BITS) for row in rows]


def find_documents(connection: Connection, phrases: Sequence[Phrase], limit: int) -> Sequence[int]:
    """Arrivals, one per document, whose title and text hold the words, best first (bm25)."""
    return [row[0] for row in connection.exec_driver_sql(DOCUMENTS, (quoted(phrases), limit))]


def find_entries(connection: Connection, prefix: str, limit: int) -> Iterator[str]:
    """Ids of attributions, claims and entities that begin so, in order."""
    if ENTRY.fullmatch(prefix):
        statement = "SELECT term FROM entry_ids WHERE term >= ? AND term < ? ORDER BY term LIMIT ?"
        yield from (row[0] for row in connection.exec_driver_sql(statement, (prefix, prefix + "~", limit)))


def newest_holder(connection: Connection, entry: str) -> int:
    """The newest reading that has the attribution, claim or entity of that id."""
    statement = "SELECT max(rowid) FROM entries WHERE entries MATCH ?"
    number: int = connection.exec_driver_sql(statement, (f'"{entry}"',)).scalar_one()
    return number
