"""How probable a forecast is said to be: the words, the interval that a published scale gives them, or the speaker's own number."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.annotate.asserting.cue_words import Phrases
from sayso.annotate.forecasting.numbers import find_stated
from sayso.annotate.forecasting.wording import Wording
from sayso.lexicons import lexicon
from sayso.model.document import Span
from sayso.model.stance import Certainty

ICD203, PERCEPTIONS, STATED = "icd203", "perceptions", "stated"
FILTERED = frozenset(
    {"may", "might", "could"}
)  # a month, a fleet, an ability: the stance of the claim has told them apart
COPULAS = frozenset({"is", "are", "was", "were", "be", "been"})
# Nearer to even than this, what is forecast is no more than possible; further off one of the two is probable ("unlikely": that it
# does not come).
EVEN = 0.1


@dataclass(frozen=True, slots=True)
class Chance:
    """Words of probability; `interval` (0 to 1) where `scale` has them; `certainty` is what they leave of the claim's."""

    span: Span
    certainty: Certainty
    interval: tuple[float, float] | None = None
    scale: str | None = None


@dataclass(frozen=True, slots=True)
class _Listed:
    phrases: Phrases
    measured: dict[str, tuple[str, tuple[float, float]]]
    certainties: dict[str, Certainty]
    before: frozenset[str]


@cache
def _listed() -> _Listed:
    listed: dict[str, Any] = lexicon("probability")
    measured = {
        phrase: (scale, (low / 100, high / 100))
        for scale in (PERCEPTIONS, ICD203)  # the directive is made for this, and goes first
        for phrase, (low, high) in listed[scale].items()
    }
    unmeasured = listed["unmeasured"]
    certainties = {
        phrase: step
        for step in (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE)
        for phrase in unmeasured[step.value]
    }
    return _Listed(Phrases([*measured, *certainties]), measured, certainties, frozenset(unmeasured["before"]))


def find_chances(wording: Wording, hedges: frozenset[Span]) -> tuple[Chance, ...]:
    """The words of probability of a sentence in order; `hedges` tell which "may", "might" and "could" are none.

    A word that another one measures ("not likely", "more likely") has no interval, for no scale has the two together.
    """
    stated = [Chance(wording.span(first, end), _step(*interval), interval, STATED)
              for first, end, interval in find_stated(wording.lows)]  # fmt: skip
    taken = [each.span for each in stated]
    found = [
        each for each in _worded(wording, hedges) if not any(each.span.touches(span) for span in _near(taken, each))
    ]
    return tuple(sorted((*stated, *found), key=lambda each: each.span))


def _near(taken: Sequence[Span], each: Chance) -> Iterator[Span]:
    """The spans, in order, that can touch a chance: from the last one that begins before it."""
    at = bisect_left(taken, each.span.start, key=lambda span: span.start)
    yield from taken[max(0, at - 1) : at + 2]


def _step(low: float, high: float) -> Certainty:
    return Certainty.POSSIBLE if abs((low + high) / 2 - 0.5) < EVEN else Certainty.PROBABLE


def _worded(wording: Wording, hedges: frozenset[Span]) -> Iterator[Chance]:
    known, lows = _listed(), wording.lows
    for first, end in known.phrases.among(lows):
        phrase = " ".join(lows[first:end])
        before = lows[first - 1] if first else ""
        span = wording.span(first, end)
        if not _is_one(lows, first, phrase, hedged=span in hedges):
            continue
        if before in {"a", "an"}:
            span = wording.span(first - 1, end)
        scale, interval = known.measured.get(phrase, (None, None))
        certainty = _step(*interval) if interval else known.certainties.get(phrase, Certainty.POSSIBLE)
        if before in known.before or lows[end : end + 1] == ["not"]:
            scale, interval = None, None
            span = wording.span(first - 1, end) if before in known.before else span
        yield Chance(span, certainty, interval, scale)


def _is_one(lows: Sequence[str], first: int, phrase: str, *, hedged: bool) -> bool:
    """Whether a phrase speaks of probability where it stands: "is expected", not "the bank expected"."""
    if phrase == "expected":
        return bool(COPULAS & set(lows[max(0, first - 2) : first]))
    if phrase == "should":
        return _is_epistemic(lows, first)
    return hedged or phrase not in FILTERED


def _is_epistemic(lows: Sequence[str], at: int) -> bool:
    """Whether "should" tells what to expect, not what ought to be: alone in its sentence, before "be" or "have"."""
    return lows[at + 1 : at + 2] in (["be"], ["have"], ["reach"], ["arrive"], ["see"]) and not {
        "will",
        "would",
        "must",
    } & set(lows)


def interval_of(chances: Sequence[Chance]) -> tuple[tuple[float, float] | None, str | None]:
    """The interval of a forecast and its scale: the speaker's number, else the words'; none where they do not agree on one."""
    for scale in (STATED, ICD203, PERCEPTIONS):
        intervals = {each.interval for each in chances if each.scale == scale}
        if intervals:
            return (intervals.pop(), scale) if len(intervals) == 1 else (None, None)
    return None, None
