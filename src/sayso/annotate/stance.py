"""Stance: the hedges of a claim and whose they are, whether it is asserted or denied, and how surely.

A hedge is the speaker's own where it stands in the speaker's words, or where the cue tells of the speaker's doubt ("believes"). It is the
narrator's where the narrator keeps away from what is reported ("claimed", "reportedly", "so-called"), and in the narrator's own claims.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate.asserting.cue_words import APOSTROPHES, TOKEN, Phrases
from sayso.annotate.asserting.denials import find_polarity, is_left_open
from sayso.lexicons import lexicon
from sayso.model.attribution import Attribution, CueKind
from sayso.model.document import Document, Span
from sayso.model.stance import Certainty, Factuality, Polarity

STEPS = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
NO = frozenset({"no", "without", "never", "not"})  # before a word of doubt: "had no doubt that"
SUBJECTS = frozenset({"he", "she", "it", "they", "we", "i", "you"})


@dataclass(frozen=True, slots=True)
class Stance:
    """What was found, with the words that decided."""

    polarity: Polarity
    factuality: Factuality
    hedges: tuple[Span, ...]
    reasons: tuple[str, ...]
    distanced: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Hedges:
    phrases: Phrases
    steps: dict[str, Certainty]
    ability: frozenset[str]
    before_might: frozenset[str]
    distance: frozenset[str]
    cues: dict[str, Certainty]
    claiming: frozenset[str]


@cache
def _hedges() -> _Hedges:
    listed = lexicon("hedges")
    steps = {
        phrase: step
        for step in (Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
        for phrase in listed[step.value]["phrases"]
    }
    cues, claiming = listed["cues"], frozenset(listed["cues"]["narrator"].split())
    return _Hedges(
        Phrases(steps),
        steps,
        frozenset(listed["ability"]["after"]),
        frozenset(listed["nouns"]["before_might"]),
        frozenset([*listed["distance"]["words"].split(), *listed["distance"]["phrases"]]),
        dict.fromkeys(cues["speaker"].split(), Certainty.PROBABLE)
        | dict.fromkeys(cues["doubts"].split(), Certainty.POSSIBLE)
        | dict.fromkeys(claiming, Certainty.UNKNOWN),
        claiming,
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
    low = _low(hedge)
    return _hedges().steps.get(low) or _hedges().cues.get(low, Certainty.POSSIBLE)


def _low(hedge: Span) -> str:
    return " ".join(hedge.text.lower().translate(APOSTROPHES).split())


def beside_content(document: Document, attribution: Attribution, hedges: Sequence[Span]) -> tuple[Span, ...]:
    """The hedges beside a content: in its cue and source, words of the cue that weaken it ("believes", "claimed"), a refusal to say.

    `hedges` are those of the document.
    """
    found = list(inside(hedges, (*attribution.source, *attribution.cue)))
    if is_left_open(document, attribution):
        found += attribution.cue
    for span in attribution.cue:
        before = ""
        for match in TOKEN.finditer(span.text):
            word = match[0].lower()
            if word in _hedges().cues and not (before in NO and _hedges().cues[word] is Certainty.POSSIBLE):
                found.append(document.span(span.start + match.start(), span.start + match.end()))
            before = word
    return tuple(found)


def _is_distance(hedge: Span, attribution: Attribution, quoted: Callable[[int], bool]) -> bool:
    """Whether a hedge in or beside a source's words is the narrator's own."""
    if any(span.start <= hedge.start < span.end for span in attribution.cue):
        return _low(hedge) in _hedges().claiming or _low(hedge) in _hedges().distance
    return _low(hedge) in _hedges().distance and not quoted(hedge.start)


def find_stance(
    document: Document,
    spans: Sequence[Span],
    attribution: Attribution | None,
    hedges: tuple[Span, ...],
    quoted: Callable[[int], bool] = lambda _: False,
) -> Stance:
    """Polarity and certainty of a claim in `spans` that has these hedges; the attribution is null for the narrator.

    `quoted` tells of a place in the text whether it stands inside quotation marks.
    """
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
    distanced = (
        hedges if attribution is None else tuple(hedge for hedge in hedges if _is_distance(hedge, attribution, quoted))
    )
    return Stance(polarity, Factuality(certainty=certainty), hedges, tuple(reasons), distanced)
