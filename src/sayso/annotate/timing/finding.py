"""Where in a text time expressions stand: from each word that can carry one, to the left as far as what may open one."""

from collections.abc import Iterator
from functools import cache
from re import ASCII
from re import compile as pattern

from sayso.annotate.timing.doubts import is_time
from sayso.annotate.timing.lexis import lexis
from sayso.annotate.timing.phrases import Phrase, read_phrase
from sayso.annotate.timing.words import Words
from sayso.lexicons import lexicon

FIGURES = pattern(r"(?:1[0-9]|20)\d\d|\d{1,2}:\d\d|\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|[0-2]\d[0-5]\d", ASCII)
LEFT = (
    9  # words between the first word of an expression and the one that carries it: "no more than two and a half years"
)


@cache
def _carriers() -> frozenset[str]:
    """Words without which there is no expression."""
    known = lexis()
    references = (listed[-1] for entries in known.references.values() for listed, _ in entries)
    feasts = (listed[-1] for entries in known.holidays.values() for listed, _ in entries)
    tables = (
        known.months,
        known.short_months,
        known.weekdays,
        known.short_weekdays,
        known.units,
        known.seasons,
        known.parts,
    )
    more = (known.clock_words, known.sets, known.tens, known.zones)
    named = ("today", "yesterday", "tomorrow", "tonight", "overnight", "am", "pm", "a.m.", "p.m.", "a.m", "p.m", "thousand", "period",
             *(f"{day}s" for day in known.weekdays), *known.numbers, "clock", "q", "h", "eastern")  # fmt: skip
    return frozenset().union(*tables, *more, references, feasts, named)


@cache
def _openers() -> frozenset[str]:
    """Words that may stand in an expression in front of the one that carries it."""
    known = lexis()
    approximations = (word for entries in known.approximations.values() for listed, _ in entries for word in listed)
    references = (word for entries in known.references.values() for listed, _ in entries for word in listed)
    tables = (known.numbers, known.scales, known.ordinals, known.vague_counts, known.portions, known.ways)
    return frozenset().union(
        _carriers(),
        *tables,
        approximations,
        references,
        lexicon("times")["between"]["adjectives"].split(),
        lexicon("times")["between"]["openers"].split(),
    )


def _is_carrier(words: Words, at: int) -> bool:
    """Whether figures can carry an expression: a year, a numeric date, a time of the day, "'82", "70s"."""
    low = words.lows[at]
    if FIGURES.fullmatch(low):
        return True
    if len(low) != 2:  # noqa: PLR2004 - two figures
        return False
    return (words.lows[at - 1] in ("'", "’", "‘") and words.glued(at)) or (
        words.lows[at + 1] == "s" and words.glued(at + 1)
    )


def find_phrases(words: Words) -> Iterator[Phrase]:
    """All expressions in order; none overlaps another."""
    carriers, openers = _carriers(), _openers()
    behind = 0
    for at, low in enumerate(words.lows):
        if at < behind or not low or not (low in carriers or (low[0].isdigit() and _is_carrier(words, at))):
            continue
        first = at
        while (
            first > behind
            and at - first < LEFT
            and (words.lows[first - 1] in openers or words.lows[first - 1][:1].isdigit())
        ):
            first -= 1
        for start in range(first, at + 1):
            phrase = read_phrase(words, start)
            if phrase and phrase.end > at and is_time(words, phrase):
                yield phrase
                behind = phrase.end
                break
