"""Drift: what becomes of words of doubt when a claim is passed on."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.claim import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """What became of one word of doubt among the documents that rest on one word, by the ids of documents.

    `origin` is the number of that origin. `word` is in lower case and stands first in `since`. Of the later documents some `kept`
    it, some `changed` it for another word of doubt, and some `dropped` it and have none.
    """

    origin: int
    word: str
    since: str
    kept: tuple[str, ...]
    changed: tuple[str, ...]
    dropped: tuple[str, ...]


def find_drift(origin: int, reports: Sequence[tuple[str, Sequence[Claim]]]) -> tuple[Drift, ...]:
    """A Drift for every word of doubt, in the order in which they came up.

    `reports` are the documents of one origin, the earliest first, each with its claims that say the same: a document that hedges
    one of them has the hedge. Who speaks on a word of their own has dropped nothing, and stands in another origin.
    """
    hedges = [(document, hedges_of(claims)) for document, claims in reports]
    since: dict[str, int] = {}
    for place, (_, words) in enumerate(hedges):
        for word in words:
            since.setdefault(word, place)
    return tuple(_drift(origin, word, place, hedges) for word, place in since.items())


def hedges_of(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The words of doubt of some claims in lower case, each once, in the order of the text."""
    return tuple(dict.fromkeys(" ".join(span.text.lower().split()) for claim in claims for span in claim.hedges))


def _drift(origin: int, word: str, place: int, hedges: Sequence[tuple[str, Sequence[str]]]) -> Drift:
    later = hedges[place + 1 :]
    return Drift(
        origin=origin,
        word=word,
        since=hedges[place][0],
        kept=tuple(document for document, words in later if word in words),
        changed=tuple(document for document, words in later if words and word not in words),
        dropped=tuple(document for document, words in later if not words),
    )
