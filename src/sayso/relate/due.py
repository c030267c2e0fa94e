"""Which forecasts have come due: what a machine can tell of a forecast on a day. What became of it only a person can."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sayso.model.claim import Claim, ClaimKind, ForecastTerms, PolicyTerms
from sayso.model.reading import Reading


class State(StrEnum):
    """Where a forecast stands on a day."""

    OPEN = "open"
    DUE = "due"
    NO_DEADLINE = "no deadline"
    CANNOT_BE_DATED = "cannot be dated"


EXPORTED = {State.OPEN: "pending", State.DUE: "due", State.NO_DEADLINE: "undated", State.CANNOT_BE_DATED: "undated"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A forecast on a day, as the output contract has it: `due` is its last day, `state` "pending", "due" or "undated"."""

    claim: str
    document: str
    external_id: str | None
    due: str | None
    state: str


def state_of(terms: ForecastTerms, as_of: str) -> State:
    """The state of a forecast on the ISO day `as_of`: due from its last day on; one whose time has no day cannot be dated."""
    if terms.due_latest is not None:
        return State.DUE if terms.due_latest <= as_of else State.OPEN
    return State.NO_DEADLINE if terms.due is None else State.CANNOT_BE_DATED


def find_due(reading: Reading, as_of: str) -> Iterator[Due]:
    """Every forecast of a reading, in order, as it stands on the ISO day `as_of`."""
    for claim, terms in forecasts_of(reading):
        yield Due(
            claim=claim.id,
            document=reading.document.id,
            external_id=reading.document.external_id,
            due=terms.due_latest,
            state=EXPORTED[state_of(terms, as_of)],
        )


def forecasts_of(reading: Reading) -> Iterator[tuple[Claim, ForecastTerms]]:
    """The forecasts of a reading, and what is promised or announced for a day, with their terms; a reading made before there were terms has empty ones."""
    for claim in reading.claims:
        terms = foretold(claim)
        if terms is not None or claim.kind is ClaimKind.FORECAST:
            yield claim, terms or ForecastTerms()


def foretold(claim: Claim) -> ForecastTerms | None:
    """What a claim says of when and on what condition: of a forecast its terms, of a promise or an announcement those of what it promises."""
    terms = claim.terms.promised if isinstance(claim.terms, PolicyTerms) else claim.terms
    return terms if isinstance(terms, ForecastTerms) else None
