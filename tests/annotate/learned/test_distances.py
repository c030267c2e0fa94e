import numpy as np

from sayso.annotate.learned.distances import EDGES, INSIDE, distances


def test_steps_grow_with_the_distance_on_both_sides_of_a_cue():
    steps = distances(np.array([300]), np.array([302]), 700)[0]
    assert steps[300] == steps[301] == INSIDE
    assert (steps[299], steps[302]) == (INSIDE - 1, INSIDE + 1)
    assert (steps[292], steps[309]) == (INSIDE - 7, INSIDE + 7)
    assert (steps[0], steps[-1]) == (0, 2 * len(EDGES))
    assert (np.diff(steps) >= 0).all()


def test_each_cue_has_a_row():
    assert distances(np.array([0, 4]), np.array([1, 5]), 6).shape == (2, 6)
