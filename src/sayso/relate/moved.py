"""Deadlines that moved: the same claimant says the same again, with a later day."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from math import ceil

from sayso.lexicons import lexicon

WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
SHORTEST = 3  # letters of a word that carries something
# Of the content words of the two together, so many must be in both. Invented pairs: "the road will be finished" and "the work on the
# road will be finished" .67; "the road will be finished" and "the bridge will be finished" .33.
ALIKE = 0.6
NEWEST = 200  # earlier forecasts that one is compared with: whoever says more of the same is a machine
ENDINGS = ("ing", "ed", "es", "s")

Said = tuple[str, str | None, str, str | None, str | None]


def find_moved(forecasts: Iterable[Said]) -> Mapping[str, str]:
    """Claims whose deadline is later than that of an earlier claim of the same claimant and content, with that earlier claim.

    A forecast is its claim, its claimant's name, its words without times, its publication and its last day (ISO); those without
    a claimant, a publication or a day are passed over. Of several earlier claims it is the last before it. Claims are compared
    only where they share one of their rarest words (prefix filtering: Bayardo et al. 2007), so that time does not grow with the
    square of their number.
    """
    by_claimant: dict[str, list[tuple[str, str, str, frozenset[str]]]] = defaultdict(list)
    for claim, claimant, text, published, due in forecasts:
        if claimant and published and due and (words := content_words(text)):
            by_claimant[claimant.casefold()].append((published, claim, due, words))
    moved: dict[str, str] = {}
    for said in by_claimant.values():
        moved |= _moved(sorted(said, key=lambda each: each[:2]))
    return moved


def _moved(said: list[tuple[str, str, str, frozenset[str]]]) -> Mapping[str, str]:
    counts = Counter(word for *_, words in said for word in words)
    earlier: dict[str, list[int]] = defaultdict(list)
    moved: dict[str, str] = {}
    for number, (published, claim, due, words) in enumerate(said):
        rare = sorted(words, key=lambda word: (counts[word], word))
        rare = rare[: len(rare) - ceil(ALIKE * len(rare)) + 1]
        candidates = sorted({at for word in rare for at in earlier[word]}, reverse=True)[:NEWEST]
        for at in candidates:
            before, other, its_due, its_words = said[at]
            if before[:10] < published[:10] and its_due < due and alike(words, its_words) >= ALIKE:
                moved[claim] = other
                break
        for word in rare:
            earlier[word].append(number)
    return moved


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the words of both that both have (Jaccard)."""
    return len(one & other) / len(one | other)


def content_words(text: str) -> frozenset[str]:
    """The words that tell what is to come, folded, without their commonest endings; numbers are kept."""
    found = (word.casefold() for word in WORD.findall(text))
    return frozenset(
        _root(word) for word in found if word not in _function() and (len(word) >= SHORTEST or word[0].isdigit())
    )


def _root(word: str) -> str:
    return next((word[: -len(end)] for end in ENDINGS if word.endswith(end) and len(word) - len(end) >= SHORTEST), word)


@cache
def _function() -> frozenset[str]:
    forecast = lexicon("kinds")["forecast"]
    return frozenset(
        (*lexicon("names")["function"]["words"], *forecast["modals"], *forecast["reported"], *forecast["weak"])
    )
