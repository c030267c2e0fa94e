"""What the comparison of texts needs from a ledger: the ports of copies."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from sayso.model.copy import Copy
from sayso.model.document import Document

# Arrivals kept per key. A thousand copies of one report are all led to the first of them; house texts need six lines.
HOLDERS = 16


class Fingerprints(Protocol):
    """Rows of (key, arrival), kept beside a ledger: the candidates for copies are a GROUP BY over them.

    Keys are integers from 0 to 2**62 - 1, arrivals are numbered as they came in.
    """

    def append(self, keys: Mapping[int, Iterable[int]]) -> None:
        """Keep arrivals under their keys, in one commit; a key that HOLDERS arrivals have already keeps those."""
        ...

    def beside(self, keys: Iterable[int], most: int) -> Sequence[tuple[int, int]]:
        """At most `most` arrivals that share keys, as (arrival, how many); more shared keys first, then earlier arrivals."""
        ...

    def kept(self, arrivals: Sequence[int]) -> Mapping[int, int]:
        """Under how many keys each of some arrivals is kept; at most as many as it has, since full keys did not keep it."""
        ...


class Copies(Fingerprints, Protocol):
    """What is known of copies. Rows are only added: what was last found for an arrival counts."""

    def uncompared(self) -> Sequence[int]:
        """Arrivals of documents that were not compared yet, in order."""
        ...

    def document(self, arrival: int) -> Document:
        """The document of an arrival, with that arrival's metadata."""
        ...

    def led_to(self, arrival: int) -> Sequence[int]:
        """At least the arrivals whose copies name this one as their earliest."""
        ...

    def record(self, found: Sequence[tuple[int, Mapping[int, Copy]]]) -> None:
        """What arrivals were found to be copies of, by the number of the earliest, in one commit."""
        ...

    def copies_of(self, arrival: int) -> Sequence[Copy]:
        """What an arrival was last found to be a copy of, one Copy for each earliest text."""
        ...

    def all_copies(self) -> Iterator[Copy]:
        """What was last found, in the order of arrival."""
        ...
