"""What boosted trees say of rows of evidence."""

import numpy as np

from sayso.ports.meanings import Forest
from sayso.relate.matching.okapi import Floats

DEPTH = 8  # questions before an answer at most: trees of eight answers are no deeper


def answer(forest: Forest, evidence: Floats) -> Floats:
    """The sum of the trees' answers for each row `[C]`.

    Evidence and thresholds are compared in 32 bits.
    """
    rows = evidence.astype(np.float32)
    trees = np.arange(len(forest.feature))
    place = np.zeros((len(rows), len(trees)), np.int64)
    for _ in range(DEPTH):
        asking = place >= 0
        at = np.where(asking, place, 0)
        above = np.take_along_axis(rows, forest.feature[trees, at], axis=1) > forest.threshold[trees, at]
        place = np.where(asking, forest.branches[trees, at, above.astype(np.int64)], place)
    found: Floats = forest.answers[trees, ~place].astype(float).sum(axis=1)
    return found
