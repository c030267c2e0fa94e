"""Which number counts a part of which: "20 people, including three children", "of the 18 crew, four drowned", "31 of 45"."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.annotate.counting.amounts import Amount
from sayso.annotate.counting.counted import Counted
from sayso.annotate.counting.persons import Kind
from sayso.annotate.counting.words import Line, Phrases
from sayso.lexicons import lexicon, words_of

Pair = tuple[Amount, Counted]
INVERTED = frozenset({"were", "are", "was", "is"})


@cache
def _markers() -> Phrases[bool]:
    return Phrases(dict.fromkeys(lexicon("quantities")["parts"]["markers"], True))


@cache
def _degrees() -> frozenset[str]:
    return words_of("quantities", "parts.degrees")


def find_wholes(line: Line, pairs: Sequence[Pair]) -> list[int | None]:
    """For each amount of a line the number of the one that it counts a part of, if the line has that."""
    wholes: list[int | None] = []
    by_start = {amount.first: number for number, (amount, _) in enumerate(pairs)}
    divided = {counted.whole for _, counted in pairs}
    framed: int | None = None
    for number, (amount, counted) in enumerate(pairs):
        if counted.whole is not None and counted.whole in by_start:
            wholes.append(by_start[counted.whole])
            continue
        whole = None if amount.first in divided else _marked(line, pairs, wholes, number)
        if whole is None and framed is not None and _hangs_on(line, pairs[framed], amount, counted):
            whole = framed
        if _frames(line, amount):
            framed = number
        wholes.append(whole if whole is not None and _fits(pairs[whole][0], amount) else None)
    return wholes


def settled(line: Line, pairs: Sequence[Pair], wholes: Sequence[int | None]) -> list[Pair]:
    """The amounts with what they count where the noun is left out: what their whole counts, or the people named before."""
    found: list[Pair] = []
    for number, (amount, counted) in enumerate(pairs):
        kind = counted.kind
        if kind is Kind.NOTHING and not amount.measured:
            whole = wholes[number]
            other = pairs[whole][1] if whole is not None else found[-1][1] if found else None
            further = not {"others", "more"}.isdisjoint(line.lows(amount.last, counted.end + 1))
            aboard = line.low(counted.end) == "aboard" or line.lows(counted.end, counted.end + 2) == ["on", "board"]
            if aboard or (further and other is None):
                kind = Kind.PERSON
            elif other is not None and (
                whole is not None or further or other.kind is Kind.PERSON or line.low(amount.first) == "one"
            ):
                kind = other.kind
        found.append((amount, replace(counted, kind=kind)))
    return found


def _marked(line: Line, pairs: Sequence[Pair], wholes: Sequence[int | None], number: int) -> int | None:
    """The amount before, where a word marks this one as a part of it: "including", "of whom", ", two of them"."""
    amount, counted = pairs[number]
    if not number or amount.measured:
        return None
    one = number - 1
    marked = _markers().ending(line, amount.first) is not None
    listed = wholes[one] is not None and line.low(amount.first - 1) in {"and", ","} and _in_same_list(pairs, number)
    degree = line.low(amount.first - 1) == "," and line.low(amount.last) in _degrees()
    states = (["in", "a"], ["in", "critical"], ["in", "serious"], ["in", "intensive"])
    condition = line.low(amount.first - 1) == "," and line.lows(amount.last, amount.last + 2) in states
    pronoun = counted.partitive and counted.kind is Kind.NOTHING
    if not (marked or listed or degree or condition or pronoun):
        return None
    if listed and not (marked or pronoun):
        return wholes[one]
    while one and wholes[one] is not None and not marked:
        one -= 1
    return one if not pairs[one][0].measured else None


def _in_same_list(pairs: Sequence[Pair], number: int) -> bool:
    """Whether a number goes on with the list of the one before: "including three children and two nurses"."""
    before, (amount, counted) = pairs[number - 1][1], pairs[number]
    return before.kind is Kind.PERSON and counted.kind is Kind.PERSON and amount.first - before.end <= 1


def _frames(line: Line, amount: Amount) -> bool:
    """Whether a number stands in "of the 18 crew," or "among the 40 hurt", and what follows divides it."""
    place = amount.first - 1
    place -= line.low(place) in {"the", "every", "those", "these", "its", "their"}
    return line.low(place) in {"of", "among"} and (
        place == 0 or line.opens(place) or line.low(place - 1) in {",", "and"}
    )


def _hangs_on(line: Line, whole: Pair, amount: Amount, counted: Counted) -> bool:
    """Whether a number divides the one of the frame before it: it has no noun, or stands behind "among the 40 hurt were"."""
    if amount.measured:
        return False
    inverted = line.low(amount.first - 1) in INVERTED and line.low(whole[0].first - 2) == "among"
    return counted.kind is Kind.NOTHING or inverted


def _fits(whole: Amount, part: Amount) -> bool:
    """Whether the part can be as small as a part has to be."""
    return whole.numeral.high is None or part.core.value <= whole.numeral.high
