"""Which spots name places: the evidence at each, weighed, and what the same name is elsewhere in the text."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from sayso.annotate.placing.evidence import Evidence, Surroundings
from sayso.annotate.placing.lines import Spot
from sayso.annotate.placing.nesting import relation
from sayso.annotate.placing.weights import BESIDE, BESIDE_MOST, ELSEWHERE, MOST_LENT, NESTED, NEVER, THRESHOLD, WEIGHTS


def recognise(spots: Sequence[Spot], surroundings: Surroundings) -> list[Spot]:
    """The spots that name places, in order."""
    told = [surroundings.of(spot) for spot in spots]
    worth = [value(evidence) for evidence in told]
    times, sums = Counter(spot.key for spot in spots), defaultdict[str, float](float)
    for spot, each in zip(spots, worth, strict=True):
        sums[spot.key] += each
    beside = [neighbours(surroundings.text, spots, worth, told, index) for index in range(len(spots))]
    kept = []
    for index, spot in enumerate(spots):
        others = times[spot.key] - 1
        mean = (sums[spot.key] - worth[index]) / others if others else 0.0
        lent = ELSEWHERE * max(-MOST_LENT, min(MOST_LENT, mean))
        spot.worth = worth[index] + lent + beside[index]
        if spot.worth > THRESHOLD and not NEVER & told[index].keys():
            kept.append(spot)
    return kept


def neighbours(text: str, spots: Sequence[Spot], worth: Sequence[float], told: Sequence[Evidence], index: int) -> float:
    """What the spots before and behind lend: others of a list that are places, an area that the text puts this one in."""
    spot, lent = spots[index], 0.0
    for other in (index - 1, index + 1):
        if not 0 <= other < len(spots) or spots[other].line is not spot.line:
            continue
        one, two = sorted((spot, spots[other]), key=lambda each: each.first)
        between = text[one.span.end : two.span.start]
        if between in LISTS:
            lent = max(lent, min(BESIDE_MOST, BESIDE * worth[other]))
        if other > index and AREA_NAMES & told[other].keys() and relation(between):
            lent = max(lent, NESTED)
    return lent


LISTS = frozenset({" and ", ", ", ", and ", " or ", " & ", "-", " to "})
AREA_NAMES = frozenset({"country", "admin1", "abbreviation", "listed"})


def value(evidence: Evidence) -> float:
    """The sum of what each piece of evidence is worth."""
    return sum(WEIGHTS.get(name, 0.0) * amount for name, amount in evidence.items())
