"""The ledger of one reading as numbered entries: each attribution with its claims, each claim that stands alone."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.export.questions import asks_of, spoken_by_nobody
from sayso.export.segments import Layer, Mark
from sayso.model.attribution import Attribution
from sayso.model.claim import Claim, ClaimKind, Voice
from sayso.model.document import Span
from sayso.model.framing import TermVoice
from sayso.model.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One card of the ledger. `number` counts from 1 in the order of the text; `attribution` is None for a claim alone."""

    number: int
    attribution: Attribution | None
    claims: tuple[Claim, ...]

    @property
    def id(self) -> str:
        """The id of the attribution, or of the claim that stands alone."""
        return self.attribution.id if self.attribution else self.claims[0].id

    @property
    def content(self) -> tuple[Span, ...]:
        """What is said to be so, in the document's words."""
        return self.attribution.content if self.attribution else self.claims[0].spans

    @property
    def own_voice(self) -> bool:
        """Whether nobody but the outlet says so."""
        return self.attribution is None and self.claims[0].voice is Voice.NARRATOR

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every span that belongs to the entry."""
        parts = [*self.content, *(span for claim in self.claims for span in (*claim.spans, *claim.hedges))]
        if self.attribution:
            parts += *self.attribution.source, *self.attribution.cue
        return tuple(parts)

    @property
    def start(self) -> int:
        """Where the entry's number stands in the text: before its content, or before the first of it that there is."""
        return min((span.start for span in self.content or self.spans), default=0)


def entries(reading: Reading) -> tuple[Entry, ...]:
    """The entries in the order of the text, the longer first where two begin together."""
    known = {each.id for each in reading.attributions}
    claims = defaultdict[str, list[Claim]](list)
    alone = []
    for claim in reading.claims:
        if claim.attribution in known and claim.attribution is not None:
            claims[claim.attribution].append(claim)
        else:
            alone.append(Entry(number=0, attribution=None, claims=(claim,)))
    found = [Entry(number=0, attribution=each, claims=tuple(claims[each.id])) for each in reading.attributions] + alone
    found.sort(key=lambda entry: (entry.start, -max((span.end for span in entry.content), default=0), entry.id))
    return tuple(
        Entry(number=number, attribution=entry.attribution, claims=entry.claims)
        for number, entry in enumerate(found, start=1)
    )


def marks_of(entry: Entry) -> Iterator[Mark]:
    """The marks of an entry's source, cue, content, claims and hedges."""
    if entry.attribution:
        yield from marks(entry.attribution.source, Layer.SOURCE)
        yield from marks(entry.attribution.cue, Layer.CUE)
        yield from marks(entry.attribution.content, Layer(entry.attribution.type.value))
    for claim in entry.claims:
        yield from marks(claim.spans, Layer.OWN if entry.own_voice else Layer.CLAIM)
        yield from marks(claim.hedges, Layer.HEDGE)
        if claim.kind is not ClaimKind.OTHER:
            yield from marks(claim.spans[:1], Layer(f"kind-{claim.kind.value}"))
        if asks_of(claim):
            yield from marks(claim.spans[:1], Layer.FLAG)


def framing_marks(reading: Reading) -> Iterator[Mark]:
    """The marks of loaded terms, vague sources, quoted words without a speaker and harms without a doer."""
    yield from marks(reading.framing.vague_sources, Layer.VAGUE)
    yield from marks(spoken_by_nobody(reading), Layer.QUOTED)
    yield from marks(reading.framing.agentless, Layer.AGENTLESS)
    for term in reading.framing.terms:
        yield from marks((term.span,), Layer.LOADED)
        if term.voice is TermVoice.NARRATOR and term.favours is not None:
            yield from marks((term.span,), Layer.BOXED)


def marks(spans: tuple[Span, ...], layer: Layer) -> Iterator[Mark]:
    """The spans as marks of one layer."""
    return (Mark(span.start, span.end, layer) for span in spans)
