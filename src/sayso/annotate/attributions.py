"""Attributions: who is said to say what, by rules over words, cues and quotations."""

from collections.abc import Sequence

from sayso.annotate.according import by_phrase
from sayso.annotate.assembly import assemble
from sayso.annotate.bare import colon_quotation, headline, signed, transcript
from sayso.annotate.cues import find_cues
from sayso.annotate.inner import inside_quotations
from sayso.annotate.relations import Range, Relation
from sayso.annotate.reported import Setting, relate
from sayso.annotate.turns import Turns
from sayso.annotate.units import Unit, find_units
from sayso.annotate.words import Words, split_words
from sayso.model.attribution import Attribution
from sayso.model.document import Document, Span
from sayso.model.quotation import Quotation


def find_attributions(
    document: Document, sentences: Sequence[Span], quotations: Sequence[Quotation]
) -> tuple[Attribution, ...]:
    """The attributions of a document in order of their first word; nested ones name the one they stand in.

    A quotation without a cue that goes on from an earlier one has no source and no cue, and says so in its reasons.
    """
    words = split_words(document.text, tuple(quotations))
    units = find_units(words, sentences)
    turns = Turns(words, quotations)
    for number, unit in enumerate(units):
        if turns.take(unit):
            continue
        alone = unit.paragraph == 0 and (number + 1 == len(units) or units[number + 1].paragraph > 0)
        turns.add(unit, relations_in(words, unit, turns.pending, alone=alone))
    inner = inside_quotations(words, turns.relations, quotations)
    return assemble(document, words, turns.finish(), inner)


def relations_in(words: Words, unit: Unit, pending: Range | None, *, alone: bool = False) -> list[Relation]:
    """The relations of one unit; `alone` where it is the whole first paragraph, as a headline is."""
    whole = transcript(words, unit) or headline(words, unit, alone=alone) or signed(words, unit)
    if whole:
        return [whole]
    found = by_phrase(words, unit)
    for cue in find_cues(words, unit.low, unit.high):
        relation = relate(Setting(words, unit, tuple(found), pending), cue)
        if relation:
            found.append(relation)
    if not found:
        quoted = colon_quotation(words, unit)
        return [quoted] if quoted else []
    return _cut_before_postposed(found)


def _cut_before_postposed(found: list[Relation]) -> list[Relation]:
    """End contents before a postposed source and cue that take up the same clause."""
    cut = []
    for relation in found:
        for later in found:
            if later is not relation and later.rule in ("content-source-cue", "quotation-cue-source"):
                relation = relation.ending_before(later)
        cut.append(relation)
    return cut
