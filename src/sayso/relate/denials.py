"""Denials: a claimant says that it is not so, or an article says that somebody denies it; tied to the claims that are answered.

A denial is a speech act: what nobody says that somebody denies is no denial, however badly two claims go together.
"""

from collections.abc import Iterator, Sequence

from sayso.model.relation import Relation, RelationKind
from sayso.relate.gists import Gist
from sayso.relate.likeness import Weights

LEAST = 0.3  # overlap of the denial, or of what is said to be denied, with the claim
BESIDE, NAMED = 0.1, 0.15  # gained where both stand in one article; where the denial names who claims it
SAID = 0.1  # gained where an article says that the claim is denied


def find_denials(groups: Sequence[Sequence[int]], gists: Sequence[Gist], voices: Sequence[int], weights: Weights) -> Iterator[Relation]:
    """Rows from claims that deny to the claims of the group that they deny: one group each, that which they fit best."""
    for number, group in enumerate(groups):
        denying = [place for place in group if gists[place].denied or gists[place].denies]
        if not denying:
            continue
        best = max(
            ((_fit(denying, other, gists, voices, weights), -index) for index, other in enumerate(groups) if index != number),
            default=(0.0, 0),
        )
        if best[0] < LEAST:
            continue
        target = groups[-best[1]]
        for place in denying:
            to = max(target, key=lambda each: (_overlap(gists[place], gists[each], weights), -each))
            yield Relation(
                kind=RelationKind.DENIAL,
                from_id=gists[place].claim,
                to_id=gists[to].claim,
                score=round(min(best[0], 0.99), 3),
                reasons=(_why(gists[place]), f"words agree: {_shared(gists[place], gists[to])}"),
            )


def _fit(denying: Sequence[int], target: Sequence[int], gists: Sequence[Gist], voices: Sequence[int], weights: Weights) -> float:
    """How well a group of claims is what the denials deny; nothing where it is by the same claimants, or denies too."""
    best = 0.0
    for place in denying:
        for other in target:
            one, two = gists[place], gists[other]
            if voices[place] == voices[other] or two.denied or two.denies and not one.denied:
                continue
            fit = _overlap(one, two, weights)
            if fit:
                fit += BESIDE * (one.document == two.document) + NAMED * _names(one, two) + SAID * one.denies
            best = max(best, fit)
    return best


def _overlap(one: Gist, two: Gist, weights: Weights) -> float:
    own = weights.overlap(one.themes, two.themes)
    return max(own, weights.overlap(one.answer, two.themes)) if one.denies else own


def _names(one: Gist, two: Gist) -> bool:
    """Whether the sentences around a denial name the claimant of the other claim."""
    return two.claimant is not None and bool(two.claimant.name) and two.claimant.name[-1] in one.answer


def _why(one: Gist) -> str:
    who = one.claimant.shown if one.claimant else one.outlet
    return f"{who} is said to deny it" if one.denies else f"{who} says that it is not so"


def _shared(one: Gist, two: Gist) -> str:
    shared = (one.themes | (one.answer if one.denies else frozenset())) & two.themes
    return ", ".join(sorted(each.lstrip("=") for each in shared))
