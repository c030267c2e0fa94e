"""Attributions: who is said to say what, by rules over words, cues and quotations."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.asserting.doubted import without_doubts
from sayso.annotate.reporting.according import by_phrase
from sayso.annotate.reporting.assembly import as_attribution, assemble
from sayso.annotate.reporting.bare import colon_quotation, headline, quoted_transcript, signed, transcript
from sayso.annotate.reporting.cues import find_cues
from sayso.annotate.reporting.inner import inside_quotations
from sayso.annotate.reporting.nominal import by_noun
from sayso.annotate.reporting.ranges import Range
from sayso.annotate.reporting.relations import Relation, Setting
from sayso.annotate.reporting.reported import relate
from sayso.annotate.reporting.sources import source_before
from sayso.annotate.reporting.turns import Turns
from sayso.annotate.reporting.units import Unit, find_units
from sayso.annotate.reporting.words import Words, split_words
from sayso.annotate.sourcing.citing import with_cited
from sayso.annotate.typography.rendering import Rendering
from sayso.model.attribution import Attribution, CueKind
from sayso.model.document import Document, Span
from sayso.model.quotation import Quotation

BETWEEN = 5  # words behind another's cue; fewer are no clause of their own
POSTPOSED = ("content-source-cue", "quotation-cue-source")


def find_attributions(
    document: Document, sentences: Sequence[Span], quotations: Sequence[Quotation]
) -> tuple[Attribution, ...]:
    """The attributions of a document in order of their first word; nested ones name the one they stand in.

    A quotation without a cue that goes on from an earlier one has no source and no cue, and says so in its reasons.
    """
    words = split_words(document.text, tuple(quotations))
    rendering = Rendering.of(quotations)
    found = attributions_among(document, sentences, quotations, words)
    return with_cited(document, words, sentences, without_doubts(document, words, found, rendering), rendering)


def attributions_among(
    document: Document, sentences: Sequence[Span], quotations: Sequence[Quotation], words: Words
) -> tuple[Attribution, ...]:
    """Those that are found without looking at who cites whom, for a text whose words are at hand."""
    units = find_units(words, sentences)
    turns = Turns(words, quotations)
    spoken = quoted_transcript(words, units)
    for number, unit in enumerate(units):
        if number in spoken:
            turns.add(unit, [turn for turn in (spoken[number],) if turn], None)
            continue
        if turns.take(unit) or turns.goes_on_in_transcript(unit):
            continue
        alone = unit.paragraph == 0 and (number + 1 == len(units) or units[number + 1].paragraph > 0)
        turns.add(unit, relations_in(words, unit, turns.pending, alone=alone), expected_after(words, unit))
    relations = turns.finish()
    view, inner = inside_quotations(words, relations, quotations)
    nested = [as_attribution(document, view, relation) for relation in inner]
    return assemble(document, words, relations, nested)


def relations_in(words: Words, unit: Unit, pending: tuple[Range, ...], *, alone: bool = False) -> list[Relation]:
    """The relations of one unit; `alone` where it is the whole first paragraph, as a headline is."""
    whole = transcript(words, unit) or headline(words, unit, alone=alone) or signed(words, unit)
    if whole:
        return [whole]
    found = [*by_phrase(words, unit), *by_noun(words, unit)]
    nouns = {relation.cue[0][0] for relation in found}
    for cue in find_cues(words, unit.low, unit.high):
        relation = relate(Setting(words, unit, tuple(found), pending), cue)
        if relation and cue.head not in nouns:
            found.append(relation)
    if not found:
        quoted = colon_quotation(words, unit)
        return [quoted] if quoted else []
    found = _begin_behind_postposed(words, _cut_before_postposed(found))
    return _cut_inside_sources(words, _cut_before_coordinated(words, found))


def _cut_before_postposed(found: list[Relation]) -> list[Relation]:
    """End contents before a postposed source and cue that take up the same clause."""
    for later in [each for each in found if each.rule in POSTPOSED]:
        found = [each if each is later else each.ending_before(later) for each in found]
    return found


def _begin_behind_postposed(words: Words, found: list[Relation]) -> list[Relation]:
    """Begin contents of phrases behind another's postposed cue ("it rained, Ida said, in a storm that felled trees, according to Per")."""
    made = []
    for each in found:
        (low, high), *rest = each.content
        ends = [
            max(end for _, end in (*other.source, *other.cue))
            for other in found
            if each.rule == "phrase"
            and other.rule in POSTPOSED
            and low <= other.content[0][0]
            and high <= each.cue[0][0]
        ]
        end = max((end for end in ends if low < end <= high - BETWEEN), default=low)
        while low < end < high and words.tags[end] in ",C":
            end += 1
        made.append(replace(each, content=((end, high), *rest)) if end > low else each)
    return made


def _cut_before_coordinated(words: Words, found: list[Relation]) -> list[Relation]:
    """End contents before a second cue of the same source that announces a clause ("said it rained and denied that it had")."""
    for later in [each for each in found if each.rule == "shared-source"]:
        first, last = later.cue[0]
        announces = words.lowers[first - 1] in ("and", "but") and words.tags[last : last + 1] in (["H"], ["Q"])
        listed = words.tags[first - 1] == "," and words.tags[first] in "VE" and later.kind is CueKind.SPEECH
        if announces or listed:
            found = [each if each is later else each.cut_at(first) for each in found]
    return found


def _cut_inside_sources(words: Words, found: list[Relation]) -> list[Relation]:
    """End contents where the source ends that their cue stands in ("a clerk, who asked for anonymity, said …")."""
    for outer in tuple(found):
        for low, high in outer.source:
            end = high - (words.tags[high - 1] == ",")
            found = [each.inside(low, end) for each in found]
    return found


def expected_after(words: Words, unit: Unit) -> tuple[Range, tuple[Range, ...]] | None:
    """The source and cue of a unit that ends in a colon and so announces what follows ("The ministry said:")."""
    if words.tags[unit.high - 1] != ":":
        return None
    for cue in reversed(find_cues(words, unit.low, unit.high)):
        source = source_before(words, cue.first, unit.low) if cue.reports else None
        if source:
            return source, ((cue.first, cue.last),)
    return None
