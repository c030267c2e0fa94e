"""The words of one sentence with their places, cut into the parts that punctuation makes."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.annotate.asserting.cue_words import APOSTROPHES, TOKEN, Phrases
from sayso.lexicons import lexicon
from sayso.model.document import Document, Span

QUOTES = frozenset('“”"„«»')
HARD = frozenset(";:.?!()[]—–-…")  # a clause does not go on behind them; behind a comma it can
NEVER = 1 << 60  # behind every word


@dataclass(frozen=True, slots=True)
class Part:
    """The words from `first` up to `end`, between two marks.

    `hard` tells whether the mark behind them ends the clause, and `clause` is the first word of that clause.
    """

    first: int
    end: int
    hard: bool
    clause: int


@dataclass(frozen=True, slots=True)
class Wording:
    """Parallel lists over the words of a sentence: code points of the text, and the words in small letters."""

    document: Document
    starts: Sequence[int]
    ends: Sequence[int]
    lows: Sequence[str]
    parts: Sequence[Part]
    modals: Sequence[int]

    def word_at(self, offset: int) -> int:
        """The number of the first word that begins at a code point of the text or behind it."""
        return bisect_left(self.starts, offset)

    def span(self, first: int, end: int) -> Span:
        """The words from `first` up to `end` as a span; there is at least one."""
        return self.document.span(self.starts[first], self.ends[end - 1])

    def modal_from(self, word: int) -> int:
        """The first word not before `word` that speaks of what is to come; NEVER where there is none."""
        at = bisect_left(self.modals, word)
        return self.modals[at] if at < len(self.modals) else NEVER

    def modal_before(self, word: int) -> int:
        """The last word before `word` that speaks of what is to come; -1 where there is none."""
        at = bisect_left(self.modals, word)
        return self.modals[at - 1] if at else -1


def word_sentence(document: Document, sentence: Span) -> Wording:
    """The words of a sentence; takes time in proportion to its length."""
    spots = [(match.start(), match.end()) for match in TOKEN.finditer(document.text, sentence.start, sentence.end)]
    lows = [document.text[start:end].translate(APOSTROPHES).lower() for start, end in spots]
    return Wording(
        document, [start for start, _ in spots], [end for _, end in spots], lows, _parts(lows), sorted(_modals(lows))
    )


def _parts(lows: Sequence[str]) -> list[Part]:
    parts: list[Part] = []
    first = clause = 0
    for index in range(len(lows) + 1):
        if index == len(lows) or lows[index] == "," or _is_hard(lows, index):
            hard = index == len(lows) or lows[index] != ","
            if first < index:
                parts.append(Part(first, index, hard, clause))
            elif hard and parts:
                parts[-1] = replace(parts[-1], hard=True)
            first = index + 1
            clause = first if hard else clause
    return parts


def _is_hard(lows: Sequence[str], index: int) -> bool:
    """Whether a mark ends a clause; a quotation mark does so beside another mark, not around a word in the clause."""
    low = lows[index]
    if low in QUOTES:
        beside = [*lows[max(0, index - 1) : index], *lows[index + 1 : index + 2]]
        return len(beside) < 2 or any(not each[0].isalnum() for each in beside)  # noqa: PLR2004 - at an end of the sentence
    return low in HARD


@cache
def _listed() -> tuple[frozenset[str], Phrases]:
    forecast = lexicon("kinds")["forecast"]
    single = [*forecast["modals"], *forecast["reported"], *forecast["weak"], "should", "shouldn't", "can't", "cannot"]
    return frozenset(single) - {"can"}, Phrases(
        [*forecast["phrases"], "likely to", "unlikely to", "expected to", "about to"]
    )


def _modals(lows: Sequence[str]) -> Iterable[int]:
    single, phrases = _listed()
    found = {index for index, low in enumerate(lows) if low in single or low.endswith("'ll")}
    return found | {first for first, _ in phrases.among(lows)}
