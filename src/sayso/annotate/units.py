"""Units: sentences that quotations do not break, with the quotations in them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.annotate.words import Words
from sayso.model.document import Span


@dataclass(frozen=True, slots=True)
class Unit:
    """Words `low` to `high` (half-open) of one sentence of the narrator's, whole quotations taken in; its paragraph."""

    low: int
    high: int
    paragraph: int


def find_units(words: Words, sentences: Sequence[Span]) -> list[Unit]:
    """Sentences joined where a quotation runs over their end."""
    units: list[Unit] = []
    paragraph, last_end = -1, 0
    low = None
    for sentence in sentences:
        first, after = words.at(sentence.start), bisect_left(words.starts, sentence.end)
        gap = words.text[last_end : sentence.start]
        new_paragraph = paragraph < 0 or "\n" in gap or "\r" in gap
        if new_paragraph and low is not None:
            units.append(Unit(low, words.at(last_end), paragraph))
            low = None
        paragraph += new_paragraph
        last_end = sentence.end
        if low is None:
            low = first
        if after >= len(words.starts) or words.quoted[after] < 0 or words.quoted[after] != words.quoted[after - 1]:
            if after > low:
                units.append(Unit(low, after, paragraph))
            low = None
    if low is not None and len(words.starts) > low:
        units.append(Unit(low, len(words.starts), paragraph))
    return units
