"""Numerals of halves and of no fixed number: "half a million", "three quarters of a million", "a few hundred", "tens of thousands".

A vague numeral says a nominal least and no most; the lexicon tells where the least comes from.
"""

from dataclasses import replace

from sayso.annotate.counting.numerals import HALVES, Number, Numeral, exactly, number_words, scales_behind
from sayso.annotate.counting.plurals import is_plural
from sayso.annotate.counting.words import Line


def half_at(line: Line, index: int) -> Numeral | None:
    """Half, a quarter or three quarters of a scale: "half a million", "half-dozen", "three quarters of a million"."""
    known, low = number_words().scales, line.low(index)
    if low == "a" and line.low(index + 1) in {"half", "half-dozen", "quarter"}:
        inner = half_at(line, index + 1)
        return replace(inner, first=index) if inner is not None else None
    if low in {"half-dozen", "half-a-dozen"}:
        return exactly(Number(6), index, index + 1)
    part, place = _part(line, index)
    if part is None:
        return None
    place += line.low(place) == "of"
    if line.low(place) in {"a", "one"} or (line.low(place) in known and part < 1):
        place += line.low(place) not in known
        scale, last = scales_behind(line, place)
        if last > place:
            return exactly(part * scale, index, last)
    return None


def _part(line: Line, index: int) -> tuple[Number | None, int]:
    """A half or quarters, and the place behind them."""
    low = line.low(index)
    if low in HALVES:
        return HALVES[low], index + 1
    if low in {"three-quarters", "three-fourths"}:
        return Number(3, 4), index + 1
    if low == "three" and line.low(index + 1) in {"quarters", "fourths"}:
        return Number(3, 4), index + 2
    return None, index


def few_at(line: Line, index: int) -> Numeral | None:
    """A few of something: "several", "a few hundred", "a couple of dozen" (two dozen, approximately)."""
    found = number_words().few.starting(line, index)
    if found is None:
        return None
    last, least = found
    linked = last + (line.low(last) == "of")
    scale, end = scales_behind(line, linked)
    low = Number(least) * scale
    if end == linked == last and line.low(index + 1) == "couple" and not is_plural(line.low(last)):
        return None  # a man and his wife
    if end == linked:
        return Numeral(first=index, last=last, low=low, high=None, approximate=True)
    high = low if line.low(index + 1) == "couple" else None
    return Numeral(first=index, last=end, low=low, high=high, scale=scale, approximate=True)


def vague_at(line: Line, index: int) -> Numeral | None:
    """A vague numeral: "dozens", "hundreds of thousands"; "tens" alone is none."""
    known = number_words()
    low = line.low(index)
    if low not in known.vague:
        return None
    value, last = known.vague[low], index + 1
    unit = line.low(index + 2).removesuffix("s")
    if line.low(index + 1) == "of" and line.low(index + 2) in known.vague and unit in known.scales:
        value, last = value * known.scales[unit], index + 3
    elif line.low(index + 1) in {"and", "upon"} and line.low(index + 2) == low:
        last = index + 3
    if low == "tens" and last == index + 1:
        return None
    return Numeral(first=index, last=last, low=value, high=None, approximate=True)
