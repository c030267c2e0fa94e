"""The words of a stretch of text, as clauses are told apart by them."""

from sayso.annotate.asserting.verbs import Token
from sayso.annotate.reporting.words import Words, split_words

APOSTROPHE = ("\u2019", "'")


def tokens_within(words: Words, start: int, end: int) -> list[Token]:
    """The words that lie between two places of the text."""
    found = []
    for at in range(words.at(start), len(words.starts)):
        if words.starts[at] >= end:
            break
        if words.ends[at] <= end:
            found.append(_token(words, at))
    return found


def tokens_of(text: str) -> list[Token]:
    """The words of a text that stands by itself."""
    words = split_words(text, ())
    return [_token(words, at) for at in range(len(words.starts))]


def _token(words: Words, at: int) -> Token:
    start, end = words.starts[at], words.ends[at]
    low = words.lowers[at]
    if APOSTROPHE[0] in low:
        low = low.replace(*APOSTROPHE)
    return Token(start, end, words.text[start:end], low, words.tags[at], words.quoted[at])
