"""The far side of a supervised worker: takes one item at a time, answers, and is ended by the kernel when it overruns."""

import contextlib
import resource
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from sayso.ports.mapper import Failure

Call = tuple[Callable[[Any], Any], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What one item may cost: seconds of computing, seconds by the clock, bytes of address space of its worker.

    Measured on 194 news and other pages: median 0.02 s of computing, 99 of 100 below 0.11 s, 117 MB of address space. A page
    at the size cap takes 8 s and 290 MB made of paragraphs, 24 s and 1.2 GB made of 700,000 elements of a letter each, 1.6 GB
    made of 3 million. The clock allows nine times the computing, so that a busy machine refuses nothing that an idle one reads.
    """

    cpu_seconds: float = 20
    wall_seconds: float = 180
    memory: int = 2 << 30


def answer(call: Call, allowance: Allowance) -> Any:
    """The function's answer; a Failure where it raises. The timers have no handler: their signal ends even a loop in C."""
    function, item = call
    signal.setitimer(signal.ITIMER_PROF, allowance.cpu_seconds)
    signal.setitimer(signal.ITIMER_REAL, allowance.wall_seconds)
    try:
        return function(item)
    except MemoryError:
        return Failure(kind="too-large", message=f"needed more than {allowance.memory >> 20} MiB of memory")
    except Exception as error:  # noqa: BLE001 - whatever a library raises is this item's failure and nobody else's
        return Failure(kind="raised", message=f"{type(error).__name__}: {error}"[:500])
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def prepare(allowance: Allowance) -> None:
    """Give the signals their plain meaning again, leave Ctrl-C to the supervisor, and take the limits upon oneself."""
    signal.pthread_sigmask(signal.SIG_SETMASK, set())
    for each in (signal.SIGPROF, signal.SIGALRM, signal.SIGTERM):
        signal.signal(each, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ceiling = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = allowance.memory if ceiling == resource.RLIM_INFINITY else min(allowance.memory, ceiling)
    with contextlib.suppress(ValueError, OSError):  # a system that cannot limit address space (macOS) still limits time
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def serve(descriptor: int) -> None:
    """Answer until the supervisor hangs up. What cannot be unpickled or pickled is a Failure too."""
    connection = Connection(descriptor)
    allowance = connection.recv()
    prepare(allowance)
    while True:
        try:
            given = answer(connection.recv(), allowance)
        except (EOFError, OSError):
            return
        except Exception as error:  # noqa: BLE001 - an item that cannot be unpickled may raise anything
            given = Failure(kind="raised", message=f"the item did not arrive: {type(error).__name__}: {error}"[:500])
        try:
            connection.send(given)
        except OSError:
            return
        except Exception as error:  # noqa: BLE001 - an answer that cannot be pickled may raise anything
            connection.send(
                Failure(kind="raised", message=f"the answer cannot travel: {type(error).__name__}: {error}"[:500])
            )
