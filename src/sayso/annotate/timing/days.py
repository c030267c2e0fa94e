"""Times of the day and the day that stands behind them: "10 p.m. on Friday", "10:35 a.m. (0735 GMT) on Friday"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.annotate.timing.bounds import find_bound
from sayso.annotate.timing.joining import grain
from sayso.annotate.timing.meanings import Meaning, Part, Phrase
from sayso.annotate.timing.stretches import Grain
from sayso.annotate.timing.words import Words

BETWEEN = frozenset(("on", "(", ")", ","))
WIDEST = 2  # words between a time and its day: ")" and "on"


def lend_days(words: Words, phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The expressions in order; a time of the day stands in the day behind it, and a limit of the one is one of the other."""
    lent: list[Phrase] = []
    for phrase in reversed(phrases):
        day = _day_of(lent[-1]) if lent and _is_open(phrase) and _beside(words, phrase, lent[-1]) else None
        inside = replace(phrase.meaning, outer=day) if day is not None and isinstance(phrase.meaning, Part) else None
        lent.append(replace(phrase, meaning=inside) if inside is not None else phrase)
    return tuple(_share_bounds(words, lent[::-1]))


def _share_bounds(words: Words, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """The expressions, each with the bound of the time before it that stands in it."""
    before: Phrase | None = None
    for phrase in phrases:
        each = phrase
        outer = before.meaning.outer if before is not None and isinstance(before.meaning, Part) else None
        if before is not None and outer is not None and outer is _day_of(phrase):
            each = replace(phrase, bound=phrase.bound or before.bound or find_bound(words, before.first))
        yield each
        before = each


def _is_open(phrase: Phrase) -> bool:
    meaning = phrase.meaning
    return isinstance(meaning, Part) and meaning.outer is None and meaning.field.kind in ("clock", "part")


def _beside(words: Words, phrase: Phrase, behind: Phrase) -> bool:
    between = words.lows[phrase.end : behind.first]
    return len(between) <= WIDEST and bool(between) and BETWEEN.issuperset(between)


def _day_of(phrase: Phrase) -> Meaning | None:
    """The day that an expression is, or that it already stands in."""
    if grain(phrase.meaning) is Grain.DAY:
        return phrase.meaning
    meaning = phrase.meaning
    return meaning.outer if isinstance(meaning, Part) and meaning.field.kind == "clock" else None
