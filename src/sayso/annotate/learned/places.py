"""Where attributions stand, so that those at a place are found at once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.model.attribution import Attribution
from sayso.model.document import Span


@dataclass(frozen=True, slots=True)
class Places:
    """Spans in order with whose they are; `reach` is the greatest end up to each."""

    spans: Sequence[Span]
    owners: Sequence[Attribution]
    starts: Sequence[int]
    reach: Sequence[int]

    @classmethod
    def of(cls, pairs: Iterable[tuple[Span, Attribution]]) -> "Places":
        """From spans with whose they are."""
        ordered = sorted(pairs, key=lambda pair: (pair[0].start, pair[0].end))
        reach: list[int] = []
        for span, _ in ordered:
            reach.append(max(span.end, reach[-1] if reach else 0))
        return cls(
            [span for span, _ in ordered], [owner for _, owner in ordered], [span.start for span, _ in ordered], reach
        )

    def touching(self, span: Span) -> Iterator[Attribution]:
        """Whose spans share a character with a span, in order."""
        for at in range(bisect_right(self.reach, span.start), bisect_left(self.starts, span.end)):
            if self.spans[at].touches(span):
                yield self.owners[at]
