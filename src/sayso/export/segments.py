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


@dataclass(frozen=True, slots=True)
class Mark:
    """One layer over the code points `start` to `end`; a mark without characters marks nothing."""

    start: int
    end: int
    layer: Layer


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch without a border inside. `opens` and `closes` are the marks that begin or end with it, innermost last."""

    start: int
    end: int
    layers: tuple[Layer, ...]
    opens: tuple[Layer, ...] = ()
    closes: tuple[Layer, ...] = ()


def flatten(marks: Iterable[Mark], cuts: Iterable[int], length: int) -> tuple[Segment, ...]:
    """Segments that tile `0:length`, cut at every border of a mark and at `cuts`. O(n log n) in marks and cuts.

    Marks may overlap, nest and repeat; however many lie over each other, a segment names each layer once.
    """
    real = sorted((mark for mark in marks if mark.start < mark.end), key=lambda mark: (mark.start, -mark.end))
    opening, closing = defaultdict[int, list[Layer]](list), defaultdict[int, list[Layer]](list)
    for mark in real:
        opening[mark.start].append(mark.layer)
        closing[mark.end].append(mark.layer)
    borders = sorted({0, length, *cuts, *opening, *closing})
    depth = dict.fromkeys(Layer, 0)
    segments = []
    for start, end in pairwise(borders):
        for layer in closing.get(start, ()):
            depth[layer] -= 1
        for layer in opening.get(start, ()):
            depth[layer] += 1
        layers = tuple(layer for layer in Layer if depth[layer])
        opens, closes = tuple(opening.get(start, ())), tuple(closing.get(end, ()))
        segments.append(Segment(start, end, layers, opens, closes))
    return tuple(segments)


def innermost(layers: Sequence[Layer], among: frozenset[Layer]) -> Layer | None:
    """The last of the layers that is one of those asked for."""
    return next((layer for layer in reversed(layers) if layer in among), None)
