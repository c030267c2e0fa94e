import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.ports.meanings import Forest
from sayso.relate.matching.forests import answer

FOREST = Forest(
    feature=np.array([[0, 1], [1, 0]]),
    threshold=np.array([[0.5, 2.0], [1.0, 0.0]], np.float32),
    branches=np.array([[[~0, 1], [~1, ~2]], [[~0, ~1], [-1, -1]]]),
    answers=np.array([[1, 10, 100], [-1, 5, 0]], np.float32),
)


def by_hand(first, second):
    one = 1 if first <= 0.5 else 10 if second <= 2 else 100
    return one + (-1 if second <= 1 else 5)


@given(st.lists(st.tuples(st.floats(-3, 3, width=32), st.floats(-3, 3, width=32)), min_size=1, max_size=9))
def test_each_row_goes_its_own_way_through_each_tree(rows):
    assert answer(FOREST, np.array(rows)).tolist() == [by_hand(*row) for row in rows]
