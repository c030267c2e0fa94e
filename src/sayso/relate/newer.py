"""Newer figures and states of the same thing: what supersedes denies nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.lexicons import words_of
from sayso.model.relation import Relation, RelationKind
from sayso.relate.figures import agree
from sayso.relate.gists import Gist
from sayso.relate.likeness import Weights
from sayso.relate.words import stem, theme, words

SETTLED, UNTOLD = 2, 0.45  # days after which, and overlap from which on, a newer figure by another counts without a word
FIGURE, STATE = 0.3, 0.35  # least overlap of the words, where a figure or a state is newer
SAME = 0.3  # gained where the claimant is the same: who corrects a figure is mostly who gave it


@dataclass(frozen=True, slots=True)
class Newer:
    """Places of the newer and the older claim, how surely the one supersedes the other, and why."""

    place: int
    to: int
    score: float
    reasons: tuple[str, ...]


def find_newer(groups: Sequence[Sequence[int]], gists: Sequence[Gist], voices: Sequence[int], weights: Weights) -> Iterator[Relation]:
    """Rows from a group's claim to that of the group which it supersedes by its figure, and to those it supersedes by its state."""
    ordered = [sorted(group, key=lambda place: gists[place].order) for group in groups]
    for newer in ordered:
        older = [group for group in ordered if gists[group[0]].order < gists[newer[0]].order]
        figures = [found for group in older if (found := _best(newer, group, gists, voices, weights, _figure))]
        states = [found for group in older if (found := _best(newer, group, gists, voices, weights, _state))]
        for each in (*sorted(figures, key=lambda found: (-found.score, found.to))[:1], *states):
            yield Relation(
                kind=RelationKind.SUPERSEDES,
                from_id=gists[each.place].claim,
                to_id=gists[each.to].claim,
                score=round(min(each.score, 0.99), 3),
                reasons=each.reasons,
            )


def _best(newer, older, gists, voices, weights, told):  # noqa: ANN001, ANN202, PLR0913
    best = None
    for place in newer:
        for to in older:
            one, two = gists[place], gists[to]
            if one.order <= two.order or one.part or two.part or one.narrated or two.narrated:
                continue
            is_last = (one.day or 0) - max(gists[each].day or 0 for each in older) >= SETTLED
            same = voices[place] == voices[to]
            reason, least = told(one, two, same, is_last)
            score = weights.overlap(one.themes, two.themes)
            if reason and score >= least and (best is None or score + SAME * same > best.score):
                best = Newer(place, to, score + SAME * same, (reason,))
    return best


def _figure(one: Gist, two: Gist, same: bool, is_last: bool) -> tuple[str, float]:
    """A newer figure: by the claimant of the older one, or said to correct it, or told beside it."""
    if agree(one.figures, two.figures) is not False or one.denied or two.denied or one.kind != two.kind and not same:
        return "", FIGURE
    found = {stem(word) for word in words(one.around)}
    if found & _stems("rising") and not _value(one) > _value(two) or found & _stems("falling") and not _value(one) < _value(two):
        return "", FIGURE
    if same:
        return f"newer figure by the same claimant: {one.claimant.shown if one.claimant else one.outlet}", FIGURE - 0.1
    if found & _stems("correcting"):
        return "told as a correction", FIGURE
    if is_last and one.kind == two.kind:
        return "nobody has given the older figure since", UNTOLD
    return "", FIGURE


def _value(each: Gist) -> float:
    return each.figures[0].value


def _state(one: Gist, two: Gist, same: bool, is_last: bool) -> tuple[str, float]:
    """A newer state: the same claimant says the opposite later, or what was under way is done."""
    if one.day is None or two.day is None or one.day <= two.day or one.denied:
        return "", STATE
    if same and two.denied:
        return "the same claimant now says what was denied", STATE
    if same and "=retreat" in one.themes and "=hold" in two.themes:
        return "the same claimant gives up what was held", STATE - 0.2
    if one.themes & _themes("done") and two.themes & _themes("process") and not two.themes & _themes("done"):
        return "what was under way is done", STATE
    return "", STATE


def also_denied(
    newer: Sequence[Relation],
    denials: Sequence[Relation],
    groups: Sequence[Sequence[int]],
    gists: Sequence[Gist],
    voices: Sequence[int],
) -> Iterator[Relation]:
    """What supersedes a claim supersedes its denial too, where it is by whoever denied it, or speaks of them: a reversal."""
    place = {gist.claim: index for index, gist in enumerate(gists)}
    home = {gists[index].claim: number for number, group in enumerate(groups) for index in group}
    for each in newer:
        for denial in denials:
            one, two = gists[place[each.from_id]], gists[place[denial.from_id]]
            if home[denial.to_id] != home[each.to_id] or two.order >= one.order:
                continue
            body = {theme(word) for word in two.claimant.body} if two.claimant else set()
            if voices[place[one.claim]] == voices[place[two.claim]] or body & one.themes:
                yield replace(each, to_id=denial.from_id, reasons=("what was denied is said now",))


@cache
def _themes(name: str) -> frozenset[str]:
    return frozenset(map(theme, words_of("vouching", name)))


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(map(stem, words_of("vouching", name)))
