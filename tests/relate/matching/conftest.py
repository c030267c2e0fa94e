"""Claims about invented places and people, and vectors that know one pair of words to mean the like."""

from zlib import crc32

import numpy as np
import pytest

from sayso.ports.meanings import Context, Forest, Weighing
from sayso.relate.matching import contexts
from sayso.relate.matching.collection import Collection, Known
from sayso.relate.matching.evidence import NAMES

SIZE = 64
ALIKE = {"ferry": "boat"}


class Marked:
    """A direction of its own for each word, by its letters; `ALIKE` share theirs."""

    def __init__(self):
        at = NAMES.index("asked meant")
        order = Forest(
            feature=np.full((9, 1), at),
            threshold=np.arange(1, 10, dtype=np.float32)[:, None] / 10,
            branches=np.array([[[~0, ~1]]] * 9),
            answers=np.array([[0, 1]] * 9, np.float32),
        )
        self.weighing = Weighing(
            evidence=NAMES, in_context=contexts.NAMES, order=order, again=order, alone=order, seen=order
        )

    def vectors(self, words):
        rows = [
            np.random.default_rng(crc32(ALIKE.get(word, word).encode("utf-8", "replace"))).standard_normal(SIZE)
            for word in words
        ]
        return np.array(rows, np.float32).reshape(-1, SIZE)

    def context(self, texts):
        """Each word means what it means alone; a mark stands before and after each text."""
        words, fields = ["[a mark]"], [-1]
        for field, text in enumerate(texts):
            found = text.lower().split()
            words += [*found, "[a mark]"]
            fields += [field] * len(found) + [-1]
        return Context(
            vectors=self.vectors(words), fields=np.array(fields), weights=np.array([len(each) for each in words], float)
        )


CLAIMS = (
    Known(
        id="a", text="The boat line across the Orle will close in March 2031.", title="Is the Orle Boat Line Closing?"
    ),
    Known(id="b", text="Mayor Ada Bell banned 40 bakeries in Vellmark.", title="Did Ada Bell Ban Bakeries?"),
    Known(id="c", text="A photograph shows a wolf on the roof of the Vellmark station.", title=""),
    Known(id="d", text="The harbour of Kessin burned for 12 days.", title="Kessin Harbour Fire"),
)


@pytest.fixture(scope="session")
def meanings():
    return Marked()


@pytest.fixture(scope="session")
def collection(meanings):
    return Collection(CLAIMS, meanings)
