"""BM25 (Robertson, Walker, Jones, Hancock-Beaulieu and Gatford 1994) over stems that are numbers."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

# MAP@5 of the training posts by BM25 alone: .8366 here, .8355 at the usual 1.2 and .75, .8318 at 2 and .75
SATURATION = 0.9  # k1
LENGTH = 0.4  # b


class Okapi:
    """An index of texts: which stems each has, how often."""

    def __init__(self, stems: Integers, owners: Integers, texts: int, kinds: int) -> None:
        """`stems` `[M]` are the stems of all texts, `owners` `[M]` the text of each; stems are below `kinds`, texts below `texts`."""
        self.texts = texts
        keys, counts = np.unique(stems * max(texts, 1) + owners, return_counts=True)
        kind, self._text = np.divmod(keys, max(texts, 1))
        self._starts = np.searchsorted(kind, np.arange(kinds + 1))
        self.rarity = rarity(np.diff(self._starts), texts)
        lengths = np.bincount(owners, minlength=texts)
        usual = max(float(lengths.mean()), 1.0) if texts else 1.0
        weight = SATURATION * (1 - LENGTH + LENGTH * lengths[self._text] / usual)
        self._worth = self.rarity[kind] * counts * (SATURATION + 1) / (counts + weight)

    def score(self, stems: Integers) -> Floats:
        """How well each text `[N]` answers to these different stems."""
        scores = np.zeros(self.texts)
        for stem in stems.tolist():
            here = slice(self._starts[stem], self._starts[stem + 1])
            scores[self._text[here]] += self._worth[here]
        return scores


def rarity(texts_with: Integers, texts: int) -> Floats:
    """The inverse document frequency that is never negative (as in Lucene)."""
    rare: Floats = np.log1p((texts - texts_with + 0.5) / (texts_with + 0.5))
    return rare
