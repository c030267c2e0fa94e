"""Fits the weights of `sayso.relate.likeness` and `sayso.relate.denials` on the marked claims of small worlds, and measures each world by the others' weights.

    python evals/worlds/fit.py WORLD=READINGS.jsonl …      # WORLD: a folder with documents.jsonl and gold.json

Logistic regression by Newton's method, L2 penalty 1. Pairs are those of marked claims of one story that no veto keeps apart
and whose texts differ; a claim of a reading is marked where it shares most characters with a marked one (Dice .4 or more).
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, permutations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.codec import decode
from sayso.model.reading import Reading
from sayso.ports.stories import Member
from sayso.relate import denials, likeness
from sayso.relate.gists import Gist
from sayso.relate.groups import group_claimants
from sayso.relate.likeness import Weights, compare
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


def stories(
    folder: Path, readings: Path
) -> Iterator[tuple[list[Gist], Sequence[int], Mapping[str, str], set[tuple[str, str]]]]:
    """The claims of each story, the numbers of their claimants, the clusters of those that are marked, and who denies whom."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    claims: dict[str, list[tuple[str, set[int]]]] = defaultdict(list)
    for claim in gold["claims"]:
        claims[claim["document"]].append((claim["cluster"], set(range(claim["start"], claim["end"]))))
    members: dict[str, list[Member]] = defaultdict(list)
    for number, line in enumerate(readings.read_bytes().splitlines(), 1):
        reading = decode(Reading, line)
        members[(reading.document.external_id or "").split("-")[0]].append(Member(arrival=number, reading=reading))
    for story in members.values():
        cluster = dict(each for member in story for each in marked(member.reading, claims))
        gists = find_all_gists(story)
        yield (
            gists,
            group_claimants([(each.document, each.claimant) for each in gists]),
            cluster,
            {(a, b) for a, b in gold["denial"]},
        )


def alike(folder: Path, readings: Path) -> tuple[Floats, Floats]:
    """Features `[N, F]` of pairs of claims and whether each pair says the same `[N]`."""
    rows, same = [], []
    for gists, voices, cluster, _ in stories(folder, readings):
        weights, outlets = Weights(gists), Outlets(gists)
        known = [(gist, voice) for gist, voice in zip(gists, voices, strict=True) if gist.claim in cluster]
        for (one, left), (other, right) in combinations(known, 2):
            one_word = left == right or cites(one, other, outlets)
            found = compare(one, other, weights, one_word=one_word)
            if one.text != other.text and not found.veto:
                rows.append(likeness.features(one, other, weights, one_word=one_word))
                same.append(cluster[one.claim] == cluster[other.claim])
    return np.array(rows), np.array(same, float)


def denied(folder: Path, readings: Path) -> tuple[Floats, Floats]:
    """Features `[N, F]` of marked claims that deny with all others, and whether each pair is a denial `[N]`."""
    rows, right = [], []
    for gists, voices, cluster, denial in stories(folder, readings):
        weights = Weights(gists)
        for (one, mine), (two, other) in permutations(zip(gists, voices, strict=True), 2):
            if one.claim in cluster and denials.may_answer(one, two, one_voice=mine == other):
                rows.append(denials.features(one, two, weights))
                right.append((cluster[one.claim], cluster.get(two.claim, "")) in denial)
    return np.array(rows), np.array(right, float)


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
    """Fit and measure both."""
    worlds = [(Path(name), Path(readings)) for name, _, readings in (each.partition("=") for each in sys.argv[1:])]
    for pairs, names in ((alike, likeness.FEATURES), (denied, denials.FEATURES)):
        found = [pairs(*world) for world in worlds]
        for place, (rows, right) in enumerate(found):
            rest = [each for other, each in enumerate(found) if other != place]
            if rest:
                weights = fit(np.vstack([r for r, _ in rest]), np.concatenate([s for _, s in rest]))
                told = f"{len(right)} pairs, {int(right.sum())} right; by the others' weights F1 {f1(rows, right, weights):.3f}"
                print(f"{pairs.__name__} {worlds[place][0].name}: {told}")
        weights = fit(np.vstack([r for r, _ in found]), np.concatenate([s for _, s in found]))
        print(
            "WEIGHTS =", tuple(round(float(each), 2) for each in weights[:-1]), "BIAS =", round(float(weights[-1]), 2)
        )
        print(dict(zip(names, (round(float(each), 2) for each in weights), strict=False)))


if __name__ == "__main__":
    main()
