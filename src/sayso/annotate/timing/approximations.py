"""Words that make a time approximate or open: "about", "nearly", "at least", "or so", "or later"."""

from dataclasses import replace
from functools import cache

from sayso.annotate.timing.lexis import lexis
from sayso.annotate.timing.meanings import Length, Offset, Part, Phrase, Reaching
from sayso.annotate.timing.words import Words
from sayso.lexicons import words_of

# Behind an expression, with the TIMEX3 modifier that they make.
BEHIND = {
    ("or", "so"): "APPROX", ("or", "later"): "ON_OR_AFTER", ("or", "after"): "ON_OR_AFTER", ("and", "beyond"): "ON_OR_AFTER",
    ("or", "earlier"): "ON_OR_BEFORE", ("or", "before"): "ON_OR_BEFORE",
}  # fmt: skip


@cache
def _counting() -> frozenset[str]:
    return words_of("times", "between.counting")


def read_approximation(words: Words, at: int) -> tuple[int, str | None]:
    """Such as "about", "nearly", "at least", "more than": the place behind it and the TIMEX3 modifier, or the place itself."""
    for listed, mod in lexis().approximations.get(words.lows[at], ()):
        if words.lows[at : at + len(listed)] == listed:
            return at + len(listed), mod
    return at, None


def approximates(words: Words, at: int, phrase: Phrase) -> bool:
    """Whether what stands in front of an expression counts it: "over", "under" and "about" are prepositions too."""
    low, before, meaning = words.lows[at], words.lows[at - 1], phrase.meaning
    length = meaning if isinstance(meaning, Length) else meaning.length if isinstance(meaning, Offset) else None
    if low in ("over", "under"):
        return length is not None and (before in _counting() or (low == "over" and length is meaning and length.single))
    if low == "some":
        return length is not None and not length.vague
    if low in ("about", "around", "approximately", "roughly"):
        dated = isinstance(meaning, Part) and meaning.field.kind in ("clock", "day")
        return (length is not None or dated or phrase.portion == "END") and not before.startswith("talk")
    return length is not None or (isinstance(meaning, Reaching) and low == "at")


def with_tail(words: Words, phrase: Phrase) -> Phrase:
    """The expression with what makes it open behind it: "a week or so", "1994 or later"."""
    mod = BEHIND.get((words.lows[phrase.end], words.lows[phrase.end + 1]))
    return replace(phrase, end=phrase.end + 2, quantity=mod) if mod else phrase
