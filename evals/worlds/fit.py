"""Fits the weights of `sayso.relate.likeness` on the marked claims of small worlds, and measures each world by the others' weights.

    python evals/worlds/fit.py WORLD=READINGS.jsonl …      # WORLD: a folder with documents.jsonl and gold.json

Logistic regression by Newton's method, L2 penalty 1. Pairs are those of marked claims of one story that no veto keeps apart
and whose texts differ; a claim of a reading is marked where it shares most characters with a marked one (Dice .4 or more).
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.codec import decode
from sayso.model.reading import Reading
from sayso.ports import Member
from sayso.relate.groups import group_claimants
from sayso.relate.likeness import FEATURES, Weights, compare, features
from sayso.relate.origins import Outlets, cites
from sayso.relate.story import find_all_gists

Floats = NDArray[np.float64]
DICE, PENALTY, ROUNDS, CUT = 0.4, 1.0, 100, 0.4


def marked(reading: Reading, gold: dict[str, list[tuple[str, set[int]]]]) -> Iterator[tuple[str, str]]:
    """Ids of a reading's claims with the cluster of the marked claim that each stands for."""
    close = []
    for claim in reading.claims:
        mine = {place for span in claim.spans for place in range(span.start, span.end)}
        for cluster, other in gold[reading.document.external_id or ""]:
            dice = 2 * len(mine & other) / (len(mine) + len(other))
            close.append((-dice, claim.id, cluster, min(other)))
    taken: set[object] = set()
    for minus, claim_id, cluster, at in sorted(close):
        if -minus >= DICE and claim_id not in taken and at not in taken:
            taken |= {claim_id, at}
            yield claim_id, cluster


def pairs(folder: Path, readings: Path) -> tuple[Floats, Floats]:
    """Features `[N, F]` and whether each pair says the same `[N]`."""
    gold: dict[str, list[tuple[str, set[int]]]] = defaultdict(list)
    for claim in json.loads((folder / "gold.json").read_text(encoding="utf-8"))["claims"]:
        gold[claim["document"]].append((claim["cluster"], set(range(claim["start"], claim["end"]))))
    stories: dict[str, list[Member]] = defaultdict(list)
    for number, line in enumerate(readings.read_bytes().splitlines(), 1):
        reading = decode(Reading, line)
        stories[(reading.document.external_id or "").split("-")[0]].append(Member(arrival=number, reading=reading))
    rows, same = [], []
    for members in stories.values():
        cluster = dict(each for member in members for each in marked(member.reading, gold))
        gists = find_all_gists(members)
        voices = group_claimants([(each.document, each.claimant) for each in gists])
        weights, outlets = Weights(gists), Outlets(gists)
        known = [(gist, voice) for gist, voice in zip(gists, voices, strict=True) if gist.claim in cluster]
        for (one, left), (other, right) in combinations(known, 2):
            one_word = left == right or cites(one, other, outlets)
            if one.text != other.text and not compare(one, other, weights, one_word=one_word).veto:
                rows.append(features(one, other, weights, one_word=one_word))
                same.append(cluster[one.claim] == cluster[other.claim])
    return np.array(rows), np.array(same, float)


def fit(rows: Floats, same: Floats) -> Floats:
    """Weights, the bias last."""
    x = np.hstack([rows, np.ones((len(rows), 1))])
    ridge = PENALTY * np.diag([*[1.0] * rows.shape[1], 1e-6])
    found: Floats = np.zeros(x.shape[1])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ found))
        found = found - np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, x.T @ (p - same) + ridge @ found)
    return found


def f1(rows: Floats, same: Floats, found: Floats) -> float:
    """F1 over pairs at CUT."""
    said = 1 / (1 + np.exp(-np.hstack([rows, np.ones((len(rows), 1))]) @ found)) >= CUT
    return float(2 * (said * same).sum() / (said.sum() + same.sum()))


def main() -> None:
    worlds = {name: pairs(Path(name), Path(readings)) for name, _, readings in (each.partition("=") for each in sys.argv[1:])}
    for name, (rows, same) in worlds.items():
        rest = [each for other, each in worlds.items() if other != name]
        if rest:
            found = fit(np.vstack([r for r, _ in rest]), np.concatenate([s for _, s in rest]))
            print(f"{name}: {len(same)} pairs, {int(same.sum())} the same; by the others' weights F1 {f1(rows, same, found):.3f}")
    found = fit(np.vstack([r for r, _ in worlds.values()]), np.concatenate([s for _, s in worlds.values()]))
    print(dict(zip((*FEATURES, "bias"), (round(float(each), 2) for each in found), strict=True)))


if __name__ == "__main__":
    main()
