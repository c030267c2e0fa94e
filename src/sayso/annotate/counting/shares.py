"""Shares of a whole: "half of", "two-thirds", "a fifth", "one in five", "four out of ten", "one voter in three"."""

from dataclasses import dataclass
from functools import cache

from sayso.annotate.counting.numbers import numeral_at
from sayso.annotate.counting.numerals import Number, Numeral, exactly, number_words
from sayso.annotate.counting.plurals import is_plural
from sayso.annotate.counting.words import Line
from sayso.lexicons import lexicon, words_of

LARGEST_WHOLE = 1000  # "one in a thousand"; more is a year or a count
ROUND = frozenset({3, 4, 5, 10, 20, 100, 1000})  # "three out of four": wholes that shares are told of
MOST_OF_FEW = 10  # "nine in ten"; more of something in something are counted there


@dataclass(frozen=True, slots=True)
class _ShareWords:
    parts: dict[str, int]
    no_half_behind: frozenset[str]
    half_before: frozenset[str]
    half_of_what: frozenset[str]
    a_part_behind: frozenset[str]
    may_open: frozenset[str]


@cache
def _share_words() -> _ShareWords:
    listed = lexicon("quantities")
    lists = ("no_half_behind", "half_before", "half_of_what", "a_part_behind", "may_open")
    return _ShareWords(
        dict(listed["numerals"]["shares"]), *(frozenset(listed["shares"][name].split()) for name in lists)
    )


@cache
def units_of_time() -> frozenset[str]:
    """The nouns whose number is a time."""
    return words_of("quantities", "dates.units")


def share_at(line: Line, index: int) -> Numeral | None:
    """The share that begins with a token, if any; its value is a part of one."""
    if line.at(index).kind not in {"w", "f"}:
        return None
    found = _half(line, index) or _part(line, index) or _one_in(line, index)
    if found is not None and line.low(found.last) == "of" and line.low(found.last + 1) in {"a", "one"}:
        return None if line.low(found.last + 2) in number_words().scales else found
    return found


def _half(line: Line, index: int) -> Numeral | None:
    known = _share_words()
    before, after = line.low(index - 1), line.low(index + 1)
    if line.low(index) != "half" or before in known.no_half_behind or after not in known.half_before:
        return None
    behind = line.low(index + 2)
    if after != "of" and (behind in known.half_of_what or behind in units_of_time()):
        return None
    return exactly(Number(1, 2), index, index + 1)


def _part(line: Line, index: int) -> Numeral | None:
    """A fraction, "two-thirds", "one fifth"; "a third" where it says of what, or what changed by it."""
    known, small = _share_words(), number_words().small
    low, after = line.low(index), line.low(index + 1)
    count, _, part = low.partition("-")
    last = index + 1
    if not part:
        count, part, last = low, after, index + 2
    if part not in known.parts or part == "half":
        return None
    if count in {"a", "an"}:
        behind = line.low(last)
        whole = behind == "of" or (line.low(index - 1) in known.a_part_behind and not is_plural(behind))
        return exactly(Number(1, known.parts[part]), index, last) if whole else None
    many = small.get(count, 0)
    if not 0 < many < known.parts[part] or (many > 1) != part.endswith("s"):
        return None
    return exactly(Number(many, known.parts[part]), index, last)


def _one_in(line: Line, index: int) -> Numeral | None:
    """One number out of another: "one in five", "four out of ten", "six of every ten", "one voter in three"."""
    part = numeral_at(line, index)
    if part is None or not part.exact or part.scale != 1 or not 0 < part.value <= LARGEST_WHOLE:
        return None
    place = _whole_begins(line, part)
    whole = numeral_at(line, place) if place else None
    if whole is None or not whole.exact or not part.value < whole.value <= LARGEST_WHOLE:
        return None
    if line.low(part.last) == "out" and line.low(part.last + 2) != "every" and whole.value not in ROUND:
        return None  # "26 out of 30 drones" counts both
    if line.low(whole.last) in units_of_time() or line.low(whole.last) in {"-", "per", "percent"}:
        return None
    return exactly(part.value / whole.value, index, whole.last)


def _whole_begins(line: Line, part: Numeral) -> int | None:
    """The place of the second number behind "in", "out of" or "of every"; None where there is none or it counts by itself."""
    last = part.last
    joint, after = line.low(last), line.low(last + 1)
    if line.lows(last, last + 3) == ["out", "of", "every"]:
        return last + 3
    if (joint, after) in {("out", "of"), ("of", "every"), ("in", "every")}:
        return last + 2 if line.low(last + 2) not in {"the", "a"} else None
    if joint == "in":
        opens = line.at(part.first - 1).kind == "p" or line.low(part.first - 1) in _share_words().may_open
        return last + 1 if part.value == 1 or (opens and part.value < MOST_OF_FEW) else None
    if part.value == 1 and after == "in" and line.at(last).kind == "w":
        whole = numeral_at(line, last + 2)
        alone = whole is not None and not is_plural(line.low(whole.last))
        return last + 2 if alone else None
    return None
