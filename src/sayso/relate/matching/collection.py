"""Known claims, made ready to be searched."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.lexicons import words_of
from sayso.ports.meanings import Meanings
from sayso.relate.matching.okapi import Integers, Okapi
from sayso.relate.matching.stems import Stems
from sayso.relate.matching.wording import YEAR, Word, read_words

Vectors = NDArray[np.float32]
Flags = NDArray[np.bool_]
FIELDS = 2  # text, title
READ = 1000  # characters of a text that may be read in context: far more than the pieces that are
BLOCK = 2048  # texts whose word vectors are held at a time: some 100 MB


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A known claim: its words, and the title of what was written about it, if any."""

    id: str
    text: str
    title: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The words of all claims one after another `[M]`: which word, of which field (claim * 2, + 1 for its title), a name's capital?"""

    words: Integers
    fields: Integers
    capitals: Flags


class Collection:
    """What is known of a set of claims before anything is asked. For N claims with M words of W kinds and S stems.

    100,000 claims take 0.5 GB and 5 s of one quiet processor to make ready, a question 35 ms (median; 95% within 47): half of it to
    read six claims again. With the processors busy: 8 s, 49 ms, 67 ms.
    """

    def __init__(self, claims: Iterable[Known], meanings: Meanings) -> None:
        self.meanings = meanings
        self.stems = Stems()
        self.words: dict[str, int] = {}
        self.kinds: dict[str, int] = {}
        self.texts: list[tuple[str, str]] = []  # text and title, as far as they may be read in context
        self.ids, self.tokens = self._read(claims)
        self.stem_of = np.array(
            [self.kinds.setdefault(self.stems.of(word), len(self.kinds)) for word in self.words], dtype=np.int64
        )
        self.numeric = self._which(lambda word: word[0].isdecimal())
        self.years = self._which(lambda word: YEAR.fullmatch(word) is not None)
        self.pictures = self._which(words_of("matching", "pictures").__contains__)
        self.vectors = meanings.vectors(list(self.words))
        owners = self.tokens.fields // FIELDS
        self.starts = np.searchsorted(owners, np.arange(len(self.ids) + 1))
        self.okapi = Okapi(self.stem_of[self.tokens.words], owners, len(self.ids), len(self.kinds))
        self.centres = np.concatenate(list(self._centres()) or [np.zeros((0, self.vectors.shape[1]), np.float32)])

    def _which(self, told: Callable[[str], bool]) -> Flags:
        return np.array([told(word) for word in self.words], dtype=np.bool_)

    def _read(self, claims: Iterable[Known]) -> tuple[Sequence[str], Tokens]:
        ids: list[str] = []
        words: list[int] = []
        fields: list[int] = []
        capitals: list[bool] = []
        numbers = self.words
        for claim in claims:
            for field, text in enumerate((claim.text, claim.title)):
                read: list[Word] = read_words(text)
                words.extend(numbers.setdefault(word.form, len(numbers)) for word in read)
                fields.extend([len(ids) * FIELDS + field] * len(read))
                capitals.extend(word.capital and not field for word in read)  # all words of a title may have one
            self.texts.append((claim.text[:READ], claim.title[:READ]))
            ids.append(claim.id)
        return ids, Tokens(np.array(words, np.int64), np.array(fields, np.int64), np.array(capitals, np.bool_))

    def _centres(self) -> Iterator[Vectors]:
        """The direction in which each claim points, with its title `[N, D]`, a block at a time."""
        for first in range(0, len(self.ids), BLOCK):
            starts = self.starts[first : first + BLOCK + 1]
            words = self.vectors[self.tokens.words[starts[0] : starts[-1]]]
            yield directions(words, starts[:-1] - starts[0])


def directions(words: Vectors, starts: Integers) -> Vectors:
    """The sums of the rows from each start to the next `[N, D]`, each of length 1; no rows: no length."""
    sums = np.zeros((len(starts), words.shape[1]), np.float32)
    ends = np.append(starts[1:], len(words))
    filled = np.flatnonzero(ends > starts)
    if len(filled):
        sums[filled] = np.add.reduceat(words, starts[filled], axis=0)
    return unit(sums)


def unit(vectors: Vectors) -> Vectors:
    """The rows, each of length 1; a row of zeros stays one."""
    lengths = np.sqrt(np.einsum("nd,nd->n", vectors, vectors))[:, None]
    scaled: Vectors = (vectors / np.where(lengths > 0, lengths, 1)).astype(np.float32)
    return scaled
