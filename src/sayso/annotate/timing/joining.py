"""Parts of a date that stand side by side, made one: "June last year", "Friday morning", "10 p.m. Wednesday"."""

from dataclasses import replace
from typing import TypeGuard

from sayso.annotate.timing.clocks import read_clock
from sayso.annotate.timing.dates import Read, read_date
from sayso.annotate.timing.fields import grain_of
from sayso.annotate.timing.lexis import starters
from sayso.annotate.timing.meanings import Counted, Field, Fixed, Meaning, Offset, Part, Period, Relative, Way
from sayso.annotate.timing.periods import read_quarter
from sayso.annotate.timing.relatives import read_relative
from sayso.annotate.timing.stretches import Grain
from sayso.annotate.timing.words import Words

MOST = 3  # parts of one date: "10 p.m." "Friday" "Oct. 13"
POSSESSIVE = ("'s", "’s", "'", "’")


def grain(meaning: Meaning) -> Grain | None:
    """How fine a meaning is, where it is a stretch of the calendar."""
    match meaning:
        case Fixed():
            return meaning.stretch.grain
        case Part():
            return grain_of(meaning.field)
        case Relative() | Period():
            return meaning.grain
        case Counted():
            return meaning.unit.grain
    return Grain.DAY if isinstance(meaning, Offset) and meaning.base is not None else None


def read_joined(words: Words, at: int) -> Read:
    """The longest date that begins at a word, with the larger and smaller parts that belong to it."""
    found = _single(words, at)
    for _ in range(MOST):
        further = found and _joined(words, *found)
        if not further:
            break
        found = further
    return found


def _single(words: Words, at: int) -> Read:
    low = words.lows[at]
    if low not in starters() and not low[:1].isdecimal():
        return None
    clock = read_clock(words, at)
    options = [read_date(words, at), read_relative(words, at), (clock[0], Part(clock[1])) if clock else None]
    return max((each for each in options if each), key=lambda each: each[0], default=None)


def _joined(words: Words, end: int, left: Meaning) -> Read:
    """What follows a date, where it can be one with it."""
    glue = words.lows[end]
    if glue in POSSESSIVE and words.glued(end):
        return _possessed(words, end + 1, left)
    start = end + (glue in ("of", ","))
    if glue == "-" and words.glued(end):
        start = end + 1
    right = _single(words, start)
    if right is None:
        return None
    whole = join(left, right[1], glue if start > end else "")
    return (right[0], whole) if whole else None


def _possessed(words: Words, at: int, outer: Meaning) -> Read:
    """Such as "(this year's) third quarter", "(last year's) quarter"."""
    inner = read_quarter(words, at)
    if inner and isinstance(inner[1], Part) and grain(outer) is Grain.YEAR:
        return inner[0], replace(inner[1], outer=outer)
    if words.lows[at] in ("quarter", "period") and isinstance(outer, Relative) and outer.grain is Grain.YEAR:
        steps = {Way.LAST: -1, Way.NEXT: 1}.get(outer.way)
        return (at + 1, Period(steps)) if steps else None
    return None


def join(left: Meaning, right: Meaning, glue: str) -> Meaning | None:
    """Two parts as one date, or None where they are two dates; `glue` is what stands between them: nothing, a comma, "of"."""
    fine, coarse = grain(left), grain(right)
    if fine is None or coarse is None:
        return None
    if glue == "of" and left == Part(Field("part", "NI")):
        return None  # "the night of Oct. 23": TimeBank and AQUAINT mark the day alone
    if isinstance(left, Part) and left.field.kind == "weekday" and _is_day(right) and glue in (",", ""):
        return right
    if _is_open(left) and fine > coarse and _holds(left.field, coarse):
        return replace(left, outer=right) if glue != "," or left.field.kind == "clock" else None
    if glue == "of" and isinstance(left, Relative) and left.grain is Grain.WEEK and coarse is Grain.DAY:
        return Part(Field("week", 0), right)
    timed = glue in ("", "-") and fine is Grain.DAY and coarse in (Grain.PART, Grain.MOMENT)
    return replace(right, outer=left) if timed and _is_open(right) else None


def _is_open(meaning: Meaning) -> TypeGuard[Part]:
    """Whether a meaning is a field that may still be put into a larger stretch."""
    return isinstance(meaning, Part) and meaning.outer is None and meaning.way is None


def _is_day(meaning: Meaning) -> bool:
    """Whether a meaning is a day of a month."""
    if isinstance(meaning, Fixed):
        return meaning.stretch.grain is Grain.DAY
    return isinstance(meaning, Part) and meaning.field.kind == "day"


def _holds(field: Field, outer: Grain) -> bool:
    """Whether a field stands in a stretch of that grain: a month in a year, a weekday in a week, a time in a day."""
    if field.kind in ("part", "clock"):
        return outer is Grain.DAY
    if field.kind == "weekday":
        return outer in (Grain.WEEK, Grain.WEEKEND)
    return outer is Grain.YEAR
