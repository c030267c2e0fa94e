"""How alike two claims are, and what forbids to take them for one."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lexicons import words_of
from sayso.relate.figures import agree
from sayso.relate.gists import Gist
from sayso.relate.terms import Control
from sayso.relate.words import stem

Words = frozenset[str]


class Weights:
    """How much a theme tells a claim from the others of its story: its idf among them."""

    def __init__(self, gists: Sequence[Gist]) -> None:
        seen = {(each.text, each.document): each.themes for each in gists if not each.part}
        distinct = list(dict.fromkeys((text, themes) for (text, _), themes in seen.items()))
        self._counts = Counter(theme for _, themes in distinct for theme in themes)
        self._total = len(distinct)
        self._of: dict[Words, float] = {}
        self._alike: dict[tuple[Words, Words], tuple[float, float]] = {}  # claims that are copied have the same themes

    def of(self, themes: Words) -> float:
        """The weight of some themes together."""
        if themes not in self._of:
            self._of[themes] = sum(
                math.log(1 + (self._total + 1) / (self._counts[theme] + 0.5)) for theme in sorted(themes)
            )
        return self._of[themes]

    def alike(self, one: Words, other: Words) -> tuple[float, float]:
        """The shared part of two sets of themes, 0 to 1: of both (cosine), and of the smaller."""
        if one.isdisjoint(other):
            return 0.0, 0.0
        if (one, other) not in self._alike:
            shared, left, right = self.of(one & other), self.of(one), self.of(other)
            self._alike[one, other] = shared / math.sqrt(left * right), shared / min(left, right)
        return self._alike[one, other]

    def overlap(self, one: Words, other: Words) -> float:
        """The shared part of two sets of themes, 0 to 1: the mean of the cosine's and the smaller one's."""
        return sum(self.alike(one, other)) / 2


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two claims are, 0 to 1, and why, in words; `veto` says what forbids to take them for one."""

    score: float
    reasons: tuple[str, ...]
    veto: str = ""


STATES = (("=hold", "=retreat"), ("=capture", "=retreat"), ("=open", "=shut"), ("=win", "=lose"), ("=rise", "=fall"), ("=talk", "=agree"),
          ("=kidnap", "=release"))  # fmt: skip
STATE_THEMES = frozenset(state for pair in STATES for state in pair)
# A logistic regression on the pairs of marked claims of five small worlds (1,193 pairs of one story that no veto keeps apart):
# evals/worlds/fit.py makes these figures. Leaving one world out, pairs F1 at .4 is .82 in the mean (evals/README.md); further features (the
# cosine, shared names, the sentences around, the same document, the cosine of the vectors of `sayso match`, its words or its pieces in
# context each with the most alike of the other claim) did not lower the log loss (.196; the last .194) enough to pay for their vectors;
# coarser kinds, and pairs with claims that are not marked as further wrong ones, did not raise the mean overall.
CONTROL = frozenset({"=hold", "=capture", "=retreat"})
FEATURES = (
    "contained",
    "one_word",
    "figures_agree",
    "one_figure",
    "same_kind",
    "same_due",
    "same_again",
    "shared",
    "own_deny",
    "own_again",
)
WEIGHTS = (2.45, 0.95, 3.44, -3.26, 1.39, 1.51, 1.05, 1.38, 2.38, 1.02)
BIAS = -2.75

NARRATED = 1.0  # against what no source is named for: an article's own words share many with every claim of its story; mean overall
# of five worlds, each by the others' weights: .894, at .5 .892, at 1.5 .895, at 2 .892


def compare(one: Gist, other: Gist, weights: Weights, *, one_word: bool) -> Likeness:
    """How alike two claims of a story are: the probability that they say the same, of WEIGHTS; `one_word`: by one claimant."""
    figures = agree(one.figures, other.figures)
    if veto := find_veto(one, other, agreed=figures, one_word=one_word):
        return Likeness(0.0, (), veto)
    if one.text == other.text and one.themes:
        return Likeness(1.0, ("same text",))
    if not one.themes & other.themes and not figures and not (one_word and _same_due(one, other)):
        return Likeness(0.0, ())
    seen = features(one, other, weights, one_word=one_word)
    narrated = one.narrated + other.narrated - (one.first_hand or other.first_hand)
    score = 1 / (
        1 + math.exp(-BIAS - sum(a * b for a, b in zip(seen, WEIGHTS, strict=True)) + NARRATED * max(narrated, 0))
    )
    return Likeness(score, tuple(_reasons(one, other, agreed=figures, one_word=one_word)))


def features(one: Gist, other: Gist, weights: Weights, *, one_word: bool) -> tuple[float, ...]:
    """What WEIGHTS weigh, in the order of FEATURES."""
    figures = agree(one.figures, other.figures)
    return (
        weights.alike(one.themes, other.themes)[1],
        float(one_word),
        float(figures is True),
        float(figures is None and bool(one.figures) != bool(other.figures) and _has_main(one, other)),
        float(one.kind == other.kind),
        float(_same_due(one, other)),
        float(one.same_again or other.same_again),
        math.log1p(len((one.themes & other.themes) - one.names - other.names)),
        float(one_word and (one.denied or one.denies) and (other.denied or other.denies)),
        float(one_word and (one.again or other.again)),
    )


def _has_main(one: Gist, other: Gist) -> bool:
    return any(figure.is_main for figure in (*one.figures, *other.figures))


def _reasons(one: Gist, other: Gist, *, agreed: bool | None, one_word: bool) -> Iterator[str]:
    if shared := one.themes & other.themes:
        yield f"words agree: {', '.join(sorted(each.lstrip('=') for each in shared))}"
    if one_word:
        yield f"same claimant: {one.claimant.shown if one.claimant else one.outlet}"
    if agreed:
        yield "figures agree"
    if _same_due(one, other):
        yield "due dates agree"


def find_veto(one: Gist, other: Gist, *, agreed: bool | None, one_word: bool) -> str:
    """What forbids to take two claims for one, the first that holds; empty where nothing does."""
    return next(_vetoes(one, other, agreed=agreed, one_word=one_word), "")


def _vetoes(one: Gist, other: Gist, *, agreed: bool | None, one_word: bool) -> Iterator[str]:
    if agreed is False:
        yield "figures disagree"
    if one.denied != other.denied and not _both_hold(one, other) and (not agreed or one.denies or other.denies):
        yield "polarity disagrees"
    if one.due is not None and other.due is not None and not one.due.meets(other.due):
        yield "due dates disagree"
    if one.future != other.future and not (agreed and one.kind == other.kind):
        yield "one is still to come"
    if not one_word:
        yield from _sides(one, other)
    if not (STATE_THEMES.isdisjoint(one.themes) or STATE_THEMES.isdisjoint(other.themes)) and any(
        _apart(one, other, a, b) or _apart(one, other, b, a) for a, b in STATES
    ):
        yield "states disagree"


def _sides(one: Gist, other: Gist) -> Iterator[str]:
    """What keeps two claims apart that are not on one word."""
    if one.denies != other.denies:
        yield "one is told as an answer"
    if _held_apart(one, other):
        yield "each has another hold the place"
    taken = Control.TAKEN.theme
    if taken in one.themes and taken in other.themes and is_regained(one.text) != is_regained(other.text):
        yield "one takes back what the other took"
    if one.own and other.own and _control(one) and _control(other):
        yield "each speaks of its own side"


def _same_due(one: Gist, other: Gist) -> bool:
    return one.due is not None and other.due is not None and one.due.meets(other.due)


@lru_cache(maxsize=4096)  # the claims of one story
def is_regained(text: str) -> bool:
    """Whether a text says that something is taken again that was lost."""
    return not _listed("regained").isdisjoint(map(stem, text.split()))


def _held_apart(one: Gist, other: Gist) -> bool:
    """Whether one has a state's forces hold the place, and the other those who fight it."""
    sides = (_listed("insurgents"), _listed("state"))
    return any(one.holder & mine and other.holder & theirs for mine, theirs in (sides, sides[::-1]))


@cache
def _listed(name: str) -> Words:
    return frozenset(map(stem, words_of("vouching", name)))


def _both_hold(one: Gist, other: Gist) -> bool:
    """Whether one says that a place is held and the other that it was not lost."""
    return one.control is other.control is Control.HELD


def _control(each: Gist) -> bool:
    return bool(each.themes & CONTROL)


def _apart(one: Gist, other: Gist, a: str, b: str) -> bool:
    return a in one.themes - other.themes and b in other.themes - one.themes
