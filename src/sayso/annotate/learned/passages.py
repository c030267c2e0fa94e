"""Passages: windows as the numbers that an encoder is given."""

from collections.abc import Sequence

import numpy as np

from sayso.annotate.learned.tokens import Tokens
from sayso.annotate.learned.windows import Window, plan
from sayso.ports.encoder import Encoder, Passage

# Pieces that are read of one token: longer ones are no words, and would fill a window.
LONGEST_TOKEN = 24


def passages_of(tokens: Tokens, encoder: Encoder) -> list[tuple[Window, Passage]]:
    """Every window of a text with its passage, in order."""
    pieces = [found[:LONGEST_TOKEN] for found in encoder.pieces(tokens.texts)]
    return [(window, as_passage(tokens, pieces, window)) for window in plan(tokens, [len(found) for found in pieces])]


def as_passage(tokens: Tokens, pieces: Sequence[Sequence[int]], window: Window) -> Passage:
    """Pieces of a window and its context with features; the first and last piece of each token of the window itself."""
    ids: list[int] = []
    rows: list[int] = []
    edges: list[tuple[int, int]] = []
    for at in range(window.context, window.last):
        if at >= window.first:
            edges.append((len(ids), len(ids) + len(pieces[at]) - 1))
        ids += pieces[at]
        rows += [at] * len(pieces[at])
    lists = (tokens.shapes, tokens.tags, tokens.quoted, tokens.openings)
    features = np.array([[each[at] for each in lists] for at in rows], dtype=np.int64)
    return Passage(pieces=np.array(ids, dtype=np.int64), features=features, edges=np.array(edges, dtype=np.int64))
