from itertools import pairwise, product

import numpy as np
import pytest

from sayso.annotate.learned.decoding import CERTAIN, decode, segments, spans_of

NEVER = -1e4
TRANSITIONS = np.array([[0.5, -0.2, NEVER], [-0.3, -1.0, 0.8], [0.1, -0.6, 0.9]], dtype=np.float32)
STARTS = np.array([0.2, -0.1, NEVER], dtype=np.float32)


def decoded(rows):
    return decode(rows, np.repeat(TRANSITIONS[None], len(rows), 0), np.repeat(STARTS[None], len(rows), 0))


def by_hand(scores):
    """The best labels of one row by trying all."""

    def worth(labels):
        steps = sum(TRANSITIONS[one, two] for one, two in pairwise(labels))
        return STARTS[labels[0]] + steps + sum(scores[at, label] for at, label in enumerate(labels))

    return spans_in(max(product(range(3), repeat=len(scores)), key=worth))


def spans_in(labels):
    """The spans of one sequence."""
    _, starts, ends = spans_of(np.array([labels], dtype=np.int8), np.array([len(labels)]))
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


@pytest.mark.parametrize("seed", range(20))
def test_the_spans_are_those_of_the_best_of_all_labels(seed):
    scores = np.random.default_rng(seed).normal(size=(4, 7, 3)).astype(np.float32)
    assert decoded(list(scores)) == [by_hand(row) for row in scores]


@pytest.mark.parametrize("seed", range(20))
def test_what_is_surely_outside_parts_what_is_searched_and_changes_nothing(seed):
    scores = np.random.default_rng(seed).normal(size=(3, 8, 3)).astype(np.float32)
    scores[:, 3, 0] += 4 * CERTAIN
    scores[1, 6, 0] += 4 * CERTAIN
    assert decoded(list(scores)) == [by_hand(row) for row in scores]


@pytest.mark.parametrize("seed", range(20))
def test_rows_of_any_length_are_read_as_each_alone(seed):
    chance = np.random.default_rng(seed)
    rows = [chance.normal(scale=3, size=(length, 3)).astype(np.float32) for length in (3, 7, 1, 8, 2)]
    rows[1][3, 0] += 4 * CERTAIN
    assert decoded(rows) == [by_hand(row) for row in rows]


def test_each_row_has_its_own_grammar():
    row = np.zeros((3, 3), dtype=np.float32)
    never = np.array([0, NEVER, NEVER], dtype=np.float32)
    found = decode([row, row], np.stack([TRANSITIONS, TRANSITIONS]), np.stack([STARTS, STARTS + never]))
    assert found[0] == by_hand(row)
    assert all(low > 0 for low, _ in found[1])
    assert found[0] != found[1]


def test_segments_are_the_stretches_between_what_is_surely_outside_and_the_ends_of_rows():
    scores = np.zeros((10, 3), dtype=np.float32)
    scores[2, 0] = scores[8:, 0] = 2 * CERTAIN
    found = segments(scores, np.array([0, 5, 10]))
    assert (found.rows.tolist(), found.starts.tolist(), found.ends.tolist()) == ([1, 0, 0], [5, 0, 3], [8, 2, 5])
    assert decoded([np.repeat([[2 * CERTAIN, 0, 0]], 4, 0).astype(np.float32)]) == [[]]


def test_no_rows_have_no_spans():
    assert decode([], np.zeros((0, 3, 3), dtype=np.float32), np.zeros((0, 3), dtype=np.float32)) == []


def test_spans_begin_anew_with_each_beginning():
    assert spans_in([0, 1, 2, 1, 1, 2, 0, 1]) == [(1, 3), (3, 4), (4, 6), (7, 8)]


def test_spans_are_of_their_own_sequence_and_end_with_it():
    labels = np.array([[2, 2, 1], [1, 2, 2], [0, 0, 1]], dtype=np.int8)
    where, starts, ends = spans_of(labels, np.array([3, 2, 1]))
    assert list(zip(where.tolist(), starts.tolist(), ends.tolist(), strict=True)) == [(0, 0, 2), (0, 2, 3), (1, 0, 2)]
