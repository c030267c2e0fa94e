"""One worker process as its supervisor sees it: start, hand over, take back, bury."""

import json
import os
import signal
import subprocess
import sys
import time
from multiprocessing.connection import Pipe
from typing import Any

from sayso.ports.mapper import Failure
from sayso.scale.worker import Allowance, Call

BOOT = "import sys, json; sys.path[:] = json.loads(sys.argv[2]); from sayso.scale.worker import serve; serve(int(sys.argv[1]))"
GRACE_SECONDS = 30  # a worker's own timers end it; this is for one that was stopped, or a machine too busy to start it
FAREWELL_SECONDS = 5  # between the end of the line and the end of the process, for its exit status to come in


class Worker:
    """A fresh interpreter (a fork of a process with threads is not safe) and the line to it."""

    def __init__(self, allowance: Allowance) -> None:
        self.connection, far = Pipe()
        with far:
            self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own module
                [sys.executable, "-P", "-c", BOOT, str(far.fileno()), json.dumps(sys.path)],
                pass_fds=[far.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONHASHSEED": "0"},  # the order of a library's sets may not show in a text
                process_group=0,  # Ctrl-C is the supervisor's
            )
        self.allowance = allowance
        self.items = 0
        self.turn = -1
        self.overdue_at = 0.0
        self.connection.send(allowance)

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self.process.poll() is None

    def give(self, turn: int, call: Call) -> None:
        """Hand over an item; OSError where the worker is gone, or whatever pickling raises."""
        self.connection.send(call)
        self.turn, self.items = turn, self.items + 1
        self.overdue_at = time.monotonic() + self.allowance.wall_seconds + GRACE_SECONDS

    def take(self) -> Any:
        """The answer that has come, or the Failure that the worker's death is."""
        try:
            return self.connection.recv()
        except (EOFError, OSError):
            return self.bury()

    def bury(self) -> Failure:
        """Wait for a worker that has hung up and say what it died of."""
        try:
            code = self.process.wait(FAREWELL_SECONDS)
        except subprocess.TimeoutExpired:
            return self.expire()
        self.stop()
        return obituary(code, self.allowance)

    def expire(self) -> Failure:
        """End a worker that its own timers did not end."""
        self.stop()
        return obituary(-signal.SIGALRM, self.allowance)

    def stop(self) -> None:
        """Kill it: it holds nothing that anyone misses."""
        self.process.kill()
        self.process.wait()
        self.connection.close()


def obituary(code: int, allowance: Allowance) -> Failure:
    """What an exit status says about the item."""
    if code == -signal.SIGPROF:
        return Failure(kind="too-slow", message=f"took more than {allowance.cpu_seconds:g} s of computing time")
    if code == -signal.SIGALRM:
        return Failure(kind="too-slow", message=f"took more than {allowance.wall_seconds:g} s")
    if code < 0:
        cause = ", most likely for want of memory" if code == -signal.SIGKILL else ""
        return Failure(kind="crashed", message=f"its worker process was ended by {signal.Signals(-code).name}{cause}")
    return Failure(kind="crashed", message=f"its worker process ended with status {code}")
