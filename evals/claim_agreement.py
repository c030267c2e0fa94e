"""How far two annotations of the claims in the same passages agree: the bound of what a figure against either can say.

`python evals/claim_agreement.py` compares `claims/second.toml`, made by GUIDELINES.md by somebody who had not seen the first
annotation, with what `claims/dev.toml` and `claims/test.toml` say of its passages. Claims are paired as in `claims.py`.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from claim_gold import FOLDER, HALVES, SECOND, Marked, Passage, check, passages
from claims import overlapping, pair, spotted
from score import Count, Figures, share

from sayso.model.document import Span


def agreement(firsts: Iterable[Passage], seconds: Iterable[Passage]) -> Figures:
    """How far two annotations of the same passages agree; LookupError where the second has a passage that the first lacks."""
    known, found = {one.name: one for one in firsts}, Figures()
    kinds: list[tuple[str, str]] = []
    for second in seconds:
        first = known[second.name]
        pairs = pair(first.claims, second.claims)
        couples = [(first.claims[n], second.claims[at]) for n, at in sorted(pairs.items())]
        kinds += [(one.kind, other.kind) for one, other in couples]
        hedged = [hedges(one.claims) for one in (first, second)]
        met = overlapping(*hedged)
        found.add("claims", Count(len(pairs), len(second.claims), len(first.claims)))
        found.add("kind: same", share(one.kind == other.kind for one, other in couples))
        found.add("polarity", share(one.polarity == other.polarity for one, other in couples))
        found.add("certainty", share(one.certainty == other.certainty for one, other in couples))
        found.add("hedges", spotted(*hedged))
        found.add("hedges: whose", share(hedged[0][one] == hedged[1][other] for one, other in met.items()))
        both = [(one, other) for one, other in couples if one.due and other.due]
        found.add("forecasts: due", share(one.due == other.due for one, other in both))
        spoken = [{(each.span, each.voice) for each in one.terms} for one in (first, second)]
        found.add("contested terms × voice", Count(len(spoken[0] & spoken[1]), len(spoken[1]), len(spoken[0])))
    found.add("kind: kappa (per mille)", Count(round(1000 * kappa(kinds)), 1000, 1000))
    return found


def kappa(couples: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa (1960) of two annotators' labels; 1 where there is nothing to disagree on."""
    total = len(couples)
    first, second = Counter(one for one, _ in couples), Counter(other for _, other in couples)
    chance = sum(times * second[label] for label, times in first.items()) / max(1, total * total)
    same = sum(one == other for one, other in couples) / max(1, total)
    return (same - chance) / (1 - chance) if total and chance < 1 else 1.0


def hedges(claims: Iterable[Marked]) -> dict[Span, str]:
    """Every hedge of the claims, and whose it is."""
    return dict(pair for each in claims for pair in each.hedges)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; 1 where the second annotation is missing or not sound."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.parse_args(arguments)
    path: Path = FOLDER / f"{SECOND}.toml"
    wrong = (
        check([SECOND]) if path.exists() else [f"{path} is not there; expected an annotation in the format of dev.toml"]
    )
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        return 1
    seconds = passages(SECOND)
    found = agreement([one for half in HALVES for one in passages(half)], seconds)
    print("\n".join([f"── agreement, {len(seconds)} passages", *found.lines()]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
