"""Lengths of time: a number and a unit, in all the ways that news writes them.

Every reader here takes the words and a place, and returns the place behind what it read with what that means, or None.
"""

from functools import cache

from sayso.annotate.timing.lexis import lexis
from sayso.annotate.timing.meanings import Length, Unit
from sayso.annotate.timing.numerals import read_cardinal, read_vague
from sayso.annotate.timing.words import Words
from sayso.lexicons import words_of

MORE = 3  # units that one length may be written in: "two years, three months and five days"
HALVED = frozenset(("year", "decade", "century", "hour", "minute", "day"))  # units of which news speaks of halves


@cache
def _adjectives() -> frozenset[str]:
    return words_of("times", "between.adjectives")


def read_length(words: Words, at: int) -> tuple[int, Length] | None:
    """Such as "two years", "a few days", "2 1/2 hours", "three-month", "a year or two", "half an hour", "weeks or months"."""
    found = _counted(words, at) or _vague(words, at) or _half(words, at) or _long(words, at)
    if found is None:
        return None
    end, length = found
    for _ in range(MORE - 1):
        more = _further(words, end, length)
        if more is None:
            break
        end, length = more
    return None if _is_age(words, end) else (end, length)


def _counted(words: Words, at: int) -> tuple[int, Length] | None:
    lows = words.lows
    one = at + 1 if lows[at] in ("a", "an", "another") else at
    if lows[one] in ("additional", "single", "full", "whole", "entire") and one > at:
        one += 1
    number = read_cardinal(words, one if lows[at] == "another" else at) or ((one, 1.0) if one > at else None)
    if number is None:
        return None
    end, count = number
    high = count
    if (until := _until(words, end)) and until[1] > count:
        end, high = until
    if lows[end : end + 3] == ["and", "a", "half"]:
        end, count, high = end + 3, count + 0.5, high + 0.5
    unit_end, unit = _unit(words, end, one > at and count == 1)
    return (unit_end, Length(((count, unit),), count, high)) if unit else None


def _until(words: Words, at: int) -> tuple[int, float] | None:
    """The upper number of a range: "three to five", "five or six", "12-18"."""
    return read_cardinal(words, at + 1) if words.lows[at] in ("to", "or", "-", "–") else None


def _unit(words: Words, at: int, article: bool) -> tuple[int, Unit | None]:  # noqa: FBT001 - says whether an article stood before it
    """The unit behind a number, with the adjectives between them; "a second" and "a quarter" are seldom lengths."""
    lows = words.lows
    if lows[at] == "-" and words.glued(at) and words.glued(at + 1):
        at += 1
    for _ in range(2):
        at += lows[at] in _adjectives()
    unit = lexis().units.get(lows[at])
    if article and lows[at] in lexis().plurals:
        return at, None
    if unit is None or (article and unit.name in ("second", "quarter") and not _closes(words, at + 1)):
        return at, None
    if unit.name == "quarter" and lows[at + 1] == "of":
        return at, None
    return at + 1, unit


def _closes(words: Words, at: int) -> bool:
    """Whether a phrase ends here: punctuation, the end of the sentence, or what follows a length."""
    return not words.lows[at][:1].isalnum() or words.lows[at] in ("later", "ago", "earlier", "before", "after")


def _vague(words: Words, at: int) -> tuple[int, Length] | None:
    found = read_vague(words, at)
    if found is None:
        return None
    end, (low, high) = found
    unit_end, unit = _unit(words, end, article=False)
    if unit is None or words.lows[unit_end - 1] not in lexis().plurals:
        return None
    count = low if low == high else None
    return unit_end, Length(((count, unit),), low, high)


def read_plural(words: Words, at: int) -> tuple[int, Length] | None:
    """A unit in the plural without a number: "weeks", "weeks or months", "decades-long"."""
    if words.lows[at] not in lexis().plurals:
        return None
    low, high = lexis().vague_counts["bare"]
    unit = lexis().units[words.lows[at]]
    end = at + 1
    if _stretches(words, end):
        return end + 2, Length(((None, unit),), low, high)
    if _is_age(words, end) or words.lows[at - 1][:1].isdecimal():
        return None
    if words.lows[end] in ("or", "and") and words.lows[end + 1] in lexis().plurals:
        end += 2
    return end, Length(((None, unit),), low, high)


def _stretches(words: Words, at: int) -> bool:
    """Whether a unit is made an adjective: "decades-long", "a years-old slump"."""
    return words.lows[at : at + 2] in (["-", "long"], ["-", "old"]) and words.glued(at)


def _half(words: Words, at: int) -> tuple[int, Length] | None:
    """Such as "half an hour", "half a century", "a half hour", "half-hour"."""
    lows = words.lows
    start = at + 1 if lows[at] == "a" else at
    if lows[start] != "half":
        return None
    end = start + 1
    if lows[end] in ("a", "an", "-"):
        end += 1
    unit = lexis().units.get(lows[end])
    if unit is None or unit.name not in HALVED:
        return None
    return end + 1, Length(((0.5, unit),), 0.5, 0.5)


def _long(words: Words, at: int) -> tuple[int, Length] | None:
    """Such as "day-long", "year-long"."""
    unit = lexis().units.get(words.lows[at])
    if unit is None or words.lows[at] in lexis().plurals or words.lows[at + 1 : at + 3] != ["-", "long"]:
        return None
    return at + 3, Length(((1.0, unit),), 1, 1)


def _further(words: Words, at: int, length: Length) -> tuple[int, Length] | None:
    """What goes on behind a unit: "and a half", "or two", "or so", "and three months", "10 minutes"."""
    lows, unit = words.lows, length.unit
    if lows[at : at + 3] == ["and", "a", "half"] and length.parts[0][0] and unit.name in HALVED:
        count = length.parts[0][0] + 0.5
        return at + 3, Length(((count, unit),), count, count)
    if lows[at] == "or" and length.parts[0][0] == 1 and lows[at + 1] == "two":
        return at + 2, Length(((None, unit),), 1, 2)
    start = at + (lows[at] in ("and", ","))
    more = _counted(words, start) if start > at or lows[at][:1].isdecimal() else None
    if more and length.parts[-1][0] is not None and more[1].unit.days < length.parts[-1][1].days:
        return more[0], Length((*length.parts, *more[1].parts), length.low, length.high)
    return None


def _is_age(words: Words, at: int) -> bool:
    """Whether a length is somebody's age: "12-year-old", "years old", "years of age"."""
    lows = words.lows
    behind = lows[at + 1] if lows[at] == "-" else lows[at]
    return behind in ("old", "olds") or lows[at : at + 2] == ["of", "age"]
