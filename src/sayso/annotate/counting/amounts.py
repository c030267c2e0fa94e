"""The amounts of a sentence: numerals with their ranges, limits and units, from the first word to the last."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from sayso.annotate.counting.limits import limited
from sayso.annotate.counting.measures import SHARE, currency_at, unit_at
from sayso.annotate.counting.numbers import may_begin, numeral_at
from sayso.annotate.counting.numerals import Numeral
from sayso.annotate.counting.shares import share_at
from sayso.annotate.counting.words import Line
from sayso.lexicons import lexicon

NEAR_CHANGE = 6  # words between "rose" and "from 12 to 15": "rose in the first quarter from"
CLOSE = 2  # "two or three" is a range, "two or twenty" none: the second number is at most so many times the first
THOUSAND = 1000
DASHES = frozenset("-–—‑")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number with all that belongs to it: `numeral` spans the limits and the unit, `core` the bare number or range."""

    numeral: Numeral
    core: Numeral
    unit: str | None = None

    @property
    def first(self) -> int:
        """The place of its first word."""
        return self.numeral.first

    @property
    def last(self) -> int:
        """The place behind its last word."""
        return self.numeral.last

    @property
    def measured(self) -> bool:
        """Whether it is money, a measure or a share, and counts no things one by one."""
        return self.unit is not None


@dataclass(frozen=True, slots=True)
class _RangeWords:
    joints: frozenset[str]
    change: frozenset[str]
    about: frozenset[str]


@cache
def _range_words() -> _RangeWords:
    listed = lexicon("quantities")["ranges"]
    return _RangeWords(frozenset(listed["joints"]), frozenset(listed["change"]), frozenset(listed["about"]))


def find_amounts(line: Line) -> Iterator[Amount]:
    """The amounts of a line in order; they do not overlap. What is a date or a name is among them still."""
    index = floor = 0
    while index < len(line.tokens):
        found = _amount_at(line, index) if may_begin(line, index) else None
        if found is None:
            index += 1
            continue
        if found.first < floor:
            found = replace(found, numeral=replace(found.numeral, first=max(floor, found.core.first)))
        yield found
        index = floor = max(found.last, index + 1)


def _amount_at(line: Line, index: int) -> Amount | None:
    share = share_at(line, index)
    if share is not None:
        return Amount(numeral=limited(line, share), core=share, unit=SHARE)
    currency = currency_at(line, index)
    core = numeral_at(line, index + 1 if currency else index)
    if core is None:
        return None
    core = replace(core, first=index)
    unit = None if currency else _unit(line, core)
    ranged = _ranged(line, core, unit[0] if unit else core.last, currency)
    if ranged is not None:
        core = ranged
        unit = None if currency else _unit(line, core)
    core_last = core.last
    if unit is not None:
        core = replace(core, last=unit[0])
    numeral = limited(line, core)
    bare = replace(core, last=core_last)
    return Amount(numeral=numeral, core=bare, unit=currency or (_meant(unit[1], core) if unit else None))


def _meant(unit: str, core: Numeral) -> str:
    """Pounds are money where they come in thousands; below that the word does not tell, and says no more than "pound"."""
    return "GBP" if unit == "pound" and core.value >= THOUSAND else unit


def _unit(line: Line, core: Numeral) -> tuple[int, str] | None:
    """The unit behind a number, also behind "of" after a vague one: "hundreds of miles"."""
    found = unit_at(line, core.last, written=core.written)
    vague = core.high is None and line.low(core.last) == "of"
    return unit_at(line, core.last + 1, written=True) if found is None and vague else found


def _ranged(line: Line, one: Numeral, joint: int, currency: str | None) -> Numeral | None:
    """The range that a number opens: "12 to 15", "200–300", "between $3 billion and $4 billion", "two or three"."""
    known = _range_words()
    start = one.first - (line.low(one.first - 1) in known.about and line.low(one.first - 2) in {"between", "from"})
    opener = line.low(start - 1)
    low = line.low(joint)
    if not one.exact or not (low in known.joints or (low == "and" and opener == "between")):
        return None
    if low in DASHES and not (line.glued(joint) and line.glued(joint + 1)):
        return None
    other = numeral_at(line, joint + 1 + bool(currency and currency_at(line, joint + 1)))
    if other is None or not other.exact or (low == "or" and not _are_close(one, other)):
        return None
    least = one.value * (other.scale if one.scale == 1 and one.value < other.value / other.scale else 1)
    if least >= other.value or (low == "to" and opener != "between" and _changes(line, start, other, opener)):
        return None
    first = start - 1 if opener in {"between", "from"} else one.first
    about = one.approximate or start != one.first
    return replace(one, first=first, last=other.last, low=least, high=other.value, scale=other.scale, approximate=about)


def _are_close(one: Numeral, other: Numeral) -> bool:
    return one.value < other.value <= CLOSE * one.value


def _changes(line: Line, index: int, other: Numeral, opener: str) -> bool:
    """Whether two numbers are states of a thing that changed: "rose from 12 to 15", "fell 10 to 250", not "rose 2 to 3 percent"."""
    unit = unit_at(line, other.last, written=other.written)
    near = NEAR_CHANGE if opener == "from" else unit is None or unit[1] != "percent"
    return not _range_words().change.isdisjoint(line.lows(index - near, index))
