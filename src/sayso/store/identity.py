"""When two inputs are the same: the rules that make adding twice harmless (docs/decisions/0003)."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sayso.codec import dumps, to_plain
from sayso.errors import NotInLedger
from sayso.model.document import Cut, Rejection
from sayso.model.reading import Reading
from sayso.ports.ledger import Arrival, Outcome

DOCUMENT = "sha256:"
SHOWN = 5  # candidates named when a prefix is not unique


def utc_now() -> str:
    """The time in UTC, to the millisecond, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One item of a batch, with what decides whether it has been here before.

    `key` names the arrival: the same text under the same names, or the same refusal of the same input, is one arrival.
    `analysis` is what the reader found, as JSON without the document: the same for all arrivals that read alike.
    """

    key: str
    outcome: Outcome
    reason: str | None
    external_id: str | None
    path: str | None
    reading: Reading | None = None
    analysis: bytes = b""


def identify(item: Reading | Rejection) -> Input:
    """An item as a ledger sees it."""
    if isinstance(item, Rejection):
        return Input(
            key=digest(["rejection", item.kind, item.message, item.external_id, item.path]),
            outcome=Outcome.REJECTED,
            reason=f"{item.kind}: {item.message}",
            external_id=item.external_id,
            path=item.path,
        )
    document = item.document
    plain = to_plain(item)
    del plain["document"]
    return Input(
        key=digest(["document", document.id, document.external_id, document.path, document.url]),
        outcome=Outcome.PARTIAL if document.cuts else Outcome.STORED,
        reason="; ".join(map(describe, document.cuts)) or None,
        external_id=document.external_id,
        path=document.path,
        reading=item,
        analysis=dumps(plain),
    )


def new_arrival(each: Input, *, number: int, at: str, known: bool) -> Arrival:
    """The line of the log for an input that comes for the first time; `known` says that its text was there before."""
    document = each.reading.document if each.reading else None
    return Arrival(
        number=number,
        at=at,
        outcome=each.outcome,
        reason=each.reason,
        document=document.id if document else None,
        external_id=each.external_id,
        path=each.path,
        title=document.title if document else None,
        outlet=document.outlet if document else None,
        published_at=document.published_at if document else None,
        known=known,
    )


def describe(cut: Cut) -> str:
    """A cut in words."""
    return f"{cut.reason}: bytes {cut.start} to {'the end' if cut.end is None else cut.end}"


def digest(parts: Sequence[str | None]) -> str:
    """SHA-256 over parts, in hexadecimal, told apart even where one is missing."""
    return hashlib.sha256(dumps(list(parts))).hexdigest()


def entries_of(reading: Reading) -> list[str]:
    """The ids under which a reading can be asked for, besides its document's."""
    return [each.id for layer in (reading.attributions, reading.claims, reading.entities) for each in layer]


def not_in_ledger(id: str, candidates: Sequence[str] = ()) -> NotInLedger:
    """The error for an id that names nothing, or too much."""
    if not candidates:
        return NotInLedger(
            f"no document, attribution, claim or entity has the id {id!r}; `sayso list` shows what is there"
        )
    shown = ", ".join(candidates[:SHOWN]) + (", …" if len(candidates) > SHOWN else "")
    return NotInLedger(f"{id!r} is the beginning of more than one id ({shown}); give more of its characters")
