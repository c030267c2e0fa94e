"""What stands beside an arrival: the others that share passages with it, and those passages."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.model.document import Document
from sayso.ports.copies import Fingerprints
from sayso.relate.copying.arrivals import Fingerprinted, fingerprinted
from sayso.relate.copying.passages import Stretch, find_places, find_stretches

PARTNERS = 24  # arrivals compared with one; more are copies of what these are copies of
SHARED = 2  # kept runs that make two arrivals candidates; one is a phrase or a name of four words
FEW = 12  # kept runs of a text so short (about fifty words) that one is enough
# Two texts are kin when shared runs stand in this part of the shorter one's blocks of BLOCK kept runs (30 words), or
# passages of both in this part of the shorter one's words. Texts that share house paragraphs have them in one place; a
# text with a fifth of its words changed shares a run in .98 of its blocks, and two such versions of one text in .77.
RELATED = 0.6
BLOCK = 8
HELD = 4096  # arrivals and comparisons held ready: 40 MB at 400 words each


@dataclass(frozen=True, slots=True)
class Side:
    """Another arrival, and the passages shared with it: `start` counts in the arrival at hand, `from_start` in the other.

    `kin` says that one text is for the most part in the other, all over.
    """

    other: Fingerprinted
    stretches: tuple[Stretch, ...]
    kin: bool


def related(one: Fingerprinted, other: Fingerprinted) -> bool:
    """Whether the shorter of two texts shares runs with the other all over."""
    shorter, longer = (one.keys, other.keys) if len(one.keys) < len(other.keys) else (other.keys, one.keys)
    blocks = {place // BLOCK for place, key in enumerate(shorter) if key in longer}
    return len(blocks) >= RELATED * math.ceil(len(shorter) / BLOCK)


class Beside:
    """Finds what stands beside arrivals; opens and compares each once where it can."""

    def __init__(self, fingerprints: Fingerprints, open_document: Callable[[int], Document]) -> None:
        self._fingerprints = fingerprints
        self.arrival = lru_cache(HELD)(lambda number: fingerprinted(number, open_document(number)))
        self.sides = lru_cache(HELD)(self._sides)

    def candidates(self, number: int) -> list[int]:
        """Arrivals that share enough kept runs to be looked at."""
        mine = self.arrival(number).keys
        found = [pair for pair in self._fingerprints.beside(mine, PARTNERS + 1) if pair[0] != number]
        if len(mine) <= FEW:
            return [other for other, _ in found]
        short = self._short([other for other, shared in found if shared < SHARED])
        return [other for other, shared in found if shared >= SHARED or other in short]

    def _short(self, numbers: Sequence[int]) -> set[int]:
        """Those with few kept runs; one that is kept under more of them need not be opened to know."""
        kept = self._fingerprints.kept(numbers)
        return {number for number in numbers if kept[number] <= FEW and len(self.arrival(number).keys) <= FEW}

    def _sides(self, number: int) -> tuple[Side, ...]:
        mine = self.arrival(number)
        places = find_places(mine.words.folded)
        others = map(self.arrival, self.candidates(number))
        shared = ((other, find_stretches(len(mine.words), places, other.words.folded)) for other in others)
        sides = (Side(other, stretches, _kin(mine, other, stretches)) for other, stretches in shared if stretches)
        return tuple(sorted(sides, key=lambda side: side.other.since))


def _kin(one: Fingerprinted, other: Fingerprinted, stretches: tuple[Stretch, ...]) -> bool:
    shared = sum(each.end - each.start for each in stretches)
    return shared >= RELATED * min(len(one.words), len(other.words)) or related(one, other)
