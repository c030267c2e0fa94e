"""The index of words against the texts that it was made of.

SQLite's own check of an FTS5 table without content sees that its parts fit each other, but not that they fit the texts. So
every word that should be in it is added up, per row of the record, and so is every word that it has (sqlite.org/fts5.html: the
instance form of fts5vocab). Sums of hashes do not need the words in any order, nor in memory.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator

from sayso.model.reading import Reading
from sayso.proof.flaw import Flaw
from sayso.store.fts5 import ORDINAL_BITS, indexed_ids
from sayso.store.verifying.cures import INDEX
from sayso.store.words import claimants_of, folded

MOST = (1 << 64) - 1
COLUMNS = {"claim_words": ("text", "claimant"), "document_words": ("title", "text"), "entries": ("ids",)}
SIZED = ("claim_words", "document_words")  # the tables that keep how many words each row has
VERSION = [("version", 4)]  # of the form of the index
AVERAGES = 1  # the row of an index' data with its totals


class Words:
    """What the index should hold: for each table, sums over the words of a reading or an arrival, and totals."""

    def __init__(self) -> None:
        self.sums: dict[tuple[str, int], int] = {}
        self.totals: dict[str, list[int]] = {name: [0] * (1 + len(columns)) for name, columns in COLUMNS.items()}
        self._titles: set[tuple[int, str]] = set()
        self._indexed: set[int] = set()

    def add_reading(self, number: int, reading: Reading) -> None:
        """The claims of a reading, and the ids in it."""
        self.add_ids(number, indexed_ids(reading))
        names = claimants_of(reading)
        for at, claim in enumerate(reading.claims):
            columns = (folded(claim.text), folded(names.get(claim.attribution or "")))
            self._add("claim_words", number, (number << ORDINAL_BITS) + at, [each.split() for each in columns])

    def add_ids(self, number: int, ids: list[str]) -> None:
        """The ids in a reading, which answer also when its words are gone."""
        self._add("entries", number, number, [ids])

    def add_document(self, arrival: int, document: int, title: bytes | None, text: bytes) -> None:
        """The text of an arrival under its title; only the first of each title is in the index, and the first of all."""
        named = None if title is None else title.decode("utf-8", "surrogatepass")
        is_new = document not in self._indexed or (named is not None and (document, named) not in self._titles)
        self._indexed.add(document)
        if named is not None:
            self._titles.add((document, named))
        if is_new:
            columns = (folded(named), folded(text.decode("utf-8", "surrogatepass")))
            self._add("document_words", arrival, arrival, [each.split() for each in columns])

    def _add(self, table: str, owner: int, row: int, columns: list[list[str]]) -> None:
        totals = self.totals[table]
        totals[0] += 1
        total = self.sums.get((table, owner), 0)
        for at, words in enumerate(columns):
            totals[at + 1] += len(words)
            if table in SIZED:
                total += sum(hash((word, row, at, place)) for place, word in enumerate(words))
            else:
                total += sum(hash((word, row)) for word in set(words))
        if table in SIZED:
            total += hash((row, packed([len(words) for words in columns])))
        self.sums[table, owner] = total & MOST


def packed(numbers: Iterable[int]) -> bytes:
    """Numbers as SQLite packs them: seven bits a byte, the first bit of all but the last set (sqlite.org/fileformat.html)."""
    data = b""
    for number in numbers:
        rest, digits = number >> 7, [number & 0x7F]
        while rest:
            digits.append(rest & 0x7F | 0x80)
            rest >>= 7
        data += bytes(digits[::-1])
    return data


def check_index(connection: sqlite3.Connection, words: Words) -> Iterator[Flaw]:
    """What of the index does not fit the texts, and what of it does not fit itself."""
    found: Counter[tuple[str, int]] = Counter()
    for table in COLUMNS:
        for owner, value in indexed(connection, table):
            found[table, owner] = (found[table, owner] + value) & MOST
        yield from check_parts(connection, table, words.totals[table])
    for table, owner in sorted({*words.sums, *found}):
        if words.sums.get((table, owner), 0) != found[table, owner]:
            kind = "arrival" if table == "document_words" else "reading"
            expected = f"the words of {kind} {owner}"
            yield Flaw(kind="index", id=f"{table} {owner}", expected=expected, found="other words, or none", cure=INDEX)


def indexed(connection: sqlite3.Connection, table: str) -> Iterator[tuple[int, int]]:
    """Every word of a table of the index: the row of the record it belongs to, and its hash."""
    bits, places = ORDINAL_BITS if table == "claim_words" else 0, {name: at for at, name in enumerate(COLUMNS[table])}
    connection.execute(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.seen_{table} USING fts5vocab('main', '{table}', 'instance')"
    )
    for word, row, column, place in connection.execute(f"SELECT term, doc, col, offset FROM temp.seen_{table}"):  # noqa: S608 # our names
        yield row >> bits, hash((word, row, places[column], place)) if table in SIZED else hash((word, row))
    if table in SIZED:
        for row, size in connection.execute(f"SELECT id, sz FROM {table}_docsize"):  # noqa: S608 # our names
            yield row >> bits, hash((row, size if isinstance(size, bytes) else repr(size)))  # "a" hashes like b"a"


def check_parts(connection: sqlite3.Connection, table: str, totals: list[int]) -> Iterator[Flaw]:
    """The parts of an index that are no words."""
    for part, column in ((f"{table}_data", "block"), (f"{table}_idx", "term")):
        (odd,) = connection.execute(f"SELECT count(*) FROM {part} WHERE typeof({column}) <> 'blob'").fetchone()  # noqa: S608 # our names
        if odd:
            yield Flaw(kind="index", id=part, expected=f"bytes in {column}", found=f"{odd} without", cure=INDEX)
    settings = connection.execute(f"SELECT k, v FROM {table}_config").fetchall()  # noqa: S608 # our names
    if settings != VERSION:
        yield Flaw(kind="index", id=f"{table}_config", expected=str(VERSION), found=str(settings), cure=INDEX)
    block = connection.execute(f"SELECT block FROM {table}_data WHERE id = ?", (AVERAGES,)).fetchone()  # noqa: S608 # our names
    expected = packed(totals)
    unused = block == (b"",) and not any(totals)  # before the first row
    if block != (expected,) and not unused:
        yield Flaw(kind="index", id=f"{table}_data", expected=expected.hex(), found=str(block), cure=INDEX)


def check_pieces(connection: sqlite3.Connection) -> Iterator[Flaw]:
    """SQLite's own check of an index, which holds the ledger as a writer does: for a moment, at the end of all.

    It is left out where the file may not be written.
    """
    for table in COLUMNS:
        try:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")  # noqa: S608 # our names
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code == sqlite3.SQLITE_READONLY:
                return
            if code == sqlite3.SQLITE_BUSY:
                raise
            yield Flaw(kind="index", id=table, expected="parts that fit each other", found=str(error), cure=INDEX)
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
