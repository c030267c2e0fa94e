"""Texts as examples: tokens with features, and attributions as sets of those tokens, so that augmentation can edit both."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sayso.annotate.learned.tokens import Tokens, split_tokens
from sayso.annotate.quotations import find_quotations
from sayso.annotate.reporting.cue_lexicon import cue_lexicon
from sayso.annotate.reporting.ranges import Range
from sayso.annotate.sentences import find_sentences
from sayso.model.attribution import CueKind
from sayso.model.document import Document

ROLES = ("source", "cue", "content")
KINDS = tuple(CueKind)
UNKNOWN = -100
Spans = Sequence[Sequence[int]]


@dataclass(slots=True, eq=False)
class Token:
    """One token; examples point to tokens, so that a token can move."""

    text: str
    shape: int
    tag: int
    quoted: int
    opening: int


@dataclass(slots=True)
class Gold:
    """One attribution: the tokens of each role, the tokens that begin its spans, and whether it stands in another's content."""

    source: list[list[Token]]
    cue: list[list[Token]]
    content: list[list[Token]]
    kind: int
    nested: bool = False


@dataclass(slots=True)
class Example:
    """One document: its tokens, and its attributions; `complete` says that those inside others are among them."""

    name: str
    tokens: list[Token]
    golds: list[Gold] = field(default_factory=list)
    complete: bool = False


def read_examples(path: Path) -> Iterator[Example]:
    """The examples of a JSON lines file of documents with `attributions`."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield as_example(json.loads(line))


def as_example(record: dict[str, Any]) -> Example:
    """One record as an example; spans are widened to whole tokens. It is `complete` where its attributions say whether they are `nested`."""
    document = Document(text=record["text"])
    tokens = split_tokens(document, find_sentences(document), find_quotations(document))
    made = [
        Token(*each)
        for each in zip(tokens.texts, tokens.shapes, tokens.tags, tokens.quoted, tokens.openings, strict=True)
    ]

    def spans(pairs: Spans) -> list[list[Token]]:
        return [made[low:high] for low, high in ranges_of(tokens, pairs)]

    golds = []
    for each in record["attributions"]:
        source, cue, content = (spans(each[role]) for role in ROLES)
        if cue and content:
            kind = cue_kind([token.text for span in cue for token in span])
            golds.append(Gold(source, cue, content, kind, nested=each.get("nested", False)))
    complete = all("nested" in each for each in record["attributions"])
    return Example(record["id"], made, golds, complete)


def ranges_of(tokens: Tokens, spans: Spans) -> list[Range]:
    """Spans of a text, half-open, as ranges of its tokens, widened to whole ones."""
    found = [(bisect_right(tokens.ends, start), bisect_left(tokens.starts, end)) for start, end in spans]
    return [(low, high) for low, high in found if low < high]


def cue_kind(words: list[str]) -> int:
    """The number of the kind in the lexicon of the last word of a cue that has one; UNKNOWN where none has."""
    kinds = cue_lexicon().kinds
    for word in reversed(words):
        if word.lower() in kinds:
            return KINDS.index(kinds[word.lower()])
    return UNKNOWN
