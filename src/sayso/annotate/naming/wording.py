"""A text's words, split once for all who look for names and noun phrases in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from sayso.annotate.naming.capitals import APOSTROPHES, WORD, Word, words_in
from sayso.annotate.naming.titles import DETERMINERS
from sayso.lexicons import words_of
from sayso.model.document import Document, Span

OPENERS = DETERMINERS | words_of("grammar", "numbers") | frozenset({"some", "many", "most", "these", "those"})
POSSESSIVE = ("'s ", "\u2019s ")


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a sentence; which of them have a capital, and which may open a noun phrase: their places in `words`."""

    words: list[Word]
    capitals: list[int]
    openers: list[int]


@dataclass(frozen=True, slots=True)
class Wording:
    """A document with the words of each sentence.

    `vocabulary` are the words that stand in lower case somewhere, `capitals` those with a capital that no sentence or
    quotation gives them, in lower case; `starts` are the places of the first words of the lines.
    """

    document: Document
    lines: tuple[Line, ...]
    vocabulary: set[str]
    capitals: set[str]
    starts: list[int]

    @classmethod
    def of(cls, document: Document, sentences: Sequence[Span]) -> "Wording":
        """The words of the sentences, which come in the order of the text."""
        made = cls(document, (), set(), set(), [])
        lines = tuple(line for sentence in sentences if (line := made._line(sentence)).words)
        return cls(document, lines, made.vocabulary, made.capitals, [line.words[0].start for line in lines])

    def within(self, span: Span, most: int) -> list[Word]:
        """The words that lie in a span, up to a number of them; split anew where the span cuts one or goes over sentences."""
        at = bisect_right(self.starts, span.start) - 1
        words = self.lines[at].words if at >= 0 else []
        first = bisect_left(words, span.start, key=_start)
        found = [word for word in words[first : first + most] if word.end <= span.end]
        last = first + len(found)
        cut = (first and words[first - 1].end > span.start) or (last < len(words) and words[last].start < span.end)
        over = last == len(words) and at + 1 < len(self.starts) and self.starts[at + 1] < span.end
        return (
            list(islice(words_in(self.document.text, span.start, span.end), most)) if cut or over or at < 0 else found
        )

    def _line(self, sentence: Span) -> Line:
        """The words of a sentence, taken in one pass: splitting is most of the work of finding names."""
        text, words, capitals, openers = self.document.text, list[Word](), list[int](), list[int]()
        small, large = self.vocabulary, self.capitals
        for match in WORD.finditer(text, sentence.start, sentence.end):
            word = match[0]
            start, end = match.span()
            low = word.casefold()
            if low == word:
                if word == "s" and text[start - 1 : start] in APOSTROPHES:
                    continue
                small.add(word)
                if word in OPENERS:
                    openers.append(len(words))
            else:
                if "\u2019" in low:
                    low = low.replace("\u2019", "'")
                capitals.append(len(words))
                if text[start - 1 : start] == " " and text[start - 2 : start - 1].isalnum():
                    large.add(low)
                if low in OPENERS or text.startswith(POSSESSIVE, end):
                    openers.append(len(words))
            words.append(tuple.__new__(Word, (start, end, word, low)))
        return Line(words, capitals, openers)


def _start(word: Word) -> int:
    return word.start
