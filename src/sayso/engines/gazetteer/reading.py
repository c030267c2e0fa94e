"""Asks a gazetteer file: the adapter behind the port."""

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from sayso.engines.gazetteer.layout import DEGREE, PRECISION, VERSION, Bearing, Kind, Status, unpack
from sayso.errors import ConfigError
from sayso.model.world import Place
from sayso.ports.gazetteer import Known, Naming

BUILT_IN = Path(str(files("sayso.engines.gazetteer") / "geonames.sqlite"))
BATCH = 400  # keys in one question; SQLite takes 999 in every build
REMEMBERED = 20_000  # places at hand, eleven megabytes
KEPT = 60  # places of one name that are looked at, the most populous: of "San Antonio" there are 190, and the rest are hamlets
NAMINGS = {
    Status.MAIN: Naming.MAIN,
    Status.ALTERNATE: Naming.ALTERNATE,
    Status.LOOSE: Naming.LOOSE,
    Status.HISTORIC: Naming.HISTORIC,
}


class Row(NamedTuple):
    """A place as the file has it."""

    place: Place
    population: int
    codes: tuple[str, ...]


class FileGazetteer:
    """The Gazetteer of one file. Safe to call from several threads, and after a fork."""

    def __init__(self, path: Path) -> None:
        """Open a file that `building` made; ConfigError where it is missing or of another layout."""
        self._path = path
        self._own = threading.local()
        try:
            facts = dict(self._base().execute("SELECT name, value FROM facts"))
        except sqlite3.DatabaseError as error:
            raise ConfigError(f"{path}: no gazetteer ({error}); import it again with sayso gazetteer import") from error
        if facts.get("version") != VERSION:
            raise ConfigError(
                f"{path}: a gazetteer of layout {facts.get('version')}; expected {VERSION}: import it again with sayso gazetteer import"
            )
        self.name, self.digest = facts["name"], facts["digest"]
        self._places: dict[int, Row] = {}
        self._area = lru_cache(maxsize=20_000)(self._name_of_area)

    def named(self, keys: Iterable[str]) -> Mapping[str, Sequence[Known]]:
        """The places that bear each key, the most populous first; a key that nothing bears is left out."""
        bearings = {
            key: list(unpack(packed))
            for key, packed in self._rows("SELECT key, places FROM names WHERE key IN", sorted(set(keys)))
        }
        places = self._fetched({each.number for found in bearings.values() for each in found})
        return {
            key: tuple(
                self._known(key, each, places[each.number])
                for each in sorted(found, key=lambda each: -places[each.number].population)[:KEPT]
            )
            for key, found in bearings.items()
        }

    def _rows(self, question: str, asked: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
        """The answers to a question about many things, batch by batch."""
        for start in range(0, len(asked), BATCH):
            batch = asked[start : start + BATCH]
            yield from self._base().execute(f"{question} ({','.join('?' * len(batch))})", batch)

    def _fetched(self, numbers: set[int]) -> Mapping[int, Row]:
        """These places, and perhaps others of texts before; other threads may meanwhile begin anew, and lose nothing."""
        places = self._places
        if len(places) > REMEMBERED:
            places = self._places = {}
        missing = sorted(numbers - places.keys())
        question = (
            "SELECT number, name, country, admin1, admin2, lat, lon, kind, population FROM places WHERE number IN"
        )
        places.update((row[0], self._made(*row)) for row in self._rows(question, missing))
        return places

    def alike(self, start: str, shortest: int, longest: int) -> Sequence[str]:
        """The keys that begin so and have so many code points, in order."""
        question = "SELECT key FROM names WHERE key >= ? AND key < ? AND length(key) BETWEEN ? AND ?"
        return [key for (key,) in self._base().execute(question, (start, start + "\x7f", shortest, longest))]

    def __contains__(self, id: str) -> bool:
        """Whether a place of this id is in it."""
        number = id.removeprefix("geonames:")
        row = (
            self._base().execute("SELECT 1 FROM places WHERE number = ?", (number,)).fetchone()
            if number.isdigit()
            else None
        )
        return row is not None

    def _known(self, key: str, bearing: Bearing, row: Row) -> Known:
        since, until = self._period(key, bearing.number) if bearing.status is Status.HISTORIC else ("", "")
        return Known(
            place=row.place,
            population=row.population,
            codes=row.codes,
            naming=NAMINGS[bearing.status],
            since=since,
            until=until,
        )

    def _made(self, number: int, name: str, *rest: Any) -> Row:
        country, admin1, admin2, lat, lon, kind, population = rest
        parts = [part for part in (country, admin1, admin2) if part]
        place = Place(
            id=f"geonames:{number}",
            name=name,
            country=country or None,
            admin1=self._area(f"{country}.{admin1}") if admin1 else None,
            lat=lat / DEGREE,
            lon=lon / DEGREE,
            precision=PRECISION[Kind(kind)],
        )
        return Row(place, population, tuple(".".join(parts[: end + 1]) for end in range(len(parts))))

    def _name_of_area(self, code: str) -> str | None:
        row = (
            self._base().execute("SELECT name FROM areas JOIN places USING (number) WHERE code = ?", (code,)).fetchone()
        )
        return row[0] if row else None

    def _period(self, key: str, number: int) -> tuple[str, str]:
        row = (
            self._base()
            .execute("SELECT since, until FROM periods WHERE key = ? AND number = ?", (key, number))
            .fetchone()
        )
        return row or ("", "")

    def _base(self) -> sqlite3.Connection:
        """The connection of this thread and process: SQLite's are not for sharing, nor for taking through a fork."""
        mine = os.getpid()
        owner, base = getattr(self._own, "base", (None, None))
        if base is None or owner != mine:
            base = sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            self._own.base = (mine, base)
        return base
