"""Applying a function to many items, guarded."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

Item = TypeVar("Item", contravariant=True)
Answer = TypeVar("Answer", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a supervised call gave no answer: "crashed", "too-slow", "too-large" or "raised", and what is known of it."""

    kind: str
    message: str


class Mapper(Protocol):
    """Applies a function to many items, each guarded from the others: an item that kills its worker is a Failure."""

    def map(self, function: Callable[[Item], Answer], items: Iterable[Item]) -> Iterator[Answer | Failure]:
        """One answer per item, in the order of the items. `function` must be importable (it runs in another process)."""
        ...
