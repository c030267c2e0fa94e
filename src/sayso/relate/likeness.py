"""How alike two claims are, and what forbids to take them for one."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.relate.figures import agree
from sayso.relate.gists import Gist

Words = frozenset[str]


class Weights:
    """How much a theme tells a claim from the others of its story: its idf among them."""

    def __init__(self, gists: Sequence[Gist]) -> None:
        seen = {(each.text, each.document): each.themes for each in gists if not each.part}
        distinct = list(dict.fromkeys((text, themes) for (text, _), themes in seen.items()))
        self._counts = Counter(theme for _, themes in distinct for theme in themes)
        self._total = len(distinct)

    def of(self, themes: Iterable[str]) -> float:
        """The weight of some themes together."""
        return sum(math.log(1 + (self._total + 1) / (self._counts[theme] + 0.5)) for theme in sorted(themes))

    def overlap(self, one: Words, other: Words) -> float:
        """The shared part of two sets of themes, 0 to 1: the mean of the cosine's and the smaller one's."""
        shared = self.of(one & other)
        if not shared:
            return 0.0
        left, right = self.of(one), self.of(other)
        return 0.5 * shared / math.sqrt(left * right) + 0.5 * shared / min(left, right)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two claims are, 0 to 1, and why, in words; `veto` says what forbids to take them for one."""

    score: float
    reasons: tuple[str, ...]
    veto: str = ""


STATES = (("=hold", "=retreat"), ("=open", "=shut"), ("=win", "=lose"), ("=rise", "=fall"), ("=rise", "=cut"))
# What a pair gains or loses beside the words that it shares; chosen on three small worlds (evals/worlds).
SAME_CLAIMANT, FIGURES_AGREE, ONE_FIGURE, SAME_DUE = 0.25, 0.2, -0.1, 0.15


def compare(one: Gist, other: Gist, weights: Weights, *, same_claimant: bool) -> Likeness:
    """How alike two claims of a story are."""
    words = weights.overlap(one.themes, other.themes)
    figures = agree(one.figures, other.figures)
    if veto := _veto(one, other, figures):
        return Likeness(words, (), veto)
    score, reasons = words, [f"words agree: {', '.join(sorted(each.lstrip('=') for each in one.themes & other.themes))}"]
    if one.text == other.text:
        return Likeness(1.0, ("same text",))
    if same_claimant:
        score += SAME_CLAIMANT
        reasons.append(f"same claimant: {one.claimant.shown if one.claimant else one.outlet}")
    if figures:
        score += FIGURES_AGREE
        reasons.append("figures agree")
    elif figures is None and bool(one.figures) != bool(other.figures):
        score += ONE_FIGURE
    if one.due and one.due == other.due:
        score += SAME_DUE
        reasons.append("due dates agree")
    return Likeness(max(min(score, 0.99), 0.0) if words else 0.0, tuple(reasons))


def _veto(one: Gist, other: Gist, figures: bool | None) -> str:
    if figures is False:
        return "figures disagree"
    if one.denied != other.denied:
        return "polarity disagrees"
    if one.due and other.due and one.due != other.due:
        return "due dates disagree"
    if any((a in one.themes and b in other.themes and b not in one.themes and a not in other.themes)
           or (b in one.themes and a in other.themes and a not in one.themes and b not in other.themes) for a, b in STATES):  # fmt: skip
        return "states disagree"
    return ""
