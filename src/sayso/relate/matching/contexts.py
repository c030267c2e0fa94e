"""What speaks for a claim being the one when both are read word by word: each piece of one looks for its like in the other.

Cosines of pieces in context, the best of each piece weighed by how much it tells: BERTScore (Zhang et al. 2020), both ways.
"""

from collections.abc import Sequence

import numpy as np

from sayso.ports.meanings import Context
from sayso.relate.matching.collection import Vectors, unit
from sayso.relate.matching.evidence import DIGITS, ranks
from sayso.relate.matching.okapi import Floats

TEXT, TITLE = 0, 1
TELLING = 4  # pieces of the claim's text that tell most
ASKED_TELLING = 5  # of what is asked
KINDS = (
    "claim", "text", "title", "better field",
    "text found", "title found", "claim found", "asked found", "telling of the asked found", "telling of the text found",
)  # fmt: skip
NAMES = (*KINDS, *(f"{kind}: {told}" for kind in KINDS for told in ("to the best", "rank")))


def weigh_contexts(asked: Context, claims: Sequence[Context]) -> Floats:
    """A row of evidence for each of some claims, in the order of `NAMES` `[C, F]`: as it is, against the best of them, by rank."""
    own = asked.fields >= 0
    pieces, weights = unit(asked.vectors[own]), asked.weights[own]
    direction = unit(asked.vectors.mean(axis=0)[None])[0]
    rows = np.array([of_claim(claim, pieces, weights, direction) for claim in claims], float).reshape(-1, len(KINDS))
    compared = [
        column for each in rows.T for column in (each - each.max(initial=-1), 1 / (1 + ranks(each.round(DIGITS))))
    ]
    return np.concatenate([rows, np.reshape(compared, (-1, len(rows))).T], axis=1).round(DIGITS)


def of_claim(claim: Context, pieces: Vectors, weights: Vectors, direction: Vectors) -> list[float]:
    """How near the directions are, and how much of each is found in the other."""
    if not len(pieces):
        return [0.0] * len(KINDS)
    text, title = claim.fields == TEXT, claim.fields == TITLE
    of_text, of_title = (cosine(claim.vectors[field], direction) for field in (text, title))
    alike = unit(claim.vectors) @ pieces.T
    found, both = alike.max(axis=1), text | title
    back = alike[both].max(axis=0, initial=-1)
    telling = np.argsort(-weights, kind="stable")[:ASKED_TELLING]
    of_the_text = np.argsort(-(claim.weights * text), kind="stable")[:TELLING]
    return [
        cosine(claim.vectors, direction),
        of_text,
        of_title,
        max(of_text, of_title),
        *(mean(found[field], claim.weights[field]) for field in (text, title, both)),
        mean(back, weights),
        float(back[telling].mean()),
        float(found[of_the_text].mean()),
    ]


def cosine(vectors: Vectors, direction: Vectors) -> float:
    """How near the direction of some pieces is; nothing has none."""
    return float(unit(vectors.mean(axis=0)[None])[0] @ direction) if len(vectors) else 0.0


def mean(values: Vectors, weights: Vectors) -> float:
    """The weighed mean; 0 of nothing."""
    whole = float(weights.sum())
    return float(values @ weights) / whole if whole > 0 else 0.0
