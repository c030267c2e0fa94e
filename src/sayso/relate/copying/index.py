"""Fingerprints held in memory: what a store keeps in a table of (key, arrival)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.ports.copies import HOLDERS


class HeldFingerprints:
    """The `Fingerprints` of a corpus that fits in memory, and the twin that a store's table is tested against."""

    def __init__(self) -> None:
        self._holders: dict[int, list[int]] = defaultdict(list)
        self._kept: Counter[int] = Counter()

    def append(self, keys: Mapping[int, Iterable[int]]) -> None:
        """Keep arrivals under their keys; a key that HOLDERS arrivals have already keeps those."""
        for number, own in keys.items():
            for holders in map(self._holders.__getitem__, own):
                if len(holders) < HOLDERS and number not in holders:
                    holders.append(number)
                    self._kept[number] += 1

    def beside(self, keys: Iterable[int], most: int) -> Sequence[tuple[int, int]]:
        """At most `most` arrivals that share keys, as (arrival, how many); more shared keys first, then earlier arrivals."""
        counts = Counter(number for key in keys for number in self._holders.get(key, ()))
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]

    def kept(self, arrivals: Sequence[int]) -> Mapping[int, int]:
        """Counted as they were kept."""
        return {number: self._kept[number] for number in arrivals}
