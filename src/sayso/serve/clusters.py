"""The claims that several articles have, most articles first: an index in memory, made anew when something was related."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock

from sayso.errors import NotInLedger
from sayso.export.account.account import Report
from sayso.export.account.gathering import Seen, seen
from sayso.export.account.telling import Telling
from sayso.model.relation import Cluster, Related, RelationKind, Status
from sayso.ports.ledger import Ledger
from sayso.ports.stories import Member


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A cluster in the list: its earliest claim, and how much of what there is on it."""

    id: str
    claim: str
    documents: int
    outlets: int
    origins: int
    denials: int
    newer: int


@dataclass(frozen=True, slots=True)
class Found:
    """The index: the lines in order, their places by id, and the ids by claim."""

    lines: Sequence[Line] = ()
    places: Mapping[str, int] = field(default_factory=dict)
    homes: Mapping[str, str] = field(default_factory=dict)


class Clusters:
    """The clusters of a ledger that more than one article has. Several threads may ask at once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger, self._lock = ledger, Lock()
        self._stamp: tuple[int, int] | None = None  # of what was seen: the newest revision, the number of decisions
        self._seen: Seen | None = None
        self._found: Found | None = None

    def seen(self) -> Seen:
        """The ledger as it is shown, looked at anew where something was related or decided since."""
        with self._lock:
            return self._looked()

    def found(self) -> Found:
        """The index of what is seen; made when it is first asked for."""
        with self._lock:
            now = self._looked()
            if self._found is None:
                self._found = index(now.stories.all_related())
            return self._found

    def _looked(self) -> Seen:
        stamp = self._ledger.stories().revision(), sum(1 for _ in self._ledger.decisions())
        if self._seen is None or stamp != self._stamp:
            self._seen, self._stamp, self._found = seen(self._ledger), stamp, None
        return self._seen

    def of(self, claims: Iterable[str]) -> list[Line]:
        """The lines of the clusters that hold one of the claims, in the order of the list."""
        found = self.found()
        ids = {found.homes[claim] for claim in claims if claim in found.homes}
        return [found.lines[place] for place in sorted(found.places[id] for id in ids)]

    def report(self, line: Line) -> Report | None:
        """The earliest report of a cluster; None where its article was read anew since."""
        try:
            reading = self._ledger.reading(line.claim)
        except NotInLedger:
            return None
        return Telling([Member(arrival=0, reading=reading)], Related(), self._ledger.copies()).report(line.claim)


def index(stories: Iterable[Related]) -> Found:
    """The index of all stories; clusters that as many articles have stand in the order of their ids."""
    lines: list[Line] = []
    homes: dict[str, str] = {}
    for story in stories:
        told = Counter((each.kind, each.to_id) for each in story.relations if each.status is not Status.REJECTED)
        for each in story.clusters:
            if each.documents > 1:
                lines.append(line_of(each, told))
                homes |= dict.fromkeys(each.claims, each.id)
    lines.sort(key=lambda each: (-each.documents, each.id))
    return Found(lines, {each.id: place for place, each in enumerate(lines)}, homes)


def line_of(cluster: Cluster, told: Mapping[tuple[RelationKind, str], int]) -> Line:
    """One line; `told` counts the relations that nobody rejected by their kind and the claim that they lead to."""
    return Line(
        id=cluster.id,
        claim=cluster.first_appearance,
        documents=cluster.documents,
        outlets=cluster.outlets,
        origins=len(cluster.origins),
        denials=sum(told.get((RelationKind.DENIAL, claim), 0) for claim in cluster.claims),
        newer=sum(told.get((RelationKind.SUPERSEDES, claim), 0) for claim in cluster.claims),
    )
