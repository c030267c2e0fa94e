"""The typed terms of a claim as they are compared: who holds a place, and the last day of a forecast."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sayso.model.claim import Change, Claim, ControlTerms
from sayso.model.stance import Polarity
from sayso.model.world import Timex
from sayso.relate.due import foretold


class Control(StrEnum):
    """What a claim of control comes to, a denial of it counted in: not to have lost a place is to hold it."""

    TAKEN = "capture"
    LOST = "retreat"
    HELD = "hold"

    @property
    def theme(self) -> str:
        """The group of words (`words.theme`) that say the same."""
        return f"={self.value}"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The first and the last ISO day on which a deadline can be; the first is null where only the last is known."""

    first: str | None
    last: str

    def meets(self, other: "Deadline") -> bool:
        """Whether both can be one day: "by the middle of August" and "by 15 August"."""
        return (self.first or self.last) <= other.last and (other.first or other.last) <= self.last


STATES = {Change.TAKEN: Control.TAKEN, Change.LOST: Control.LOST, Change.HELD: Control.HELD}
DENIED = {Change.TAKEN: Control.HELD, Change.LOST: Control.HELD}


def find_control(claim: Claim) -> Control | None:
    """The state that a claim of control tells of; null for any other claim."""
    if not isinstance(claim.terms, ControlTerms) or claim.terms.change is None:
        return None
    return (DENIED if claim.polarity is Polarity.DENIED else STATES).get(claim.terms.change)


def find_holder(claim: Claim) -> str | None:
    """The id of the entity that has the place by a claim of control: who takes or holds it, or is said not to have lost it."""
    if not isinstance(claim.terms, ControlTerms):
        return None
    is_kept = claim.terms.change is Change.LOST and claim.polarity is Polarity.DENIED
    return claim.terms.loser if is_kept else claim.terms.holder


def find_deadline(claim: Claim, times: Mapping[str, Timex]) -> Deadline | None:
    """The deadline of a forecast or promise; null where it has none. `times` are the document's, by id."""
    terms = foretold(claim)
    if terms is None or terms.due_latest is None:
        return None
    last = terms.due_latest
    time = times.get(terms.due or "")
    first = time.earliest if time is not None and time.latest == last else None
    return Deadline(first if first is not None and first <= last else None, last)
