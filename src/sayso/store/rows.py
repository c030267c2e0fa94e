"""Rows of a ledger and the values they stand for."""

from typing import Any

from sqlalchemy import Row, Select, func, select

from sayso.codec import from_plain, loads
from sayso.errors import LedgerError
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.reading import Reading
from sayso.ports.ledger import Arrival, Outcome
from sayso.store.log_tables import redactions
from sayso.store.schema import METADATA, arrival_readings, arrivals, documents, readings

LOG: Select[Any] = select(
    arrivals.c.number, arrivals.c.at, arrivals.c.outcome, arrivals.c.reason, documents.c.id.label("document"),
    arrivals.c.external_id, arrivals.c.path, arrivals.c.title, arrivals.c.outlet, arrivals.c.published_at, arrivals.c.known,
    redactions.c.at.label("redacted"), redactions.c.by, redactions.c.reason.label("why"),
).select_from(arrivals.outerjoin(documents).outerjoin(redactions))  # fmt: skip # the fields of an Arrival, and what was redacted

ARRIVED: Select[Any] = select(
    arrivals.c.number, documents.c.id, documents.c.text, *(arrivals.c[name] for name in METADATA)
).select_from(arrivals.join(documents))

latest = (
    select(func.max(arrival_readings.c.number))
    .where(arrival_readings.c.arrival == arrivals.c.number)
    .correlate(arrivals)
    .scalar_subquery()
)
READ: Select[Any] = (
    ARRIVED.add_columns(readings.c.body)
    .join(arrival_readings, arrival_readings.c.arrival == arrivals.c.number)
    .join(readings, readings.c.number == arrival_readings.c.reading)
)  # one row per arrival and reading that it has had
LATEST = READ.where(arrival_readings.c.number == latest, documents.c.number.not_in(select(redactions.c.document)))


def arrival_of(row: Row[Any]) -> Arrival:
    """A row of LOG."""
    fields = dict(row._mapping)  # noqa: SLF001 # SQLAlchemy's public way to names, underscored to keep clear of columns
    redacted, by, why = (fields.pop(name) for name in ("redacted", "by", "why"))
    if redacted:
        gone = f"redacted at {redacted} by {by}: {why}"
        fields |= {"title": None, "reason": "; ".join(filter(None, (row.reason, gone)))}
    return Arrival(**fields | {"outcome": Outcome(row.outcome), "known": bool(row.known)})


def plain_document(row: Row[Any]) -> dict[str, Any]:
    """The document of a row of ARRIVED, as the codec takes it; null metadata is left to the defaults."""
    given = {name: value for name in METADATA if (value := getattr(row, name)) is not None}
    return {"id": row.id, "text": row.text, **given}


def document_of(row: Row[Any]) -> Document:
    """The document of a row of ARRIVED, with its arrival's own metadata."""
    return from_plain(Document, plain_document(row))


def reading_of(row: Row[Any]) -> Reading:
    """A row of READ; LedgerError where the stored bytes are not what was stored."""
    try:
        return from_plain(Reading, {"document": plain_document(row), **loads(row.body)})
    except Exception as error:
        raise LedgerError(
            f"the reading of arrival {row.number} ({row.id}) is damaged: {error}; add the document to a new ledger"
        ) from error


def claim_at(row: Row[Any], place: int) -> Claim:
    """One claim of a row of READ."""
    return from_plain(Claim, loads(row.body)["claims"][place])
