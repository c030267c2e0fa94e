"""What bounds a number or makes it approximate: "at least", "up to", "about", "or more", "-odd"."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from sayso.annotate.counting.numerals import Numeral, number_words
from sayso.annotate.counting.words import Line, Phrases, valued
from sayso.lexicons import lexicon

MOST_LIMITS = 3  # "up to an estimated 20"; of 18,000 numbers in news four have two, none has three
SMALL = 10  # below it "over two villages" is about places, from it on "over 20" is a bound
Limiting = Callable[[Numeral], Numeral]


def _least(numeral: Numeral) -> Numeral:
    return replace(numeral, high=None) if numeral.low == numeral.high else numeral


def _most(numeral: Numeral) -> Numeral:
    if numeral.low is not None and numeral.high is None:  # "up to several hundred"
        return replace(numeral, low=None, high=numeral.low)
    return replace(numeral, low=None) if numeral.low == numeral.high else numeral


def _about(numeral: Numeral) -> Numeral:
    return replace(numeral, approximate=True)


@dataclass(frozen=True, slots=True)
class _Limits:
    before: Phrases[Limiting]
    after: Phrases[Limiting]
    of_places: frozenset[str]
    topics: frozenset[str]


@cache
def _limits() -> _Limits:
    listed = lexicon("quantities")["limits"]
    before = ((listed["least"], _least), (listed["most"], _most), (listed["about"], _about))
    after = ((listed["after_least"], _least), (listed["after_most"], _most), (listed["after_about"], _about))
    return _Limits(
        Phrases(valued(before)), Phrases(valued(after)), frozenset(listed["of_places"]), frozenset(listed["topics"])
    )


def limited(line: Line, numeral: Numeral) -> Numeral:
    """The numeral with all that bounds it on either side, from the first word of that to the last."""
    for _ in range(MOST_LIMITS):
        found = _limits().before.ending(line, numeral.first)
        if found is None or _is_elsewhere(line, found[0], numeral):
            break
        numeral = replace(found[1](numeral), first=found[0])
    return _limited_behind(line, numeral)


def _is_elsewhere(line: Line, index: int, numeral: Numeral) -> bool:
    """Whether the words at a place are no limit but tell where or about what: "over two villages", "asked about 20 men"."""
    low = line.low(index)
    alone = numeral.first == index + 1
    if not alone or low not in _limits().of_places | {"about"}:
        return False
    if line.low(index - 1) in _limits().topics:
        return True
    return low != "about" and numeral.scale == 1 and numeral.value < SMALL and not line.opens(index)


def _limited_behind(line: Line, numeral: Numeral) -> Numeral:
    last = numeral.last
    low, glued = line.low(last), line.glued(last)
    if low == "+" and glued:
        return replace(_least(numeral), last=last + 1)
    if low == "-" and glued and line.low(last + 1) in {"odd", "plus"}:
        limit = _about if line.low(last + 1) == "odd" else _least
        return replace(limit(numeral), last=last + 2)
    found = _limits().after.starting(line, last)
    if found is None or _counts(line, found[0]):
        return numeral
    return replace(found[1](numeral), last=found[0])


def _counts(line: Line, index: int) -> bool:
    """Whether another number begins here, to which the limit belongs: "12, at least 30"."""
    low = line.low(index)
    return line.at(index).kind in {"f", "$"} or low in number_words().small or low in number_words().scales
