"""House texts: passages that stand in reports which otherwise have nothing to do with one another."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.relate.copying.arrivals import Fingerprinted
from sayso.relate.copying.beside import Side, related
from sayso.relate.copying.passages import SEED, seeds_of

LINES = 3  # lines that have a passage before it is a house text: with two, one could have a part of the other
SURELY = (
    6  # lines with which it is one even where the arrival is kin to them, as a short text is that is half house text
)


def find_house(arrival: Fingerprinted, sides: Sequence[Side]) -> bytes:
    """For each word of an arrival how many lines have it as a house text or a formula; 0 where it is none.

    Where most of those who have a passage are of one line, that line is its home, and the others took it from there.
    Fewer lines than SURELY count only where they are strange to the arrival; its own counts as one.
    """
    lines = _lines(sides)
    own = {number for number, line in enumerate(lines) if any(side.kin for side in line)}
    if len(lines) - len(own) + 1 < LINES and len(lines) < SURELY:
        return bytes(len(arrival.words))
    holders: list[tuple[int, ...]] = [()] * len(arrival.words)
    for number, line in enumerate(lines):
        for side in line:
            for place in set(_agreeing(arrival, side)):
                holders[place] += (number,)
    strange = {held: _strange(Counter(held), own) for held in set(holders)}
    return bytes(strange[held] for held in holders)


def _strange(held: Counter[int], own: set[int]) -> int:
    if len(held) >= SURELY and _is_homeless(held):
        return len(held)
    strange = Counter({number: count for number, count in held.items() if number not in own})
    lines = len(strange) + 1
    return min(lines, SURELY - 1) if lines >= LINES and _is_homeless(strange) else 0


def _is_homeless(held: Counter[int]) -> bool:
    return 2 * max(held.values()) <= held.total() + 1


def _agreeing(arrival: Fingerprinted, side: Side) -> Iterator[int]:
    """The words inside the passages that agree, three in a row."""
    mine, theirs = arrival.words.folded, side.other.words.folded
    for each in side.stretches:
        seeds = set(seeds_of(theirs[each.from_start : each.from_end]))
        for place, seed in enumerate(seeds_of(mine[each.start : each.end]), each.start):
            if seed in seeds:
                yield from range(place, place + SEED)


def _lines(sides: Sequence[Side]) -> list[list[Side]]:
    """The sides, each with the longer ones that it is related to: short texts may look related that long ones tell apart."""
    lines: list[list[Side]] = []
    for side in sorted(sides, key=lambda side: (-len(side.other.keys), side.other.since)):
        mine = next((line for line in lines if any(related(each.other, side.other) for each in line)), None)
        if mine is None:
            lines.append([side])
        else:
            mine.append(side)
    return lines
