"""Denials: a claimant says that it is not so, or an article says that somebody denies it; tied to the claims that are answered.

A denial is a speech act: what nobody says that somebody denies is no denial, however badly two claims go together.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.relation import Relation, RelationKind
from sayso.relate.figures import agree
from sayso.relate.gists import Gist
from sayso.relate.likeness import STATES, Weights
from sayso.relate.words import theme

LEAST = 0.4  # probability that a claim is what a denial denies
# A logistic regression as that of `likeness`, on every claim that denies with every other claim of its story that may be what
# it denies (evals/worlds/fit.py). The features are those without which the log loss of a world left out rises.
FEATURES = ("contained", "answer_cosine", "answer_contained", "background", "named", "same_kind")
WEIGHTS = (2.72, 0.67, 0.97, 1.71, -1.22, 0.65)
BIAS = -0.9


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim that denies, the claim that it denies, places in the gists of the story, and how well they fit, 0 to 1."""

    denial: int
    denied: int
    fit: float


def find_answers(
    groups: Sequence[Sequence[int]], gists: Sequence[Gist], voices: Sequence[int], weights: Weights
) -> Mapping[int, Answer]:
    """What each group of claims that deny answers, by the number of the group: the group that it fits best, if any."""
    found: dict[int, Answer] = {}
    for number, group in enumerate(groups):
        denying = [place for place in group if _is_denial(gists[place]) and not gists[place].part]
        if not denying or (2 * len(denying) < len(group) and len({voices[place] for place in group}) > 1):
            continue
        own = {voices[place] for place in denying}  # nobody denies what they say themselves
        since = min((gists[place].day or 0 for place in denying), default=0)
        fits = [
            Answer(place, other, fit)
            for index, target in enumerate(groups)
            if index != number
            and not own & {voices[place] for place in target}
            and min(gists[place].day or 0 for place in target) <= since
            for place in denying
            for other in target
            if (fit := _fit(gists[place], gists[other], weights, one_voice=voices[place] == voices[other])) >= LEAST
        ]
        if fits:
            found[number] = max(fits, key=lambda each: (each.fit, -each.denied, -each.denial))
    return found


def join_denials(
    groups: Sequence[Sequence[int]], answers: Mapping[int, Answer], gists: Sequence[Gist], voices: Sequence[int]
) -> list[list[int]]:
    """The groups anew: denials of one claim by one claimant say the same, and so do two that say outright that it is not so."""
    home = {place: number for number, group in enumerate(groups) for place in group}
    joined = {number: list(group) for number, group in enumerate(groups)}
    by_target: dict[int, list[int]] = {}
    for number, answer in sorted(answers.items()):
        into = next(
            (
                each
                for each in by_target.setdefault(home[answer.denied], [])
                if _say_the_same(joined[each], joined[number], gists, voices)
            ),
            None,
        )
        if into is None:
            by_target[home[answer.denied]].append(number)
        else:
            joined[into] += joined.pop(number)
    return sorted(sorted(group) for group in joined.values())


def _say_the_same(one: Sequence[int], other: Sequence[int], gists: Sequence[Gist], voices: Sequence[int]) -> bool:
    pairs = [(a, b) for a in one for b in other]
    if not all(gists[place].denied or gists[place].denies for place in (*one, *other)):
        return False
    if any(agree(gists[a].figures, gists[b].figures) is False for a, b in pairs):
        return False
    return any(voices[a] == voices[b] or (gists[a].denied and gists[b].denied) for a, b in pairs)


def find_denials(
    groups: Sequence[Sequence[int]], gists: Sequence[Gist], voices: Sequence[int], weights: Weights
) -> Iterator[Relation]:
    """A row from every claim that denies to that of the denied group which it fits best."""
    home = {place: number for number, group in enumerate(groups) for place in group}
    for number, answer in sorted(find_answers(groups, gists, voices, weights).items()):
        target = groups[home[answer.denied]]
        for place in groups[number]:
            one = gists[place]
            if not _is_denial(one):
                continue
            to = max(target, key=lambda each: (_overlap(one, gists[each], weights), -each))
            yield Relation(
                kind=RelationKind.DENIAL,
                from_id=one.claim,
                to_id=gists[to].claim,
                score=round(min(answer.fit, 0.99), 3),
                reasons=(
                    _why(one),
                    f"words agree: {_shared(one, gists[to]) or _shared(gists[answer.denial], gists[answer.denied])}",
                ),
            )


def _fit(one: Gist, two: Gist, weights: Weights, *, one_voice: bool) -> float:
    """The probability that a claim is what another denies; nothing where it cannot be."""
    if not may_answer(one, two, one_voice=one_voice):
        return 0.0
    seen = features(one, two, weights)
    return 1 / (1 + math.exp(-BIAS - sum(a * b for a, b in zip(seen, WEIGHTS, strict=True))))


def may_answer(one: Gist, two: Gist, *, one_voice: bool) -> bool:
    """Whether a claim can be what another denies.

    Both have a claimant, not the same; it denies nothing, does not come later, and shares words with the denial or speaks of
    whoever denies.
    """
    if one_voice or one.claimant is None or two.claimant is None or not _is_denial(one):
        return False
    if two.denied or two.denies or two.part or (one.document == two.document and _touch(one, two)):
        return False
    if one.day is not None and two.day is not None and two.day > one.day:
        return False
    if not one.denied and any(state in one.themes & two.themes for pair in STATES for state in pair):
        return False  # "the town is held" answers that it is lost, not that it is held
    alike = bool((one.themes | one.answer) & two.themes) or _is_about(one, two)
    return alike and agree(one.figures, two.figures) is not False


def _is_denial(one: Gist) -> bool:
    return one.denies or (one.denied and not one.sequel)


def features(one: Gist, two: Gist, weights: Weights) -> tuple[float, ...]:
    """What WEIGHTS weigh of a denial and a claim, in the order of FEATURES."""
    return (
        weights.alike(one.themes, two.themes)[1],
        *weights.alike(one.answer, two.themes),
        float(one.document == two.document and two.background),
        float(_names(one, two)),
        float(one.kind == two.kind),
    )


def _touch(one: Gist, two: Gist) -> bool:
    return one.place < two.end and two.place < one.end


def _overlap(one: Gist, two: Gist, weights: Weights) -> float:
    return max(weights.overlap(one.themes, two.themes), weights.overlap(one.answer, two.themes))


def _names(one: Gist, two: Gist) -> bool:
    """Whether the sentences around a denial name the claimant of the other claim."""
    if two.claimant is None:
        return False
    called = two.claimant.name or tuple(two.claimant.body)
    return any(theme(each) in one.answer for each in (*called, *two.claimant.roles))


def _is_about(one: Gist, two: Gist) -> bool:
    """Whether a claim speaks of whoever denies."""
    if one.claimant is None:
        return False
    called = one.claimant.name[-1:] or tuple(one.claimant.proper)
    return any(theme(each) in two.themes for each in (*called, *one.claimant.proper))


def _why(one: Gist) -> str:
    who = one.claimant.shown if one.claimant else one.outlet
    return f"{who} is said to deny it" if one.denies else f"{who} says that it is not so"


def _shared(one: Gist, two: Gist) -> str:
    shared = (one.themes | (one.answer)) & two.themes
    return ", ".join(sorted(each.lstrip("=") for each in shared))
