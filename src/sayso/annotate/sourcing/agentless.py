"""Harms that are told without who did them: "was killed", "were struck", with no "by" and no doer just before.

A passive alone is no fault; the list is what an editor goes through. Left out are mishaps, and harms whose doer the same sentence
or the one before names as somebody who attacks.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from sayso.annotate.wording.tokens import Tokens
from sayso.lexicons import words_of
from sayso.model.document import Document, Span

REACH = 12  # words behind the participle in which "by" may come: "was struck late on Tuesday evening by two shells"
STEPS = 3  # words between "was" and the participle: "were also reportedly wounded"


@cache
def _lists() -> tuple[frozenset[str], ...]:
    return tuple(words_of("framing", name) for name in ("be", "harms", "adverbs", "mishaps", "agents"))


def find_agentless(document: Document, sentences: Sequence[Span], tokens: Tokens) -> tuple[Span, ...]:
    """From the form of "be" to the participle of each such harm, in the order of the text."""
    return tuple(document.span(tokens.starts[first], tokens.ends[last]) for first, last in _harms(sentences, tokens))


def _harms(sentences: Sequence[Span], tokens: Tokens) -> Iterator[tuple[int, int]]:
    be, harms, adverbs, mishaps, agents = _lists()
    sentence, told = 0, -2  # the sentence we are in; the last one that names a mishap or a doer
    for at, low in enumerate(tokens.lows):
        while sentence + 1 < len(sentences) and tokens.starts[at] >= sentences[sentence + 1].start:
            sentence += 1
        if low in mishaps or _does_harm(tokens, at):
            told = sentence
        if low not in harms or told >= sentence - 1:
            continue
        first = _form_of_be(tokens, at, be, adverbs)
        if first is None or _is_by(tokens, at, agents | mishaps):
            continue
        yield first, at


def _form_of_be(tokens: Tokens, at: int, be: frozenset[str], adverbs: frozenset[str]) -> int | None:
    """The form of "be" before a participle, with nothing but adverbs between."""
    for place in range(at - 1, max(-1, at - 2 - STEPS), -1):
        if tokens.parted[place + 1]:
            return None
        if tokens.lows[place] in be:
            return None if _is_guess(tokens, place) else place
        if tokens.lows[place] not in adverbs and not tokens.lows[place].endswith("ly"):
            return None
    return None


def _is_guess(tokens: Tokens, place: int) -> bool:
    """Whether the form of "be" hangs on a modal or an "if": "may have been murdered", "if she was injured"."""
    before = tokens.lows[max(0, place - STEPS) : place]
    return not words_of("framing", "modals").isdisjoint(before)


def _is_by(tokens: Tokens, at: int, agents: frozenset[str]) -> bool:
    """Whether "by" somebody, or a mishap, follows in the same clause; a comma is passed, a full stop is not."""
    for place in range(at + 1, min(len(tokens), at + 1 + REACH)):
        if tokens.opens[place]:
            return False
        if tokens.lows[place] in agents:
            return True
    return False


def _does_harm(tokens: Tokens, at: int) -> bool:
    """Whether a word tells of a doer: an active verb of harm behind its subject ("shells hit", "the army shelled")."""
    _, harms, adverbs, _, _ = _lists()
    if tokens.lows[at] not in harms or at == 0 or tokens.parted[at]:
        return False
    before = tokens.lows[at - 1]
    return (
        before not in _lists()[0] and before not in adverbs and not before.endswith("ly") and before not in NO_SUBJECT
    )


# Before a participle that is an attribute or a list, and no verb: "the wounded", "killed and wounded".
NO_SUBJECT = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "or",
        "of",
        "to",
        "for",
        "with",
        "in",
        "on",
        "at",
        "from",
        "as",
        "than",
        "more",
        "most",
        "some",
        "many",
        "several",
        "few",
        "those",
        "two",
        "three",
        "four",
        "five",
        "six",
        "ten",
        "dozens",
        "hundreds",
        "thousands",
        "people",
    ]
)
