"""How firmly a claim is asserted (after BioScope and FactBank)."""

from dataclasses import dataclass
from enum import StrEnum


class Polarity(StrEnum):
    """Whether the claimant says that it is so, or that it is not."""

    ASSERTED = "asserted"
    DENIED = "denied"


class Certainty(StrEnum):
    """How sure the claimant is, in FactBank's three steps and "unknown"."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Factuality:
    """Certainty of the claimant; with the claim's polarity it makes FactBank's factuality."""

    certainty: Certainty = Certainty.UNKNOWN
