"""The narrator's doubt in a clause or sentence of its own: "the claim could not be verified", "neither account could be confirmed".

Such words put nothing forward; they weaken what was claimed just before.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from sayso.annotate.reporting.words import Words
from sayso.lexicons import words_of
from sayso.model.claim import Claim
from sayso.model.document import Document, Span
from sayso.model.stance import Certainty, Factuality

VERIFYING = words_of("hedges", "doubts.verbs")
NEGATIONS = words_of("hedges", "doubts.negations") | words_of("grammar", "negated_auxiliaries")
CONFIRMATION = words_of("hedges", "doubts.confirmation")  # behind "no" or "without": "no independent confirmation"
SEVERAL = words_of("hedges", "doubts.several")
# What is open follows, and is a claim itself; "would neither confirm nor deny" is a refusal of somebody else.
NO_DOUBT = frozenset({"that", "whether", "if", "how", "what", "why", "nor", "or"})
LISTED = 40  # claims of one sentence that a doubt is held against
MOST_DOUBTED = 6  # claims that one doubt speaks of: more are a list
REACH = 3  # sentences that a doubt looks back
NONE, NEAR = frozenset({"no", "without"}), 3  # words before a noun of confirming, and how many of them are looked at
BACK = 7  # words between a negation and its verb: "have not yet been able independently to verify"


class Doubt(NamedTuple):
    """The words of a doubt, and whether they speak of several claims."""

    span: Span
    several: bool


def find_doubts(document: Document, words: Words) -> Iterator[Doubt]:
    """The doubts of a document in order: a verb of confirming behind a negation, with no clause behind it, or "no confirmation"."""
    for at, low in enumerate(words.lowers):
        if low in CONFIRMATION and words.quoted[at] < 0:
            yield from _unconfirmed(document, words, at)
        if low not in VERIFYING or words.quoted[at] >= 0 or not NO_DOUBT.isdisjoint(words.lowers[at + 1 : at + 2]):
            continue
        negation = _negation(words, at)
        if negation is not None:
            start = negation
            while start and words.tags[start - 1] == "X":
                start -= 1
            before = words.lowers[max(0, negation - BACK) : at]
            yield Doubt(document.span(words.starts[start], words.ends[at]), not SEVERAL.isdisjoint(before))


def _unconfirmed(document: Document, words: Words, at: int) -> Iterator[Doubt]:
    """The doubt that a noun ends: "no independent confirmation", and no "no confirmation hearing"."""
    none = next((index for index in range(at - 1, max(-1, at - 1 - NEAR), -1) if words.lowers[index] in NONE), None)
    if none is not None and words.tags[at + 1 : at + 2] not in (["n"], ["N"]):
        yield Doubt(document.span(words.starts[none], words.ends[at]), several=False)


def _negation(words: Words, at: int) -> int | None:
    """The negation before a verb, in its clause."""
    for index in range(at - 1, max(-1, at - 1 - BACK), -1):
        if words.tags[index] in ".,;:":
            return None
        if words.lowers[index].replace("\u2019", "'") in NEGATIONS:
            return index
    return None


def weaken(claims: dict[str, Claim], doubts: Sequence[Doubt], sentences: Sequence[Span]) -> None:
    """Add the narrator's doubts to the claims of their own sentence, else of the one before, or of two where they name several."""
    starts = [sentence.start for sentence in sentences]
    by_sentence: dict[int, list[str]] = {}
    for claim in claims.values() if doubts else ():
        by_sentence.setdefault(bisect_right(starts, claim.spans[0].start) - 1, []).append(claim.id)
    for doubt in doubts:
        home = bisect_right(starts, doubt.span.start) - 1
        near = [id for id in by_sentence.get(home, ())[:LISTED] if claims[id].spans[-1].end <= doubt.span.start]
        for back in range(1, REACH):
            if near:
                break
            near = [*by_sentence.get(home - back, ())]
            near += by_sentence.get(home - back - 1, ()) if doubt.several and near else ()
        for id in near[:MOST_DOUBTED]:
            claim = claims[id]
            claims[id] = replace(
                claim,
                hedges=longest(sorted({*claim.hedges, doubt.span})),
                distanced=longest(sorted({*claim.distanced, doubt.span})),
                factuality=Factuality(certainty=Certainty.UNKNOWN),
                reasons=(*claim.reasons, f"hedge: {doubt.span.text}"),
            )


def longest(hedges: Sequence[Span]) -> tuple[Span, ...]:
    """The hedges without those that lie in another."""
    kept: list[Span] = []
    for hedge in hedges:
        if kept and hedge.start < kept[-1].end:
            if hedge.end > kept[-1].end:
                kept[-1] = hedge
        else:
            kept.append(hedge)
    return tuple(kept)
