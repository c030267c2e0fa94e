"""Units: sentences that quotations do not break, with the quotations in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.annotate.reporting.words import Words
from sayso.model.document import Span

# Longest stretch of the narrator's words in one unit: 99.9 % of PolNeAR train's sentences are shorter than half of it, and
# it bounds the work that one cue can ask for.
LONGEST = 160


@dataclass(frozen=True, slots=True)
class Unit:
    """Words `low` to `high` (half-open) of one sentence of the narrator's, whole quotations taken in; its paragraph."""

    low: int
    high: int
    paragraph: int


def find_units(words: Words, sentences: Sequence[Span]) -> list[Unit]:
    """Sentences joined where a quotation runs over their end, and cut where no sentence is so long."""
    units: list[Unit] = []
    low, paragraph, last_end = 0, -1, 0
    for sentence in sentences:
        gap = words.text[last_end : sentence.start]
        if paragraph < 0 or "\n" in gap or "\r" in gap:
            units += _cut(words, low, words.at(sentence.start), paragraph)
            low, paragraph = words.at(sentence.start), paragraph + 1
        after = words.at(sentence.end)
        if after >= len(words.starts) or words.quoted[after] < 0 or words.quoted[after] != words.quoted[after - 1]:
            units += _cut(words, low, after, paragraph)
            low = after
        last_end = sentence.end
    return units + _cut(words, low, len(words.starts), paragraph)


def _cut(words: Words, low: int, high: int, paragraph: int) -> list[Unit]:
    """The unit, in pieces of at most LONGEST words that are outside quotations."""
    units: list[Unit] = []
    start = index = low
    narrated = 0
    while index < high:
        if words.quoted[index] >= 0:
            index = words.ranges[words.quoted[index]][1]
            narrated += 1
        else:
            index += 1
            narrated += 1
        if narrated == LONGEST:
            units.append(Unit(start, min(index, high), paragraph))
            start, narrated = min(index, high), 0
    return [*units, Unit(start, high, paragraph)] if start < high else units


def without_stop(words: Words, unit: Unit) -> int:
    """The end of a unit without its full stop."""
    last = unit.high - 1
    return last if words.tags[last] == "." and words.quoted[last] < 0 else unit.high
