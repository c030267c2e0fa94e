"""The best spans under scores of labels and of one label after another."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.reporting.ranges import Range

Floats = NDArray[np.float32]
OUTSIDE, BEGIN, INSIDE = 0, 1, 2
# A token whose scores are this far in favour of "outside" is outside, whatever its neighbours are; it parts what is searched.
CERTAIN = 10.0


@dataclass(frozen=True, slots=True)
class Segments:
    """Stretches of rows that are searched for the best labels, by row and half-open place."""

    rows: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


def decode(scores: Floats, transitions: Floats, starts: Floats) -> list[list[Range]]:
    """The spans of the best labels (Viterbi 1967) of each row: scores `[N, T, 3]`, transitions `[3, 3]`, starts `[3]`."""
    spans: list[list[Range]] = [[] for _ in scores]
    found = segments(scores)
    if not len(found.rows):
        return spans
    width = int((found.ends - found.starts).max())
    at = np.minimum(found.starts[:, None] + np.arange(width), scores.shape[1] - 1)
    lengths = found.ends - found.starts
    first = np.where((found.starts == 0)[:, None], starts, transitions[OUTSIDE])
    last = np.where((found.ends < scores.shape[1])[:, None], transitions[:, OUTSIDE], np.float32(0))
    labels = viterbi(scores[found.rows[:, None], at], lengths, transitions, (first, last))
    for row, start, label, length in zip(
        found.rows.tolist(), found.starts.tolist(), labels, lengths.tolist(), strict=True
    ):
        spans[row] += [(start + low, start + high) for low, high in spans_of(label[:length].tolist())]
    return spans


def segments(scores: Floats) -> Segments:
    """Where "outside" is not certain."""
    open_ = scores[..., OUTSIDE] - scores[..., BEGIN:].max(-1) < CERTAIN
    edged = np.pad(open_, ((0, 0), (1, 1))).astype(np.int8)
    change = np.diff(edged, axis=1)
    rows, starts = np.nonzero(change == 1)
    _, ends = np.nonzero(change == -1)
    return Segments(rows, starts, ends)


def viterbi(
    scores: Floats, lengths: NDArray[np.int64], transitions: Floats, edges: tuple[Floats, Floats]
) -> NDArray[np.int8]:
    """The best labels `[N, T]`: scores `[N, T, 3]`, edges (of a first and a last label) `[N, 3]`.

    What stands behind a row's length means nothing.
    """
    count, width, _ = scores.shape
    back = np.zeros((width, count, 3), dtype=np.int8)
    stay = np.arange(3, dtype=np.int8)
    best = scores[:, 0] + edges[0]
    for at in range(1, width):
        ways = best[:, :, None] + transitions
        running = (at < lengths)[:, None]
        back[at] = np.where(running, ways.argmax(1), stay)
        best = np.where(running, ways.max(1) + scores[:, at], best)
    labels = np.zeros((count, width), dtype=np.int8)
    label, rows = (best + edges[1]).argmax(1), np.arange(count)
    for at in range(width - 1, -1, -1):
        labels[:, at] = label
        label = back[at, rows, label]
    return labels


def spans_of(labels: list[int]) -> list[Range]:
    """Half-open ranges of one sequence of labels."""
    spans: list[Range] = []
    start = -1
    for at, label in enumerate([*labels, OUTSIDE]):
        if start >= 0 and label != INSIDE:
            spans.append((start, at))
            start = -1
        if label == BEGIN or (label == INSIDE and start < 0):
            start = at
    return spans
