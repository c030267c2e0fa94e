import threading
import time

import pytest

from sayso.scale.threads import Ahead


def test_answers_come_in_the_order_of_the_items():
    def slow_if_even(item):
        time.sleep(0.02 * (item % 2 == 0))
        return item * item

    assert list(Ahead(3)(slow_if_even, range(9))) == [item * item for item in range(9)]


def test_no_more_items_are_under_way_than_asked_for():
    under_way, most = set(), []
    lock = threading.Lock()

    def count(item):
        with lock:
            under_way.add(item)
            most.append(len(under_way))
        time.sleep(0.01)
        with lock:
            under_way.remove(item)

    assert list(Ahead(2)(count, range(8))) == [None] * 8
    assert max(most) == 2


def test_what_an_item_raises_is_raised_in_its_turn():
    answers = Ahead(2)(lambda item: 1 // item, [1, 0, 1])
    assert next(answers) == 1
    with pytest.raises(ZeroDivisionError):
        next(answers)


def test_whoever_stops_asking_leaves_nothing_running():
    taken = []

    def items():
        for item in range(100):
            taken.append(item)
            yield item

    answers = Ahead(2)(lambda item: item, items())
    assert next(answers) == 0
    answers.close()
    assert len(taken) <= 3
    assert not [each for each in threading.enumerate() if each.name.startswith("ahead")]
