"""What a ledger hands out about its log: its newest head, and proofs."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

from sayso.codec import loads
from sayso.errors import LedgerError
from sayso.proof.exported import proof_of
from sayso.proof.head import Head
from sayso.proof.tree import leaf_hash, root_of
from sayso.store.log import LAST_ENTRY

ENTRIES = "SELECT entry FROM log ORDER BY number"
NEWEST = "SELECT size, root, key, signature FROM heads ORDER BY number DESC LIMIT 1"


def newest_head(connection: Connection) -> Head:
    """The head of the last commit; its time is that of the last entry."""
    size, root, key, signature = connection.exec_driver_sql(NEWEST).one()
    at = loads(connection.exec_driver_sql(LAST_ENTRY).scalar_one())["at"]
    return Head(size=size, root=root.hex(), at=at, key=key, signature=signature.hex() if signature else None)


def prove(connection: Connection, wanted: Iterable[tuple[str, int]], since: tuple[int, str] | None) -> dict[str, Any]:
    """A proof of the entries of rows, named by table and number; LedgerError where the log never had the root of `since`."""
    head, rows = newest_head(connection), set(wanted)
    leaves, entries = [], {}
    for index, (entry,) in enumerate(connection.exec_driver_sql(ENTRIES).yield_per(500)):
        leaves.append(leaf_hash(entry))
        plain = loads(entry)
        if (plain["kind"], plain.get("number")) in rows:
            entries[index] = entry
    if since and not (0 < since[0] <= len(leaves) and root_of(leaves[: since[0]]).hex() == since[1]):
        raise LedgerError(
            f"this ledger never had the head of size {since[0]} and root {since[1]}: it is the head of another ledger, or "
            "the log was rewritten; `sayso verify --head FILE` says more"
        )
    return proof_of(leaves, head, entries, since)
