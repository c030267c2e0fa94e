"""From the spans of a content to the words of its sentences, and from the words of a clause back to spans."""

import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sayso.annotate.asserting.tokens import tokens_within
from sayso.annotate.asserting.verbs import Token
from sayso.annotate.reporting.words import Words
from sayso.model.document import Document, Span

EDGES = ",;:-.Q)"
END = sys.maxsize  # behind every place of a text
OPENERS = frozenset({"that", "and", "but", "nor", "yet"})


class Stretches:
    """The words of a document and the sentences that they stand in."""

    def __init__(self, document: Document, words: Words, sentences: Sequence[Span]) -> None:
        """Make both ready to be asked."""
        self._document = document
        self._words = words
        self._starts = [sentence.start for sentence in sentences]

    def sentences(self, spans: Sequence[Span], without: Sequence[Span] = ()) -> Iterator[list[Token]]:
        """The words of the spans, a list for each sentence of them; those in `without` are left out."""
        found: list[Token] = []
        home = -1
        others = _merged(without)
        for span in spans:
            for token in tokens_within(self._words, span.start, span.end):
                at = bisect_right(others, (token.start, END)) - 1
                if at >= 0 and token.start < others[at][1]:
                    continue
                sentence = bisect_right(self._starts, token.start)
                if found and sentence != home:
                    yield found
                    found = []
                home = sentence
                found.append(token)
        if found:
            yield found

    def spans(self, tokens: Sequence[Token]) -> tuple[Span, ...]:
        """The stretches of the words, without marks and conjunctions at their edges."""
        runs: list[list[Token]] = []
        for token in tokens:
            if runs and not self._text_between(runs[-1][-1], token).strip():
                runs[-1].append(token)
            else:
                runs.append([token])
        trimmed = [self._trimmed(run, first=at == 0) for at, run in enumerate(runs)]
        return tuple(self._document.span(run[0].start, run[-1].end) for run in trimmed if run)

    def _text_between(self, one: Token, other: Token) -> str:
        return self._document.text[one.end : other.start]

    def _trimmed(self, run: list[Token], *, first: bool) -> list[Token]:
        start, end = 0, len(run)
        while start < end and (run[start].tag in EDGES or (first and run[start].low in OPENERS)):
            if run[start].tag == "Q" and _closes_inside(run[start:end]):
                break
            start += 1
        while start < end and run[end - 1].tag in EDGES:
            if run[end - 1].tag == "Q" and _opens_inside(run[start:end]):
                break
            if run[end - 1].tag == ")" and any(token.tag == "(" for token in run[start:end]):
                break
            end -= 1
        return run[start:end]


def _merged(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap joined."""
    merged: list[tuple[int, int]] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], span.end))
        else:
            merged.append((span.start, span.end))
    return merged


def _closes_inside(run: Sequence[Token]) -> bool:
    """Whether a mark that opens the words has its partner among them, with words behind it."""
    return any(token.tag == "Q" for token in run[1:-1])


def _opens_inside(run: Sequence[Token]) -> bool:
    """Whether a mark that ends the words has its partner among them, with words before it."""
    return any(token.tag == "Q" for token in run[1:-1])
