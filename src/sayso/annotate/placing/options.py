"""The places that a spot may mean: what the lexicons and the gazetteer have under its name, one place once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import cos, hypot, radians

from sayso.annotate.placing.folding import AREA, loose, plain
from sayso.annotate.placing.lines import Spot
from sayso.annotate.placing.listed import Listed, listed
from sayso.annotate.placing.strangers import Meant
from sayso.lexicons import words_of
from sayso.model.world import Method, Place, Precision
from sayso.ports.gazetteer import Gazetteer, Known, Naming

# How well a name fits, from what it is to its place: other spellings and former names still decide where the context agrees.
QUALITY = {Naming.MAIN: 1.0, Naming.ALTERNATE: 0.97, Naming.LOOSE: 0.96, Naming.HISTORIC: 0.95}
METHOD = {
    Naming.MAIN: Method.EXACT,
    Naming.ALTERNATE: Method.ALTERNATE,
    Naming.LOOSE: Method.ALTERNATE,
    Naming.HISTORIC: Method.ALTERNATE,
}
SAME = 15.0  # kilometres between two points of one town, in a lexicon and in a gazetteer
DEGREE = 111.2  # kilometres
MOST = 16  # options of one name that are weighed
LEVELS = {
    Precision.ADMIN1: words_of("places.types", "level_admin1"),
    Precision.REGION: words_of("places.types", "level_admin2"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A place that a name may mean; `quality` says how well the name fits it, `codes` as in `sayso.ports.gazetteer.Known`.

    `covers` are the codes of areas that lie in it, for the most part, its own among them; () for what is no area.
    """

    place: Place
    codes: tuple[str, ...]
    population: int
    method: Method
    quality: float
    naming: Naming = Naming.MAIN
    covers: tuple[str, ...] = ()

    @property
    def country(self) -> str:
        """The code of its country, "" where it has none."""
        return self.codes[0] if self.codes else ""


def kilometres(one: Place, other: Place) -> float:
    """The distance of two places, on a plane: right to a percent where they are near, which is where it is asked."""
    across = (one.lon - other.lon + 180) % 360 - 180
    return DEGREE * hypot(one.lat - other.lat, across * cos(radians((one.lat + other.lat) / 2)))


class Atlas:
    """The gazetteer with the lexicons over it, for one text: every name is looked up once."""

    def __init__(
        self, gazetteer: Gazetteer, spots: Iterable[Spot], known: Mapping[str, Sequence[Known]], strangers: Meant
    ) -> None:
        """Look up, in one question, what the lexicons refer to for these spots; `strangers` are known already."""
        self.gazetteer = gazetteer
        self.strangers = strangers
        self._made: dict[tuple[str, str, str, bool], Sequence[Option]] = {}
        self.typed = {spot.area for spot in spots if spot.area}
        self.known = dict(known)
        wanted = {each for spot in spots for each in self.listed_of(spot) if each.place is None}
        self._ask({plain(each.name) for each in wanted})
        self._ask({loose(each.name)[0] for each in wanted if not self._behind(each, plain(each.name))})

    def _ask(self, keys: set[str]) -> None:
        missing = keys - self.known.keys()
        if missing:
            self.known.update(self.gazetteer.named(missing))

    @staticmethod
    def listed_of(spot: Spot) -> tuple[Listed, ...]:
        """What the lexicons have for a spot."""
        if spot.short is not None:
            return (spot.short,)
        return listed().get(spot.key, ()) if spot.known else ()

    def options(self, spot: Spot) -> Sequence[Option]:
        """The options of a spot, the most populous first."""
        if spot in self.strangers:
            return merged([alike(known, fit) for known, fit in self.strangers[spot]])[:MOST]
        name = (spot.key, spot.area, spot.type, spot.known)
        if name not in self._made:
            self._made[name] = self._options(spot)
        return self._made[name]

    def _options(self, spot: Spot) -> Sequence[Option]:
        entries = self.listed_of(spot)
        areas = (
            fitting([made(each) for each in self.known.get(spot.area, ())], spot.type)
            if spot.area and spot.known
            else []
        )
        if not spot.type and (AREA + spot.key) in self.typed:
            areas = fitting([made(each) for each in self.known.get(AREA + spot.key, ())], "")
        whole = [made(each) for each in self.known.get(spot.key, ())] if spot.known and spot.short is None else []
        there = {each.country for each in areas}
        if spot.type and any(each.country in there for each in whole[:1]):
            return merged(areas)[:MOST]
        found = [option for each in entries for option in self._referred(each)]
        if not any(each.sole for each in entries):
            found += [*whole, *areas]
        return merged(found)[:MOST]

    def first_of(self, keys: Iterable[str]) -> Iterator[tuple[str, list[Option]]]:
        """The first of some keys that places have as their own name, with those places; the keys stand in no text."""
        asked = list(keys)
        found = self.gazetteer.named(asked)
        for key in asked:
            own = [made(each) for each in found.get(key, ()) if each.naming is Naming.MAIN][:MOST]
            if own:
                yield key, own
                return

    def _referred(self, each: Listed) -> Iterator[Option]:
        """The option behind an entry of a lexicon, by its own point or as the gazetteer has it."""
        if each.place is not None:
            yield Option(
                place=each.place, codes=each.codes, population=each.population, method=each.method, quality=each.quality, covers=each.covers
            )  # fmt: skip
            return
        known = self._behind(each, plain(each.name)) or self._behind(each, loose(each.name)[0])
        if known is not None:
            yield replace(made(known), method=each.method, quality=each.quality, naming=Naming.MAIN)

    def _behind(self, each: Listed, key: str) -> Known | None:
        inside = [known for known in self.known.get(key, ()) if each.area in known.codes]
        towns = [known for known in inside if known.place.precision is Precision.CITY]
        areas = [known for known in inside if known.codes[-1] == each.area and known not in towns]
        return next(iter((towns or areas if each.town else areas or towns) or inside), None)


def made(known: Known) -> Option:
    """An option of what a gazetteer has."""
    area = known.place.precision is not Precision.CITY
    return Option(
        place=known.place,
        codes=known.codes,
        population=known.population,
        method=METHOD[known.naming],
        quality=QUALITY[known.naming],
        naming=known.naming,
        covers=known.codes[-1:] if area else (),
    )


def alike(known: Known, fit: float) -> Option:
    """An option whose name sounds the same (a fit of 1), or is like it."""
    option = made(known)
    if fit == 1.0:
        return option
    return replace(option, method=Method.FUZZY, quality=fit)


def fitting(areas: Sequence[Option], type_: str) -> list[Option]:
    """The areas of the level that a word means: "Donetsk region" is the oblast, "Donetsk district" a part of it; either if it has no other."""
    for precision, words in LEVELS.items():
        if type_ in words:
            level = [each for each in areas if each.place.precision is precision]
            return level or list(areas)
    return list(areas)


def merged(options: Sequence[Option]) -> list[Option]:
    """Each place once, the most populous first: a point of a lexicon and a gazetteer's of the same town are one place."""
    kept: dict[str, Option] = {}
    for option in sorted(options, key=lambda each: (-each.population, -each.quality, each.place.id)):
        own = option.place.id.startswith("sayso:")
        same = option.place.id if option.place.id in kept else None
        if same is None and (own or any(id.startswith("sayso:") for id in kept)):
            same = next((id for id, other in kept.items() if is_same(option, other)), None)
        if same is None:
            kept[option.place.id] = option
        else:
            kept[same] = better(kept[same], option)
    return list(kept.values())


def is_same(one: Option, other: Option) -> bool:
    """Whether two options, one of them of a lexicon, are one place."""
    alike = one.place.precision is other.place.precision and one.country == other.country
    ours = one.place.id.startswith("sayso:") or other.place.id.startswith("sayso:")
    return alike and ours and kilometres(one.place, other.place) < SAME


def better(one: Option, other: Option) -> Option:
    """The two as one: the gazetteer's place, the way in which the name fits best."""
    best = max(one, other, key=lambda each: each.quality)
    place = one if one.place.id.startswith("geonames:") else other
    return replace(
        place, method=best.method, quality=best.quality, naming=best.naming, population=max(one.population, other.population)
    )  # fmt: skip
