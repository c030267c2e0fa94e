"""The figures of a claim, and whether those of two claims agree."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.document import Span
from sayso.model.world import Quantity
from sayso.relate.words import theme, words

SMALL = 3  # "the two banks", "three weeks": so few of anything are no figure unless something became of them
MAIN = frozenset({"person", "percent"})
MANY = 100  # mean overall of five worlds, each by the others' weights: .894, at 30 the same, where every figure is main .891
NEAR = 0.05  # of the larger: how far approximate figures may be apart and still be one


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of something: `of` is what became of those counted, or else the theme of the noun; empty where unknown."""

    value: float
    unit: str
    of: str
    approximate: bool

    @property
    def is_main(self) -> bool:
        """Whether a claim is likely to be about it: people, a share, what became of those counted, or many of anything.

        Other figures stand beside what is said ("at eleven stations", "ten metres away").
        """
        return self.unit in MAIN or self.of.startswith("=") or not (self.of or self.unit) or self.value >= MANY

    def is_comparable(self, other: "Figure") -> bool:
        """Whether both may count the same."""
        if "percent" in (self.unit, other.unit):
            return self.unit == other.unit
        if self.unit and other.unit and self.unit != other.unit:
            return False
        return not self.of or not other.of or self.of == other.of

    def equals(self, other: "Figure") -> bool:
        """Whether both are the same number, give or take what "about" allows."""
        apart = abs(self.value - other.value)
        rough = self.approximate or other.approximate
        return apart <= (NEAR * max(self.value, other.value) if rough else 0.0)


def find_figures(spans: Sequence[Span], quantities: Sequence[Quantity]) -> tuple[Figure, ...]:
    """The figures that stand in the spans of a claim, in the order of the text."""
    inside = [each for each in quantities if any(span.covers(each.span) for span in spans)]
    figures = [_figure(each) for each in inside if _value(each) is not None]
    return tuple(each for each in figures if each.value > SMALL or each.of.startswith("=") or each.unit == "percent")


def _value(each: Quantity) -> float | None:
    return each.low if each.low is not None else each.high


def _figure(each: Quantity) -> Figure:
    counted = words(each.counted.text) if each.counted else []
    of = f"={each.role}" if each.role else theme(counted[-1]) if counted and each.unit != "person" else ""
    return Figure(_value(each) or 0.0, each.unit or "", of, each.approximate)


def agree(one: Sequence[Figure], other: Sequence[Figure]) -> bool | None:
    """Whether the figures of two claims agree; null where there is nothing to compare."""
    pairs = [(a, b) for a in one for b in other if a.is_comparable(b)]
    if any(a.equals(b) for a, b in pairs) or any(a.value == b.value for a in one for b in other):
        return True
    return False if pairs else None
