"""Names of places that the lexicons list: countries and their peoples, regions and seas, abbreviations, contested and renamed places."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sayso.annotate.placing.folding import plain
from sayso.lexicons import lexicon
from sayso.model.world import Method, Place, Precision

# How well a name fits its place, from what it is to it. A garbled name is offered and never decides by itself (.92 would).
OWN, OTHER, GARBLED = 1.0, 0.98, 0.88
CODE = 2  # letters of a country's code


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A place under a name that a lexicon has.

    Where `place` is null, a gazetteer has it as `name` inside `area`, a `town` or the area itself. `people` says that the name is an adjective or a noun of
    those who live there, `alone` that the name is seldom anything but a place's, `sole` that it is then this place. `covers` are
    codes of the areas that a region has a part of.
    """

    name: str
    area: str = ""
    place: Place | None = None
    population: int = 0
    method: Method = Method.EXACT
    quality: float = OWN
    town: bool = False
    people: bool = False
    alone: bool = False
    sole: bool = False
    covers: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the areas that it lies in, the widest first."""
        parts = self.area.split(".") if self.area else []
        return tuple(".".join(parts[: end + 1]) for end in range(len(parts)))


Names = Mapping[str, tuple[Listed, ...]]


@cache
def listed() -> Names:
    """Everything that the lexicons list, by the plain key of the name."""
    found: dict[str, dict[Listed, None]] = defaultdict(dict)
    for name, each in (*_countries(), *_regions(), *_peoples(), *_contested()):
        found[plain(name)].setdefault(each)
    return {key: tuple(each) for key, each in found.items() if key}


@cache
def capitals() -> frozenset[tuple[str, str]]:
    """The capitals of countries: plain key, country."""
    return frozenset((plain(known["capital"]), code) for code, known in lexicon("places.countries").items()) | {
        ("washington", "US")
    }


@cache
def abbreviations() -> tuple[Mapping[str, Listed], Mapping[str, Listed]]:
    """Abbreviations as they stand in print: those that count anywhere, and those that count behind a town and a comma."""
    tables = lexicon("places.abbreviations")
    return (
        {written: _reference(meant) for written, meant in tables["anywhere"].items()},
        {written: _reference(meant) for written, meant in tables["after_a_town"].items()},
    )


def country(code: str) -> Listed:
    """A country by its code."""
    known = lexicon("places.countries")[code]
    place = Place(
        id=f"geonames:{known['geonames']}",
        name=known["names"][0],
        country=code,
        lat=known["at"][0],
        lon=known["at"][1],
        precision=Precision.COUNTRY,
    )
    return Listed(
        name=known["names"][0], area=code, place=place, population=known["people"], alone=True, covers=(code,)
    )  # fmt: skip


def _reference(meant: str, *, town: bool = False, people: bool = False) -> Listed:
    """What "West Virginia US.WV" refers to: a name and the area that it is or lies in."""
    name, _, area = meant.rpartition(" ")
    if len(area) == CODE and plain(name) == plain(country(area).name):
        return _as_people(country(area)) if people else country(area)
    return Listed(name=name, area=area, town=town, people=people, alone=True)


def _as_people(each: Listed) -> Listed:
    return replace(each, people=True, alone=True)


def _countries() -> Iterator[tuple[str, Listed]]:
    for code, known in lexicon("places.countries").items():
        each = country(code)
        for name in known["names"]:
            yield name, each
        for name in known["of"]:
            yield name, _as_people(each)


def _regions() -> Iterator[tuple[str, Listed]]:
    for group, precision in (("regions", Precision.REGION), ("features", Precision.FEATURE)):
        for name, known in lexicon("places.regions")[group].items():
            each = _region(name, known, precision)
            for written in (name, *known.get("names", ())):
                yield written, each


def _region(name: str, known: Mapping[str, Any], precision: Precision) -> Listed:
    inside = known.get("in", [])
    area = inside[0] if len(inside) == 1 else ""
    shared = known.get("shared", False)
    return Listed(
        name=name,
        area=area,
        place=_place(name, known["at"], area, precision),
        population=known.get("people", 1_000_000 if shared else REGION_PEOPLE),
        alone=True,
        sole=not shared,
        covers=tuple(inside),
    )


REGION_PEOPLE = 20_000_000  # so that "the Black Sea" is no town of that name, nor "the Caucasus"


def _place(name: str, at: tuple[float, float], area: str, precision: Precision) -> Place:
    key = "-".join(name.casefold().replace("'", "").split())
    return Place(
        id=f"sayso:{key}", name=name, country=area[:CODE] or None, lat=at[0], lon=at[1], precision=precision
    )  # fmt: skip


def _peoples() -> Iterator[tuple[str, Listed]]:
    tables = lexicon("places.peoples")
    for name, meant in tables["divisions"].items():
        yield name, _reference(meant, people=True)
    for name, meant in tables["cities"].items():
        yield name, _reference(meant, people=True, town=True)
    regions = lexicon("places.regions")["regions"]
    for name, meant in tables["regions"].items():
        each = _region(meant, regions[meant], Precision.REGION)
        yield name, _as_people(each)


def _contested() -> Iterator[tuple[str, Listed]]:
    for entries in lexicon("places.contested").values():
        for known in entries:
            for written, method, quality in _writings(known):
                yield written, _disputed(known, method, quality)


def _writings(known: Mapping[str, Any]) -> Iterator[tuple[str, Method, float]]:
    yield known["place"], Method.EXACT, OWN
    for kind, quality in (("former", OTHER), ("other", OTHER), ("garbled", GARBLED)):
        for written in filter(None, map(str.strip, known.get(kind, "").split(";"))):
            yield written, Method.CURATED, quality


def _disputed(known: Mapping[str, Any], method: Method, quality: float) -> Listed:
    precision = Precision(known["kind"]) if "kind" in known else Precision.CITY
    at = known.get("at")
    return Listed(
        name=known["place"],
        area=known["in"],
        place=_place(known["place"], at, known["in"], precision) if at else None,
        population=(REGION_PEOPLE if precision is not Precision.CITY else VILLAGE) if at else 0,
        method=method,
        quality=quality,
        town=precision is Precision.CITY,
        alone=known.get("alone", False),
        sole=known.get("alone", False),
        covers=(known["in"],) if precision is Precision.REGION else (),
    )


VILLAGE = 2_000  # of a town that the gazetteer lacks, and whose people nobody counts any more
