"""Dates as calendars write them: days, months, years, decades, centuries, numeric dates, quarters, seasons, feasts.

Every reader here takes the words and a place, and returns the place behind what it read with what that means, or None.
"""

import re
from collections.abc import Callable

from sayso.annotate.timing.lexis import lexis
from sayso.annotate.timing.meanings import Field, Fixed, Meaning, Part
from sayso.annotate.timing.numerals import read_ordinal, read_spoken_year
from sayso.annotate.timing.stretches import (
    century_stretch,
    day_stretch,
    decade_stretch,
    make_day,
    month_stretch,
    year_stretch,
)
from sayso.annotate.timing.words import Words

Read = tuple[int, Meaning] | None
YEAR = re.compile(r"(?:1[0-9]|20)\d\d", re.ASCII)
ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)", re.ASCII)
NUMERIC = re.compile(r"(\d\d?)([/.])(\d\d?)\2(\d{4}|\d\d)", re.ASCII)
# A year of two figures is the one of the hundred years up to 2049 (as POSIX counts from 1969, moved on by eighty years).
PIVOT = 50
MOST_DAYS, MOST_MONTHS = 31, 12
TURNS = frozenset(("before", "by", "until", "till"))  # the new year
JOINTS = frozenset(("-", "–", "to", "and", "or"))  # between the days of one month


def read_date(words: Words, at: int) -> Read:
    """The longest date that begins at a word."""
    found = [each for reader in READERS if (each := reader(words, at))]
    return max(found, key=lambda each: each[0]) if found else None


def read_month(words: Words, at: int) -> tuple[int, int] | None:
    """Such as "March", "Sept." with its dot; months that are words as well need a capital letter."""
    known, low = lexis(), words.lows[at]
    if low in known.months:
        return (at + 1, known.months[low]) if words.capital(at) else None
    if low in known.short_months and words.capital(at):
        dotted = words.lows[at + 1] == "." and words.glued(at + 1)
        if dotted or words.lows[at + 1][:1].isdecimal():
            return at + 1 + dotted, known.short_months[low]
    return None


def read_year(words: Words, at: int) -> tuple[int, int] | None:
    """A year of four figures, or in words."""
    if YEAR.fullmatch(words.raws[at]):
        return at + 1, int(words.raws[at])
    return read_spoken_year(words, at)


def read_day_number(words: Words, at: int) -> tuple[int, int] | None:
    """Such as "5", "5th", "fifth": the number of a day in a month."""
    found = read_ordinal(words, at)
    if found is None and words.lows[at].isdecimal() and len(words.lows[at]) < 3:  # noqa: PLR2004 - two figures at most
        found = (at + 1, int(words.lows[at]))
    return found if found and 1 <= found[1] <= MOST_DAYS else None


def dated(year: int | None, month: int, day: int | None) -> Meaning | None:
    """A day or a month, in a year or in none; None where the calendar has no such day."""
    if day is None:
        return Fixed(month_stretch(year, month)) if year else Part(Field("month", month))
    if make_day(year or 2000, month, day) is None:
        return None
    made = make_day(year, month, day) if year else None
    return Fixed(day_stretch(made)) if made else Part(Field("day", (month, day)))


def read_year_behind(words: Words, at: int) -> tuple[int, int] | None:
    """A year behind a date, after a comma or without one."""
    return read_year(words, at) or (read_year(words, at + 1) if words.lows[at] in (",", "of") else None)


def _month_first(words: Words, at: int) -> Read:
    """Such as "March", "March 5", "March 5th, 2024", "March 2024", "March of 2024"; "March 5" of "March 5-7, 2024"."""
    month = read_month(words, at)
    if month is None:
        return None
    end, number = month
    day = read_day_number(words, end)
    if day and words.lows[day[0]] in ("percent", "%"):
        day = None
    end = day[0] if day else end
    year = read_year_behind(words, end)
    if year is None and day and words.lows[end] in JOINTS and (other := read_day_number(words, end + 1)):
        later = read_year_behind(words, other[0])
        year = (end, later[1]) if later else None
    meaning = dated(year[1] if year else None, number, day[1] if day else None)
    return (year[0] if year else end, meaning) if meaning else None


def _day_first(words: Words, at: int) -> Read:
    """Such as "5 March", "5th of March 2024", "the 5th of March"."""
    start = at + (words.lows[at] == "the")
    day = read_day_number(words, start)
    if day is None:
        return None
    month = read_month(words, day[0] + (words.lows[day[0]] == "of"))
    if month is None:
        return None
    end = month[0]
    year = read_year_behind(words, end)
    meaning = dated(year[1] if year else None, month[1], day[1])
    return (year[0] if year else end, meaning) if meaning else None


def _numeric(words: Words, at: int) -> Read:
    """Such as "2024-03-05", "5/3/2024", "5.3.2024": month first with strokes (American), day first with dots; never the impossible."""
    raw = words.raws[at]
    if iso := ISO.fullmatch(raw):
        year, month, day = map(int, iso.groups())
    elif numeric := NUMERIC.fullmatch(raw):
        first, second, year = int(numeric[1]), int(numeric[3]), int(numeric[4])
        month, day = (first, second) if numeric[2] == "/" else (second, first)
        if month > MOST_MONTHS:
            month, day = day, month
        year += (2000 if year < PIVOT else 1900) if len(numeric[4]) == 2 else 0  # noqa: PLR2004 - two figures
    else:
        return None
    made = make_day(year, month, day)
    return (at + 1, Fixed(day_stretch(made))) if made else None


def _year(words: Words, at: int) -> Read:
    """Such as "1998", "the year 2000", "fiscal 1989", "nineteen ninety-six"."""
    start = at + (words.lows[at] == "the")
    named = start
    while words.lows[named] in ("fiscal", "calendar", "year", "financial", "fy"):
        named += 1
    year = read_year(words, named) if named > start or start == at else None
    if year is None or words.lows[year[0]] == "s":
        return None
    return year[0], Fixed(year_stretch(year[1]))


def _decade(words: Words, at: int) -> Read:
    """Such as "the 1990s", "'80s", "the nineties"."""
    start = at + (words.lows[at] == "the")
    low, known = words.lows[start], lexis()
    if YEAR.fullmatch(low) and low[-1] == "0":
        plural = start + 1 + (words.lows[start + 1] in ("'", "’"))
        if words.lows[plural] in ("s", "'s", "’s") or words.lows[start + 1] in ("'s", "’s"):
            return plural + (words.lows[plural] in ("s", "'s", "’s")), Fixed(decade_stretch(int(low)))
    if low in known.tens and start > at:
        return start + 1, Fixed(decade_stretch(1900 + 10 * known.tens[low]))
    quoted = start + (low in ("'", "’", "‘"))
    short = words.lows[quoted]
    if len(short) == 2 and short.isdecimal() and short[1] == "0" and (quoted > start or start > at):  # noqa: PLR2004 - two figures
        end = quoted + 1
        if words.lows[end] in ("s", "'s", "’s") and words.glued(end):
            return end + 1, Fixed(decade_stretch((2000 if int(short) < PIVOT // 2 else 1900) + int(short)))
    return None


def _century(words: Words, at: int) -> Read:
    """Such as "the 19th century", "the twenty-first century"."""
    start = at + (words.lows[at] == "the")
    number = read_ordinal(words, start)
    if number is None:
        return None
    end = number[0] + (words.lows[number[0]] == "-")
    if words.lows[end] != "century" or not 1 <= number[1] <= 30:  # noqa: PLR2004 - later ones are no news
        return None
    return end + 1, Fixed(century_stretch(number[1]))


def _short_year(words: Words, at: int) -> Read:
    """Such as "'82"."""
    lows = words.lows
    if lows[at] not in ("'", "’", "‘") or not (lows[at + 1].isdecimal() and len(lows[at + 1]) == 2):  # noqa: PLR2004 - two figures
        return None
    if (
        not words.glued(at + 1)
        or words.lows[at - 1] == lows[at]
        or lows[at + 2] == "s"
        or lows[at + 2] in lexis().units
    ):
        return None
    year = int(lows[at + 1])
    return at + 2, Fixed(year_stretch(year + (2000 if year < PIVOT else 1900)))


def _feast(words: Words, at: int) -> Read:
    """Such as "Christmas Eve", "Thanksgiving Day", "Easter 2027"."""
    for listed, rule in lexis().holidays.get(words.lows[at], ()):
        end = at + len(listed)
        turn = listed[-2:] == ["new", "year"]  # a day as a limit alone: "in the new year" means its first months
        if words.lows[at - 1] not in TURNS if turn else not words.capital(at):
            continue
        if [low.replace("’", "'") for low in words.lows[at:end]] == listed:
            return end, Part(Field("feast", tuple(sorted(rule.items()))))
    return None


READERS: tuple[Callable[[Words, int], Read], ...] = (
    _month_first, _day_first, _numeric, _year, _decade, _century, _short_year, _feast,
)  # fmt: skip
