"""Items a few at a time on threads, answers in order: for work that lets go of the interpreter, as an encoder does."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")


class Ahead:
    """Like `map`, with at most `count` items under way; what one raises is raised in its turn."""

    def __init__(self, count: int) -> None:
        self.count = count

    def __call__(self, function: Callable[[Item], Answer], items: Iterable[Item]) -> Iterator[Answer]:
        """One answer per item, in the order of the items; items are taken by the caller's own thread."""
        with ThreadPoolExecutor(self.count, thread_name_prefix="ahead") as pool:
            under_way: deque[Future[Answer]] = deque()
            try:
                for item in items:
                    under_way.append(pool.submit(function, item))
                    if len(under_way) == self.count:
                        yield under_way.popleft().result()
                while under_way:
                    yield under_way.popleft().result()
            finally:
                for each in under_way:
                    each.cancel()
