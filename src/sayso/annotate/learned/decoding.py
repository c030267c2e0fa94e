"""The best spans under scores of labels and of one label after another."""

from collections.abc import Sequence
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
    """Stretches that are searched for the best labels: the row of each, and its half-open place among all rows."""

    rows: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


def decode(rows: Sequence[Floats], transitions: Floats, starts: Floats) -> list[list[Range]]:
    """The spans of the best labels (Viterbi 1967) of each row: rows `[T, 3]`, transitions `[N, 3, 3]` and starts `[N, 3]` of each.

    All rows are searched at once, step by step, so a call costs as much as its longest stretch: give it many rows.
    """
    spans: list[list[Range]] = [[] for _ in rows]
    if not rows:
        return spans
    scores = np.concatenate(rows)
    begins = np.cumsum([0, *(len(row) for row in rows)])
    found = segments(scores, begins)
    if not len(found.rows):
        return spans
    lengths = found.ends - found.starts
    at = np.minimum(found.starts[:, None] + np.arange(lengths[0]), len(scores) - 1)
    step = transitions[found.rows]
    first = np.where((found.starts == begins[found.rows])[:, None], starts[found.rows], step[:, OUTSIDE])
    last = np.where((found.ends < begins[found.rows + 1])[:, None], step[:, :, OUTSIDE], np.float32(0))
    labels = viterbi(scores[at], lengths, step, (first, last))
    where, lows, highs = spans_of(labels, lengths)
    rows_of, moved = found.rows[where], (found.starts - begins[found.rows])[where]
    for row, low, high in zip(rows_of.tolist(), (lows + moved).tolist(), (highs + moved).tolist(), strict=True):
        spans[row].append((low, high))
    return [sorted(each) for each in spans]


def segments(scores: Floats, begins: NDArray[np.int64]) -> Segments:
    """Where "outside" is not certain, the longest first; scores `[T, 3]` of rows one behind the other, row `n` from `begins[n]` on."""
    open_ = scores[:, OUTSIDE] - scores[:, BEGIN:].max(1) < CERTAIN
    edge = np.zeros(len(scores) + 1, dtype=bool)
    edge[begins] = True
    before, behind = np.concatenate([[False], open_]), np.concatenate([open_, [False]])
    starts, ends = np.flatnonzero(behind & (edge | ~before)), np.flatnonzero(before & (edge | ~behind))
    order = np.argsort(starts - ends, kind="stable")
    starts, ends = starts[order], ends[order]
    return Segments(np.searchsorted(begins, starts, side="right") - 1, starts, ends)


def viterbi(
    scores: Floats, lengths: NDArray[np.int64], transitions: Floats, edges: tuple[Floats, Floats]
) -> NDArray[np.int8]:
    """The best labels `[N, T]`: scores `[N, T, 3]`, transitions `[N, 3, 3]`, edges (of a first and a last label) `[N, 3]`.

    Rows come longest first; what stands behind a row's length means nothing.
    """
    count, width, _ = scores.shape
    back = np.zeros((width, count, 3), dtype=np.int8)
    running = np.searchsorted(-lengths, -np.arange(width), side="left")  # rows that are longer than so many labels
    best = scores[:, 0] + edges[0]
    for at in range(1, width):
        rows = running[at]
        ways = best[:rows, :, None] + transitions[:rows]
        back[at, :rows] = ways.argmax(1)
        best[:rows] = ways.max(1) + scores[:rows, at]
    labels = np.zeros((count, width), dtype=np.int8)
    label = (best + edges[1]).argmax(1)
    for at in range(width - 1, -1, -1):
        rows = running[at]
        labels[:rows, at] = label[:rows]
        label[:rows] = back[at, np.arange(rows), label[:rows]]
    return labels


def spans_of(
    labels: NDArray[np.int8], lengths: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """The spans of sequences of labels `[N, T]` of some lengths `[N]`: the sequence of each, its start, and its end, which is not in it."""
    count, width = labels.shape
    told = np.zeros((count, width + 2), dtype=np.int8)
    told[:, 1:-1] = np.where(np.arange(width) < lengths[:, None], labels, OUTSIDE)
    before, here = told[:, :-1], told[:, 1:]
    where, starts = np.nonzero((here == BEGIN) | ((here == INSIDE) & (before == OUTSIDE)))
    _, ends = np.nonzero((before != OUTSIDE) & (here != INSIDE))
    return where, starts, ends
