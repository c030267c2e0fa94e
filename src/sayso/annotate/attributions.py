"""Attributions: who is said to say what, by rules over words, cues and quotations."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.according import according_to
from sayso.annotate.assembly import assemble
from sayso.annotate.cues import find_cues
from sayso.annotate.headlines import headline
from sayso.annotate.relations import Range, Relation
from sayso.annotate.reported import relate
from sayso.annotate.units import Unit, find_units
from sayso.annotate.words import Words, split_words
from sayso.model.attribution import Attribution
from sayso.model.document import Document, Span
from sayso.model.quotation import Quotation


def find_attributions(
    document: Document, sentences: Sequence[Span], quotations: Sequence[Quotation]
) -> tuple[Attribution, ...]:
    """The attributions of a document in order of their first word; nested ones name the one they stand in."""
    words = split_words(document.text, tuple(quotations))
    relations: list[Relation] = []
    pending: Range | None = None
    last_paragraph = -1
    for unit in find_units(words, sentences):
        if unit.paragraph != last_paragraph:
            pending, last_paragraph, paragraph_from = None, unit.paragraph, len(relations)
        if _is_quotation(words, unit):
            pending = _take_quotation(words, unit, relations, paragraph_from)
            continue
        relations += _in_unit(words, unit, pending)
        pending = None
    return assemble(document, words, relations)


def _is_quotation(words: Words, unit: Unit) -> bool:
    if words.quoted[unit.low] < 0:
        return False
    index = unit.low
    while index < unit.high:
        if words.quoted[index] >= 0:
            index = words.ranges[words.quoted[index]][1]
        elif words.tags[index] in ".-,":
            index += 1
        else:
            return False
    return True


def _take_quotation(words: Words, unit: Unit, relations: list[Relation], paragraph_from: int) -> Range | None:
    """Give a unit that is a quotation and nothing else to the last speaker of the paragraph; None where it was taken."""
    content = (unit.low, unit.high)
    for index in range(len(relations) - 1, paragraph_from - 1, -1):
        relation = relations[index]
        if any(words.quoted[start] >= 0 or words.quoted[end - 1] >= 0 for start, end in relation.content):
            relations[index] = replace(relation, content=(*relation.content, content))
            return None
    return content


def _in_unit(words: Words, unit: Unit, pending: Range | None) -> list[Relation]:
    head = headline(words, unit)
    if head:
        return [head]
    found: list[Relation] = []
    found += according_to(words, unit)
    for cue in find_cues(words, unit.low, unit.high):
        relation = relate(words, unit, cue, found, pending)
        if relation:
            found.append(relation)
    return found
