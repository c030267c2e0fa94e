"""Quarters, halves and the periods of business news: "the third quarter", "Q3", "the year-ago period", "the same month last year".

Every reader here takes the words and a place, and returns the place behind what it read with what that means, or None.
"""

from sayso.annotate.timing.dates import Read, read_date
from sayso.annotate.timing.lengths import read_length
from sayso.annotate.timing.lexis import lexis
from sayso.annotate.timing.meanings import Field, Part, Period
from sayso.annotate.timing.numerals import read_ordinal
from sayso.annotate.timing.stretches import QUARTERS, Grain
from sayso.annotate.timing.words import Words

FINANCIAL = frozenset(("fiscal", "financial", "full", "entire", "calendar", "whole"))
SHORT = {"q": ("1", "2", "3", "4"), "h": ("1", "2")}  # "Q3", "H1"
SEMESTERS = 2


def read_quarter(words: Words, at: int) -> Read:
    """Such as "third quarter", "third-quarter", "the first half", "Q3", "H1"; also "fiscal second-quarter"."""
    lows = words.lows
    start = at + (lows[at] == "the" or (lows[at] in ("its", "their") and lows[at + 2] != "-"))
    while lows[start] in FINANCIAL or (start > at and lows[start] == "-"):
        start += 1
    if lows[start] in SHORT:
        return _short_quarter(words, start)
    ordinal = (start + 1, 0) if lows[start] in ("final", "last") and start > at else read_ordinal(words, start)
    if ordinal is None:
        return None
    end = ordinal[0] + (lows[ordinal[0]] == "-")
    field = None
    if lows[end] == "quarter" and ordinal[1] <= QUARTERS:
        field = Field("quarter", ordinal[1] or QUARTERS)
    elif lows[end] == "half" and ordinal[1] <= SEMESTERS and _halves_a_year(words, end + 1):
        field = Field("half", ordinal[1] or SEMESTERS)
    alone = end == ordinal[0] or start == at  # "the third-quarter loss": the article belongs to the loss
    return (end + 1, Part(field)) if field and alone else None


def _short_quarter(words: Words, at: int) -> Read:
    """Such as "Q3", "H1"; not "H1N1"."""
    kind, number = words.lows[at : at + 2]
    whole = not (words.glued(at + 2) and words.lows[at + 2].isalnum())
    if number not in SHORT[kind] or not words.glued(at + 1) or not whole:
        return None
    return at + 2, Part(Field("quarter" if kind == "q" else "half", int(number)))


def _halves_a_year(words: Words, at: int) -> bool:
    """Whether "the first half" is one of a year, not of a match or a century: a year stands behind it."""
    lows = words.lows
    start = at + (lows[at] == "of") + (lows[at : at + 2] == ["of", "the"])
    if lows[start] in ("the", "this", "last", "next", "fiscal"):
        start += 1
    return lows[start] in ("year", "fiscal") or (lows[start].isdecimal() and len(lows[start]) == 4)  # noqa: PLR2004 - a year


def read_period(words: Words, at: int) -> Read:
    """Such as "the year-ago quarter", "year-earlier", "the 1988 third quarter", "the same period last year"."""
    lows = words.lows
    start = at + (lows[at] in ("the", "a"))
    start += lows[start] in ("comparable", "corresponding", "same")
    if lows[start : start + 2] == ["year", "-"] and lows[start + 2] in ("ago", "earlier"):
        return _compared(words, at, start)
    if lows[start] in ("period", "quarter", "month", "week", "day") and lows[start - 1] in (
        "same",
        "corresponding",
        "comparable",
    ):
        return _same(words, start)
    year = read_date(words, start) if start > at and lows[start].isdecimal() else None
    if year is None:
        return None
    quarter = read_quarter(words, year[0])
    if quarter and isinstance(quarter[1], Part):
        return quarter[0], Part(quarter[1].field, year[1])
    return (year[0] + 1, Period(0, int(lows[start]))) if lows[year[0]] in ("quarter", "period") else None


def _compared(words: Words, at: int, start: int) -> Read:
    """Such as "(the) year-ago quarter", "(the) year-earlier nine months"; without a noun of time the article is not part of it."""
    end = start + 3
    if words.lows[end] in ("quarter", "period"):
        return end + 1, Period(-1)
    quarter = read_quarter(words, end)
    if quarter:
        return quarter[0], Period(-1)
    return read_length(words, end) or ((end, Period(-1)) if start == at else None)


def _same(words: Words, at: int) -> Read:
    """Such as "(the same) period last year", "(the same) month a year ago", "(the same) period of 2008"."""
    lows = words.lows
    end = at + 1 + (lows[at + 1] in ("of", "in"))
    if lows[end : end + 2] == ["a", "year"] and lows[end + 2] in ("ago", "earlier"):
        return end + 3, Period(-1, None, _period_grain(lows[at]))
    if lows[end : end + 2] == ["last", "year"] or lows[end : end + 3] == ["the", "last", "year"]:
        return end + 2 + (lows[end] == "the"), Period(-1, None, _period_grain(lows[at]))
    year = read_date(words, end)
    return (year[0], Period(0, int(lows[end]), _period_grain(lows[at]))) if year and lows[end].isdecimal() else None


def _period_grain(low: str) -> Grain:
    unit = lexis().units.get(low)
    return unit.grain if unit else Grain.QUARTER
