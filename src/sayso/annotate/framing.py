"""Framing: what an editor's rule would look at, as instances with their denominators."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from sayso.annotate.naming.capitals import WORD
from sayso.model.attribution import Anonymity, Attribution, CueKind
from sayso.model.claim import Claim, Voice
from sayso.model.document import Document, Span
from sayso.model.framing import Counts, Framing, QuotedFragment
from sayso.model.quotation import Quotation

FRAGMENT = 12  # words; a longer quotation has a sentence of its own
SPEECH = frozenset({CueKind.SPEECH, CueKind.WRITING, CueKind.DOCUMENT})
STOPS = ".!?,;:\u2026"


def find_framing(
    document: Document,
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
    claims: Sequence[Claim],
) -> Framing:
    """Vague sources, quoted fragments and the counts; contested terms are found by another stage."""
    return Framing(
        vague_sources=_vague(attributions),
        quoted_fragments=_fragments(document, quotations, attributions),
        counts=_counts(document, quotations, attributions, claims),
    )


def _vague(attributions: Iterable[Attribution]) -> tuple[Span, ...]:
    spans = {
        span
        for each in attributions
        if each.anonymity is Anonymity.VAGUE and each.cue_kind is not CueKind.OTHER
        for span in (each.source or each.cue)
    }
    return tuple(sorted(spans))


def _fragments(
    document: Document, quotations: Iterable[Quotation], attributions: Iterable[Attribution]
) -> tuple[QuotedFragment, ...]:
    contents = sorted(
        ((span, each) for each in attributions for span in each.content), key=lambda pair: (pair[0], pair[1].id)
    )
    starts = [span.start for span, _ in contents]
    found = []
    for quotation in quotations:
        if quotation.depth == 1 and quotation.closed and 0 < _words(quotation.inner.text) <= FRAGMENT:
            at = bisect_right(starts, quotation.inner.start)
            holder = _holder(quotation, contents[max(0, at - LOOK_BACK) : at])
            if _is_fragment(document, quotation, holder):
                found.append(QuotedFragment(span=quotation.inner, attribution=holder[1].id if holder else None))
    return tuple(found)


LOOK_BACK = 12  # contents gone through for the one around a quotation; they nest two or three deep


def _holder(quotation: Quotation, contents: Sequence[tuple[Span, Attribution]]) -> tuple[Span, Attribution] | None:
    """The smallest content around a quotation."""
    around = [pair for pair in contents if pair[0].covers(quotation.inner)]
    return min(around, key=lambda pair: len(pair[0]), default=None)


def _is_fragment(document: Document, quotation: Quotation, holder: tuple[Span, Attribution] | None) -> bool:
    """Whether the quotation is a part of a sentence of another's words."""
    text, inner, span = document.text, quotation.inner.text.strip(), quotation.span
    if holder is not None and _letters(holder[1].content) > _letters((quotation.inner,)):
        return any(
            each.covers(quotation.inner) and _letters((each,)) > _letters((quotation.inner,))
            for each in holder[1].content
        )
    if inner[-1:] in STOPS or text[span.end : span.end + 1] == "\n":
        return False
    before = text[max(0, span.start - 2) : span.start].strip()
    opens = not before or before[-1] in STOPS
    return not (opens and inner[:1].isupper())


def _letters(spans: Iterable[Span]) -> int:
    return sum(character.isalnum() for span in spans for character in span.text)


def _words(text: str) -> int:
    return sum(1 for _ in WORD.finditer(text))


def _counts(
    document: Document, quotations: Iterable[Quotation], attributions: Iterable[Attribution], claims: Iterable[Claim]
) -> Counts:
    speakers = {each.claimant: False for each in attributions if each.claimant and each.cue_kind in SPEECH}
    for each in attributions:
        if each.claimant in speakers and each.anonymity is Anonymity.NAMED:
            speakers[each.claimant] = True
    claims = tuple(claims)
    return Counts(
        words=_words(document.text),
        quoted_words=sum(_words(each.inner.text) for each in quotations if each.depth == 1),
        speakers=len(speakers),
        named_speakers=sum(speakers.values()),
        claims=len(claims),
        unattributed_claims=sum(claim.voice is Voice.NARRATOR for claim in claims),
    )
