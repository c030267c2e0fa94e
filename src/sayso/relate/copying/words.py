"""The words of a text as copies are told by: folded, without punctuation, each with its place."""

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

# Scripts that put no spaces between words (Thai to Myanmar, Khmer, kana, Han): every character is a word there, or a
# whole sentence would be one.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words with their places: word `n` stands at code points `starts[n]` to `ends[n]` of the text."""

    folded: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        """How many words."""
        return len(self.folded)


def words_of(text: str) -> Words:
    """The words of a text in order. Capitals, punctuation and Unicode's compatibility forms make no difference."""
    folded, starts, ends = [], array("l"), array("l")
    for match in WORD.finditer(text):
        folded.append(_folded(match.group()))
        starts.append(match.start())
        ends.append(match.end())
    return Words(tuple(folded), starts, ends)


@lru_cache(maxsize=1 << 16)  # the words of a language: texts then share one object a word instead of owning one a place
def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word).casefold()
