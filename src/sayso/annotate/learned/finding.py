"""Findings: the cues of a text, each with its source and content, as an encoder sees them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.annotate.learned.decoding import Floats, decode
from sayso.annotate.learned.passages import passages_of
from sayso.annotate.learned.tokens import Tokens
from sayso.annotate.reporting.ranges import Range, joined
from sayso.model.attribution import CueKind
from sayso.ports import Encoder, Grammar, Scored

SOURCE, CUE, CONTENT = 0, 1, 2
KINDS = tuple(CueKind)


@dataclass(frozen=True, slots=True)
class Finding:
    """One attribution as half-open ranges of tokens, how sure each role is, and whether its cue is one of an outermost attribution."""

    source: tuple[Range, ...]
    cue: Range
    content: tuple[Range, ...]
    kind: CueKind
    outer: bool
    margins: tuple[float, float, float]

    def moved(self, by: int) -> "Finding":
        """The finding, so many tokens further on."""
        source, content = (tuple((low + by, high + by) for low, high in spans) for spans in (self.source, self.content))
        return replace(self, source=source, cue=(self.cue[0] + by, self.cue[1] + by), content=content)


def find(tokens: Tokens, encoder: Encoder) -> list[Finding]:
    """Every cue that has a content, in order of the windows. Passages that are alike in all that is read are read once."""
    parts = passages_of(tokens, encoder)
    different = {passage.key: passage for _, passage in parts}
    answers = dict(zip(different, encoder.score(list(different.values())), strict=True))
    found = {key: list(_in_passage(scored, encoder)) for key, scored in answers.items()}
    return [each.moved(window.first) for window, passage in parts for each in found[passage.key]]


def _in_passage(scored: Scored, encoder: Encoder) -> Iterator[Finding]:
    grammar = encoder.grammar
    outer, inner = _cues(scored, grammar)
    cues = [*outer, *inner]
    if not cues:
        return
    linked = encoder.link(scored, cues)
    sources, contents = (
        decode(linked.roles[:, :, number], grammar.transitions[3 + number], grammar.starts[3 + number])
        for number in (0, 1)
    )
    for number, cue in enumerate(cues):
        if contents[number]:
            scores = scored.roles[:, CUE] if number < len(outer) else scored.inner
            yield Finding(
                source=joined(sources[number]),
                cue=cue,
                content=joined(contents[number]),
                kind=KINDS[int(linked.kinds[number].argmax())],
                outer=number < len(outer),
                margins=(
                    _margin(linked.roles[number, :, 0], sources[number]),
                    _margin(scores, [cue]),
                    _margin(linked.roles[number, :, 1], contents[number]),
                ),
            )


def _cues(scored: Scored, grammar: Grammar) -> tuple[list[Range], list[Range]]:
    """Cues of outermost attributions, and cues elsewhere that share no token with them."""
    rows = np.stack([scored.roles[:, CUE], scored.inner])
    outer, inner = decode(rows, grammar.transitions[CUE], grammar.starts[CUE])
    taken = {at for low, high in outer for at in range(low, high)}
    return outer, [(low, high) for low, high in inner if taken.isdisjoint(range(low, high))]


def _margin(scores: Floats, spans: Sequence[Range]) -> float:
    """The mean over the tokens of the spans of how much more likely a role is than none; 0 without spans."""
    gaps = scores[:, 1:].max(1) - scores[:, 0]
    values = [float(gaps[at]) for low, high in spans for at in range(low, high)]
    return sum(values) / len(values) if values else 0.0
