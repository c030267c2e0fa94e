"""The Mapper port on Ray, and a whole run on it; left out where Ray is not installed."""

import importlib.util
import operator
import os
import sys
import time

import pytest

from sayso.errors import ConfigError
from sayso.ports.mapper import Failure
from sayso.scale.ray import RayWorkers

pytestmark = pytest.mark.xdist_group("ray")
with_ray = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason="NO RAY: reading on Ray was not tested; pip install 'sayso[ray]'"
)
PID = "__import__('os').getpid()"


@pytest.fixture(scope="module")
def workers():
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("RAY_ADDRESS", raising=False)
        pool = RayWorkers(2)
    yield pool
    pool.close()


@with_ray
@pytest.mark.filterwarnings("ignore")  # Ray's own
class TestOnRay:
    def test_answers_come_in_the_order_of_the_items_whichever_is_ready_first(self, workers):
        assert list(workers.map(eval, ["__import__('time').sleep(.3) or 1", "2", "3", "4"])) == [1, 2, 3, 4]
        assert list(workers.map(eval, [])) == []

    def test_workers_keep_what_they_have_loaded(self, workers):
        first = set(workers.map(eval, [PID] * 6))
        assert set(workers.map(eval, [PID] * 6)) == first
        assert len(first) <= 2
        assert os.getpid() not in first

    def test_what_the_function_raises_is_a_failure_with_its_name(self, workers):
        assert list(workers.map(operator.neg, [1, "a"]))[1].message.startswith("TypeError: bad operand")

    def test_a_killed_worker_costs_its_own_item_only_and_is_replaced(self, workers):
        one, killed, three = workers.map(eval, ["1", "__import__('os').kill(__import__('os').getpid(), 9)", "3"])
        assert (one, three) == (1, 3)
        assert isinstance(killed, Failure)
        assert killed.kind == "crashed"
        assert "ActorDied" in killed.message
        assert list(workers.map(operator.neg, range(8))) == [-n for n in range(8)]

    def test_a_worker_killed_while_it_is_idle_is_a_failure_of_the_next_item_only(self, workers):
        for pid in set(workers.map(eval, [PID] * 4)):
            os.kill(pid, 9)
        time.sleep(0.5)
        answers = list(workers.map(operator.neg, range(8)))
        assert answers[4:] == [-4, -5, -6, -7]

    def test_closing_the_answers_early_ends_the_workers_that_are_at_work(self, workers):
        answers = workers.map(eval, ["1", "__import__('time').sleep(60)", "__import__('time').sleep(60)"])
        assert next(answers) == 1
        answers.close()
        assert list(workers.map(operator.neg, [1])) == [-1]

    def test_no_more_items_are_read_ahead_than_the_workers_can_have_use_of(self, workers):
        taken = []
        answers = workers.map(operator.neg, (taken.append(n) or n for n in range(50)))
        assert next(answers) == 0
        assert len(taken) <= 9
        answers.close()


def test_without_ray_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(ConfigError, match=r"pip install 'sayso\[ray\]', or read on this machine with --on local"):
        RayWorkers(1)
