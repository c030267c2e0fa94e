"""Which forecasts have come due."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model.claim import Claim, ClaimKind, ForecastTerms
from sayso.model.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A forecast on a day: `state` is "due" from the last day on that it names, "pending" before, "undated" where it names none."""

    claim: str
    document: str
    external_id: str | None
    due: str | None
    state: str


def find_due(reading: Reading, as_of: str) -> Iterator[Due]:
    """Every forecast of a reading, as it stands on the ISO day `as_of`."""
    for claim in reading.claims:
        if claim.kind is ClaimKind.FORECAST:
            due = due_of(claim, reading)
            state = "undated" if due is None else "due" if due <= as_of else "pending"
            document = reading.document
            yield Due(claim=claim.id, document=document.id, external_id=document.external_id, due=due, state=state)


def due_of(claim: Claim, reading: Reading) -> str | None:
    """The last day that a forecast names: its own term, or else the latest day of a time in its words."""
    if isinstance(claim.terms, ForecastTerms) and claim.terms.due_latest:
        return claim.terms.due_latest
    inside = (
        each.latest for each in reading.timexes if each.latest and any(span.covers(each.span) for span in claim.spans)
    )
    return max(inside, default=None)
