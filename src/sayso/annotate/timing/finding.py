"""Where in a text time expressions stand: from each word that can carry one, to the left as far as what may open one."""

from collections.abc import Iterator
from re import ASCII
from re import compile as pattern

from sayso.annotate.timing.doubts import is_time
from sayso.annotate.timing.lexis import carriers, openers, starters
from sayso.annotate.timing.meanings import Phrase
from sayso.annotate.timing.phrases import read_phrase
from sayso.annotate.timing.words import Words

FIGURES = pattern(r"(?:1[0-9]|20)\d\d|\d{1,2}:\d\d|\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|[0-2]\d[0-5]\d", ASCII)
# Words between the first word of an expression and the one that carries it: "no more than two and a half years".
LEFT = 9
MODALS = frozenset(
    {"will", "would", "shall", "should", "can", "could", "may", "might", "must", "'ll", "’ll", "won't", "won’t", "not"}
)
LONGEST_RUN = 80  # words that could all stand in expressions; more is a table, or made to keep a reader busy


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
    carrying, behind = carriers(), 0
    run: tuple[int, int] = (0, 0)
    for at, low in enumerate(words.lows):
        if at < behind or not low or not (low in carrying or (low[0].isdigit() and _is_carrier(words, at))):
            continue
        if at >= run[1]:
            run = _run(words, at, run[1])
        if run[1] - run[0] > LONGEST_RUN:
            behind = run[1]
            continue
        phrase = _leftmost(words, max(run[0], behind, at - LEFT), at)
        if phrase is not None:
            yield phrase
            behind = phrase.end


def _run(words: Words, at: int, behind: int) -> tuple[int, int]:
    """The words around a carrier that may all stand in expressions, half-open, not before a place."""
    first, last = at, at + 1
    while first > behind and _may_open(words, first - 1):
        first -= 1
    while _may_open(words, last):
        last += 1
    return first, last


def _may_open(words: Words, at: int) -> bool:
    low = words.lows[at]
    return low in openers() or low[:1].isdigit()


def _leftmost(words: Words, first: int, at: int) -> Phrase | None:
    """The expression that begins furthest to the left, not before a place, and takes in a carrier."""
    for start in range(first, at + 1):
        if words.lows[start] == "last" and words.lows[start - 1] in MODALS:
            continue  # "will last three weeks": a verb
        if start == at or words.lows[start] in starters() or words.lows[start][:1].isdigit():
            phrase = read_phrase(words, start)
            if phrase and phrase.end > at and is_time(words, phrase):
                return phrase
    return None
