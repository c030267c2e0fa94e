"""Tokens as the encoder reads them: runs of letters and digits, single marks, each with what its letters alone do not tell."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.annotate.reporting.words import Words, split_words
from sayso.annotate.typography.paragraphs import find_paragraphs
from sayso.lexicons import words_of
from sayso.model.document import Document, Span
from sayso.model.quotation import Quotation

# 99.8 % of PolNeAR's spans begin and end where these tokens do; of whole words with their apostrophes, 99.0 %.
TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
# The classes of `reporting.words`, in a fixed order: the encoder's base knows no case, so "N" tells names from words.
TAGS = "nDROPTHCSWXAYVEGN#Q,.;:-()"
SHAPES = ("lower", "initial", "upper", "mixed", "digit", "mark")
QUOTED = ("outside", "opening", "inside", "closing", "inner opening", "inner inside", "inner closing")
OPENINGS = ("within", "sentence", "paragraph")
TAG_OF = {tag: number for number, tag in enumerate(TAGS)}
# What stands for every name: what is read of a text must not depend on whose names stand in it.
NAME = "[NAME]"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists over the tokens of a text.

    `texts` have NAME in the place of each name. `starts` and `ends` are code points. `shapes`, `tags`, `quoted` and `openings` are numbers into SHAPES, TAGS, QUOTED and
    OPENINGS. `paragraphs` and `sentences` are the tokens that begin one, in order, from 0 on.
    """

    texts: list[str]
    starts: list[int]
    ends: list[int]
    shapes: list[int]
    tags: list[int]
    quoted: list[int]
    openings: list[int]
    paragraphs: list[int]
    sentences: list[int]


def split_tokens(
    document: Document, sentences: Sequence[Span], quotations: Sequence[Quotation], words: Words | None = None
) -> Tokens:
    """The tokens of a document in order, with their features; `words` are the document's, where they are at hand."""
    matches = list(TOKEN.finditer(document.text))
    written = [match[0] for match in matches]
    starts = [match.start() for match in matches]
    paragraphs = _firsts(starts, [start for start, _ in find_paragraphs(document.text)])
    sentence_starts = _firsts(starts, [sentence.start for sentence in sentences])
    openings = [0] * len(starts)
    for number, firsts in ((1, sentence_starts), (2, paragraphs)):
        for first in firsts:
            openings[first] = number
    tags = _tags(starts, words or split_words(document.text, tuple(quotations)))
    return Tokens(
        texts=[NAME if _is_name(text, tag) else text for text, tag in zip(written, tags, strict=True)],
        starts=starts,
        ends=[match.end() for match in matches],
        shapes=[shape_of(text) for text in written],
        tags=tags,
        quoted=_quoted(starts, quotations),
        openings=openings,
        paragraphs=paragraphs,
        sentences=sentence_starts,
    )


def ranges_of(tokens: Tokens, quotations: Sequence[Quotation]) -> list[tuple[int, int]]:
    """The tokens of each outermost quotation that is closed, its marks among them."""
    return [
        (bisect_left(tokens.starts, each.span.start), bisect_left(tokens.starts, each.span.end))
        for each in quotations
        if each.depth == 1 and each.closed
    ]


def shape_of(text: str) -> int:
    """The number of a token's shape in SHAPES."""
    if not text[0].isalnum():
        return 5
    if text[0].isdigit():
        return 4
    if text.islower() or not text[0].isupper():
        return 0 if text == text.lower() else 3
    if len(text) > 1 and text.isupper():
        return 2
    return 1 if text[1:] == text[1:].lower() else 3


def _is_name(text: str, tag: int) -> bool:
    """Whether a token is a name and nothing else: capitalised, and a word that is hardly ever written small."""
    if tag != TAG_OF["N"] or not text[0].isupper():
        return False
    lower = text.lower()
    return lower not in words_of("classes", "months") and lower not in words_of("common", "words")


def _firsts(starts: list[int], positions: Sequence[int]) -> list[int]:
    """The first token at or after each position, each once; the first token of all is always among them."""
    found = {0} if starts else set()
    found.update(at for at in (bisect_left(starts, position) for position in positions) if at < len(starts))
    return sorted(found)


def _tags(starts: list[int], words: Words) -> list[int]:
    """The class of the word that each token is of."""
    return [TAG_OF[words.tags[max(0, bisect_right(words.starts, start) - 1)]] for start in starts]


def _quoted(starts: list[int], quotations: Sequence[Quotation]) -> list[int]:
    """Where each token stands towards the quotations around it; the innermost decides, deeper than two as two."""
    states = [0] * len(starts)
    for quotation in sorted(quotations, key=lambda each: each.depth):
        above = 0 if quotation.depth == 1 else 3
        edges = (quotation.span.start, quotation.inner.start, quotation.inner.end, quotation.span.end)
        low, opened, closed, high = (bisect_left(starts, edge) for edge in edges)
        states[low:high] = (
            [1 + above] * (opened - low) + [2 + above] * (closed - opened) + [3 + above] * (high - closed)
        )
    return states
