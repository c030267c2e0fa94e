"""Whom and what a text speaks of, as the pages show it: names, times, places and figures, each kind a layer of marks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.export.segments import Layer, Mark
from sayso.model.document import Span
from sayso.model.entity import Entity
from sayso.model.reading import Reading
from sayso.model.world import Quantity, Timex, Toponym


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A sort of thing: the layer of its marks, what it is called, how it is marked, and the stage that looks for it."""

    layer: Layer
    title: str
    letter: str
    meaning: str
    stage: str


KINDS = (
    Kind(layer=Layer.NAME, title="Names", letter="", stage="claimants",
         meaning="solid line above: a person, body or document, by name or by a word that stands for one"),
    Kind(layer=Layer.TIME, title="Times", letter="T", stage="times", meaning="dotted line above: a day, an hour, a duration"),
    Kind(layer=Layer.PLACE, title="Places", letter="P", stage="places",
         meaning="dashed line above: a place; with “?” one that is not resolved"),
    Kind(layer=Layer.FIGURE, title="Figures", letter="F", stage="counting",
         meaning="double line above: how many or how much"),
)  # fmt: skip
LAYERS = frozenset(kind.layer for kind in KINDS)


Value = Entity | Timex | Toponym | Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One of them with the spans that name it, in the order of the text."""

    layer: Layer
    value: Value
    spans: tuple[Span, ...]

    @property
    def id(self) -> str:
        """The id of its value, which is that of its card."""
        return self.value.id


Things = Mapping[Layer, tuple[Thing, ...]]


def things(reading: Reading) -> Things:
    """All things of a reading by kind, each kind in the order of the text."""
    spans: list[tuple[Layer, Value, tuple[Span, ...]]] = [
        *((Layer.NAME, each, tuple(sorted(each.mentions))) for each in reading.entities),
        *((Layer.TIME, each, (each.span,)) for each in reading.timexes),
        *((Layer.PLACE, each, (each.span,)) for each in reading.toponyms),
        *((Layer.FIGURE, each, (each.span,)) for each in reading.quantities),
    ]
    found: dict[Layer, list[Thing]] = {kind.layer: [] for kind in KINDS}
    for layer, value, named_by in spans:
        found[layer].append(Thing(layer=layer, value=value, spans=named_by))
    return {layer: tuple(sorted(each, key=place_of)) for layer, each in found.items()}


def place_of(thing: Thing) -> tuple[tuple[Span, ...], str]:
    """What things are sorted by."""
    return thing.spans[:1], thing.id


def marks_of(thing: Thing) -> Iterator[Mark]:
    """The marks of a thing; they link to its card."""
    unresolved = isinstance(thing.value, Toponym) and thing.value.place is None
    for span in thing.spans:
        yield Mark(span.start, span.end, thing.layer, thing.id)
        if unresolved:
            yield Mark(span.start, span.end, Layer.UNRESOLVED)


def anchor_of(thing: Thing, at: int = 0) -> str:
    """The id of the place in the text where the thing's span number `at` begins."""
    return f"in-{thing.id}-{at + 1}" if at else f"in-{thing.id}"
