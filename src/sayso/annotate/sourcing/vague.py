"""Vague sources, as far as the text does not say soon afterwards who they are."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from sayso.annotate.wording.voices import Stretches
from sayso.lexicons import words_of
from sayso.model.attribution import Anonymity, Attribution, CueKind
from sayso.model.document import Span
from sayso.model.quotation import Quotation

SOON = 3  # sentences: a summary may say "analysts say" before it names them (issue 5; no style guide gives a number)


# What passes on information; a wish or a sight of people at large needs no name ("many hoped", "companies seek").
PASSES_ON = frozenset({CueKind.SPEECH, CueKind.WRITING, CueKind.DOCUMENT, CueKind.BELIEF})


def find_vague(
    sentences: Sequence[Span], quotations: Sequence[Quotation], attributions: Sequence[Attribution]
) -> tuple[Span, ...]:
    """The spans of vague sources, or of the cues where there is none, in order.

    Left out are sources in another's quotation ("“People say so,” she said"), words for nobody in particular ("anyone",
    "nobody"), and a source in the plural before an attribution, within three sentences, to somebody with a name.
    """
    quoted = Stretches(each.span for each in quotations)
    starts = [sentence.start for sentence in sentences]
    named = sorted(
        bisect_right(starts, each.content[0].start)
        for each in attributions
        if each.anonymity is Anonymity.NAMED and each.claimant and each.content and each.source
    )
    return tuple(sorted({span for span in _spans(attributions, starts, named) if not quoted.hold(span.start)}))


def _spans(attributions: Iterable[Attribution], starts: Sequence[int], named: Sequence[int]) -> Iterable[Span]:
    for each in attributions:
        if each.anonymity is not Anonymity.VAGUE or each.cue_kind not in PASSES_ON or _is_nobody(each.source):
            continue
        spans = each.source or each.cue
        if spans and not (each.source and _is_several(spans[0]) and _named_soon(spans[0], starts, named)):
            yield from spans


def _is_nobody(source: Sequence[Span]) -> bool:
    """Whether the source is a pronoun, or anybody and nobody: no more can be asked of it."""
    return bool(source) and source[0].text.lower().strip(" ,;:") in words_of("framing", "nobody")


def _is_several(source: Span) -> bool:
    """Whether the source is people of a trade in the plural, of whom one can be named: "analysts", "some experts"."""
    words = source.text.lower().split()
    return bool(words) and words[-1].strip(",;:").endswith("s")


def _named_soon(source: Span, starts: Sequence[int], named: Sequence[int]) -> bool:
    at = bisect_right(starts, source.start)
    after = bisect_right(named, at)
    return after < len(named) and named[after] - at <= SOON
