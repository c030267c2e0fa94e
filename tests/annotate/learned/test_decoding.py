from itertools import pairwise, product

import numpy as np
import pytest

from sayso.annotate.learned.decoding import CERTAIN, decode, segments, spans_of

NEVER = -1e4
TRANSITIONS = np.array([[0.5, -0.2, NEVER], [-0.3, -1.0, 0.8], [0.1, -0.6, 0.9]], dtype=np.float32)
STARTS = np.array([0.2, -0.1, NEVER], dtype=np.float32)


def by_hand(scores):
    """The best labels of one row by trying all."""

    def worth(labels):
        steps = sum(TRANSITIONS[one, two] for one, two in pairwise(labels))
        return STARTS[labels[0]] + steps + sum(scores[at, label] for at, label in enumerate(labels))

    return spans_of(list(max(product(range(3), repeat=len(scores)), key=worth)))


@pytest.mark.parametrize("seed", range(20))
def test_the_spans_are_those_of_the_best_of_all_labels(seed):
    scores = np.random.default_rng(seed).normal(size=(4, 7, 3)).astype(np.float32)
    assert decode(scores, TRANSITIONS, STARTS) == [by_hand(row) for row in scores]


@pytest.mark.parametrize("seed", range(20))
def test_what_is_surely_outside_parts_what_is_searched_and_changes_nothing(seed):
    scores = np.random.default_rng(seed).normal(size=(3, 8, 3)).astype(np.float32)
    scores[:, 3, 0] += 4 * CERTAIN
    scores[1, 6, 0] += 4 * CERTAIN
    assert decode(scores, TRANSITIONS, STARTS) == [by_hand(row) for row in scores]


def test_segments_are_the_stretches_between_what_is_surely_outside():
    scores = np.zeros((2, 5, 3), dtype=np.float32)
    scores[0, 2, 0] = scores[1, :, 0] = 2 * CERTAIN
    found = segments(scores)
    assert (found.rows.tolist(), found.starts.tolist(), found.ends.tolist()) == ([0, 0], [0, 3], [2, 5])
    assert decode(scores[1:], TRANSITIONS, STARTS) == [[]]


def test_no_rows_have_no_spans():
    assert decode(np.zeros((0, 4, 3), dtype=np.float32), TRANSITIONS, STARTS) == []


def test_spans_begin_anew_with_each_beginning():
    assert spans_of([0, 1, 2, 1, 1, 2, 0, 1]) == [(1, 3), (3, 4), (4, 6), (7, 8)]
