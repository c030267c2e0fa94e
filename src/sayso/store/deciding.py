"""How decisions are written down and read back: what was decided, and beside it the words that find its claims again."""

from collections.abc import Iterator

from sqlalchemy import Connection, insert, select

from sayso.codec import from_plain, to_plain
from sayso.model.anchor import Anchor, TextQuote
from sayso.model.decision import Decision
from sayso.store.log_tables import anchors, decisions
from sayso.store.schema import documents

QUOTE = ("exact", "prefix", "suffix")


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
