"""Which spots name places: the evidence at each, weighed, and what the same name is elsewhere in the text."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from sayso.annotate.placing.evidence import Evidence, Surroundings
from sayso.annotate.placing.spots import Spot
from sayso.annotate.placing.weights import ELSEWHERE, NEVER, THRESHOLD, WEIGHTS


def recognise(spots: Sequence[Spot], surroundings: Surroundings) -> list[Spot]:
    """The spots that name places, in order."""
    told = [surroundings.of(spot) for spot in spots]
    worth = [value(evidence) for evidence in told]
    by_key: dict[str, list[int]] = defaultdict(list)
    for index, spot in enumerate(spots):
        by_key[spot.key].append(index)
    kept = []
    for index, spot in enumerate(spots):
        others = [worth[other] for other in by_key[spot.key] if other != index]
        lent = ELSEWHERE * max(-2.0, min(2.0, sum(others) / len(others))) if others else 0.0
        if worth[index] + lent > THRESHOLD and not NEVER & told[index].keys():
            kept.append(spot)
    return kept


def value(evidence: Evidence) -> float:
    """The sum of what each piece of evidence is worth."""
    return sum(WEIGHTS.get(name, 0.0) * amount for name, amount in evidence.items())
