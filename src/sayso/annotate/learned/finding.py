"""Findings: the cues of a text, each with its source and content, as an encoder sees them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.annotate.learned.decoding import Floats, decode
from sayso.annotate.learned.passages import passages_of
from sayso.annotate.learned.tokens import Tokens
from sayso.annotate.reporting.ranges import Range, joined
from sayso.model.attribution import CueKind
from sayso.ports.encoder import Encoder, Grammar, Linked, Scored

CUE, LINKED_SOURCE, LINKED_CONTENT, INNER_CUE = 1, 3, 4, 5  # sequences of the grammar
TOGETHER = 64  # passages that are decoded at once; more of them take memory and no less time
KINDS = tuple(CueKind)
Cues = tuple[list[Range], list[Range]]  # outermost ones, and ones at any depth


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
    keys = list(different)
    found: dict[object, list[Finding]] = {}
    for some in (keys[at : at + TOGETHER] for at in range(0, len(keys), TOGETHER)):
        scored = encoder.score([different[key] for key in some])
        found.update(zip(some, _in_passages(scored, encoder), strict=True))
    return [each.moved(window.first) for window, passage in parts for each in found[passage.key]]


def _in_passages(scored: Sequence[Scored], encoder: Encoder) -> Iterator[list[Finding]]:
    """The findings of each passage. Labels of all of them are decoded at once, which costs hardly more than those of one."""
    cues = _cues(scored, encoder.grammar)
    linked = [
        encoder.link(each, [*outer, *inner]) if outer or inner else None
        for each, (outer, inner) in zip(scored, cues, strict=True)
    ]
    rows = [row[:, role] for each in linked if each for row in each.roles for role in (0, 1)]
    spans = _spans(rows, (LINKED_SOURCE, LINKED_CONTENT) * (len(rows) // 2), encoder.grammar)
    taken = iter(zip(spans[::2], spans[1::2], strict=True))
    for one, (outer, inner), links in zip(scored, cues, linked, strict=True):
        yield list(_findings(one, (outer, inner), links, taken)) if links else []


def _findings(
    scored: Scored, cues: Cues, linked: Linked, taken: Iterator[tuple[list[Range], list[Range]]]
) -> Iterator[Finding]:
    """The findings of one passage: its cues, with the sources and contents that they take."""
    outer, inner = cues
    for number, cue in enumerate([*outer, *inner]):
        source, content = next(taken)
        if content:
            scores = scored.roles[:, CUE] if number < len(outer) else scored.inner
            yield Finding(
                source=joined(source),
                cue=cue,
                content=joined(content),
                kind=KINDS[int(linked.kinds[number].argmax())],
                outer=number < len(outer),
                margins=(
                    _margin(linked.roles[number, :, 0], source),
                    _margin(scores, [cue]),
                    _margin(linked.roles[number, :, 1], content),
                ),
            )


def _cues(scored: Sequence[Scored], grammar: Grammar) -> list[Cues]:
    """Of each passage, the cues of outermost attributions, and cues elsewhere that share no token with them."""
    rows = [row for each in scored for row in (each.roles[:, CUE], each.inner)]
    spans = _spans(rows, (CUE, INNER_CUE) * len(scored), grammar)
    found = []
    for outer, inner in zip(spans[::2], spans[1::2], strict=True):
        taken = {at for low, high in outer for at in range(low, high)}
        found.append((outer, [(low, high) for low, high in inner if taken.isdisjoint(range(low, high))]))
    return found


def _spans(rows: Sequence[Floats], sequences: Sequence[int], grammar: Grammar) -> list[list[Range]]:
    """The spans of each row, by the grammar of the sequence that it is one of."""
    which = list(sequences)
    return decode(rows, grammar.transitions[which], grammar.starts[which])


def _margin(scores: Floats, spans: Sequence[Range]) -> float:
    """The mean over the tokens of the spans of how much more likely a role is than none; 0 without spans."""
    gaps = scores[:, 1:].max(1) - scores[:, 0]
    values = [float(gaps[at]) for low, high in spans for at in range(low, high)]
    return sum(values) / len(values) if values else 0.0
