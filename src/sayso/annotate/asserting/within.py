"""Which things of a document lie in which stretch of it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from sayso.model.document import Span


class Within:
    """Ids by where they stand, to be asked for the stretches of a claim."""

    def __init__(self, placed: Iterable[tuple[Span, str]]) -> None:
        """Take spans with ids, in any order."""
        pairs = sorted(((span.start, span.end, id) for span, id in placed))
        self._starts = [start for start, _, _ in pairs]
        self._pairs = pairs

    def add(self, span: Span, id: str) -> None:
        """Take in one more."""
        entry = (span.start, span.end, id)
        at = bisect_left(self._pairs, entry)
        self._pairs.insert(at, entry)
        self._starts.insert(at, span.start)

    def ids(self, spans: Sequence[Span]) -> tuple[str, ...]:
        """Those that lie wholly in one of the spans, in order, each once."""
        found: dict[str, None] = {}
        for span in spans:
            for at in range(bisect_left(self._starts, span.start), len(self._pairs)):
                start, end, id = self._pairs[at]
                if start >= span.end:
                    break
                if end <= span.end:
                    found.setdefault(id)
        return tuple(found)

    def first(self, start: int, end: int) -> str | None:
        """The first that lies between two places, or None."""
        for at in range(bisect_left(self._starts, start), len(self._pairs)):
            if self._starts[at] >= end:
                break
            if self._pairs[at][1] <= end:
                return self._pairs[at][2]
        return None
