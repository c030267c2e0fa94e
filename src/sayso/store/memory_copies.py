"""The twin of copies in memory."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.model.copy import Copy
from sayso.model.document import Document
from sayso.relate.copying.index import HeldFingerprints


class MemoryCopies:
    """Fulfils `ports.copies.Copies`; `documents` is the ledger's own, by the number of the arrival."""

    def __init__(self, documents: Mapping[int, Document]) -> None:
        self._documents = documents
        self._held = HeldFingerprints()
        self._found: dict[int, Mapping[int, Copy]] = {}

    def uncompared(self) -> Sequence[int]:
        """Those of which nothing is recorded."""
        return [number for number in sorted(self._documents) if number not in self._found]

    def document(self, arrival: int) -> Document:
        """Looked up."""
        return self._documents[arrival]

    def append(self, keys: Mapping[int, Iterable[int]]) -> None:
        """Held."""
        self._held.append(keys)

    def beside(self, keys: Iterable[int], most: int) -> Sequence[tuple[int, int]]:
        """Counted anew."""
        return self._held.beside(keys, most)

    def kept(self, arrivals: Sequence[int]) -> Mapping[int, int]:
        """Counted as they were kept."""
        return self._held.kept(arrivals)

    def led_to(self, arrival: int) -> Sequence[int]:
        """Looked through."""
        return sorted(number for number, copies in self._found.items() if arrival in copies)

    def record(self, found: Sequence[tuple[int, Mapping[int, Copy]]]) -> None:
        """The last counts."""
        self._found |= dict(found)

    def copies_of(self, arrival: int) -> Sequence[Copy]:
        """Looked up."""
        return tuple(self._found.get(arrival, {}).values())

    def all_copies(self) -> Iterator[Copy]:
        """In the order of arrival."""
        return (copy for number in sorted(self._found) for copy in self._found[number].values())
