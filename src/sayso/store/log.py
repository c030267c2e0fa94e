"""The log: an entry for each row, or few rows of one owner, that was added, as the leaves of a Merkle tree, in the transaction that added the row.

The rows are read back from the tables, whoever wrote them, so that nothing is added without its entry. Each commit ends with
an entry that counts the rows of every table, and gives a head.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, LargeBinary, Table, TypeDecorator

from sayso.codec import loads
from sayso.errors import InputError, LedgerError
from sayso.ports.proof import Signer
from sayso.proof.head import Head, canonical
from sayso.proof.tree import Frontier, leaf_hash
from sayso.store.log_tables import ERASABLE, GROUPED, LOGGED

AT_ONCE = 500  # entries in memory at a time: some 100 KB, also where an older ledger is logged as a whole
LAST_ENTRY = "SELECT entry FROM log ORDER BY number DESC LIMIT 1"
LAST_HEAD = "SELECT size, subtrees FROM heads ORDER BY number DESC LIMIT 1"
ADD_ENTRY = "INSERT INTO log (number, entry) VALUES (?, ?)"
ADD_HEAD = "INSERT INTO heads (size, root, subtrees, key, signature) VALUES (?, ?, ?, ?, ?)"
SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"


@dataclass(frozen=True, slots=True)
class Layout:
    """How rows of a table become entries: columns told as they are, told by a digest, and told by one that outlives them.

    Where there is an `owner`, rows of one owner that follow each other share an entry, which tells of the last one as it is.
    """

    kind: str
    select: str
    plain: Mapping[str, int]
    metadata: tuple[int, ...]
    content: tuple[int, ...]
    owner: int | None = None

    def entry(self, rows: Sequence[Sequence[Any]]) -> dict[str, Any]:
        """The entry of one row or of those that share it, as the database has them: integers, strings, bytes and null."""
        entry: dict[str, Any] = {"kind": self.kind}
        entry |= {name: told(rows[-1][at]) for name, at in self.plain.items()}
        if self.owner is not None:
            entry["rows"] = len(rows)
        for name, columns in (("metadata", self.metadata), ("content", self.content)):
            if columns:
                entry[name] = framed([row[at] for row in rows for at in columns])
        return entry

    def together(self, rows: Iterable[Sequence[Any]]) -> Iterator[list[Sequence[Any]]]:
        """The rows that share an entry, one entry after the other."""
        if self.owner is None:
            yield from ([row] for row in rows)
        else:
            yield from (list(those) for _, those in groupby(rows, key=itemgetter(self.owner)))


def layout_of(table: Table) -> Layout:
    """The layout that follows from the types of a table's columns: bytes are told by digests."""
    names = [column.name for column in table.columns]
    owner, erasable = GROUPED.get(table.name), ERASABLE.get(table.name, ())
    digested = {column.name for column in table.columns if isinstance(column.type, LargeBinary | TypeDecorator)}
    if owner:
        digested = {*names} - {owner}
    quoted = ", ".join(f'"{name}"' for name in names)
    return Layout(
        kind=table.name,
        select=f'SELECT {quoted} FROM "{table.name}" WHERE number > ? ORDER BY number',  # noqa: S608 # names of the schema
        plain={name: at for at, name in enumerate(names) if name not in {*digested, *erasable} or name == "number"},
        metadata=tuple(at for at, name in enumerate(names) if name in digested and name not in erasable),
        content=tuple(at for at, name in enumerate(names) if name in erasable),
        owner=names.index(owner) if owner else None,
    )


LAYOUTS = {table.name: layout_of(table) for table in LOGGED}


def told(value: Any) -> Any:
    """A value as JSON can carry it; what no column of ours holds is written out, and so never passes for what was there."""
    return value if value is None or isinstance(value, int | str) else repr(value)


def framed(values: Sequence[Any]) -> str:
    """SHA-256, hexadecimal, over values with their types and lengths, so that no two rows of values are alike."""
    digest = hashlib.sha256()
    for value in values:
        data = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
        digest.update(f"{type(value).__name__}:{len(data)}:".encode() + data)
    return digest.hexdigest()


def ledger_entry(connection: Connection) -> dict[str, Any]:
    """The entry that begins a log, or tells of new tables: facts about the file, and the digest of its schema."""
    meta = {row[0]: row[1] for row in connection.exec_driver_sql("SELECT key, value FROM meta")}
    schema = framed([value for row in connection.exec_driver_sql(SCHEMA) for value in row])
    return {"kind": "ledger", "meta": meta, "schema": schema}


def last_state(connection: Connection) -> tuple[Frontier, dict[str, int]]:
    """The tree as it is, and how many rows of each table are in it; LedgerError where head and last entry do not say so."""
    head = connection.exec_driver_sql(LAST_HEAD).first()
    entry = connection.exec_driver_sql(LAST_ENTRY).scalar()
    if head is None and entry is None:
        return Frontier(), {}
    try:
        return Frontier.unpacked(*head), dict(loads(entry)["rows"])  # type: ignore[misc, arg-type] # whatever is wrong is caught
    except (ValueError, TypeError, KeyError, InputError) as error:
        raise LedgerError(
            f"the end of the log is damaged ({error}); nothing was added: `sayso verify` says what does not hold"
        ) from error


def new_entries(connection: Connection, counts: dict[str, int]) -> Iterator[dict[str, Any]]:
    """Entries of the rows that the log does not have yet; `counts` goes along."""
    for kind, layout in LAYOUTS.items():
        rows = connection.exec_driver_sql(layout.select, (counts.get(kind, 0),)).yield_per(AT_ONCE)
        for those in layout.together(rows):
            counts[kind] = those[-1][0]
            yield layout.entry(those)


def write_log(
    connection: Connection, at: str, signer: Signer | None = None, *, first: Iterable[Mapping[str, Any]] = ()
) -> Head | None:
    """Log what this transaction has added, `first` before it, and give the new head; None where nothing was added."""
    tree, counts = last_state(connection)
    known = tree.size
    for entries in (first, new_entries(connection, counts)):
        waiting = map(canonical, entries)
        while batch := list(islice(waiting, AT_ONCE)):
            tree = add_entries(connection, tree, batch)
    if tree.size == known:
        return None
    tree = add_entries(connection, tree, [canonical({"kind": "commit", "at": at, "rows": counts})])
    head = Head(size=tree.size, root=tree.root.hex(), at=at)
    signature = signer.sign(head.message) if signer else None
    key = signer.key if signer else None
    connection.exec_driver_sql(ADD_HEAD, (tree.size, tree.root, tree.packed(), key, signature))
    return head


def add_entries(connection: Connection, tree: Frontier, entries: Sequence[bytes]) -> Frontier:
    """Write entries down; the tree with them."""
    rows = [(number, entry) for number, entry in enumerate(entries, tree.size + 1)]
    connection.exec_driver_sql(ADD_ENTRY, rows)
    return tree.grown(map(leaf_hash, entries))
