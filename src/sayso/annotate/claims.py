"""Claims: what sources are said to have said, and what the narrator asserts on nobody's word.

The content of every statement (see `statements`) is a claim of its source. Of the narrator's own words a claim is what tells of
an event, a control, casualties, a forecast or a judgement, and what is hedged; words of a statement are nobody else's.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate.asserting.cue_words import tokens
from sayso.annotate.asserting.kinds import kind_of
from sayso.annotate.asserting.remainders import remainders
from sayso.annotate.asserting.statements import is_statement
from sayso.annotate.stance import find_hedges, find_stance, inside
from sayso.lexicons import lexicon
from sayso.model.attribution import Anonymity, Attribution
from sayso.model.claim import Claim, ClaimKind, Voice
from sayso.model.document import Document, Span
from sayso.model.entity import Entity, EntityKind
from sayso.model.provenance import digest_id

CLOSING = " \"'”’)"
JOINT = " … "  # stands between the parts of a claim that the text interrupts


def find_claims(
    document: Document,
    sentences: Sequence[Span],
    attributions: Sequence[Attribution],
    entities: Sequence[Entity],
    *,
    reader: str,
) -> tuple[Claim, ...]:
    """All claims in the order of the text; `reader` is the digest of what reads, and a part of each claim's id."""
    ground = _Ground(document, find_hedges(document), _Mentions(entities), reader)
    statements = [each for each in attributions if is_statement(each)]
    found = [_attributed(ground, each) for each in statements]
    for sentence, part in remainders(document, sentences, statements):
        claim = None if sentence.text.rstrip(CLOSING).endswith("?") else _narrated(ground, part)
        if claim is not None:
            found.append(claim)
    unique: dict[str, Claim] = {}
    for claim in sorted(found, key=lambda claim: (claim.spans, claim.voice, claim.attribution or "")):
        unique.setdefault(claim.id, claim)
    return tuple(unique.values())


class _Mentions:
    """The entities by where they are mentioned."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        pairs = sorted(
            ((span, entity) for entity in entities for span in entity.mentions), key=lambda pair: (pair[0], pair[1].id)
        )
        self._spans = [span for span, _ in pairs]
        self._entities = [entity for _, entity in pairs]
        self._people = {
            word
            for entity in entities
            if entity.kind is EntityKind.PERSON
            for word in entity.name.split()
            if word[0].isupper()
        }

    def inside(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """The ids of those mentioned in the spans, in order, each once."""
        ids: dict[str, None] = {}
        for span in spans:
            low = bisect_left(self._spans, span.start, key=lambda each: each.start)
            high = bisect_left(self._spans, span.end, key=lambda each: each.start)
            for index in range(low, high):
                if self._spans[index].end <= span.end:
                    ids.setdefault(self._entities[index].id)
        return tuple(ids)

    def may_be_place(self, word: str) -> bool:
        """Whether a capitalised word is no part of a person's name."""
        return word not in self._people


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every claim of a document is made from."""

    document: Document
    hedges: tuple[Span, ...]
    people: _Mentions
    reader: str

    def id(self, spans: Sequence[Span]) -> str:
        return digest_id("cl", self.document.id, *((span.start, span.end) for span in spans), self.reader)


def _attributed(ground: _Ground, each: Attribution) -> Claim:
    spans = tuple(sorted(span for span in each.content if span.text.strip()))
    text = JOINT.join(" ".join(span.text.split()) for span in spans)
    kind, why = kind_of(text, reported=True, places=ground.people.may_be_place)
    if kind in {ClaimKind.OTHER, ClaimKind.EVENT, ClaimKind.EVALUATION} and _foretells(each):
        kind, why = ClaimKind.FORECAST, f"kind: forecast, {each.cue[0].text}"
    stance = find_stance(ground.document, spans, each, inside(ground.hedges, [*each.cue, *spans]))
    return Claim(
        id=ground.id(spans),
        kind=kind,
        spans=spans,
        text=text,
        voice=Voice.SOURCE,
        attribution=each.id,
        polarity=stance.polarity,
        hedges=stance.hedges,
        factuality=stance.factuality,
        entities=ground.people.inside(spans),
        flags=tuple(_flags(each)),
        reasons=(why, *stance.reasons),
    )


def _foretells(attribution: Attribution) -> bool:
    """Whether the cue itself speaks of what is to come: "expects", "predicted"."""
    return any(word in _foretelling() for span in attribution.cue for word in tokens(span.text))


@cache
def _foretelling() -> frozenset[str]:
    return frozenset(lexicon("kinds")["forecast"]["cues"])


def _narrated(ground: _Ground, part: Span) -> Claim | None:
    text = " ".join(part.text.split())
    kind, why = kind_of(text, reported=False, places=ground.people.may_be_place)
    stance = find_stance(ground.document, (part,), None, inside(ground.hedges, (part,)))
    if kind is ClaimKind.OTHER and not stance.hedges:
        return None
    return Claim(
        id=ground.id((part,)),
        kind=kind,
        spans=(part,),
        text=text,
        voice=Voice.NARRATOR,
        polarity=stance.polarity,
        hedges=stance.hedges,
        factuality=stance.factuality,
        entities=ground.people.inside((part,)),
        flags=tuple(_flags(None)),
        reasons=(why, *stance.reasons),
    )


def _flags(attribution: Attribution | None) -> Iterator[str]:
    """What a rule can check: each flag is one rule's name."""
    if attribution is None:
        yield "unattributed"
    elif attribution.anonymity is Anonymity.VAGUE:
        yield "vague_source"
