"""The lexicon of times, made ready: each word with what it can be."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.annotate.timing.meanings import Unit, Way
from sayso.annotate.timing.stretches import Grain
from sayso.lexicons import lexicon

GRAINS = {
    "day": Grain.DAY, "night": Grain.DAY, "week": Grain.WEEK, "fortnight": Grain.WEEK, "weekend": Grain.WEEKEND,
    "month": Grain.MONTH, "quarter": Grain.QUARTER, "year": Grain.YEAR, "decade": Grain.DECADE, "century": Grain.CENTURY,
    "millennium": Grain.CENTURY,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lexis:
    """Words of time by what they are; see `lexicons/times.en.toml`.

    `phrases` are lexicon entries of several words: by the first word, the longest first, as lists of words with their value.
    """

    months: Mapping[str, int]
    short_months: Mapping[str, int]
    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    units: Mapping[str, Unit]
    plurals: frozenset[str]
    seasons: Mapping[str, str]
    parts: Mapping[str, str]
    clock_words: Mapping[str, int]
    holidays: Mapping[str, list[tuple[list[str], Any]]]
    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    tens: Mapping[str, int]
    ordinals: Mapping[str, int]
    vague_counts: Mapping[str, tuple[float, float]]
    approximations: Mapping[str, list[tuple[list[str], str]]]
    portions: Mapping[str, str]
    ways: Mapping[str, Way]
    references: Mapping[str, list[tuple[list[str], str]]]
    sets: Mapping[str, str]
    zones: Mapping[str, int]
    zone_names: frozenset[str]
    bare_zones: frozenset[str]
    bounds: Mapping[str, list[tuple[list[str], str]]]


@cache
def lexis() -> Lexis:
    """The lexicon of times, made ready once."""
    times = lexicon("times")
    units, plurals = _units(times["units"])
    return Lexis(
        months=times["months"],
        short_months=times["short_months"],
        weekdays=times["weekdays"],
        short_weekdays=times["short_weekdays"],
        units=units,
        plurals=plurals,
        seasons=times["seasons"],
        parts=times["parts"],
        clock_words=times["clock_words"],
        holidays=_phrases(times["holidays"]),
        numbers=times["numbers"],
        scales=times["scales"],
        tens=times["tens"],
        ordinals=times["ordinals"],
        vague_counts={word: (low, high) for word, (low, high) in times["vague_counts"].items()},
        approximations=_phrases(times["approximations"]),
        portions=times["portions"],
        ways={word: Way(way) for word, way in times["ways"].items()},
        references=_phrases(times["references"]),
        sets=times["sets"],
        zones=times["zones"],
        zone_names=frozenset((times["clock_names"]["zones"] + times["clock_names"]["bare_zones"]).split()),
        bare_zones=frozenset(times["clock_names"]["bare_zones"].split()),
        bounds=_phrases(times["bounds"]),
    )


def _units(tables: Mapping[str, Any]) -> tuple[dict[str, Unit], frozenset[str]]:
    """Every form of every unit, and which forms are plural."""
    units: dict[str, Unit] = {}
    plurals: set[str] = set()
    for name, table in tables.items():
        months = table.get("months", 0)
        unit = Unit(
            name=name,
            code=table["code"],
            clock=table.get("clock", False),
            written=table.get("written", 1),
            months=months,
            days=table.get("days", months * 30.4),
            grain=GRAINS.get(name, Grain.MOMENT),
        )
        singular, plural = table["words"].split()
        units |= {singular: unit, plural: unit}
        plurals.add(plural)
    return units, frozenset(plurals)


def _phrases(entries: Mapping[str, Any]) -> dict[str, list[tuple[list[str], Any]]]:
    """Entries by their first word, the longest first; possessive marks are words of their own."""
    found: dict[str, list[tuple[list[str], Any]]] = {}
    for entry, value in entries.items():
        words = entry.replace("'s", " 's").split()
        found.setdefault(words[0], []).append((words, value))
    for listed in found.values():
        listed.sort(key=lambda item: -len(item[0]))
    return found


@cache
def carriers() -> frozenset[str]:
    """Words without which there is no expression."""
    known, between = lexis(), lexicon("times")["between"]
    phrases = (*known.references.values(), *known.holidays.values())
    lasts = (listed[-1] for entries in phrases for listed, _ in entries)
    calendar = (known.months, known.short_months, known.weekdays, known.short_weekdays, known.seasons, known.parts)
    others = (known.units, known.clock_words, known.sets, known.tens, known.zones, known.numbers)
    mondays = (f"{day}s" for day in known.weekdays)
    return frozenset().union(*calendar, *others, lasts, mondays, between["carriers"].split())


@cache
def openers() -> frozenset[str]:
    """Words that may stand in an expression in front of the one that carries it, and those that carry one."""
    known, between = lexis(), lexicon("times")["between"]
    phrases = (*known.approximations.values(), *known.references.values(), *known.holidays.values())
    listed_words = (word for entries in phrases for listed, _ in entries for word in listed)
    tables = (known.scales, known.ordinals, known.vague_counts, known.portions, known.ways)
    return carriers().union(*tables, listed_words, between["adjectives"].split(), between["openers"].split())


@cache
def starters() -> frozenset[str]:
    """Words with which an expression can begin."""
    return openers() - set(lexicon("times")["between"]["inner"].split())
