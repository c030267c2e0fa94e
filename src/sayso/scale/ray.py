"""Many items on many machines: the Mapper port on Ray, an actor per worker; one that dies is replaced."""

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from sayso.errors import ConfigError
from sayso.ports.mapper import Failure

Item = TypeVar("Item")
Answer = TypeVar("Answer")

WANTING = "Ray is not installed; install it with: pip install 'sayso[ray]', or read on this machine with --on local"
LOOK_AHEAD = 4  # items under way or waiting for their turn, per worker, as on one machine
QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",  # Ray reports its use to its makers unless told not to
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",  # else it warns of what will change for accelerators, which are not asked for
}


class Actor:
    """What runs in a worker of Ray: one process, which keeps what it has loaded, an item at a time."""

    def answer(self, function: Callable[[Any], Any], item: Any) -> Any:
        """The function's answer; a Failure where it raises."""
        try:
            return function(item)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is this item's failure and nobody else's
            return Failure(kind="raised", message=f"{type(error).__name__}: {error}"[:500])


class RayWorkers:
    """A Mapper over workers of Ray, one processor each: `count`, or as many as the cluster has processors.

    The cluster is the one that RAY_ADDRESS names, else one on this machine that lives as long as this program. Its machines
    need the same version of sayso and the same paths. ConfigError where Ray is not installed or cannot be reached.
    """

    def __init__(self, count: int | None = None) -> None:
        self.ray = connect(count)
        self.count = count or max(1, int(self.ray.cluster_resources().get("CPU", 1)))
        self.free: list[Any] = []

    def map(self, function: Callable[[Item], Answer], items: Iterable[Item]) -> Iterator[Answer | Failure]:
        """One answer per item, in the order of the items; reads at most `LOOK_AHEAD` items per worker ahead of the answers."""
        turns = enumerate(items)
        under_way: dict[Any, tuple[int, Any]] = {}
        done: dict[int, Answer | Failure] = {}
        due, more = 0, True
        try:
            while True:
                while more and len(under_way) < self.count and len(done) + len(under_way) < self.count * LOOK_AHEAD:
                    if (upcoming := next(turns, None)) is None:
                        more = False
                    else:
                        actor = self.free.pop() if self.free else self.hire()
                        under_way[actor.answer.remote(function, upcoming[1])] = (upcoming[0], actor)
                if due in done:
                    yield done.pop(due)
                    due += 1
                elif not under_way:
                    return
                else:
                    done.update(self.collect(under_way))
        finally:
            for _, actor in under_way.values():
                self.dismiss(actor)

    def hire(self) -> Any:
        """A new worker, on whichever machine has a processor free."""
        return self.ray.remote(num_cpus=1)(Actor).remote()

    def dismiss(self, actor: Any) -> None:
        """End a worker: it holds nothing that anyone misses."""
        with contextlib.suppress(self.ray.exceptions.RayError):
            self.ray.kill(actor)

    def collect(self, under_way: dict[Any, tuple[int, Any]]) -> Iterator[tuple[int, Any]]:
        """Turns and answers that have come, one at least; a worker that died is a Failure, and is not asked again."""
        ready, _ = self.ray.wait(list(under_way), num_returns=1)
        for each in ready:
            turn, actor = under_way.pop(each)
            try:
                answer = self.ray.get(each)
            except self.ray.exceptions.RayError as error:
                self.dismiss(actor)
                reason = str(error).strip().split("\n", 1)[0]
                answer = Failure(
                    kind="crashed", message=f"its worker of Ray was lost: {type(error).__name__}: {reason}"[:500]
                )
            else:
                self.free.append(actor)
            yield turn, answer

    def close(self) -> None:
        """End the idle workers and leave the cluster."""
        while self.free:
            self.dismiss(self.free.pop())
        self.ray.shutdown()


def connect(count: int | None) -> Any:
    """The module ray, connected; nothing is reported to its makers and nothing is printed."""
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    try:
        import ray  # noqa: PLC0415 - an extra, and a second to import
    except ImportError as error:
        raise ConfigError(WANTING) from error
    told: dict[str, Any] = {"log_to_driver": False, "logging_level": "ERROR", "ignore_reinit_error": True}
    if not os.environ.get("RAY_ADDRESS"):
        told |= {"address": "local", "num_cpus": count, "include_dashboard": False}
    try:
        ray.init(**told)
    except (ConnectionError, RuntimeError, ValueError, OSError) as error:
        raise ConfigError(
            f"Ray cannot be reached or started: {error}; look at RAY_ADDRESS, or use --on local"
        ) from error
    return ray
