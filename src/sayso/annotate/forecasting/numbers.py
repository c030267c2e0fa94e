"""A probability that the speaker put a number on: "a 60 % chance", "odds of two in three", "50-50"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate.timing.lexis import lexis
from sayso.lexicons import lexicon

BEHIND, BEFORE = (
    3,
    7,
)  # words between the number and its noun: "60 % or higher chance", "the chances of a flood are now at 60 %"
WORDS = 4  # words of "not more than", and one more
MOST = 100
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Stated:
    nouns: frozenset[str]
    percent: frozenset[str]
    even: frozenset[str]
    at_least: frozenset[tuple[str, ...]]
    at_most: frozenset[tuple[str, ...]]


@cache
def _stated() -> _Stated:
    listed = lexicon("probability")["stated"]
    return _Stated(
        *(frozenset(listed[name]) for name in ("nouns", "percent", "even")),
        *(frozenset(tuple(phrase.split()) for phrase in listed[name]) for name in ("at_least", "at_most")),
    )


def find_stated(lows: Sequence[str]) -> Iterator[tuple[int, int, Interval]]:
    """The numbers of probability among words: first word, the one behind the last, and the interval (0 to 1)."""
    behind = 0
    for at, low in enumerate(lows):
        if at < behind or not (low[0].isdigit() or low.split("-")[0] in lexis().numbers or low in _stated().even):
            continue
        found = _even(lows, at) or _percent(lows, at) or _ratio(lows, at)
        if found:
            end, interval = found
            first, interval = _bounded(lows, at, interval)
            behind = _with_noun(lows, end)
            if first and lows[first - 1] in {"a", "an"}:
                first -= 1
            if behind > end or _noun_before(lows, first):
                yield first, behind, interval
            elif low in _stated().even:
                yield first, end, interval


def _even(lows: Sequence[str], at: int) -> tuple[int, Interval] | None:
    slash = list(lows[at : at + 3]) in (["50", "/", "50"], ["50", ":", "50"], ["fifty", "-", "fifty"])
    if lows[at] in _stated().even or slash:
        return at + (3 if slash else 1), (0.5, 0.5)
    return None


def _percent(lows: Sequence[str], at: int) -> tuple[int, Interval] | None:
    """A share of hundred: "60 %", "60-percent", "60 to 70 percent", "sixty per cent"."""
    if at and lows[at - 1] in {".", ","} and at > 1 and lows[at - 2].isdigit():
        return None  # the fraction of "0.5 %"
    words = [part for low in lows[at : at + 6] for part in low.split("-")]
    low, after = _number(words[0]), 1
    high = low
    if words[1:2] in (["to"], ["or"], ["–"], ["and"]) and len(words) > 3 and _number(words[2]) is not None:  # noqa: PLR2004 - "60 to 70 percent"
        high, after = _number(words[2]), 3
    elif len(words) > 2 and _number(words[1]) is not None:  # noqa: PLR2004 - "60-70 percent"
        high, after = _number(words[1]), 2
    length = (
        2
        if words[after : after + 2] == ["per", "cent"]
        else 1
        if words[after : after + 1] and words[after] in _stated().percent
        else 0
    )
    if low is None or high is None or not length or not low <= high <= MOST:
        return None
    return at + _taken(lows, at, after + length), (low / 100, high / 100)


def _taken(lows: Sequence[str], at: int, parts: int) -> int:
    """How many words hold so many parts; a hyphen joins parts to one word."""
    taken = 0
    while parts > 0:
        parts -= lows[at + taken].count("-") + 1
        taken += 1
    return taken


def _ratio(lows: Sequence[str], at: int) -> tuple[int, Interval] | None:
    """A share of some: "one in three", "1-in-10", "two out of three"."""
    words = [part for low in lows[at : at + 4] for part in low.split("-")]
    after = 3 if words[1:3] == ["out", "of"] else 2
    if words[1:2] != ["in"] and after == 2 or len(words) <= after:  # noqa: PLR2004, RUF021 - a number, "in", a number
        return None
    part, whole = _number(words[0]), _number(words[after])
    if part is None or whole is None or not 0 < part <= whole:
        return None
    return at + _taken(lows, at, after + 1), (part / whole, part / whole)


def _number(word: str) -> float | None:
    if word.isascii() and word.isdigit():
        return int(word) if len(word) <= 7 else None  # noqa: PLR2004 - "one in 1000000"
    value = lexis().numbers.get(word)
    return None if value is None else float(value)


def _bounded(lows: Sequence[str], at: int, interval: Interval) -> tuple[int, Interval]:
    """What "at least" or "less than" in front makes of an interval, and where it begins."""
    skipped = 1 if at and lows[at - 1] in {"a", "an"} else 0
    for start in range(max(0, at - skipped - WORDS), at - skipped):
        words = tuple(lows[start : at - skipped])
        if words in _stated().at_least:
            return start, (interval[0], 1.0)
        if words in _stated().at_most:
            return start, (0.0, interval[1])
    return at, interval


def _with_noun(lows: Sequence[str], end: int) -> int:
    """The word behind the noun that a number measures, or `end` where none follows."""
    for at in range(end, min(len(lows), end + BEHIND)):
        if lows[at] in _stated().nouns:
            return at + 1
        if not lows[at].isalpha() or lows[at] in {"of", "in"}:
            break
    return end


def _noun_before(lows: Sequence[str], first: int) -> bool:
    for at in range(first - 1, max(-1, first - 1 - BEFORE), -1):
        if lows[at] in _stated().nouns:
            return True
        if lows[at] in {".", ";", ","}:
            break
    return False
