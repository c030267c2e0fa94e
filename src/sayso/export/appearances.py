"""Which articles carry a claim, and which of them is the earliest in this ledger: never "the first" of the world."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sayso.export.iris import arrival_iri
from sayso.model.days import day_of, instant_of
from sayso.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Appearance:
    """An article that carries a claim: its place in the order of arrival, and when it was published as far as that is known."""

    number: int
    iri: str
    day: str
    instant: datetime | None


Appearances = Mapping[str, Sequence[Appearance]]


def appearances_in(readings: Iterable[Reading]) -> Appearances:
    """The articles that carry each claim, in the order in which they arrived."""
    found: dict[str, list[Appearance]] = {}
    for number, reading in enumerate(readings):
        document = reading.document
        instant = instant_of(document.published_at)
        day = instant.date() if instant else day_of(document.published_at)
        here = Appearance(number, arrival_iri(document), day.isoformat() if day else "", instant)
        for claim in reading.claims:
            found.setdefault(claim.id, []).append(here)
    return found


def joined(found: Appearances, clusters: Iterable[Sequence[str]]) -> Appearances:
    """The same with every claim of a cluster appearing where any of them does."""
    together = dict(found)
    for cluster in clusters:
        everywhere = {each.number: each for id in cluster for each in found.get(id, ())}
        for id in cluster:
            if id in found:
                together[id] = [everywhere[number] for number in sorted(everywhere)]
    return together


def first(appearances: Sequence[Appearance]) -> Appearance:
    """The earliest of them: by day, by the hour where all of that day have one, by arrival otherwise; undated ones come last."""
    day = min(each.day or "~" for each in appearances)
    that_day = [each for each in appearances if (each.day or "~") == day]
    instants = [each.instant for each in that_day if each.instant]
    if len(instants) == len(that_day):
        return that_day[instants.index(min(instants))]
    return that_day[0]
