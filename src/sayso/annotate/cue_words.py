"""Finds the phrases of a lexicon in a text: whole words, longest first, in one pass."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

APOSTROPHES = str.maketrans({"\u2019": "'"})


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the phrases as whole words, in any case, whatever white space stands inside them."""
    longest_first = sorted({phrase.translate(APOSTROPHES) for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
    joined = "|".join(re.escape(phrase).replace(r"\ ", r"\s{1,4}").replace("'", "['\u2019]") for phrase in longest_first)
    return re.compile(rf"(?<![\w])(?:{joined})(?!\w)", re.IGNORECASE)


def tokens(text: str) -> list[str]:
    """The words of a stretch in lower case with straight apostrophes, and its punctuation marks."""
    return [match[0] for match in TOKEN.finditer(text.translate(APOSTROPHES).lower())]


TOKEN = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*|[^\w\s]")
