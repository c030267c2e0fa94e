"""Finds the phrases of a lexicon among words: whole words in any case, longest first, in one pass."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

TOKEN = re.compile(r"[^\W_]+(?:[-'\u2019][^\W_]+)*|[^\w\s]")
APOSTROPHES = str.maketrans({"\u2019": "'"})


def tokens(text: str) -> list[str]:
    """The words of a stretch in lower case with straight apostrophes, and its punctuation marks."""
    return TOKEN.findall(text.translate(APOSTROPHES).lower())


class Phrases:
    """The phrases of a lexicon, to be looked for word by word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Make them ready; each is words between blanks."""
        self._by_first: dict[str, list[list[str]]] = {}
        for phrase in sorted(set(phrases)):
            words = tokens(phrase)
            if words:
                self._by_first.setdefault(words[0], []).append(words)
        for known in self._by_first.values():
            known.sort(key=lambda words: (-len(words), words))

    @property
    def firsts(self) -> Collection[str]:
        """The words that begin a phrase."""
        return self._by_first.keys()

    def among(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """The first word and the one after the last of each phrase that is found; phrases do not overlap."""
        end = 0
        if self._by_first.keys().isdisjoint(words):
            return
        for index, word in enumerate(words):
            if word in self._by_first and index >= end:
                length = self._at(words, index)
                if length:
                    end = index + length
                    yield index, end

    def _at(self, words: Sequence[str], index: int) -> int:
        for phrase in self._by_first[words[index]]:
            if words[index : index + len(phrase)] == phrase:
                return len(phrase)
        return 0

    def first(self, words: Sequence[str]) -> str:
        """The first phrase found, or nothing."""
        return next((" ".join(words[start:end]) for start, end in self.among(words)), "")
