"""How decisions are written down and read back: what was decided, and beside it the words that find its claims again."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from sqlalchemy import Connection, insert, select

from sayso.codec import from_plain, to_plain
from sayso.model.anchor import Anchor, TextQuote, anchor_of
from sayso.model.decision import Decision
from sayso.model.reading import Reading
from sayso.store.identity import not_in_ledger
from sayso.store.log_tables import anchors, decisions
from sayso.store.schema import documents

CLAIM, CLUSTER, DECISION = "cl_", "cc_", "de_"  # how ids begin
QUOTE = ("exact", "prefix", "suffix")


def completed(
    decision: Decision,
    at: str,
    *,
    entry: Callable[[str], str],
    reading: Callable[[str], Reading | None],
    known: Iterable[Decision],
) -> Decision:
    """A decision as it is written down: with the full ids of its subjects, the time, and anchors of its claims.

    `entry` gives the full id of what is in the ledger (NotInLedger), `reading` the newest reading with a claim, None where its
    words are gone; `known` are the decisions that one can be about.
    """
    subjects = tuple(_subject(each, entry, known) for each in decision.subjects)
    anchors = tuple(anchor for each in subjects for anchor in _anchors(each, reading))
    return replace(decision, subjects=subjects, at=at, anchors=anchors)


def _subject(id: str, entry: Callable[[str], str], known: Iterable[Decision]) -> str:
    if id.startswith(CLUSTER):  # a cluster's id is none of an entry
        return id
    if not id.startswith(DECISION):
        return entry(id)
    found = [each.id for each in known if each.id.startswith(id)]
    if len(found) != 1:
        raise not_in_ledger(id, found)
    return found[0]


def _anchors(id: str, reading: Callable[[str], Reading | None]) -> Iterator[Anchor]:
    found = reading(id) if id.startswith(CLAIM) else None
    if found:
        yield from (anchor_of(found, claim) for claim in found.claims if claim.id == id)


def record_decision(connection: Connection, decision: Decision) -> None:
    """Write a decision down, if it is not there yet."""
    if connection.execute(select(decisions.c.number).where(decisions.c.id == decision.id)).first():
        return
    plain = to_plain(decision)
    del plain["anchors"], plain["id"]
    (number,) = connection.execute(insert(decisions), {"id": decision.id, "body": plain}).inserted_primary_key  # type: ignore[misc] # one row
    for anchor in decision.anchors:
        document = connection.execute(select(documents.c.number).where(documents.c.id == anchor.document)).scalar_one()
        words = {name: getattr(anchor.quote, name) for name in QUOTE}
        connection.execute(insert(anchors), {"decision": number, "document": document, "claim": anchor.claim, **words})


def find_decisions(connection: Connection) -> Iterator[Decision]:
    """Every decision, the oldest first."""
    found: dict[int, list[Anchor]] = {}
    wanted = select(anchors.c.decision, documents.c.id, anchors.c.claim, *(anchors.c[name] for name in QUOTE))
    for row in connection.execute(wanted.join(documents).order_by(anchors.c.number)):
        quote = TextQuote(exact=row.exact, prefix=row.prefix, suffix=row.suffix)
        found.setdefault(row.decision, []).append(Anchor(document=row.id, claim=row.claim, quote=quote))
    for row in connection.execute(select(decisions.c.number, decisions.c.body).order_by(decisions.c.number)):
        plain = {**row.body, "anchors": [to_plain(each) for each in found.get(row.number, [])]}
        yield from_plain(Decision, plain)


def find_decision_rows(connection: Connection, id: str) -> list[tuple[str, int]]:
    """The rows of the one decision whose id begins so, with its anchors, by table and number; NotInLedger."""
    wanted = select(decisions.c.number, decisions.c.id).where(decisions.c.id >= id, decisions.c.id < id + "~")
    found = connection.execute(wanted).all()
    if len(found) != 1:
        raise not_in_ledger(id, [row.id for row in found])
    held = select(anchors.c.number).where(anchors.c.decision == found[0].number)
    return [(decisions.name, found[0].number), *((anchors.name, each) for each in connection.execute(held).scalars())]
