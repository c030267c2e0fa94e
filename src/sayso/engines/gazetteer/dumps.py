"""Gazetteer files made of GeoNames dumps: the tables that download.geonames.org gives out, as text, `.zip` or `.gz`.

A dump of places (allCountries, cities500, UA …) has 19 columns, alternateNamesV2 has 10. What a line is is told by its columns, so files
may have any name and come in any order. Source of the formats: the readme of the dump directory of GeoNames (CC BY 4.0).
"""

import gzip
import io
import os
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from sayso.engines.gazetteer.building import Builder, Entry, Naming
from sayso.engines.gazetteer.layout import Kind
from sayso.engines.gazetteer.reading import BUILT_IN, FileGazetteer
from sayso.errors import InputError

PLACE, ALTERNATE = 19, (8, 10)  # columns; before 2018 alternateNames had no dates
# Classes of features that news name as places: divisions, towns, parts of the earth, water, land by name. Spots, roads and forests are left out.
KINDS = {"P": Kind.TOWN, "T": Kind.FEATURE, "H": Kind.FEATURE, "L": Kind.REGION}
DIVISIONS = {"ADM1": Kind.ADMIN1, "ADM2": Kind.ADMIN2}
NO_LANGUAGES = frozenset({"link", "post", "wkdt", "iata", "icao", "faac", "unlc", "abbr", "phon", "piny", "tcid"})
LONGEST = 200  # code points of a name


def import_dumps(paths: Sequence[Path], output: Path) -> Mapping[str, int]:
    """Make a gazetteer file of dumps, which replaces the one there; how many places and further names it has.

    Divisions that the dumps lack are taken over from the built-in file, so that a dump of towns alone still knows Ohio. InputError where a
    file cannot be read, or has a line that is of no dump, or the dumps hold no place; the old file stays then.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    os.close(handle)
    made = Path(name)
    made.unlink()
    try:
        counts = _build(paths, made)
        made.replace(output)
    finally:
        made.unlink(missing_ok=True)
    return counts


def _build(paths: Sequence[Path], made: Path) -> Mapping[str, int]:
    builder = Builder(made)
    tables = {path: _is_of_places(path) for path in paths}
    own = sum(builder.add(_entries(path)) for path, places in tables.items() if places)
    if not own:
        raise InputError(
            "no-places",
            "the dumps hold no place; expected a dump such as allCountries.txt or cities500.zip among the files",
        )
    taken = builder.take_over(BUILT_IN, (Kind.ADMIN1, Kind.ADMIN2))
    namings = sum(builder.call(_namings(path)) for path, places in tables.items() if not places)
    digest = builder.finish({"name": "geonames-own", "sources": ", ".join(path.name for path in paths)})
    FileGazetteer(made)
    return {"places": own, "divisions": taken, "names": namings, "digest": int(digest[:12], 16)}


def _is_of_places(path: Path) -> bool:
    for columns in _rows(path):
        if len(columns) not in {PLACE, *ALTERNATE}:
            raise InputError(
                "format",
                f"{path} has {len(columns)} columns; expected the {PLACE} of a dump of places or the {ALTERNATE[-1]} of alternateNamesV2",
            )
        return len(columns) == PLACE
    raise InputError("empty", f"{path} is empty; expected a dump of GeoNames")


def _entries(path: Path) -> Iterator[Entry]:
    """The places of a dump that are kept; their `alternatenames` column is left to alternateNamesV2, which knows what each name is."""
    for number, columns in enumerate(_rows(path), 1):
        if len(columns) != PLACE:
            raise InputError(
                "format", f"{path}:{number} has {len(columns)} columns; expected the {PLACE} of a dump of places"
            )
        kind = kind_of(columns[6], columns[7])
        if kind is not None:
            yield _entry(columns, kind, f"{path}:{number}")


def kind_of(feature: str, code: str) -> Kind | None:
    """What a feature class and code make of a place; None where it is left out."""
    if feature == "A":
        return DIVISIONS.get(code) or (Kind.COUNTRY if code.startswith("PCL") else None)
    return KINDS.get(feature)


def _entry(columns: Sequence[str], kind: Kind, where: str) -> Entry:
    try:
        return Entry(
            number=int(columns[0]), name=columns[1], country=columns[8],
            admin1="" if kind is Kind.COUNTRY or columns[10] == "00" else columns[10],
            admin2="" if kind in {Kind.COUNTRY, Kind.ADMIN1} else columns[11],
            lat=float(columns[4]), lon=float(columns[5]), kind=kind, population=int(columns[14] or 0),
        )  # fmt: skip
    except ValueError as error:
        raise InputError("format", f"{where}: {error}; expected a line of a dump of GeoNames") from error


def _namings(path: Path) -> Iterator[Naming]:
    for number, columns in enumerate(_rows(path), 1):
        if len(columns) not in ALTERNATE:
            raise InputError(
                "format",
                f"{path}:{number} has {len(columns)} columns; expected the {ALTERNATE[-1]} of alternateNamesV2",
            )
        if columns[2] in NO_LANGUAGES or len(columns[3]) > LONGEST or not columns[1].isdigit():
            continue
        since, until = columns[8:10] if len(columns) == ALTERNATE[-1] else ("", "")
        yield Naming(number=int(columns[1]), name=columns[3], historic=columns[7] == "1", since=since, until=until)


def _rows(path: Path) -> Iterator[list[str]]:
    with _text(path) as lines:
        try:
            for line in lines:
                yield line.rstrip("\r\n").split("\t")
        except (OSError, EOFError, UnicodeDecodeError) as error:
            raise InputError(
                "unreadable", f"{path} cannot be read: {error}; expected a dump of GeoNames in UTF-8"
            ) from error


@contextmanager
def _text(path: Path) -> Iterator[Iterable[str]]:
    """The lines of a file, of a gzipped one, or of the one text in a zip that is no readme."""
    try:
        with _opened(path) as raw:
            yield io.TextIOWrapper(raw, encoding="utf-8-sig", newline="\n")
    except (OSError, zipfile.BadZipFile, StopIteration) as error:
        raise InputError(
            "unreadable", f"{path} cannot be read: {error}; expected a dump of GeoNames as .txt, .zip or .gz"
        ) from error


def _opened(path: Path) -> IO[bytes]:
    if path.suffix == ".zip":
        archive = zipfile.ZipFile(path)
        inside = [
            name
            for name in archive.namelist()
            if name.endswith(".txt") and "readme" not in name.casefold() and "iso-lang" not in name
        ]
        if not inside:
            raise zipfile.BadZipFile("no table inside")
        return archive.open(inside[0])
    return cast("IO[bytes]", gzip.open(path, "rb")) if path.suffix == ".gz" else path.open("rb")
