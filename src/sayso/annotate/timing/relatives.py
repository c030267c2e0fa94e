"""Times that lie relative to something: yesterday, last week, the same day, the next morning, the third quarter, the weekend.

Every reader here takes the words and a place, and returns the place behind what it read with what that means, or None.
"""

from collections.abc import Callable
from functools import cache

from sayso.annotate.timing.dates import Read, read_date, read_month
from sayso.annotate.timing.lengths import read_length, read_plural
from sayso.annotate.timing.lexis import lexis
from sayso.annotate.timing.meanings import (
    Counted,
    Field,
    Fixed,
    Length,
    Meaning,
    Part,
    Period,
    Reaching,
    Relative,
    Unit,
    Way,
)
from sayso.annotate.timing.numerals import read_ordinal
from sayso.annotate.timing.periods import FINANCIAL, read_period, read_quarter
from sayso.annotate.timing.stretches import Grain
from sayso.annotate.timing.words import Words
from sayso.lexicons import words_of

DAYS: dict[str, Meaning] = {
    "today": Relative(Grain.DAY, Way.THIS),
    "yesterday": Relative(Grain.DAY, Way.LAST),
    "tomorrow": Relative(Grain.DAY, Way.NEXT),
    "tonight": Part(Field("part", "NI"), Relative(Grain.DAY, Way.THIS)),
    "overnight": Part(Field("part", "NI"), Relative(Grain.DAY, Way.LAST)),
}
NARRATIVE = {Way.LAST: Way.PREVIOUS, Way.NEXT: Way.FOLLOWING}
BACK = frozenset((Way.LAST, Way.PAST, Way.PREVIOUS))
LONG = frozenset((Grain.DECADE, Grain.CENTURY))


def read_relative(words: Words, at: int) -> Read:
    """The longest relative time that begins at a word."""
    found = [each for reader in READERS if (each := reader(words, at))]
    return max(found, key=lambda each: each[0]) if found else None


def _day(words: Words, at: int) -> Read:
    meaning = DAYS.get(words.lows[at])
    return (at + 1, meaning) if meaning else None


def _weekday(words: Words, at: int) -> Read:
    """Such as "Friday"; "Fri." beside a date."""
    known, low = lexis(), words.lows[at]
    if not words.capital(at):
        return None
    if low in known.weekdays:
        return at + 1, Part(Field("weekday", known.weekdays[low]))
    if low in known.short_weekdays:
        end = at + 1 + (words.lows[at + 1] == ".")
        if words.lows[end] == "," and (read_month(words, end + 1) or words.lows[end + 1][:1].isdecimal()):
            return end, Part(Field("weekday", known.short_weekdays[low]))
        if read_month(words, end):
            return end, Part(Field("weekday", known.short_weekdays[low]))
    return None


def _part(words: Words, at: int) -> Read:
    """Such as "morning", "the morning", "mid-morning"."""
    start = at + (words.lows[at] == "the")
    code = lexis().parts.get(words.lows[start])
    return (start + 1, Part(Field("part", code))) if code else None


def _season(words: Words, at: int) -> Read:
    """Such as "summer", "the summer"."""
    start = at + (words.lows[at] == "the")
    code = lexis().seasons.get(words.lows[start])
    return (start + 1, Part(Field("season", code))) if code else None


def _way(words: Words, at: int) -> tuple[int, Way, bool] | None:
    """Such as "last", "the next", "this past", "these past", "that same": the way, and whether an article stands before it."""
    known, lows = lexis().ways, words.lows
    start = at + (lows[at] in ("the", "its", "their", "our", "these", "those", "this", "that"))
    if start > at and lows[start] in known and lows[start] != "that" and (lows[at] != "that" or lows[start] == "same"):
        way = known[lows[start]]
        return start + 1, way, lows[at] in ("the", "that")
    if lows[at] in known and known[lows[at]] not in (Way.FOLLOWING, Way.LATEST):
        return at + 1, known[lows[at]], False
    if lows[at] == "the" and lows[at + 1] not in known:
        return at + 1, Way.SAME, True
    return None


def _with_way(words: Words, at: int) -> Read:
    """Such as "last week", "the next day", "this coming Sunday", "next March", "the past two years", "last night"."""
    found = _way(words, at)
    if found is None:
        return None
    end, way, article = found
    bare = way is Way.SAME and end == at + 1 and words.lows[at] == "the"
    if bare:
        return _the_unit(words, end)
    return (
        _way_length(words, end, way)
        or _way_unit(words, end, way, article=article)
        or _way_named(words, end, way, article=article)
    )


@cache
def _told_of() -> frozenset[str]:
    """What tells, behind "the day", which day it is: "the day that the wall fell", "the day after he left"."""
    return words_of("classes", "pronoun", "wh", "that") | {"after", "before", "this"}


def _is_apposition(words: Words, at: int) -> bool:
    """Whether what begins here says of a date before the comma what it was: "on Oct. 12, the day before the plunge"."""
    low = words.lows[at - 2] if at > 1 and words.lows[at - 1] == "," else ""
    return low.isdecimal() or low in lexis().weekdays


def _the_unit(words: Words, at: int) -> Read:
    """Such as "the day", "the quarter", "the full year": what the text last spoke of; "the weekend": the nearest."""
    end = at
    while words.lows[end] in FINANCIAL:
        end += 1
    unit = lexis().units.get(words.lows[end])
    if unit is None or words.lows[end] in lexis().plurals or unit.name in ("night", "fortnight") or unit.clock:
        return None
    if words.lows[end + 1] == "-":
        return None
    if unit.grain is Grain.YEAR and words.lows[end + 1] in ("ended", "ending"):
        return end + 1, Length(((1.0, unit),), 1, 1)
    if unit.grain is Grain.WEEKEND:
        return end + 1, Part(Field("weekend", 0))
    if unit.grain is Grain.DAY and words.lows[end + 1] in _told_of():
        return end + 1, Relative(Grain.DAY, Way.SAME if _is_apposition(words, at - 1) else Way.OTHER)
    return end + 1, Relative(unit.grain, Way.THE)


def _way_length(words: Words, at: int, way: Way) -> Read:
    """Such as "(the past) two years", "(the next) few days", "(coming) weeks", "(the) first nine months"."""
    few = words.lows[at] == "couple"
    length = read_length(words, at) or (read_plural(words, at) if way not in (Way.SAME, Way.THIS) else None)
    if few:
        length = _couple(words, at)
    if length is None or length[1].single:
        return None
    if way in (Way.SAME, Way.LATEST, Way.THIS):
        return length
    return length[0], Reaching(length[1], way)


def _couple(words: Words, at: int) -> tuple[int, Length] | None:
    end = at + 1 + (words.lows[at + 1] == "of")
    unit = lexis().units.get(words.lows[end])
    return (end + 1, Length(((2.0, unit),), 2, 2)) if unit else None


def _way_unit(words: Words, at: int, way: Way, *, article: bool) -> Read:
    """Such as "(last) week", "(the next) day", "(this) fiscal year", "(the latest) period"."""
    end = at
    while words.lows[end] in FINANCIAL:
        end += 1
    if words.lows[end] == "period" and way in (Way.LATEST, Way.SAME):
        return end + 1, Period(0)
    unit = lexis().units.get(words.lows[end])
    if unit is None or words.lows[end] in lexis().plurals:
        return None
    if unit.clock:
        return (end + 1, Reaching(Length(((1.0, unit),), 1, 1), way)) if way in (Way.PAST, Way.LAST, Way.NEXT) else None
    if unit.name == "night":
        return end + 1, Part(Field("part", "NI"), Relative(Grain.DAY, _told(way, article=article)))
    if unit.grain in LONG and way in (Way.PAST, Way.NEXT, Way.COMING):
        return end + 1, Reaching(Length(((1.0, unit),), 1, 1), way)
    if unit.grain is Grain.DAY and article:
        way = _told(way, article=True)
    return end + 1, Relative(unit.grain, way)


def _told(way: Way, *, article: bool) -> Way:
    """The way in the narrative: "the next day" is not the day after publication."""
    return NARRATIVE.get(way, way) if article else way


def _way_named(words: Words, at: int, way: Way, *, article: bool) -> Read:
    """Such as "(last) Friday", "(next) March 5", "(this) summer", "(the next) morning", "(last) Thanksgiving"."""
    if code := lexis().parts.get(words.lows[at]):
        way = Way.THIS if way is Way.THIS else _told(way, article=article)
        return at + 1, Part(Field("part", code), Relative(Grain.DAY, way))
    found = _season(words, at) or (
        (_weekday(words, at) or read_date(words, at)) if words.lows[at - 1] != "that" else None
    )
    if way is Way.COMING and words.lows[at - 2] not in ("this", "the"):
        return None
    if found is None or not isinstance(found[1], Part) or found[1].outer:
        return None
    return found[0], Part(found[1].field, way=way)


def _counted(words: Words, at: int) -> tuple[int, Unit, int] | None:
    """Such as "the first week", "the last day": a unit by its number; -1 is the last."""
    start = at + (words.lows[at] == "the")
    last = words.lows[start] in ("last", "final")
    ordinal = (start + 1, -1) if last else read_ordinal(words, start)
    if ordinal is None or (last and start == at):
        return None
    unit = lexis().units.get(words.lows[ordinal[0]])
    if unit is None or unit.clock or words.lows[ordinal[0]] in lexis().plurals:
        return None
    return ordinal[0] + 1, unit, ordinal[1]


def _counted_in(words: Words, at: int) -> Read:
    """Such as "the first week of March", "the last day of 1999"."""
    counted = _counted(words, at)
    if counted is None or words.lows[counted[0]] not in ("of", "in"):
        return None
    end, unit, number = counted
    outer = read_date(words, end + 1) or read_relative(words, end + 1)
    return (outer[0], Counted(unit, number, outer[1])) if outer else None


def _nth_weekday(words: Words, at: int) -> Read:
    """Such as "the first Monday of June", "the second Sunday in May 2027"."""
    ordinal = read_ordinal(words, at + (words.lows[at] == "the"))
    if (
        ordinal is None
        or words.lows[ordinal[0]] not in lexis().weekdays
        or words.lows[ordinal[0] + 1] not in ("of", "in")
    ):
        return None
    month = read_date(words, ordinal[0] + 2)
    kinds = isinstance(month[1], Part) and month[1].field.kind == "month" if month else False
    fixed = isinstance(month[1], Fixed) and month[1].stretch.grain is Grain.MONTH if month else False
    if month is None or not (kinds or fixed):
        return None
    return month[0], Part(Field("nth", (ordinal[1], lexis().weekdays[words.lows[ordinal[0]]])), month[1])


READERS: tuple[Callable[[Words, int], Read], ...] = (
    _day, _weekday, _part, _season, read_quarter, _with_way, _counted_in, _nth_weekday, read_period,
)  # fmt: skip
