"""The themes of a story as bits of integers: what two claims share is one operation, and its weight is looked up."""

import math
from collections.abc import Iterable, Sequence

from sayso.relate.gists import Gist
from sayso.relate.likeness import Weights


class Masks:
    """Sets of themes of a story as integers; a theme that no claim has and no answer speaks of is left out."""

    def __init__(self, gists: Sequence[Gist], weights: Weights) -> None:
        self._themes = sorted({theme for each in gists for theme in (*each.themes, *each.answer)})
        self._bits = {theme: 1 << number for number, theme in enumerate(self._themes)}
        self._weights = weights
        self._known: dict[int, float] = {}

    def of(self, themes: Iterable[str]) -> int:
        """The bits of some themes."""
        mask = 0
        for theme in themes:
            mask |= self._bits.get(theme, 0)
        return mask

    def weight(self, mask: int) -> float:
        """The weight of the themes together, as `Weights.of` has it."""
        if mask not in self._known:
            self._known[mask] = self._weights.of(frozenset(self._themes_of(mask)))
        return self._known[mask]

    def contained(self, one: int, other: int) -> float:
        """The shared part of two sets of themes, of the smaller: the second of `Weights.alike`."""
        shared = one & other
        return self.weight(shared) / min(self.weight(one), self.weight(other)) if shared else 0.0

    def cosine(self, one: int, other: int) -> float:
        """The shared part of two sets of themes, of both: the first of `Weights.alike`."""
        shared = one & other
        return self.weight(shared) / math.sqrt(self.weight(one) * self.weight(other)) if shared else 0.0

    def overlap(self, one: int, other: int) -> float:
        """The mean of both, as `Weights.overlap` has it."""
        return (self.cosine(one, other) + self.contained(one, other)) / 2

    def _themes_of(self, mask: int) -> Iterable[str]:
        while mask:
            low = mask & -mask
            yield self._themes[low.bit_length() - 1]
            mask ^= low
