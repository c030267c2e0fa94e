"""How far tokens stand from a cue, in steps that grow."""

import numpy as np
from numpy.typing import NDArray

# Tokens: near ones are told apart one by one, far ones in growing steps.
EDGES = (1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45, 70, 110, 180)
INSIDE = len(EDGES)


def distances(starts: NDArray[np.int64], ends: NDArray[np.int64], length: int) -> NDArray[np.int64]:
    """Steps of each of `length` tokens from each cue `[K, T]`: INSIDE in it, smaller before, greater behind it."""
    at = np.arange(length)
    before = np.maximum(starts[:, None] - at, 0)
    after = np.maximum(at - ends[:, None] + 1, 0)
    steps = np.searchsorted(EDGES, after, side="right") - np.searchsorted(EDGES, before, side="right")
    return np.asarray(steps + INSIDE, dtype=np.int64)
