"""The in-memory twin of the gazetteer file: for tests, and for a handful of places of one's own."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.engines.gazetteer.building import Entry, Naming, keys
from sayso.engines.gazetteer.layout import PRECISION, Kind, Status
from sayso.engines.gazetteer.reading import NAMINGS
from sayso.model.world import Place
from sayso.ports.gazetteer import Known


class MemoryGazetteer:
    """A Gazetteer of entries and further names."""

    def __init__(self, entries: Iterable[Entry], namings: Iterable[Naming] = (), name: str = "memory") -> None:
        """Take the entries in; a further name of a place that is not among them is passed over."""
        self.name = name
        self._places = {entry.number: entry for entry in entries}
        self._named: dict[str, dict[int, tuple[Status, Naming | None]]] = defaultdict(dict)
        for entry in self._places.values():
            self._put(entry, keys(entry.name, entry.country, entry.kind, Status.MAIN), None)
        for each in namings:
            if each.number in self._places:
                entry = self._places[each.number]
                status = Status.HISTORIC if each.historic else Status.ALTERNATE
                self._put(entry, keys(each.name, entry.country, entry.kind, status), each)
        self.digest = hashlib.sha256(repr((sorted(self._named), list(self._places.values()))).encode()).hexdigest()

    def _put(self, entry: Entry, made: Iterable[tuple[str, Status]], naming: Naming | None) -> None:
        for key, status in made:
            known = self._named[key].get(entry.number)
            if known is None or status < known[0]:
                self._named[key][entry.number] = (status, naming)

    def named(self, keys: Iterable[str]) -> Mapping[str, Sequence[Known]]:
        """The places that bear each key, the most populous first; a key that nothing bears is left out."""
        return {
            key: tuple(
                self._known(self._places[number], *how)
                for number, how in sorted(self._named[key].items(), key=lambda item: -self._places[item[0]].population)
            )
            for key in keys
            if key in self._named
        }

    def alike(self, start: str, shortest: int, longest: int) -> Sequence[str]:
        """The keys that begin so and have so many code points, in order."""
        return sorted(key for key in self._named if key.startswith(start) and shortest <= len(key) <= longest)

    def __contains__(self, id: str) -> bool:
        """Whether a place of this id is in it."""
        return any(id == f"geonames:{number}" for number in self._places)

    def _known(self, entry: Entry, status: Status, naming: Naming | None) -> Known:
        parts = [part for part in (entry.country, entry.admin1, entry.admin2) if part]
        area = next(
            (
                other.name
                for other in self._places.values()
                if other.kind is Kind.ADMIN1 and (other.country, other.admin1) == (entry.country, entry.admin1)
            ),
            None,
        )
        place = Place(
            id=f"geonames:{entry.number}",
            name=entry.name,
            country=entry.country or None,
            admin1=area,
            lat=entry.lat,
            lon=entry.lon,
            precision=PRECISION[entry.kind],
        )
        dated = naming is not None and status is Status.HISTORIC
        return Known(
            place=place,
            population=entry.population,
            codes=tuple(".".join(parts[: end + 1]) for end in range(len(parts))),
            naming=NAMINGS[status],
            since=naming.since if dated and naming else "",
            until=naming.until if dated and naming else "",
        )
