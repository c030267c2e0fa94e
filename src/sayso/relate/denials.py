"""Denials: a claimant says that it is not so, or an article says that somebody denies it; tied to the claims that are answered.

A denial is a speech act: what nobody says that somebody denies is no denial, however badly two claims go together.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.relation import Relation, RelationKind
from sayso.relate.figures import agree
from sayso.relate.gists import Gist, Words
from sayso.relate.likeness import STATE_THEMES, Weights
from sayso.relate.masks import Masks
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


def find_answers(groups: Sequence[Sequence[int]], fits: "Fits") -> Mapping[int, Answer]:
    """What each group of claims that deny answers, by the number of the group: the group that it fits best, if any."""
    gists, voices = fits.gists, fits.voices
    home = {place: number for number, group in enumerate(groups) for place in group}
    speaking = [frozenset(voices[place] for place in group) for group in groups]
    since = [min(gists[place].day or 0 for place in group) for group in groups]
    found: dict[int, Answer] = {}
    for number, group in enumerate(groups):
        denying = [place for place in group if _is_denial(gists[place]) and not gists[place].part]
        if not denying or (2 * len(denying) < len(group) and len(speaking[number]) > 1):
            continue
        own = {voices[place] for place in denying}  # nobody denies what they say themselves
        last = min(gists[place].day or 0 for place in denying)
        others = [
            index != number and since[index] <= last and own.isdisjoint(each) for index, each in enumerate(speaking)
        ]
        answers = [each for place in denying for each in fits.of(place) if others[home[each.denied]]]
        if answers:
            found[number] = max(answers, key=lambda each: (each.fit, -each.denied, -each.denial))
    return found


class Fits:
    """Which claims of a story each denial may answer, and how well they fit it; `voices` number the claimants."""

    def __init__(self, gists: Sequence[Gist], voices: Sequence[int], masks: Masks) -> None:
        self.gists, self.voices = gists, voices
        self._masks = masks
        self._themes = [masks.of(each.themes) for each in gists]
        self._answers = [masks.of(each.answer) for each in gists]
        self._called = [masks.of(_called(each)) for each in gists]
        self._open = [place for place, each in enumerate(gists) if _may_be_denied(each)]
        self._known: dict[int, Sequence[Answer]] = {}

    def of(self, place: int) -> Sequence[Answer]:
        """The claims that fit a denial well enough."""
        if place not in self._known:
            one = self.gists[place]
            reach = self._themes[place] | self._answers[place] | self._masks.of(_shown_by(one))
            near = (other for other in self._open if self._themes[other] & reach)
            fits = ((other, self._fit(place, other)) for other in near)
            self._known[place] = [Answer(place, other, fit) for other, fit in fits if fit >= LEAST]
        return self._known[place]

    def overlap(self, one: int, two: int) -> float:
        """How far the words of a claim are those of a denial, or of what is denied there."""
        themes = self._themes[two]
        return max(self._masks.overlap(self._themes[one], themes), self._masks.overlap(self._answers[one], themes))

    def _fit(self, place: int, other: int) -> float:
        """The probability that a claim is what another denies; nothing where it cannot be."""
        one, two = self.gists[place], self.gists[other]
        if not may_answer(one, two, one_voice=self.voices[place] == self.voices[other]):
            return 0.0
        themes, answer = self._themes[other], self._answers[place]
        seen = (
            self._masks.contained(self._themes[place], themes),
            self._masks.cosine(answer, themes),
            self._masks.contained(answer, themes),
            float(one.document == two.document and two.background),
            float(self._called[other] & answer != 0),
            float(one.kind == two.kind),
        )
        return 1 / (1 + math.exp(-BIAS - sum(a * b for a, b in zip(seen, WEIGHTS, strict=True))))


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


def find_denials(groups: Sequence[Sequence[int]], fits: Fits) -> Iterator[Relation]:
    """A row from every claim that denies to that of the denied group which it fits best."""
    gists = fits.gists
    home = {place: number for number, group in enumerate(groups) for place in group}
    for number, answer in sorted(find_answers(groups, fits).items()):
        target = groups[home[answer.denied]]
        for place in groups[number]:
            one = gists[place]
            if not _is_denial(one):
                continue
            to = max(target, key=lambda each: (fits.overlap(place, each), -each))  # called at once
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


def may_answer(one: Gist, two: Gist, *, one_voice: bool) -> bool:
    """Whether a claim can be what another denies.

    Both have a claimant, not the same; it denies nothing, does not come later, and shares words with the denial or speaks of
    whoever denies.
    """
    if one_voice or one.claimant is None or not _is_denial(one) or not _may_be_denied(two):
        return False
    if one.document == two.document and _touch(one, two):
        return False
    if one.day is not None and two.day is not None and two.day > one.day:
        return False
    if not one.denied and not STATE_THEMES.isdisjoint(one.themes & two.themes):
        return False  # "the town is held" answers that it is lost, not that it is held
    if (
        not one.denies
        and one.kind != two.kind
        and one.themes & two.themes <= one.names | two.names
        and not _is_about(one, two)
    ):
        return False  # "nobody was hurt in Orm" does not answer that Orm was taken
    alike = not (one.themes.isdisjoint(two.themes) and one.answer.isdisjoint(two.themes)) or _is_about(one, two)
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


def _may_be_denied(two: Gist) -> bool:
    return two.claimant is not None and not (two.denied or two.denies or two.part)


def _names(one: Gist, two: Gist) -> bool:
    """Whether the sentences around a denial name the claimant of the other claim."""
    return not one.answer.isdisjoint(_called(two))


def _called(two: Gist) -> Words:
    """The themes by which the claimant of a claim is called."""
    if two.claimant is None:
        return frozenset()
    called = two.claimant.name or tuple(two.claimant.body)
    return frozenset(theme(each) for each in (*called, *two.claimant.roles))


def _is_about(one: Gist, two: Gist) -> bool:
    """Whether a claim speaks of whoever denies."""
    return not two.themes.isdisjoint(_shown_by(one))


def _shown_by(one: Gist) -> Words:
    """The themes that speak of whoever denies."""
    if one.claimant is None:
        return frozenset()
    called = one.claimant.name[-1:] or tuple(one.claimant.proper)
    return frozenset(theme(each) for each in (*called, *one.claimant.proper))


def _why(one: Gist) -> str:
    who = one.claimant.shown if one.claimant else one.outlet
    return f"{who} is said to deny it" if one.denies else f"{who} says that it is not so"


def _shared(one: Gist, two: Gist) -> str:
    shared = (one.themes | (one.answer)) & two.themes
    return ", ".join(sorted(each.lstrip("=") for each in shared))
