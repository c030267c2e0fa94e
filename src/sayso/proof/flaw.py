"""What does not hold, in words that a person can act on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """One thing that does not hold: what kind of thing, which one, what was expected, what was found, and what to do."""

    kind: str
    id: str
    expected: str
    found: str
    cure: str
