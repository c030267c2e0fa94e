"""The store of readings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from sayso.model.decision import Decision
from sayso.model.document import Rejection
from sayso.model.reading import Reading
from sayso.ports.copies import Copies
from sayso.ports.stories import Stories


class Outcome(StrEnum):
    """What became of an input that was added to a ledger."""

    STORED = "stored"
    PARTIAL = "partial"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One line of the ledger's log: an input, what became of it, and when (UTC).

    `number` counts the ledger's arrivals from 1. The same text coming again is a second arrival of one document: `known`
    says that the text was there before.
    """

    number: int
    at: str
    outcome: Outcome
    reason: str | None
    document: str | None
    external_id: str | None
    path: str | None
    title: str | None
    outlet: str | None
    published_at: str | None
    known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A stretch that answers a search: which document, which claim if any, and the words with what stands around them."""

    document: str
    claim: str | None
    before: str
    text: str
    after: str


class Ledger(Protocol):
    """An append-only store of readings. What `append` has returned for is on disk and stays."""

    def append(self, batch: Sequence[Reading | Rejection]) -> Sequence[Arrival]:
        """Store a batch in one commit; acknowledged when it returns. A reading that is there already is not stored twice."""
        ...

    def arrivals(
        self, *, after: int = 0, before: int | None = None, limit: int | None = None, newest_first: bool = False
    ) -> Iterator[Arrival]:
        """The log: arrivals with `after` < number < `before`, oldest first unless asked otherwise."""
        ...

    def size(self) -> int:
        """How many documents (texts, not arrivals) are in the ledger."""
        ...

    def readings(self) -> Iterator[Reading]:
        """One reading per arrival that has one, each with the arrival's own metadata, oldest first."""
        ...

    def reading(self, id: str) -> Reading:
        """The reading of a document, or that holds an attribution, claim or entity; unique prefixes do. NotInLedger otherwise."""
        ...

    def search(self, words: str, *, limit: int = 50) -> Iterator[Found]:
        """Claims, then texts, that hold all the words, best first."""
        ...

    def copies(self) -> Copies:
        """The part of the ledger that holds which documents were made from which."""
        ...

    def stories(self) -> Stories:
        """The part of the ledger that holds what documents and claims say about one another."""
        ...

    def decide(self, decision: Decision) -> Decision:
        """Append a decision; it comes back with its time, the full ids of its subjects, and anchors. NotInLedger."""
        ...

    def decisions(self) -> Iterator[Decision]:
        """Every decision, the oldest first; `model.standing` says what they come to."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...
