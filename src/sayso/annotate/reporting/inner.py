"""Attributions inside quotations: what a speaker says that others said."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.reporting.cues import find_cues
from sayso.annotate.reporting.ranges import Range
from sayso.annotate.reporting.relations import Relation, Setting
from sayso.annotate.reporting.reported import relate
from sayso.annotate.reporting.units import Unit
from sayso.annotate.reporting.words import Words
from sayso.model.quotation import Quotation

# Frames that leave no doubt that something is reported inside a quotation.
SURE = frozenset(("that", "quote", "comma-quote", "object", "subject", "wh", "noun"))
LONGEST = 160


def inside_quotations(
    words: Words, relations: Sequence[Relation], quotations: Sequence[Quotation]
) -> tuple[Words, list[Relation]]:
    """The words with the quotations inside quotations marked, and the relations by speech cues among them."""
    ranges = {
        number: (bisect_left(words.starts, quotation.span.start), bisect_left(words.starts, quotation.span.end))
        for number, quotation in enumerate(quotations)
        if quotation.depth == 2  # noqa: PLR2004  the depth inside the outermost
    }
    quoted = [-1] * len(words.starts)
    for number, (first, last) in ranges.items():
        quoted[first:last] = [number] * (last - first)
    view = replace(words, quoted=quoted, ranges=ranges)
    found: list[Relation] = []
    for number in sorted(_attributed(words, relations)):
        for unit in _units(view, words.ranges[number]):
            found += _relations(view, unit)
    return view, found


def _attributed(words: Words, relations: Sequence[Relation]) -> set[int]:
    return {
        words.quoted[at]
        for relation in relations
        for start, end in relation.content
        for at in (start, end - 1)
        if words.quoted[at] >= 0
    }


def _units(words: Words, whole: Range) -> list[Unit]:
    units, low = [], whole[0] + 1
    for index in range(whole[0] + 1, whole[1]):
        if (words.tags[index] == "." and words.quoted[index] < 0) or index - low == LONGEST or index == whole[1] - 1:
            units.append(Unit(low, index + (words.tags[index] != "Q"), 0))
            low = index + 1
    return [unit for unit in units if unit.high > unit.low]


def _relations(words: Words, unit: Unit) -> list[Relation]:
    found: list[Relation] = []
    for cue in find_cues(words, unit.low, unit.high):
        if cue.reports and cue.right in SURE:
            relation = relate(Setting(words, unit, tuple(found), ()), cue)
            if relation and relation.source:
                found.append(relation)
    return found
