"""From ranges of words to attributions: spans, quote type, nesting, ids."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.annotate.reporting.ranges import Range, joined
from sayso.annotate.reporting.relations import Relation
from sayso.annotate.reporting.words import Words
from sayso.annotate.typography.rendering import Rendering, type_of
from sayso.model.attribution import Attribution, QuoteType
from sayso.model.document import Document, Span
from sayso.model.provenance import digest_id


def assemble(
    document: Document, words: Words, relations: Sequence[Relation], inner: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """Attributions in order, each once, the nested ones with the id of the innermost that holds them.

    Those of `inner` are kept only where another holds them.
    """
    made = [as_attribution(document, words, relation) for relation in relations]
    for at, relation in enumerate(relations):
        if relation.continues is not None:
            made[at] = replace(made[at], reasons=(f"continues {made[relation.continues].id}",))
    found = {each.id: each for each in made}
    everything = {each.id: each for each in inner} | found
    return anchored(nested(tuple(sorted(everything.values(), key=place))), set(found))


def anchored(attributions: tuple[Attribution, ...], kept: set[str]) -> tuple[Attribution, ...]:
    """The attributions that are kept for their own sake, or that stand in one that is kept, however deep."""
    waiting = [each for each in attributions if each.id not in kept]
    for each in sorted(waiting, key=lambda each: -sum(map(len, each.content))):  # a holder's content is the longer one
        if each.within in kept:
            kept.add(each.id)
    if len(kept) == len(attributions):
        return attributions
    return nested(tuple(replace(each, within=None) for each in attributions if each.id in kept))


def place(attribution: Attribution) -> tuple[int, int]:
    """What attributions are ordered by: their first character, then that of their cue."""
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    return min(span.start for span in spans), (attribution.cue or attribution.content)[0].start


def _spans(document: Document, words: Words, ranges: Sequence[Range]) -> tuple[Span, ...]:
    return tuple(document.span(words.starts[start], words.ends[end - 1]) for start, end in joined(ranges))


def as_attribution(document: Document, words: Words, relation: Relation) -> Attribution:
    """The attribution that a relation is, with spans in place of ranges of words."""
    source, cue, content, occasion, addressee = (
        _spans(document, words, ranges)
        for ranges in (relation.source, relation.cue, relation.content, relation.occasion, relation.addressee)
    )
    return Attribution(
        id=attribution_id(document, source, cue, content),
        type=_quote_type(words, relation.content),
        source=source,
        cue=cue,
        content=content,
        cue_kind=relation.kind,
        occasion=occasion,
        addressee=addressee,
        confidence=round(relation.confidence, 3),
        engine="rules",
        reasons=(relation.rule, *relation.words),
    )


def attribution_id(document: Document, *roles: Iterable[Span]) -> str:
    """The id that follows from the places of source, cue and content."""
    return digest_id("at", document.id, *((span.start, span.end) for spans in roles for span in spans))


def settled(document: Document, attribution: Attribution, rendering: Rendering) -> Attribution:
    """The attribution with the id and the type that follow from its spans."""
    source, cue, content = attribution.source, attribution.cue, attribution.content
    id = attribution_id(document, source, cue, content)
    return replace(attribution, id=id, type=rendering.quote_type(cue, content))


def _quote_type(words: Words, content: Sequence[Range]) -> QuoteType:
    inside = outside = 0
    for start, end in content:
        for index in range(start, end):
            if words.tags[index] == "Q" and words.quoted[index] >= 0:
                continue
            length = words.ends[index] - words.starts[index]
            if words.quoted[index] >= 0:
                inside += length
            else:
                outside += length
    return type_of(inside, outside)


def nested(attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Each attribution whose cue and content stand inside another's content, with the smallest such other."""
    holders = sorted(((span, each) for each in attributions for span in each.content), key=lambda pair: pair[0].start)
    starts = [span.start for span, _ in holders]
    return tuple(_within(each, holders, starts) for each in attributions)


def _holds(span: Span, inner: Attribution) -> bool:
    """Whether the cue and all of the content stand inside the span and do not fill it."""
    held = span.covers(inner.cue[0]) and all(span.covers(part) for part in inner.content)
    return held and len(span) > sum(map(len, inner.content))


def _within(inner: Attribution, holders: list[tuple[Span, Attribution]], starts: list[int]) -> Attribution:
    if not inner.cue:
        return inner
    best: tuple[int, str] | None = None
    at = bisect_right(starts, inner.cue[0].start)
    # A content is seldom more than a few attributions back; looking further costs time and finds nothing.
    for span, outer in holders[max(0, at - 12) : at]:
        size = len(span)
        if (best is None or size < best[0]) and outer is not inner and _holds(span, inner):
            best = (size, outer.id)
    return replace(inner, within=best[1]) if best else inner
