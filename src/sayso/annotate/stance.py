"""Stance: the hedges of a claim, whether it is asserted or denied, and how surely."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate.asserting.cue_words import APOSTROPHES, TOKEN, Phrases
from sayso.annotate.asserting.denials import find_polarity
from sayso.lexicons import lexicon
from sayso.model.attribution import Attribution, CueKind
from sayso.model.document import Document, Span
from sayso.model.stance import Certainty, Factuality, Polarity

STEPS = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
SUBJECTS = frozenset({"he", "she", "it", "they", "we", "i", "you"})


@dataclass(frozen=True, slots=True)
class Stance:
    """What was found, with the words that decided."""

    polarity: Polarity
    factuality: Factuality
    hedges: tuple[Span, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Hedges:
    phrases: Phrases
    steps: dict[str, Certainty]
    ability: frozenset[str]
    before_might: frozenset[str]


@cache
def _hedges() -> _Hedges:
    listed = lexicon("hedges")
    steps = {
        phrase: step
        for step in (Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
        for phrase in listed[step.value]["phrases"]
    }
    return _Hedges(
        Phrases(steps), steps, frozenset(listed["ability"]["after"]), frozenset(listed["nouns"]["before_might"])
    )


def find_hedges(document: Document) -> tuple[Span, ...]:
    """Every cue of uncertainty in the text, in order; no month of May, no might of a navy, no "could" of ability."""
    text = document.text
    spots = [(match.start(), match.end()) for match in TOKEN.finditer(text)]
    words = [text[start:end].translate(APOSTROPHES).lower() for start, end in spots]
    found = []
    for first, after in _hedges().phrases.among(words):
        start, end = spots[first][0], spots[after - 1][1]
        if not _is_other(text[start:end], words[max(0, first - 2) : first], words[after : after + 2]):
            found.append(document.span(start, end))
    return tuple(found)


def _is_other(cue: str, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the word is no hedge where it stands."""
    low = cue.lower()
    if low == "may":
        opens = not before or not before[-1].isalnum()
        return cue != low and not (opens and bool(after) and after[0] in SUBJECTS)
    if low == "might":
        return bool(before) and before[-1] in _hedges().before_might
    if low == "could":
        return bool(after) and after[0] in _hedges().ability
    return low == "possible" and before[-1:] == ["as"]


def inside(hedges: Sequence[Span], spans: Iterable[Span]) -> tuple[Span, ...]:
    """Those hedges that begin in the spans, in order."""
    found: dict[Span, None] = {}
    for span in sorted(spans):
        low = bisect_left(hedges, span.start, key=lambda hedge: hedge.start)
        high = bisect_left(hedges, span.end, key=lambda hedge: hedge.start)
        found |= dict.fromkeys(hedges[low:high])
    return tuple(found)


def step_of(hedge: Span) -> Certainty:
    """How much certainty a hedge leaves."""
    return _hedges().steps.get(" ".join(hedge.text.lower().split()), Certainty.POSSIBLE)


def find_stance(
    document: Document, spans: Sequence[Span], attribution: Attribution | None, hedges: tuple[Span, ...]
) -> Stance:
    """Polarity and certainty of a claim in `spans` that has these hedges; the attribution is null for the narrator."""
    steps = [step_of(hedge) for hedge in hedges]
    reasons = [f"hedge: {hedge.text}" for hedge in hedges]
    polarity, open_cue, why = find_polarity(document, spans, attribution)
    if open_cue:
        steps.append(Certainty.UNKNOWN)
    if attribution is not None and attribution.cue_kind is CueKind.BELIEF:
        steps.append(Certainty.PROBABLE)
        reasons.append("certainty: a belief")
    if why:
        reasons.append(why)
    certainty = max(steps, key=STEPS.index, default=Certainty.CERTAIN)
    return Stance(polarity, Factuality(certainty=certainty), hedges, tuple(reasons))
