"""As many values as one statement takes."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
CHUNK = 500  # values in one statement: SQLite takes 32,766, older builds 999


def chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items in order, CHUNK at a time."""
    rest = iter(items)
    while some := list(islice(rest, CHUNK)):
        yield some
