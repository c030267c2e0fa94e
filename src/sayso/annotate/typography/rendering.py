"""How a content is rendered: inside quotation marks wholly, partly, or not at all."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.attribution import QuoteType
from sayso.model.document import Span
from sayso.model.quotation import Quotation

# PolNeAR's own division: the share of a content's characters inside quotation marks, white space and the marks set aside.
DIRECT, MIXED = 0.95, 0.03


@dataclass(frozen=True, slots=True)
class Rendering:
    """The quotations of a text, so that those around a content are found at once."""

    quotations: Sequence[Quotation]
    starts: Sequence[int]

    @classmethod
    def of(cls, quotations: Sequence[Quotation]) -> "Rendering":
        """From quotations in the order of their opening marks."""
        return cls(quotations, [each.span.start for each in quotations])

    def near(self, low: int, high: int) -> Sequence[Quotation]:
        """The quotations that may share a character with a stretch."""
        first = max(0, bisect_right(self.starts, low) - 1)
        while first and self.quotations[first].depth > 1:
            first -= 1
        return self.quotations[first : bisect_left(self.starts, high)]

    def quote_type(self, cue: Sequence[Span], content: Sequence[Span]) -> QuoteType:
        """The type of a content, by the quotations around it that do not also hold its cue."""
        around = [each for part in content for each in self.near(part.start, part.end) if each.span.touches(part)]
        beside = {each.span: each for each in around if not any(each.span.covers(part) for part in cue)}
        depth = min((each.depth for each in beside.values()), default=1)
        level = [each for each in beside.values() if each.depth == depth]
        inside = outside = 0
        for part in content:
            within = sum(_letters(part, each.inner) for each in level)
            marks = sum(_letters(part, each.span) for each in level) - within
            inside += within
            outside += _visible(part.text) - within - marks
        return type_of(inside, outside)


def type_of(inside: int, outside: int) -> QuoteType:
    """The type of a content by how many of its characters stand inside quotation marks, and how many outside."""
    share = inside / (inside + outside) if inside else 0.0
    return QuoteType.DIRECT if share > DIRECT else QuoteType.MIXED if share > MIXED else QuoteType.INDIRECT


def _letters(part: Span, other: Span) -> int:
    """How many characters of a part stand in another stretch, white space aside."""
    low, high = max(part.start, other.start), min(part.end, other.end)
    return _visible(part.text[low - part.start : high - part.start]) if low < high else 0


def _visible(text: str) -> int:
    """How many characters are no white space."""
    return sum(map(len, text.split()))
