"""How easily cues are taken, and how sure a finding is: chosen and fitted on PolNeAR dev, written into the weights' manifest.

    python -m training.attributions.calibrate --weights src/sayso/engines/weights --corpora ../shared/corpora

The bias of cues is what gives the best sum of strict F1 over the three roles; of those that are as good the one that takes least for a
cue. Confidence is a logistic of margins (Platt 1999): the chance that the cue shares a token with a gold cue whose content overlaps by
half (shared over joint tokens) and whose source shares a token, or is empty on both sides. Fitted on all of dev; the table comes from
halves fitted on each other.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from training.attributions.examples import ROLES
from training.attributions.figures import Gold, figures, is_right, read_gold

from sayso.annotate.learned.attributions import evidence
from sayso.annotate.learned.decoding import BEGIN
from sayso.annotate.learned.finding import CUE, INNER_CUE, find
from sayso.engines.encoder import MANIFEST, OnnxEncoder
from sayso.ports.encoder import Grammar, Passage, Scored

BIASES = tuple(round(0.25 * step, 2) for step in range(-4, 13))
# Of cues inside contents, which PolNeAR does not mark: on `evals/nested/dev.toml` recall / precision are .944 / .971 without it, .953 / .969
# with 1.0, .956 / .960 with 2.0.
INNER_BIAS = 1.0
ROUNDS, RIDGE = 30, 1e-3
CLOSE = 0.002  # of three F1 together: less than a different seed makes


class Remembering(OnnxEncoder):
    """An encoder that scores each text once, however often it is asked with another bias."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, threads=2)
        self.kept: dict[bytes, Scored] = {}

    def score(self, passages: Sequence[Passage]) -> list[Scored]:
        """One answer per passage, remembered."""
        keys = [passage.pieces.tobytes() + passage.edges.tobytes() for passage in passages]
        new = [at for at, key in enumerate(keys) if key not in self.kept]
        for at, scored in zip(new, super().score([passages[at] for at in new]), strict=True):
            self.kept[keys[at]] = scored
        return [self.kept[key] for key in keys]


def biased(grammar: Grammar, by: float, sequence: int = CUE) -> Grammar:
    """The grammar with the beginning of a cue more likely by so much."""
    transitions, starts = grammar.transitions.copy(), grammar.starts.copy()
    transitions[sequence, :, BEGIN] += by
    starts[sequence, BEGIN] += by
    return replace(grammar, transitions=transitions, starts=starts)


def chances(values: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """What a logistic gives."""
    return np.asarray(1 / (1 + np.exp(-values @ weights)))


def fit(values: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weights of a logistic regression, by Newton's method."""
    weights = np.zeros(values.shape[1])
    for _ in range(ROUNDS):
        chance = chances(values, weights)
        slope = values.T @ (right - chance) - RIDGE * weights
        curve = (values * (chance * (1 - chance))[:, None]).T @ values + RIDGE * np.eye(len(weights))
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def reliability(chance: NDArray[np.float64], right: NDArray[np.float64]) -> list[tuple[float, float, int]]:
    """Mean confidence, share that is right, and number, in ten bins of equal width."""
    bins = np.minimum((chance * 10).astype(int), 9)
    return [
        (
            round(float(chance[bins == each].mean()), 3),
            round(float(right[bins == each].mean()), 3),
            int((bins == each).sum()),
        )
        for each in range(10)
        if (bins == each).any()
    ]


def picture(table: Sequence[tuple[float, float, int]]) -> str:
    """A reliability diagram as SVG: what was right by what was promised, the area of a dot for how many there are."""
    most = max(number for _, _, number in table)
    dots = "".join(
        f'<circle cx="{40 + 300 * mean:.1f}" cy="{320 - 300 * share:.1f}" r="{3 + 11 * (number / most) ** 0.5:.1f}">'
        f"<title>confidence {mean:.2f}: {share:.2f} of {number} right</title></circle>"
        for mean, share, number in table
    )
    ticks = "".join(
        f'<text x="{40 + 300 * at / 10:.0f}" y="338" text-anchor="middle">{at / 10:g}</text>'
        f'<text x="34" y="{324 - 300 * at / 10:.0f}" text-anchor="end">{at / 10:g}</text>'
        for at in range(0, 11, 2)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 364" font-family="sans-serif" font-size="11">'
        "<title>Reliability: share of attributions that are right, by confidence</title>"
        '<rect width="360" height="364" fill="#fff"/>'
        '<path d="M40 20V320H340" fill="none" stroke="#555"/><path d="M40 320L340 20" stroke="#bbb" stroke-dasharray="4 4"/>'
        f'{ticks}<g fill="#205493" fill-opacity=".75">{dots}</g>'
        '<text x="190" y="357" text-anchor="middle">confidence</text>'
        '<text x="12" y="170" text-anchor="middle" transform="rotate(-90 12 170)">share that is right</text></svg>\n'
    )


def choose(encoder: Remembering, golds: Sequence[Gold]) -> float:
    """The bias with the best sum of strict F1; the encoder is left with it."""
    plain, tried = encoder.grammar, {}
    for bias in BIASES:
        encoder.grammar = biased(plain, bias)
        tried[bias] = figures([[each for each in find(gold.tokens, encoder) if each.outer] for gold in golds], golds)
        print(f"bias {bias:5.2f}: {json.dumps(tried[bias])}")
    sums = {bias: sum(each[role] for role in ROLES) for bias, each in tried.items()}
    best = min(bias for bias, each in sums.items() if each >= max(sums.values()) - CLOSE)
    encoder.grammar = biased(plain, best)
    return best


def main() -> None:
    """Choose, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=Path("src/sayso/engines/weights"))
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--inner", type=float, default=INNER_BIAS, help="bias of cues inside contents")
    parser.add_argument("--picture", type=Path, default=Path("docs/explanation/reliability.svg"))
    args = parser.parse_args()
    golds = read_gold(args.corpora / "polnear/dev.jsonl")
    encoder = Remembering(args.weights)
    encoder.grammar = biased(encoder.grammar, args.inner, INNER_CUE)
    bias = choose(encoder, golds)
    rows = [
        (at % 2, evidence(each), float(is_right(each, gold)))
        for at, gold in enumerate(golds)
        for each in find(gold.tokens, encoder)
        if each.outer
    ]
    half, values, right = (np.array(column) for column in zip(*rows, strict=True))
    crossed = np.zeros(len(rows))
    for part in (0, 1):
        crossed[half == part] = chances(values[half == part], fit(values[half != part], right[half != part]))
    table = reliability(crossed, right)
    error = sum(abs(mean - share) * number for mean, share, number in table) / len(rows)
    print(f"bias {bias}; {len(rows)} findings, {right.mean():.3f} right; expected calibration error {error:.4f}")
    print("\n".join(f"{mean:.3f} {share:.3f} {number}" for mean, share, number in table))
    args.picture.write_text(picture(table), encoding="utf-8")
    manifest = json.loads((args.weights / MANIFEST).read_text(encoding="utf-8"))
    manifest |= {
        "transitions": encoder.grammar.transitions.astype(float).round(6).tolist(),
        "starts": encoder.grammar.starts.astype(float).round(6).tolist(),
        "confidence": fit(values, right).round(4).tolist(),
        "calibration": {
            "bias": bias,
            "inner_bias": args.inner,
            "expected_error": round(error, 4),
            "reliability": table,
        },
    }
    (args.weights / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
