"""The narrator's doubt in a clause or sentence of its own: "the claim could not be verified", "neither account could be confirmed".

Such words put nothing forward; they weaken what was claimed just before.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sayso.annotate.reporting.words import Words
from sayso.lexicons import lexicon, words_of
from sayso.model.document import Document, Span

VERIFYING = frozenset(lexicon("hedges")["doubts"]["verbs"].split())
NEGATIONS = frozenset(lexicon("hedges")["doubts"]["negations"].split()) | words_of("grammar", "negated_auxiliaries")
SEVERAL = frozenset(lexicon("hedges")["doubts"]["several"].split())
# What is open follows, and is a claim itself; "would neither confirm nor deny" is a refusal of somebody else.
NO_DOUBT = frozenset({"that", "whether", "if", "how", "what", "why", "nor", "or"})
BACK = 7  # words between a negation and its verb: "have not yet been able independently to verify"


class Doubt(NamedTuple):
    """The words of a doubt, and whether they speak of several claims."""

    span: Span
    several: bool


def find_doubts(document: Document, words: Words) -> Iterator[Doubt]:
    """The doubts of a document in order: a verb of confirming behind a negation, with no clause behind it."""
    for at, low in enumerate(words.lowers):
        if low not in VERIFYING or words.quoted[at] >= 0 or not NO_DOUBT.isdisjoint(words.lowers[at + 1 : at + 2]):
            continue
        negation = _negation(words, at)
        if negation is not None:
            start = negation
            while start and words.tags[start - 1] == "X":
                start -= 1
            before = words.lowers[max(0, negation - BACK) : at]
            yield Doubt(document.span(words.starts[start], words.ends[at]), not SEVERAL.isdisjoint(before))


def _negation(words: Words, at: int) -> int | None:
    """The negation before a verb, in its clause."""
    for index in range(at - 1, max(-1, at - 1 - BACK), -1):
        if words.tags[index] in ".,;:":
            return None
        if words.lowers[index].replace("\u2019", "'") in NEGATIONS:
            return index
    return None

