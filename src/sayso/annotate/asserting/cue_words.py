"""Finds the phrases of a lexicon among words: whole words in any case, longest first, in one pass."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from sayso.model.attribution import Attribution

TOKEN = re.compile(r"[^\W_]+(?:[-'\u2019][^\W_]+)*|[^\w\s]")
APOSTROPHES = str.maketrans({"\u2019": "'"})


def tokens(text: str) -> list[str]:
    """The words of a stretch in lower case with straight apostrophes, and its punctuation marks."""
    return TOKEN.findall(text.translate(APOSTROPHES).lower())


def words_of_cue(attribution: Attribution | None) -> list[str]:
    """The words of an attribution's cue, as `tokens` has them; none where there is no attribution."""
    return [word for span in (attribution.cue if attribution else ()) for word in tokens(span.text)]


class Phrases:
    """The phrases of a lexicon, to be looked for word by word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Make them ready; each is words between blanks."""
        listed = {tuple(tokens(phrase)) for phrase in phrases} - {()}
        self._listed: frozenset[tuple[str, ...]] = frozenset(listed)
        lengths: dict[str, set[int]] = {}
        for words in listed:
            lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {first: sorted(known, reverse=True) for first, known in lengths.items()}

    @property
    def firsts(self) -> Collection[str]:
        """The words that begin a phrase."""
        return self._lengths.keys()

    def among(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """The first word and the one after the last of each phrase that is found; phrases do not overlap."""
        end = 0
        if self._lengths.keys().isdisjoint(words):
            return
        for index, word in enumerate(words):
            if word in self._lengths and index >= end:
                length = self._at(words, index)
                if length:
                    end = index + length
                    yield index, end

    def _at(self, words: Sequence[str], index: int) -> int:
        for length in self._lengths[words[index]]:
            if index + length <= len(words) and tuple(words[index : index + length]) in self._listed:
                return length
        return 0

    def opens(self, words: Sequence[str]) -> int:
        """How many words a phrase has that stands at the start of these, or 0."""
        return self._at(words, 0) if words and words[0] in self._lengths else 0

    def first(self, words: Sequence[str]) -> str:
        """The first phrase found, or nothing."""
        return next((" ".join(words[start:end]) for start, end in self.among(words)), "")
