"""Evidence for the candidates of posts, with their claims known and with them unknown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from training.matching.corpus import Corpus, Post

from sayso.ports.meanings import Meanings
from sayso.relate.matching.asked import ask
from sayso.relate.matching.collection import Collection
from sayso.relate.matching.evidence import DIGITS, weigh_up
from sayso.relate.matching.okapi import Floats, Integers
from sayso.relate.matching.search import apart, find_candidates

HALVES = 2  # vectors are trained on one half of the posts to make evidence for the other
MODES = ("seen", "unseen")


@dataclass(frozen=True, slots=True)
class Table:
    """A post's candidates, the evidence for them, and which of them are right."""

    post: int
    claims: Integers
    rows: Floats
    right: NDArray[np.bool_]


def parts(corpus: Corpus, posts: Sequence[Post]) -> Mapping[str, Integers]:
    """The claims that are known in each mode, equally many: rarity depends on how many there are, and trees would learn to tell."""
    everything = np.arange(len(corpus.claims))
    right = np.unique([claim for post in posts for claim in post.relevant])
    others = np.setdiff1d(everything, right)
    some = np.random.default_rng(1).choice(others, len(others) - len(right), replace=False)
    return {"seen": np.sort(np.concatenate([right, some])), "unseen": others}


def evidence(corpus: Corpus, posts: Sequence[Post], known: Integers, meanings: Meanings) -> list[Table]:
    """The tables of the posts where these claims are known."""
    collection = Collection([corpus.claims[each] for each in known.tolist()], meanings)
    tables = []
    for post in posts:
        asked = ask(post.text, collection)
        candidates, _ = apart(find_candidates(asked, collection), collection)
        claims = known[candidates.claims]
        rows = weigh_up(asked, candidates, collection)
        tables.append(Table(corpus.posts.index(post), claims, rows, np.isin(claims, post.same)))
    return tables


def save(path: Path, tables: Sequence[Table]) -> None:
    """Tables one under the other."""
    np.savez(
        path,
        rows=np.concatenate([table.rows for table in tables]),
        claims=np.concatenate([table.claims for table in tables]),
        right=np.concatenate([table.right for table in tables]),
        sizes=[len(table.rows) for table in tables],
        posts=[table.post for table in tables],
    )


def load(work: Path, mode: str) -> dict[int, Table]:
    """The tables of both halves, by post."""
    found: dict[int, Table] = {}
    for half in range(HALVES):
        kept = np.load(work / f"{mode}-{half}.npz")
        ends = np.cumsum(kept["sizes"])[:-1]
        columns = [np.split(kept[name], ends) for name in ("claims", "rows", "right")]
        for post, claims, rows, right in zip(kept["posts"].tolist(), *columns, strict=True):
            found[post] = Table(post, claims, rows.astype(float).round(DIGITS), right)
    return dict(sorted(found.items()))
