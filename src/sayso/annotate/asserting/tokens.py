"""The words of a stretch of text, as clauses are told apart by them."""

from sayso.annotate.asserting.verbs import Token
from sayso.annotate.reporting.words import Words, split_words

APOSTROPHE = ("\u2019", "'")


def tokens_within(words: Words, start: int, end: int) -> list[Token]:
    """The words that lie between two places of the text."""
    first, last = words.at(start), words.at(end)
    if last > first and words.ends[last - 1] > end:
        last -= 1
    return _tokens(words, first, last)


def tokens_of(text: str) -> list[Token]:
    """The words of a text that stands by itself."""
    words = split_words(text, ())
    return _tokens(words, 0, len(words.starts))


def _tokens(words: Words, first: int, last: int) -> list[Token]:
    """The words of a range, made in one pass: they are most of what this stage handles."""
    text, make = words.text, tuple.__new__
    return [
        make(
            Token, (start, end, text[start:end], low.replace(*APOSTROPHE) if APOSTROPHE[0] in low else low, tag, quoted)
        )
        for start, end, low, tag, quoted in zip(
            words.starts[first:last],
            words.ends[first:last],
            words.lowers[first:last],
            words.tags[first:last],
            words.quoted[first:last],
            strict=True,
        )
    ]
