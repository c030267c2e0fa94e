"""WordPiece: words as pieces of a fixed vocabulary, as the uncased BERT models cut them (Wu et al. 2016; Devlin et al. 2019).

Written out here because the usual library for it (tokenizers) brings a client for a model hub and its network stack along; the
pieces of both were the same on every word of the corpora (decision 0004).
"""

import unicodedata
from collections.abc import Sequence

from sayso.annotate.learned.tokens import NAME

UNKNOWN = "[UNK]"
PLACES = {NAME: "[unused0]"}  # pieces that the base never used, for what is no word
LONGEST = 100  # characters; longer words are unknown as a whole, as in BERT
KEPT = 1 << 16  # words whose pieces are kept: more than the different words of a thousand articles
IDEOGRAPHS = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F), (0x2B920, 0x2CEAF),
    (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip


class WordPiece:
    """Cuts words into the longest pieces of a vocabulary, from left to right; `ids` of pieces are their lines in it."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.ids = {piece: number for number, piece in enumerate(vocabulary)}
        self._places = {word: [self.ids[piece]] for word, piece in PLACES.items()}
        self._known = dict(self._places)

    def cut(self, words: Sequence[str]) -> list[list[int]]:
        """The ids of each word's pieces, at least one each."""
        if len(self._known) > KEPT:
            self._known = dict(self._places)
        known = self._known
        for word in words:
            if word not in known:
                known[word] = self._cut(word)
        return [known[word] for word in words]

    def _cut(self, word: str) -> list[int]:
        found = [piece for part in _plain(word).split() for piece in self._pieces(part)]
        return found or [self.ids[UNKNOWN]]

    def _pieces(self, word: str) -> list[int]:
        if len(word) > LONGEST:
            return [self.ids[UNKNOWN]]
        found, start = [], 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = self.ids.get(word[start:end] if not start else f"##{word[start:end]}")
                if piece is not None:
                    found.append(piece)
                    start = end
                    break
            else:
                return [self.ids[UNKNOWN]]
        return found


def _plain(word: str) -> str:
    """Lower case without accents and control characters; ideographs stand alone."""
    if word.isascii():
        return word.lower()
    letters = []
    for letter in unicodedata.normalize("NFD", word):
        category = unicodedata.category(letter)
        if category in ("Mn", "Cc", "Cf", "Co", "Cn", "Cs") or letter == "\ufffd":
            continue
        ideograph = any(low <= ord(letter) <= high for low, high in IDEOGRAPHS)
        letters.append(f" {letter} " if ideograph else letter)
    return "".join(letters).lower()
