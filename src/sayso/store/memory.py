"""The twin of a ledger in memory: for one reading looked at, and for tests."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from sayso.model.decision import Decision
from sayso.model.document import Document, Rejection
from sayso.model.reading import Reading
from sayso.ports.ledger import Arrival, Found
from sayso.ports.stories import Member
from sayso.store.deciding import completed
from sayso.store.identity import DOCUMENT, Input, entries_of, identify, new_arrival, not_in_ledger, utc_now
from sayso.store.memory_copies import MemoryCopies
from sayso.store.memory_stories import MemoryStories
from sayso.store.words import Phrase, claimants_of, hit_in_claim, hit_in_document, holds_all, phrases_of


class MemoryLedger:
    """Fulfils `ports.Ledger`; what it holds goes with it. `clock` gives the time of an arrival."""

    def __init__(self, batch: Sequence[Reading | Rejection] = (), clock: Callable[[], str] = utc_now) -> None:
        self._clock = clock
        self._arrivals: list[Arrival] = []
        self._numbers: dict[str, int] = {}  # key of an arrival: its number
        self._documents: dict[int, Document] = {}  # number of an arrival: its document
        self._readings: dict[tuple[str, bytes], Reading] = {}  # document and analysis, in the order they came
        self._read_as: dict[
            int, dict[tuple[str, bytes], None]
        ] = {}  # number of an arrival: its readings, the latest last
        self._texts: set[str] = set()
        self._decisions: dict[str, Decision] = {}
        self._stories = MemoryStories(self._latest)
        self._copies = MemoryCopies(self._documents)
        self.append(batch)

    def append(self, batch: Sequence[Reading | Rejection]) -> Sequence[Arrival]:
        """Store a batch, wholly or not at all: whatever can fail, fails before the first is stored."""
        inputs = [identify(item) for item in batch]
        at = self._clock()
        return [self._append(each, at) for each in inputs]

    def _append(self, each: Input, at: str) -> Arrival:
        seen = each.key in self._numbers
        number = self._numbers.setdefault(each.key, len(self._arrivals) + 1)
        if not seen:
            known = each.reading is not None and each.reading.document.id in self._texts
            self._arrivals.append(new_arrival(each, number=number, at=at, known=known))
        if each.reading:
            self._store(number, each.reading, each.analysis)
        arrival = self._arrivals[number - 1]
        return replace(arrival, known=True) if seen else arrival

    def _store(self, number: int, reading: Reading, analysis: bytes) -> None:
        stored = (reading.document.id, analysis)
        self._texts.add(reading.document.id)
        self._documents.setdefault(number, reading.document)
        self._readings.setdefault(stored, reading)
        self._read_as.setdefault(number, {})[stored] = None

    def arrivals(
        self, *, after: int = 0, before: int | None = None, limit: int | None = None, newest_first: bool = False
    ) -> Iterator[Arrival]:
        """The log between two numbers."""
        between = [each for each in self._arrivals if each.number > after and (before is None or each.number < before)]
        return islice(reversed(between) if newest_first else iter(between), limit)

    def size(self) -> int:
        """How many texts there are."""
        return len(self._texts)

    def _as_arrived(self, number: int) -> Reading:
        return replace(self._readings[next(reversed(self._read_as[number]))], document=self._documents[number])

    def readings(self) -> Iterator[Reading]:
        """The latest reading of each arrival."""
        return (self._as_arrived(number) for number in list(self._documents))

    def reading(self, id: str) -> Reading:
        """The newest reading that answers to the id, as it first arrived."""
        holders = self._holders(id)
        stored = holders[whole_id(id, holders)]
        number = min(number for number, read_as in self._read_as.items() if stored in read_as)
        return replace(self._readings[stored], document=self._documents[number])

    def _holders(self, id: str) -> dict[str, tuple[str, bytes]]:
        holders: dict[str, tuple[str, bytes]] = {}
        for stored, reading in self._readings.items():
            for known in (reading.document.id, *entries_of(reading)):
                if known == id or (id and known.startswith((id, DOCUMENT + id))):
                    holders[known] = stored
        return holders

    def decide(self, decision: Decision) -> Decision:
        """Kept as it is now; the same decision is kept once."""
        whole = completed(
            decision,
            self._clock(),
            entry=lambda id: whole_id(id, self._holders(id)),
            reading=self.reading,
            known=list(self._decisions.values()),
        )
        return self._decisions.setdefault(whole.id, whole)

    def decisions(self) -> Iterator[Decision]:
        """In the order they came."""
        return iter(list(self._decisions.values()))

    def search(self, words: str, *, limit: int = 50) -> Iterator[Found]:
        """Claims, then documents, in the order they came."""
        phrases = phrases_of(words)
        if not phrases:
            return iter(())
        once: dict[tuple[str, str | None], Found] = {}
        for found in chain(self._claims(phrases), self._documents_with(phrases)):
            once.setdefault((found.document, found.claim), found)
        return islice(once.values(), limit)

    def _claims(self, phrases: Sequence[Phrase]) -> Iterator[Found]:
        newest = {document: reading for (document, _), reading in self._readings.items()}
        for reading in newest.values():
            names = claimants_of(reading)
            for claim in reading.claims:
                if holds_all(phrases, claim.text, names.get(claim.attribution or "")):
                    before, text, after = hit_in_claim(phrases, reading.document, claim.spans)
                    yield Found(document=reading.document.id, claim=claim.id, before=before, text=text, after=after)

    def _documents_with(self, phrases: Sequence[Phrase]) -> Iterator[Found]:
        for document in self._documents.values():
            if holds_all(phrases, document.title, document.text):
                before, text, after = hit_in_document(phrases, document)
                yield Found(document=document.id, claim=None, before=before, text=text, after=after)

    def stories(self) -> MemoryStories:
        """What documents and claims say about one another."""
        return self._stories

    def copies(self) -> MemoryCopies:
        """Which documents were made from which."""
        return self._copies

    def _latest(self) -> list[Member]:
        return [Member(arrival=number, reading=self._as_arrived(number)) for number in sorted(self._documents)]

    def close(self) -> None:
        """Nothing to let go of."""


def whole_id(id: str, found: Collection[str]) -> str:
    """The one id of those found that is meant; NotInLedger."""
    if id not in found and len(found) != 1:
        raise not_in_ledger(id, sorted(found))
    return id if id in found else next(iter(found))
