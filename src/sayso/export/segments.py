"""Overlapping marks to atomic segments: between two neighbouring borders, the same layers hold for every character."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise


class Layer(StrEnum):
    """What a mark says of its words; its value is the class of the style sheet."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    OWN = "own"  # a claim in the outlet's own voice
    CLAIM = "claim"  # the exact words of a claim; not drawn, lit up from its card
    SOURCE = "source"
    CUE = "cue"
    VAGUE = "vague"
    HEDGE = "hedge"
    LOADED = "loaded"
    BOXED = "boxed"  # a loaded term in the narrator's voice
    QUOTED = "quoted"  # quoted words without a speaker
    AGENTLESS = "agentless"  # a harm without who did it
    FLAG = "flag"  # a claim that a rule has flagged
    EVENT = "kind-event"  # the kinds of claims; a claim of no kind has none
    CONTROL = "kind-control"
    CASUALTIES = "kind-casualties"
    FORECAST = "kind-forecast"
    POLICY = "kind-policy"
    JUSTIFICATION = "kind-justification"
    EVALUATION = "kind-evaluation"
    NAME = "name"  # from here on what the words speak of; where several lie over each other, the last has the link
    TIME = "time"
    FIGURE = "figure"
    PLACE = "place"
    UNRESOLVED = "unresolved"  # beside PLACE, where no place was chosen


@dataclass(frozen=True, slots=True)
class Mark:
    """One layer over the code points `start` to `end`; a mark without characters marks nothing.

    `card` is the id of the card that its words link to, where they do.
    """

    start: int
    end: int
    layer: Layer
    card: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch without a border inside. `opens` and `closes` are the marks that begin or end with it, innermost last.

    `marks` has one mark of each layer that holds: of several the one that began last.
    """

    start: int
    end: int
    marks: tuple[Mark, ...]
    opens: tuple[Layer, ...] = ()
    closes: tuple[Layer, ...] = ()

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The layers that hold for every character."""
        return tuple(mark.layer for mark in self.marks)


def flatten(marks: Iterable[Mark], cuts: Iterable[int], length: int) -> tuple[Segment, ...]:
    """Segments that tile `0:length`, cut at every border of a mark and at `cuts`. O(n log n) in marks and cuts.

    Marks may overlap, nest and repeat; however many lie over each other, a segment names each layer once.
    """
    real = sorted((mark for mark in marks if mark.start < mark.end), key=lambda mark: (mark.start, -mark.end))
    opening, closing = defaultdict[int, list[Mark]](list), defaultdict[int, list[Layer]](list)
    for mark in real:
        opening[mark.start].append(mark)
        closing[mark.end].append(mark.layer)
    borders = sorted({0, length, *cuts, *opening, *closing})
    begun: dict[Layer, list[Mark]] = {layer: [] for layer in Layer}
    segments = []
    for start, end in pairwise(borders):
        for mark in opening.get(start, ()):
            begun[mark.layer].append(mark)
        for stack in begun.values():
            while stack and stack[-1].end <= start:
                stack.pop()
        held = tuple(stack[-1] for stack in begun.values() if stack)
        opens = tuple(mark.layer for mark in opening.get(start, ()))
        segments.append(Segment(start, end, held, opens, tuple(closing.get(end, ()))))
    return tuple(segments)


def innermost(layers: Sequence[Layer], among: frozenset[Layer]) -> Layer | None:
    """The last of the layers that is one of those asked for."""
    return next((layer for layer in reversed(layers) if layer in among), None)
