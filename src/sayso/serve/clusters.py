"""The claims that several articles have, most articles first: an index in memory, made anew when something was related."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock

from sayso.errors import NotInLedger
from sayso.export.account.account import Report
from sayso.export.account.telling import Telling
from sayso.model.relation import Cluster, Related, RelationKind
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
    """The index as of one revision: the lines in order, their places by id, and the ids by claim."""

    revision: int = -1
    lines: Sequence[Line] = ()
    places: Mapping[str, int] = field(default_factory=dict)
    homes: Mapping[str, str] = field(default_factory=dict)


class Clusters:
    """The clusters of a ledger that more than one article has. Several threads may ask at once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger, self._lock, self._found = ledger, Lock(), Found()

    def found(self) -> Found:
        """The index, read anew where something was related since."""
        with self._lock:
            revision = self._ledger.stories().revision()
            if revision != self._found.revision:
                self._found = index(revision, self._ledger.stories().all_related())
            return self._found

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


def index(revision: int, stories: Iterable[Related]) -> Found:
    """The index of all stories; clusters that as many articles have stand in the order of their ids."""
    lines: list[Line] = []
    homes: dict[str, str] = {}
    for story in stories:
        told = Counter((each.kind, each.to_id) for each in story.relations)
        for each in story.clusters:
            if each.documents > 1:
                lines.append(line_of(each, told))
                homes |= dict.fromkeys(each.claims, each.id)
    lines.sort(key=lambda each: (-each.documents, each.id))
    return Found(revision, lines, {each.id: place for place, each in enumerate(lines)}, homes)


def line_of(cluster: Cluster, told: Mapping[tuple[RelationKind, str], int]) -> Line:
    """One line; `told` counts the relations by their kind and the claim that they lead to."""
    return Line(
        id=cluster.id,
        claim=cluster.first_appearance,
        documents=cluster.documents,
        outlets=cluster.outlets,
        origins=len(cluster.origins),
        denials=sum(told.get((RelationKind.DENIAL, claim), 0) for claim in cluster.claims),
        newer=sum(told.get((RelationKind.SUPERSEDES, claim), 0) for claim in cluster.claims),
    )
