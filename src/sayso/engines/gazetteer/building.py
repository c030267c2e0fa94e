"""Builds a gazetteer file from places and names that come in any order; what has to be sorted, SQLite sorts on the disk."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from sayso.annotate.placing.folding import AREA, loose, plain
from sayso.engines.gazetteer.layout import DEGREE, TABLES, VERSION, Bearing, Kind, Status, pack, unpack
from sayso.lexicons import words_of

SCRATCH = "CREATE TEMP TABLE pairs (key TEXT, number INTEGER, status INTEGER)"
AREAS = frozenset({Kind.ADMIN1, Kind.ADMIN2})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place to be put in: `number` is its GeoNames id, `lat` and `lon` are WGS 84 degrees, `admin1` and `admin2` GeoNames codes.

    An area's own code is the last of `country`, `admin1`, `admin2` that it has.
    """

    number: int
    name: str
    country: str
    admin1: str = ""
    admin2: str = ""
    lat: float
    lon: float
    kind: Kind
    population: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A further name of a place; `since` and `until` are as GeoNames gives them, usually years."""

    number: int
    name: str
    historic: bool = False
    since: str = ""
    until: str = ""


class Builder:
    """A gazetteer file under construction: `add` places, then `call` them further names, then `finish`."""

    def __init__(self, path: Path) -> None:
        """Begin a new file at a path where there is none."""
        self._base = sqlite3.connect(path, isolation_level=None)
        self._base.executescript(
            "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + TABLES + SCRATCH
        )
        self._base.execute("BEGIN")

    def add(self, entries: Iterable[Entry]) -> int:
        """Put places in, each under its own name; how many are new. The first of one number stays."""
        added = 0
        for entry in entries:
            row = (entry.number, entry.name, entry.country, entry.admin1, entry.admin2,
                   round(entry.lat * DEGREE), round(entry.lon * DEGREE), entry.kind, entry.population)  # fmt: skip
            if self._base.execute("INSERT OR IGNORE INTO places VALUES (?,?,?,?,?,?,?,?,?)", row).rowcount:
                added += 1
                self._put(entry.number, keys(entry.name, entry.country, entry.kind, Status.MAIN))
                if code := code_of(entry):
                    self._base.execute("INSERT OR IGNORE INTO areas VALUES (?,?)", (code, entry.number))
        return added

    def take_over(self, path: Path, kinds: Iterable[Kind]) -> int:
        """Put in the areas of another file whose codes this one lacks, under all their names; how many."""
        other = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        numbers = set()
        for kind in kinds:
            for row in other.execute("SELECT * FROM places WHERE kind = ? ORDER BY number", (kind,)):
                code = ".".join(part for part in row[2:5] if part)
                if self._base.execute("SELECT 1 FROM areas WHERE code = ?", (code,)).fetchone():
                    continue
                if self._base.execute("INSERT OR IGNORE INTO places VALUES (?,?,?,?,?,?,?,?,?)", row).rowcount:
                    self._base.execute("INSERT OR IGNORE INTO areas VALUES (?,?)", (code, row[0]))
                    numbers.add(row[0])
        for key, packed in other.execute("SELECT key, places FROM names"):
            for number, status in unpack(packed):
                if number in numbers:
                    self._put(number, [(key, status)])
        other.close()
        return len(numbers)

    def call(self, namings: Iterable[Naming]) -> int:
        """Put further names in; those of places that are not there are passed over. How many were taken."""
        taken = 0
        for naming in namings:
            found = self._base.execute("SELECT country, kind FROM places WHERE number = ?", (naming.number,)).fetchone()
            if found is None:
                continue
            taken += 1
            made = list(
                keys(naming.name, found[0], Kind(found[1]), Status.HISTORIC if naming.historic else Status.ALTERNATE)
            )
            self._put(naming.number, made)
            if made and (naming.since or naming.until):
                row = (made[0][0], naming.number, naming.since, naming.until)
                self._base.execute("INSERT OR IGNORE INTO periods VALUES (?,?,?,?)", row)
        return taken

    def _put(self, number: int, made: Iterable[tuple[str, Status]]) -> None:
        self._base.executemany("INSERT INTO pairs VALUES (?,?,?)", ((key, number, status) for key, status in made))

    def finish(self, facts: Mapping[str, str]) -> str:
        """Sort, write what is to be known of the file, close it; the SHA-256 over places and names, which signs readings."""
        digest = hashlib.sha256(VERSION.encode())
        for key, packed in self._sorted():
            digest.update(key.encode() + b"\x1f" + packed)
            self._base.execute("INSERT INTO names VALUES (?,?)", (key, packed))
        for row in self._base.execute("SELECT * FROM places ORDER BY number"):
            digest.update("\x1f".join(map(str, row)).encode())
        told = {**facts, "version": VERSION, "digest": digest.hexdigest()}
        self._base.executemany("INSERT INTO facts VALUES (?,?)", sorted(told.items()))
        for statement in ("COMMIT", "DROP TABLE pairs", "VACUUM"):
            self._base.execute(statement)
        self._base.close()
        return digest.hexdigest()

    def _sorted(self) -> Iterator[tuple[str, bytes]]:
        pairs = self._base.execute(
            "SELECT key, number, min(status) FROM pairs GROUP BY key, number ORDER BY key, number"
        )
        for key, group in groupby(pairs, key=itemgetter(0)):
            yield key, pack(Bearing(number, Status(status)) for _, number, status in group)


def code_of(entry: Entry) -> str:
    """The code by which an area is known ("UA.05"); "" for what is no area."""
    parts = {
        Kind.COUNTRY: (entry.country,),
        Kind.ADMIN1: (entry.country, entry.admin1),
        Kind.ADMIN2: (entry.country, entry.admin1, entry.admin2),
    }.get(entry.kind, ("",))
    return ".".join(parts) if all(parts) else ""


def keys(name: str, country: str, kind: Kind, status: Status) -> Iterator[tuple[str, Status]]:
    """The keys under which a name is kept: the plain one, loose ones in countries of their family, an area's without its type."""
    key = plain(name)
    if not key or not key.isascii():
        return
    yield key, status
    slavic, *arabic = loose(name)
    if country in words_of("places.scripts", "cyrillic"):
        yield slavic, Status.LOOSE
    if country in words_of("places.scripts", "arabic"):
        for each in arabic:
            yield each, Status.LOOSE
    if kind in AREAS and (bare := without_type(name)):
        yield AREA + plain(bare), Status.ALTERNATE if status is Status.MAIN else status


def without_type(name: str) -> str:
    """An area's name without the word for what it is: "Licking County", "Province of Siena", "Donets'ka Oblast'"."""
    types = words_of("places.types", "admin1", "admin2")
    words = [word for word in name.split() if word.casefold().strip("'’ʼ.,") not in types]
    return " ".join(words)
