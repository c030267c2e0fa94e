"""Words without their endings: the English stemmer of Snowball ("Porter2", M. F. Porter 2001).

The pure Python class itself: the package's own door would take a compiled one where it is installed, maybe of another version.
"""

from snowballstemmer.english_stemmer import EnglishStemmer

LONGEST = 40  # letters; what is longer is no word, and the stemmer is not linear


class Stems:
    """Stems by word, each found once."""

    def __init__(self) -> None:
        self._stemmer = EnglishStemmer()
        self._known: dict[str, str] = {}

    def of(self, word: str) -> str:
        """The stem of a folded word."""
        stem = self._known.get(word)
        if stem is None:
            stem = self._stemmer.stemWord(word) if len(word) <= LONGEST else word
            self._known[word] = stem
        return stem
