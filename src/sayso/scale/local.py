"""Many items on one machine: supervised worker processes, an item at a time each; one that dies takes one item along.

Processes, because the extractor crashes under threads (trafilatura issues 840 and 925; reproduced in 2 of 6 runs). A worker
starts when there is an item for it and not before.
"""

import os
import time
import weakref
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

from sayso.ports.mapper import Failure
from sayso.scale.process import Worker
from sayso.scale.worker import Allowance, Call

Item = TypeVar("Item")
Answer = TypeVar("Answer")

MOST_WORKERS = 4  # the one process that reads takes what about two that extract give
LOOK_AHEAD = 4  # items under way or waiting for their turn, per worker: so many fast ones pass a slow one
RETIRE_AFTER = (
    5_000  # items; after 1,164 pages a worker had grown by 3 MB from 101, so this is against leaks not met yet
)
ATTEMPTS = 3  # at handing an item over; the first may meet a worker that died while it was idle


class LocalWorkers:
    """A Mapper over processes of this machine, at most `count` for each `map` that runs.

    Workers that are idle after a `map` wait for the next; `close`, or the end of this value or of the program, ends them.
    Safe to call from several threads: each `map` has workers of its own while it runs.
    """

    def __init__(self, count: int | None = None, allowance: Allowance | None = None) -> None:
        self.count = count or min(MOST_WORKERS, processors())
        self.allowance = allowance or Allowance()
        self.idle: list[Worker] = []
        self._owner = os.getpid()
        self._finalizer = weakref.finalize(self, stop_all, self.idle)

    def map(self, function: Callable[[Item], Answer], items: Iterable[Item]) -> Iterator[Answer | Failure]:
        """One answer per item, in the order of the items; reads at most `LOOK_AHEAD` items per worker ahead of the answers."""
        turns = enumerate(items)
        crew, done, due, more = Crew(self), dict[int, Answer | Failure](), 0, True
        try:
            while True:
                while more and crew.has_room and len(done) + len(crew.busy) < self.count * LOOK_AHEAD:
                    if (upcoming := next(turns, None)) is None:
                        more = False
                    elif failure := crew.give(upcoming[0], (function, upcoming[1])):
                        done[upcoming[0]] = failure
                if due in done:
                    yield done.pop(due)
                    due += 1
                elif not crew.busy:
                    return
                done.update(crew.collect(patient=due not in done))
        finally:
            crew.dismiss()

    def hire(self) -> Worker:
        """An idle worker, or a new one. A forked copy of this process leaves the workers to the original."""
        if self._owner != os.getpid():
            self.idle.clear()
            self._owner = os.getpid()
        while self.idle:
            worker = self.idle.pop()
            if worker.alive:
                return worker
            worker.stop()
        return Worker(self.allowance)

    def close(self) -> None:
        """End the idle workers."""
        stop_all(self.idle)


class Crew:
    """The workers of one `map`."""

    def __init__(self, pool: LocalWorkers) -> None:
        self.pool = pool
        self.busy: dict[Connection, Worker] = {}
        self.free: list[Worker] = []

    @property
    def has_room(self) -> bool:
        """Whether another item can be given out."""
        return len(self.busy) < self.pool.count

    def give(self, turn: int, call: Call) -> Failure | None:
        """Hand an item to a worker; a Failure where it cannot travel or no worker can be started."""
        trouble: Exception = OSError("no worker")
        for _ in range(ATTEMPTS):
            worker = None
            try:
                worker = self.free.pop() if self.free else self.pool.hire()
                worker.give(turn, call)
            except OSError as error:
                trouble = error
                if worker:
                    worker.stop()
            except Exception as error:  # noqa: BLE001 - an item that cannot be pickled may raise anything
                self.free.append(worker) if worker else None
                return Failure(kind="raised", message=f"the item cannot travel: {type(error).__name__}: {error}"[:500])
            else:
                self.busy[worker.connection] = worker
                return None
        return Failure(kind="crashed", message=f"no worker process could be started for it: {trouble}")

    def collect(self, *, patient: bool) -> Iterator[tuple[int, Any]]:
        """Turns and answers that have come; if patient and something is under way, wait for one at least."""
        if not self.busy:
            return
        overdue_at = min(worker.overdue_at for worker in self.busy.values())
        ready = wait(list(self.busy), max(0.0, overdue_at - time.monotonic()) if patient else 0)
        for connection in ready:
            worker = self.busy[connection]  # type: ignore[index] # only connections were waited for
            answer = worker.take()
            self.keep(worker, answer)
            yield worker.turn, answer
        if patient and not ready:
            now = time.monotonic()
            for worker in [worker for worker in self.busy.values() if worker.overdue_at <= now]:
                failure = worker.expire()
                self.keep(worker, failure)
                yield worker.turn, failure

    def keep(self, worker: Worker, answer: Any) -> None:
        """Let a worker go on unless it is dead, has served its time, or has filled its heap once."""
        del self.busy[worker.connection]
        spent = isinstance(answer, Failure) and answer.kind != "raised"
        if spent or worker.items >= RETIRE_AFTER:
            worker.stop()
        else:
            self.free.append(worker)

    def dismiss(self) -> None:
        """Back to the pool with the free, as many as it has room for; whoever still works, works for nobody."""
        stop_all(list(self.busy.values()))
        self.busy.clear()
        while self.free and len(self.pool.idle) < self.pool.count:
            self.pool.idle.append(self.free.pop())
        stop_all(self.free)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def stop_all(workers: list[Worker]) -> None:
    """End every worker of the list and empty it."""
    while workers:
        workers.pop().stop()
