"""Where the narrator's doubt ends what somebody is said to have said: "he said they held Nedra, but the claim could not be verified".

The tail is the narrator's, as it would be in a sentence of its own. Somebody who tells of his own doubt keeps it: "she said she had
heard of a raid, but that she could not confirm it".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from sayso.annotate.asserting.doubts import CONFIRMATION, find_doubts
from sayso.annotate.reporting.assembly import nested, settled
from sayso.annotate.reporting.words import Words
from sayso.annotate.typography.rendering import Rendering
from sayso.lexicons import words_of
from sayso.model.attribution import Attribution
from sayso.model.document import Document, Span

TURNING = frozenset({"but", "though", "although", "yet", "while"})
POINTING = frozenset({"it", "this", "these", "those", "they", "which", "neither", "none", "there"})
LONGEST = 12  # words from the comma to the negation: "although the ministry's own figures could not …"
NOUN = 4  # words behind the comma in which an apposition names what was said: "a somewhat lower figure that …"
BEHIND = 6  # words behind a verb in which it names what it is about: "Reuters could not verify the battlefield reports"


class Tail(NamedTuple):
    """What the narrator adds: from its comma to the end of its doubt, in code points."""

    start: int
    end: int


def without_doubts(
    document: Document, words: Words, attributions: Sequence[Attribution], rendering: Rendering
) -> tuple[Attribution, ...]:
    """The attributions with contents that end before the narrator's doubt about them; those that are made of it are left out."""
    tails = list(_tails(document, words))
    if not tails:
        return tuple(attributions)
    told = [each for each in attributions if not any(_stands_in(each, tail) for tail in tails)]
    return nested(tuple(replace(_ended(document, each, tails, rendering), within=None) for each in told))


def _stands_in(each: Attribution, tail: Tail) -> bool:
    """Whether an attribution is made of the doubt: "claims that nobody could verify"."""
    return any(tail.start < span.start < tail.end for span in each.cue)


def _tails(document: Document, words: Words) -> Iterator[Tail]:
    for doubt in find_doubts(document, words):
        first, last = words.at(doubt.span.start), words.at(doubt.span.end)
        mark = next((at for at in range(first - 1, max(0, first - LONGEST), -1) if words.tags[at] in ",.;:"), None)
        if mark is None or words.tags[mark] != "," or words.quoted[mark] >= 0:
            continue
        if _is_narrators(words, mark + 1, first, last):
            yield Tail(words.starts[mark], doubt.span.end)


def _is_narrators(words: Words, low: int, negation: int, high: int) -> bool:
    """Whether a doubt is about what was said, and nobody's own; it ends before `high`, and its clause begins at `low`."""
    named = words_of("hedges", "doubts.nouns")
    opening, whole = words.lowers[low:negation], words.lowers[low:high]
    if opening == ["which"]:
        return True
    if whole[0] in TURNING:
        own = any(words.tags[at] in "RH" and words.lowers[at] not in POINTING for at in range(low, negation))
        about = whole[-1] in CONFIRMATION or (len(opening[1:]) == 1 and opening[1] in POINTING)
        told = {*whole, *words.lowers[high : high + BEHIND]}
        return not own and (about or not named.isdisjoint(told))
    return not named.isdisjoint(opening[:NOUN]) and not {"that", "which"}.isdisjoint(opening)


def _ended(document: Document, each: Attribution, tails: Sequence[Tail], rendering: Rendering) -> Attribution:
    """The attribution whose contents end before the first tail behind its cue."""
    said = max((part.end for part in (*each.source, *each.cue)), default=len(document.text))
    tail = next((tail for tail in tails if tail.start >= said), None)
    reached = tail and any(span.start < tail.end <= span.end for span in each.content)
    kept = tuple(_before(document, span, tail) for span in each.content if span.start < tail.start) if tail else ()
    if not reached or not kept:
        return each
    return settled(document, replace(each, content=kept), rendering)


def _before(document: Document, span: Span, tail: Tail) -> Span:
    if span.end <= tail.start:
        return span
    return document.span(span.start, span.start + len(span.text[: tail.start - span.start].rstrip()))
