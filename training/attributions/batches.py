"""Windows of examples as tensors."""

import copy
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from training.attributions.augment import vary
from training.attributions.examples import UNKNOWN, Example, Gold, Token

from sayso.annotate.learned.passages import LONGEST_TOKEN
from sayso.annotate.learned.tokens import OPENINGS
from sayso.annotate.learned.windows import CONTEXT, LONGEST, Window, plan
from sayso.engines.wordpiece import WordPiece

OUTSIDE, BEGIN, INSIDE = 0, 1, 2
OUTER = ("source", "cue", "content")
NO_FEATURES = (0, 0, 0, 0)
PARAGRAPH = OPENINGS.index("paragraph")
LENGTHS = (LONGEST, LONGEST, LONGEST, 160, 96)  # of windows; shorter ones now and then, as at the ends of texts


@dataclass(slots=True)
class Batch:
    """Padded windows. Pieces `[B, L]`, own tokens by their first and last piece `[B, T]`, labels `[B, T, 3]`; cues `[K]`."""

    ids: Tensor
    mask: Tensor
    features: Tensor  # [B, L, 4]
    first: Tensor
    last: Tensor
    own: Tensor  # [B, T] bool
    outer: Tensor  # [B, T, 3]
    inner: Tensor  # [B, T] with UNKNOWN where cues are not marked
    cue_row: Tensor  # [K]
    cue_span: Tensor  # [K, 2], half-open
    linked: Tensor  # [K, T, 2]
    kinds: Tensor  # [K]

    def to(self, device: torch.device) -> "Batch":
        """The batch on a device."""
        return Batch(**{name: getattr(self, name).to(device) for name in Batch.__slots__})


@dataclass(slots=True)
class Row:
    """One window before it is padded."""

    ids: list[int]
    features: list[tuple[int, int, int, int]]
    first: list[int]
    last: list[int]
    outer: list[list[int]]
    inner: list[int]
    cues: list[tuple[int, int, int, list[tuple[int, int]]]]  # start, end, kind, labels per token


class Pieces:
    """Pieces of tokens, as the base's vocabulary cuts them."""

    def __init__(self, path: Path) -> None:
        self.words = WordPiece(path.read_text(encoding="utf-8").splitlines())
        self.start, self.end = self.words.ids["[CLS]"], self.words.ids["[SEP]"]

    def of(self, text: str) -> list[int]:
        """The ids of one token's pieces, at least one."""
        return self.words.cut([text])[0][:LONGEST_TOKEN]


@dataclass(slots=True)
class Bounds:
    """What `plan` needs of a text."""

    starts: Sequence[object]
    paragraphs: list[int]
    sentences: list[int]


def windows_of(example: Example, pieces: Pieces, longest: int = LONGEST) -> list[Window]:
    """The windows that an example is read in."""
    counts = [len(pieces.of(token.text)) for token in example.tokens]
    opening = [(at, token.opening) for at, token in enumerate(example.tokens) if token.opening]
    bounds = Bounds(example.tokens, [at for at, kind in opening if kind == PARAGRAPH], [at for at, _ in opening])
    return plan(bounds, counts, longest=longest, context=CONTEXT)  # type: ignore[arg-type]


def cut(example: Example, window: Window) -> tuple[Example, list[Token]]:
    """A copy of the part of an example in a window, and its context."""
    tokens = [copy.copy(token) for token in example.tokens[window.context : window.last]]
    copies = {id(old): new for old, new in zip(example.tokens[window.context : window.last], tokens, strict=True)}
    skip = window.first - window.context
    context = {id(token) for token in tokens[:skip]}
    golds = []
    for gold in example.golds:
        new = copy.copy(gold)
        for role in OUTER:
            spans = [[copies[id(token)] for token in span if id(token) in copies] for span in getattr(gold, role)]
            spans = [[token for token in span if id(token) not in context] for span in spans]
            setattr(new, role, [span for span in spans if span])
        if new.source or new.cue or new.content:
            golds.append(new)
    return Example(example.name, tokens[skip:], golds, example.complete), tokens[:skip]


def as_row(example: Example, context: list[Token], pieces: Pieces) -> Row:
    """One window as numbers."""
    ids, features, first, last = [pieces.start], [NO_FEATURES], [], []
    for at, token in enumerate([*context, *example.tokens]):
        found = pieces.of(token.text)
        if at >= len(context):
            first.append(len(ids))
            last.append(len(ids) + len(found) - 1)
        ids += found
        features += [(token.shape + 1, token.tag + 1, token.quoted + 1, token.opening + 1)] * len(found)
    place = {id(token): at for at, token in enumerate(example.tokens)}
    outermost = [gold for gold in example.golds if not gold.nested]
    roles = [labels_of([getattr(gold, role) for gold in outermost], place) for role in OUTER]
    return Row(
        ids=[*ids, pieces.end],
        features=[*features, NO_FEATURES],
        first=first,
        last=last,
        outer=[list(labels) for labels in zip(*roles, strict=True)],
        inner=labels_of([gold.cue for gold in example.golds], place)
        if example.complete
        else inner_labels(example.golds, place),
        cues=[cue for gold in example.golds if (cue := cue_of(gold, place))],
    )


def inner_labels(golds: Sequence[Gold], place: dict[int, int]) -> list[int]:
    """Labels of cues at any depth; UNKNOWN inside contents, where cues are not marked, unless a report was put around them."""
    labels = [OUTSIDE] * len(place)
    nested = [gold for gold in golds if gold.nested]
    around = [gold for gold in golds if any(holds(gold, inner, place) for inner in nested)]
    for unmarked, label in ((golds, UNKNOWN), (around, OUTSIDE), (nested, UNKNOWN)):
        for gold in unmarked:
            for at in places(gold.content, place):
                labels[at] = label
    for at, label in enumerate(labels_of([gold.cue for gold in golds], place)):
        labels[at] = label or labels[at]
    return labels


def holds(outer: Gold, inner: Gold, place: dict[int, int]) -> bool:
    """Whether the content of one holds the cue of the other."""
    return outer is not inner and set(places(inner.cue, place)) <= set(places(outer.content, place))


def cue_of(gold: Gold, place: dict[int, int]) -> tuple[int, int, int, list[tuple[int, int]]] | None:
    """A cue by its first and last token, its kind, and the labels of source and content; None where it is in another window."""
    where = places(gold.cue, place)
    if not where:
        return None
    linked = zip(labels_of([gold.source], place), labels_of([gold.content], place), strict=True)
    return min(where), max(where) + 1, gold.kind, list(linked)


def places(spans: Sequence[Sequence[Token]], place: dict[int, int]) -> list[int]:
    """Where the tokens of spans stand."""
    return [place[id(token)] for span in spans for token in span]


def labels_of(groups: Sequence[Sequence[Sequence[Token]]], place: dict[int, int]) -> list[int]:
    """Labels of spans; a span that other tokens were put into begins anew behind them."""
    labels = [OUTSIDE] * len(place)
    for span in (span for spans in groups for span in spans):
        where = sorted(place[id(token)] for token in span)
        for before, at in zip([-2, *where], where, strict=False):
            labels[at] = INSIDE if at == before + 1 else BEGIN
    return labels


def collate(rows: Sequence[Row]) -> Batch:
    """Rows padded to the longest."""
    length, tokens = max(len(row.ids) for row in rows), max(len(row.first) for row in rows)
    cues = [(number, *cue) for number, row in enumerate(rows) for cue in row.cues]

    def padded(values: Sequence[Sequence[object]], size: int, empty: object) -> Tensor:
        return torch.tensor([[*each, *[empty] * (size - len(each))] for each in values])

    return Batch(
        ids=padded([row.ids for row in rows], length, 0),
        mask=padded([[1] * len(row.ids) for row in rows], length, OUTSIDE).bool(),
        features=padded([row.features for row in rows], length, (0, 0, 0, 0)),
        first=padded([row.first for row in rows], tokens, 0),
        last=padded([row.last for row in rows], tokens, 0),
        own=padded([[1] * len(row.first) for row in rows], tokens, OUTSIDE).bool(),
        outer=padded([row.outer for row in rows], tokens, [0, 0, 0]),
        inner=padded([row.inner for row in rows], tokens, UNKNOWN),
        cue_row=torch.tensor([cue[0] for cue in cues], dtype=torch.long),
        cue_span=torch.tensor([cue[1:3] for cue in cues], dtype=torch.long).reshape(-1, 2),
        kinds=torch.tensor([cue[3] for cue in cues], dtype=torch.long),
        linked=padded([cue[4] for cue in cues], tokens, (0, 0))
        if cues
        else torch.zeros(0, tokens, 2, dtype=torch.long),
    )


def epoch(examples: Sequence[Example], pieces: Pieces, chance: random.Random, budget: int) -> Iterator[Batch]:
    """One pass in a new order, with new window ends and new wordings: batches of about `budget` pieces."""
    rows = []
    for example in examples:
        longest = chance.choice(LENGTHS)
        for window in windows_of(example, pieces, longest):
            part, context = cut(example, window)
            rows.append(as_row(vary(part, chance), context, pieces))
    chance.shuffle(rows)
    pools = [sorted(rows[at : at + 256], key=lambda row: len(row.ids)) for at in range(0, len(rows), 256)]
    batches = [batch for pool in pools for batch in _packed(pool, budget)]
    chance.shuffle(batches)
    yield from map(collate, batches)


def _packed(rows: Sequence[Row], budget: int) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        if batch and (len(batch) + 1) * len(row.ids) > budget:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch
