"""Fingerprints held in memory: what a store keeps in a table of (key, arrival)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sayso.ports import HOLDERS


class HeldFingerprints:
    """The `Fingerprints` of a corpus that fits in memory, and the twin that a store's table is tested against."""

    def __init__(self) -> None:
        self._holders: dict[int, list[int]] = defaultdict(list)

    def append(self, number: int, keys: Iterable[int]) -> None:
        """Keep an arrival under its keys; a key that HOLDERS arrivals have already keeps those."""
        for key in keys:
            holders = self._holders[key]
            if len(holders) < HOLDERS and number not in holders:
                holders.append(number)

    def beside(self, keys: Iterable[int], most: int) -> Sequence[tuple[int, int]]:
        """At most `most` arrivals that share keys, as (arrival, how many); more shared keys first, then earlier arrivals."""
        counts = Counter(number for key in keys for number in self._holders.get(key, ()))
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]
