"""The likeness of the claims of a story pair by pair, as `likeness.compare` has it, at a tenth of its cost.

What follows from the terms of two claims, figures, polarity and the like, is worked out once for each two sorts of them: a
story of a hundred articles has some hundred thousand pairs of claims, of a few dozen sorts.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.relate.figures import agree
from sayso.relate.gists import Gist
from sayso.relate.likeness import (
    BIAS,
    FEATURES,
    NARRATED,
    STATE_THEMES,
    WEIGHTS,
    Weights,
    features,
    find_veto,
    is_regained,
)
from sayso.relate.masks import Masks

VETO = -math.inf  # likeness of two claims that may not be in one group
CONTAINED, SHARED = FEATURES.index("contained"), FEATURES.index("shared")


@dataclass(frozen=True, slots=True)
class _Terms:
    """What two sorts of claims make of a pair, its words aside: the features before and after that of shared words, weighed."""

    comparable: bool  # whether figures or deadlines make it worth comparing without a shared word
    before: tuple[float, ...]
    after: tuple[float, ...]
    narrated: float


class Comparisons:
    """How alike any two claims of a story are, places in `gists`."""

    def __init__(self, gists: Sequence[Gist], weights: Weights, masks: Masks) -> None:
        self._gists, self._weights, self._masks = gists, weights, masks
        sorts: dict[object, int] = {}
        self._sorts = [sorts.setdefault(_sort(each), len(sorts)) for each in gists]
        self._terms: dict[tuple[int, int, bool], _Terms | None] = {}
        self._themes = [masks.of(each.themes) for each in gists]
        self._bare = [masks.of(each.themes - each.names) for each in gists]
        self._weight = [masks.weight(each) if each else 1.0 for each in self._themes]
        self._shared = [math.log1p(count) * WEIGHTS[SHARED] for count in range(max(map(_size, gists), default=0) + 1)]

    def score(self, a: int, b: int, *, one_word: bool) -> float:
        """The score of `compare`; VETO where something forbids to take the two for one."""
        key = (self._sorts[a], self._sorts[b], one_word)
        if key not in self._terms:
            self._terms[key] = self._of(a, b, one_word=one_word)
        terms = self._terms[key]
        if terms is None:
            return VETO
        one, other = self._themes[a], self._themes[b]
        if one and self._gists[a].text == self._gists[b].text:
            return 1.0
        shared = one & other
        if not shared and not terms.comparable:
            return 0.0
        # In the order of FEATURES: sums of floats depend on it, and what was found before should be found again to the bit.
        total = (
            self._masks.weight(shared) / min(self._weight[a], self._weight[b]) * WEIGHTS[CONTAINED] if shared else 0.0
        )
        for each in terms.before:
            total += each
        total += self._shared[(self._bare[a] & self._bare[b]).bit_count()]
        for each in terms.after:
            total += each
        return 1 / (1 + math.exp(-BIAS - total + terms.narrated))

    def _of(self, a: int, b: int, *, one_word: bool) -> _Terms | None:
        one, other = self._gists[a], self._gists[b]
        figures = agree(one.figures, other.figures)
        if find_veto(one, other, agreed=figures, one_word=one_word):
            return None
        seen = features(one, other, self._weights, one_word=one_word)
        weighed = [a * b for a, b in zip(seen, WEIGHTS, strict=True)]
        due = seen[FEATURES.index("same_due")]
        narrated = one.narrated + other.narrated - (one.first_hand or other.first_hand)
        return _Terms(
            comparable=figures is True or bool(one_word and due),
            before=tuple(each for each in weighed[CONTAINED + 1 : SHARED] if each),
            after=tuple(each for each in weighed[SHARED + 1 :] if each),
            narrated=NARRATED * max(narrated, 0),
        )


def _size(each: Gist) -> int:
    return len(each.themes)


def _sort(each: Gist) -> object:
    """All of a claim that a veto or a feature looks at, but for its words."""
    told = (each.kind, each.figures, each.due, each.control, each.holder, each.themes & STATE_THEMES)
    flags = (
        each.denied,
        each.denies,
        each.narrated,
        each.same_again,
        each.again,
        each.first_hand,
        each.own,
        each.future,
    )
    return (*told, *flags, is_regained(each.text))
