"""The log: its entries give the tree, its commits the heads, and each of its rows is still what it tells of."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from sayso.codec import loads
from sayso.proof.flaw import Flaw
from sayso.proof.head import Head, canonical
from sayso.proof.tree import Frontier, leaf_hash
from sayso.store.log import LAYOUTS, SCHEMA, framed
from sayso.store.signing import is_signed
from sayso.store.verifying.cures import RESTORE, REWRITTEN, ROW, SIGN
from sayso.store.verifying.rows import Rows
from sayso.store.verifying.words import Words

ENTRIES = "SELECT number, entry FROM log ORDER BY number"
HEADS = "SELECT number, size, root, subtrees, key, signature FROM heads ORDER BY number"

MANY = 1 << 20  # rows that share an entry: those of one arrival, or of one story


def check_log(
    connection: sqlite3.Connection, words: Words, *, key: str | None = None, head: tuple[int, str] | None = None
) -> Iterator[Flaw]:
    """What of the log, of its heads and of the rows behind it does not hold."""
    walk = Walk(connection, words, head)
    for number, entry in connection.execute(ENTRIES):
        yield from walk.step(number, entry)
    yield from walk.end(key)


class Walk:
    """The log from its first entry to its last, with the heads and the rows of every table beside it."""

    def __init__(self, connection: sqlite3.Connection, words: Words, head: tuple[int, str] | None) -> None:
        self._connection = connection
        self._rows = Rows(connection, words)
        self._tables = {kind: connection.execute(layout.select, (0,)) for kind, layout in LAYOUTS.items()}
        self._heads = connection.execute(HEADS)
        self._tree, self._waiting = Frontier(), list[bytes]()
        self._counts: dict[str, int] = {}
        self._known = head
        self._ledger: dict[str, Any] | None = None
        self._last: Head | None = None
        self._number = 0

    def step(self, number: int, data: Any) -> Iterator[Flaw]:
        """One entry."""
        self._number += 1
        if number != self._number:
            yield flaw("log", number, f"entry {self._number}", f"entry {number}")
            self._number = number
        if not isinstance(data, bytes):
            yield flaw("log", number, "bytes", type(data).__name__)
            data = str(data).encode("utf-8", "surrogateescape")
        self._waiting.append(leaf_hash(data))
        yield from self._check_known()
        try:
            entry = loads(data)
            kind = entry["kind"]
        except Exception as error:  # noqa: BLE001 # whatever is wrong with it, it is no entry
            yield flaw("log", number, "an entry", str(error))
            return
        if canonical(entry) != data or (number == 1) != (kind == "ledger" and self._ledger is None):
            yield flaw("log", number, "an entry in its one form and place", repr(data[:200]))
        if kind == "ledger":
            self._ledger = entry
        elif kind == "commit":
            yield from self._commit(number, entry)
        else:
            yield from self._row(number, entry)

    def _row(self, number: int, entry: dict[str, Any]) -> Iterator[Flaw]:
        kind = entry["kind"]
        if kind not in LAYOUTS:
            yield flaw("log", number, f"one of {', '.join(LAYOUTS)}", str(kind))
            return
        number = entry.get("rows", 1)
        rows = self._tables[kind].fetchmany(number if isinstance(number, int) and 0 < number < MANY else 1)
        self._counts[kind] = self._counts.get(kind, 0) + len(rows)
        if not rows:
            yield Flaw(
                kind=kind, id=str(entry.get("id") or entry.get("number")), expected="a row", found="none", cure=ROW
            )
        else:
            yield from self._rows.check(LAYOUTS[kind], rows, entry)

    def _commit(self, number: int, entry: dict[str, Any]) -> Iterator[Flaw]:
        self._grow()
        if entry.get("rows") != self._counts:
            yield flaw("log", number, f"rows {self._counts}", f"rows {entry.get('rows')}")
        root, packed = self._tree.root, self._tree.packed()
        row = self._heads.fetchone()
        if row is None:
            yield flaw("head", number, f"size {number}, root {root.hex()}", "no head")
            return
        head, size, *roots, key, signature = row
        if (size, *roots) != (self._tree.size, root, packed):
            given = f"size {size}, root {hexadecimal(roots[0])}"
            yield flaw("head", head, f"size {self._tree.size}, root {root.hex()}", f"{given}, or other subtrees")
        last = self._last = Head(size=self._tree.size, root=root.hex(), at=str(entry.get("at")), key=key)
        if (key, signature) != (None, None) and not (
            isinstance(key, str) and isinstance(signature, bytes) and is_signed(key, signature.hex(), last.message)
        ):
            yield flaw("head", head, "the signature of its key", f"key {key}, signature {hexadecimal(signature)}")

    def _grow(self) -> None:
        self._tree = self._tree.grown(self._waiting)
        self._waiting = []

    def _check_known(self) -> Iterator[Flaw]:
        if self._known and self._known[0] == self._tree.size + len(self._waiting):
            self._grow()
            size, root = self._known
            self._known = None
            if self._tree.root.hex() != root:
                yield flaw("head", size, f"root {root}, as it was handed out", f"root {self._tree.root.hex()}")

    def end(self, key: str | None) -> Iterator[Flaw]:
        """What is left over when the log is through, and what its last words say."""
        if self._waiting or not self._last:
            yield flaw("log", self._number, "a commit as the last entry", "none")
        for kind, table in self._tables.items():
            for row in table:
                yield Flaw(kind=kind, id=str(row[0]), expected="an entry in the log", found="none", cure=REWRITTEN)
        for row in self._heads:
            yield flaw("head", row[0], "a commit in the log", "none")
        if self._known:
            yield flaw("head", self._known[0], f"at least {self._known[0]} entries", f"{self._number}")
        if key and (not self._last or self._last.key != key):
            found = f"signed by {self._last.key}" if self._last and self._last.key else "unsigned"
            yield Flaw(kind="head", id="the newest", expected=f"signed by {key}", found=found, cure=SIGN)
        yield from self._check_ledger()

    def _check_ledger(self) -> Iterator[Flaw]:
        meta = dict(self._connection.execute("SELECT key, value FROM meta"))
        schema = framed([value for row in self._connection.execute(SCHEMA) for value in row])
        for name, found in (("meta", meta), ("schema", schema)):
            expected = self._ledger[name] if self._ledger else None
            if found != expected:
                yield Flaw(kind="file", id=name, expected=str(expected), found=str(found), cure=REWRITTEN)


def flaw(kind: str, id: object, expected: str, found: str) -> Flaw:
    """A flaw of the log itself."""
    return Flaw(kind=kind, id=str(id), expected=expected, found=found, cure=RESTORE)


def hexadecimal(value: Any) -> str:
    """Bytes to look at, and whatever else stands where they should."""
    return value.hex() if isinstance(value, bytes) else repr(value)
