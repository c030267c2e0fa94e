import ctypes
import multiprocessing
import operator
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time

import pytest

from sayso.ports.mapper import Failure
from sayso.scale.local import LOOK_AHEAD, LocalWorkers
from sayso.scale.process import obituary
from sayso.scale.worker import Allowance

QUICK = Allowance(cpu_seconds=20, wall_seconds=40, memory=1 << 30)


@pytest.fixture
def workers():
    pool = LocalWorkers(2, QUICK)
    yield pool
    pool.close()


def gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_answers_come_in_the_order_of_the_items_whichever_is_ready_first(workers):
    assert list(workers.map(eval, ["__import__('time').sleep(.3) or 1", "2", "3", "4"])) == [1, 2, 3, 4]


def test_no_items_start_no_worker(workers):
    assert list(workers.map(operator.neg, [])) == []
    assert workers.idle == []


def test_workers_that_are_idle_are_used_again(workers):
    first = set(workers.map(eval, ["__import__('os').getpid()"] * 6))
    again = set(workers.map(eval, ["__import__('os').getpid()"] * 6))
    assert again <= first


def test_a_segmentation_fault_costs_its_own_item_only(workers):
    before, failure, after = workers.map(ctypes.string_at, [b"before", 0, b"after"])
    assert (before, after) == (b"before", b"after")
    assert failure == Failure(kind="crashed", message="its worker process was ended by SIGSEGV")


def test_a_worker_killed_from_outside_while_it_works_costs_its_own_item_only(workers):
    kill = "__import__('os').kill(__import__('os').getpid(), 9)"
    one, killed, three = workers.map(eval, ["1", kill, "3"])
    assert (one, three) == (1, 3)
    assert killed.kind == "crashed"
    assert "SIGKILL" in killed.message


def test_a_worker_killed_while_it_is_idle_costs_nothing(workers):
    pids = set(workers.map(eval, ["__import__('os').getpid()"] * 4))
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    while any(worker.alive for worker in workers.idle):
        time.sleep(0.01)
    assert list(workers.map(operator.neg, [1, 2, 3])) == [-1, -2, -3]


def test_a_worker_that_ends_itself_is_a_failure(workers):
    failure, after = workers.map(os._exit, [7, "not a number"])
    assert failure.message == "its worker process ended with status 7"
    assert after.kind == "raised"


def test_an_item_that_computes_too_long_is_ended_by_the_kernel():
    pool = LocalWorkers(2, Allowance(cpu_seconds=0.5, wall_seconds=60))
    one, slow, three = pool.map(eval, ["1", "sum(range(10**12))", "3"])
    assert (one, three) == (1, 3)
    assert slow == Failure(kind="too-slow", message="took more than 0.5 s of computing time")
    pool.close()


def test_an_item_that_waits_too_long_is_ended_by_the_kernel():
    pool = LocalWorkers(2, Allowance(cpu_seconds=20, wall_seconds=1))
    assert list(pool.map(time.sleep, [0, 9, 0])) == [
        None, Failure(kind="too-slow", message="took more than 1 s"), None,
    ]  # fmt: skip
    pool.close()


def test_an_item_that_needs_too_much_memory_is_a_failure_and_its_worker_is_replaced(workers):
    small, large, other = workers.map(bytearray, [1, 3 << 30, 2])
    assert (small, other) == (bytearray(1), bytearray(2))
    assert large == Failure(kind="too-large", message="needed more than 1024 MiB of memory")


def test_what_the_function_raises_is_a_failure_with_its_name(workers):
    assert list(workers.map(operator.neg, [1, "a"]))[1].message.startswith("TypeError: bad operand")


def test_an_item_or_an_answer_that_cannot_travel_is_a_failure(workers):
    stuck, fine = workers.map(operator.neg, [lambda: 1, 2])
    assert stuck.message.startswith("the item cannot travel")
    assert fine == -2
    stuck, fine = workers.map(eval, ["lambda: 1", "2"])
    assert stuck.message.startswith("the answer cannot travel")
    assert fine == 2


def test_no_more_items_are_read_ahead_than_the_workers_can_have_use_of(workers):
    taken = []
    answers = workers.map(operator.neg, (taken.append(n) or n for n in range(100)))
    assert next(answers) == 0
    assert len(taken) <= 2 * LOOK_AHEAD + 1
    answers.close()


def test_closing_the_answers_early_ends_the_workers_that_are_at_work(workers):
    answers = workers.map(
        eval, ["__import__('os').getpid()", "__import__('time').sleep(1)", "__import__('time').sleep(1)"]
    )
    first = next(answers)
    time.sleep(0.1)
    answers.close()
    assert len(workers.idle) <= 1
    workers.close()
    assert gone(first)


def test_an_error_in_the_items_reaches_the_caller_and_leaves_no_process(workers):
    def items():
        yield "__import__('os').getpid()"
        raise KeyError("the file went away")

    with pytest.raises(KeyError):
        list(workers.map(eval, items()))
    workers.close()
    assert multiprocessing.active_children() == []


def test_several_threads_may_map_at_once(workers):
    answers = {}
    threads = [
        threading.Thread(target=lambda n=n: answers.update({n: list(workers.map(operator.neg, [n] * 5))}))
        for n in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {n: [-n] * 5 for n in range(4)}
    assert len(workers.idle) <= 2


def test_a_stopped_worker_is_ended_by_its_supervisor(workers, monkeypatch):
    assert list(workers.map(operator.neg, [1, 2, 3])) == [-1, -2, -3]
    monkeypatch.setattr("sayso.scale.process.GRACE_SECONDS", 2 - QUICK.wall_seconds)
    stop = "__import__('os').kill(__import__('os').getpid(), __import__('signal').SIGSTOP)"
    stopped, after = workers.map(eval, [stop, "2"])
    assert stopped.kind == "too-slow"
    assert after == 2


@pytest.mark.parametrize(
    "ending", ["", "raise SystemExit(3)", "os.kill(os.getpid(), signal.SIGINT)", "os.kill(os.getpid(), 9)"]
)
def test_no_worker_outlives_the_program_however_it_ends(ending):
    program = f"""
        import os, signal
        from sayso.scale.local import LocalWorkers
        answers = LocalWorkers(2).map(eval, ["__import__('os').getpid()"] * 2 + ["__import__('time').sleep(1)"] * 2)
        print(next(answers), next(answers), flush=True)
        {ending}
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], check=False, capture_output=True, text=True, timeout=60
    )
    pids = [int(pid) for pid in done.stdout.split()]
    assert pids
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and not all(map(gone, pids)):
        time.sleep(0.05)
    assert all(map(gone, pids))


def test_a_program_without_a_main_guard_may_map():
    program = "from sayso.scale.local import LocalWorkers\nimport operator\nprint(list(LocalWorkers(1).map(operator.neg, [1])))"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-"], check=False, input=program, capture_output=True, text=True, timeout=60
    )
    assert done.stdout == "[-1]\n", done.stderr


def test_a_module_in_the_current_folder_is_not_run_in_place_of_an_installed_one(tmp_path, monkeypatch, workers):
    (tmp_path / "json.py").write_text("raise SystemExit('planted')")
    (tmp_path / "pickle.py").write_text("raise SystemExit('planted')")
    monkeypatch.chdir(tmp_path)
    assert list(workers.map(operator.neg, [1])) == [-1]


@pytest.mark.parametrize(
    ("code", "kind", "word"),
    [
        (-signal.SIGPROF, "too-slow", "computing"),
        (-signal.SIGALRM, "too-slow", "took"),
        (-signal.SIGABRT, "crashed", "SIGABRT"),
        (1, "crashed", "status 1"),
    ],
)
def test_an_exit_status_says_what_a_worker_died_of(code, kind, word):
    failure = obituary(code, QUICK)
    assert failure.kind == kind
    assert word in failure.message


def test_a_lower_limit_of_the_system_on_memory_is_kept():
    program = (
        "import resource, operator\n"
        "from sayso.scale.local import LocalWorkers\n"
        "resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))\n"
        "print(list(LocalWorkers(1).map(operator.neg, [1])))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True, timeout=60)
    assert done.stdout == "[-1]\n", done.stderr
