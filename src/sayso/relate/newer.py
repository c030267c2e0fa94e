"""Newer figures and states of the same thing: what supersedes denies nothing."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from sayso.lexicons import lexicon, words_of
from sayso.model.relation import Relation, RelationKind
from sayso.relate.figures import agree
from sayso.relate.gists import Gist
from sayso.relate.likeness import CONTROL, Weights
from sayso.relate.terms import Control
from sayso.relate.words import folded, stem, theme, words

# Least overlap of the words, 0 to 1, chosen on three small worlds: of a newer figure that is told as one, by the older one's own
# claimant, and by another without a word; of a newer state, and of one that gives up what was held.
FIGURE, OWN_FIGURE, UNTOLD, STATE, GIVEN_UP = 0.3, 0.2, 0.45, 0.35, 0.15
DAY, OWN_DAY = 0.35, 0.2
COMPARED = re.compile(r"\bthan (?:\w+ ){0,4}(?:had|first|earlier|before|previously|thought|reported|announced|estimated)\b")
SETTLED = 2  # days after which a figure that nobody has repeated is the older one
SAME = 0.3  # gained where the claimant is the same: who corrects a figure is mostly who gave it


@dataclass(frozen=True, slots=True)
class Newer:
    """Places of the newer and the older claim, how surely the one supersedes the other, and why."""

    place: int
    to: int
    score: float
    reasons: tuple[str, ...]


def find_newer(
    groups: Sequence[Sequence[int]], gists: Sequence[Gist], voices: Sequence[int], weights: Weights
) -> Iterator[Relation]:
    """Rows from a group's claim to that of the group which it supersedes by its figure, and to those it supersedes by its state."""
    ordered = [sorted(group, key=lambda place: gists[place].order) for group in groups]
    speaking = [frozenset(theme for place in group for theme in gists[place].themes) for group in ordered]
    for newer, themes in zip(ordered, speaking, strict=True):
        pairs = [
            _Pairs(_distinct(newer, gists, voices), _distinct(group, gists, voices), group, gists, voices, weights)
            for group, others in zip(ordered, speaking, strict=True)
            if gists[group[0]].order < gists[newer[0]].order and not themes.isdisjoint(others)
        ]
        figures, days, states = (
            [found for each in pairs if (found := each.best(told)) is not None] for told in (_figure, _day, _state)
        )
        for found in (*_best(figures), *_best(days), *states):
            yield Relation(
                kind=RelationKind.SUPERSEDES,
                from_id=gists[found.place].claim,
                to_id=gists[found.to].claim,
                score=round(min(found.score, 0.99), 3),
                reasons=found.reasons,
            )


def _distinct(group: Sequence[int], gists: Sequence[Gist], voices: Sequence[int]) -> list[int]:
    """The first of each that are worded alike by one claimant on one day: of a wire copied by all, one."""
    first: dict[object, int] = {}
    for place in group:
        first.setdefault((gists[place].said, gists[place].around, voices[place], gists[place].day), place)
    return list(first.values())


def _best(found: Sequence[Newer]) -> Sequence[Newer]:
    return sorted(found, key=lambda each: (-each.score, each.to))[:1]


@dataclass(frozen=True, slots=True)
class _Case:
    """Two claims, whether by one claimant, their overlap, and whether nobody has made the older one for days."""

    one: Gist
    two: Gist
    same: bool
    overlap: float
    is_last: bool


@dataclass(frozen=True, slots=True)
class _Pairs:
    """A newer and an older group of claims."""

    newer: Sequence[int]
    older: Sequence[int]
    whole: Sequence[int]  # the older group, copies and all
    gists: Sequence[Gist]
    voices: Sequence[int]
    weights: Weights

    def best(self, told: Callable[[_Case], str]) -> Newer | None:
        """The pair that tells most surely that the one supersedes the other; `told` says why, or nothing."""
        best: Newer | None = None
        last = max(self.gists[each].day or 0 for each in self.whole)
        for place in self.newer:
            for to in self.older:
                one, two = self.gists[place], self.gists[to]
                if one.order <= two.order or one.part or two.part or two.narrated or one.themes.isdisjoint(two.themes):
                    continue
                same = self.voices[place] == self.voices[to]
                overlap = self.weights.overlap(one.themes, two.themes)
                reason = told(_Case(one, two, same, overlap, (one.day or 0) - last >= SETTLED))
                score = overlap + SAME * same
                if reason and (best is None or score > best.score):
                    best = Newer(place, to, score, (reason,))
        return best


def _figure(case: _Case) -> str:
    """A newer figure: by the claimant of the older one, or said to correct it, or left standing alone."""
    one, two = case.one, case.two
    if agree(one.figures, two.figures) is not False or one.denied or two.denied:
        return ""
    found = _around(one.around)
    up = one.figures[0].value > two.figures[0].value
    if (found & _stems("rising") and not up) or (found & _stems("falling") and up):
        return ""
    if case.overlap >= (OWN_FIGURE if _is_one_role(one, two) else FIGURE) and _is_compared(one.around):
        return "told beside an older figure"
    if one.narrated:
        return ""
    if case.same and case.overlap >= OWN_FIGURE:
        return f"newer figure by the same claimant: {one.claimant.shown if one.claimant else one.outlet}"
    if found & _stems("correcting") and one.kind == two.kind and case.overlap >= FIGURE:
        return "told as a correction"
    counts = {one.figures[0].unit, two.figures[0].unit} & {
        "person",
        "percent",
    }  # of people several keep count, side by side
    return "nobody has given the older figure since" if case.is_last and case.overlap >= UNTOLD and not counts else ""


def _is_one_role(one: Gist, two: Gist) -> bool:
    """Whether both count people of whom the same became."""
    roles = {figure.of for figure in one.figures} & {figure.of for figure in two.figures}
    return any(each.startswith("=") for each in roles)


@lru_cache(maxsize=4096)  # the claims of one story
def _around(text: str) -> frozenset[str]:
    return frozenset(map(stem, words(text)))


@lru_cache(maxsize=4096)  # as above
def _is_compared(text: str) -> bool:
    """Whether a text tells a figure beside an older one."""
    low = folded(text)
    return COMPARED.search(low) is not None or any(each in low for each in lexicon("vouching")["compared"])


def _day(case: _Case) -> str:
    """A deadline that was moved: the same claimant says the same with another day, or it is said to be put off."""
    one, two = case.one, case.two
    if one.due is None or two.due is None or one.due.meets(two.due) or one.denied or two.denied:
        return ""
    if case.same and case.overlap >= OWN_DAY:
        return f"the same claimant names another day: {one.due.last} instead of {two.due.last}"
    moved = _around(one.around) & _stems("moved")
    return f"said to be moved: {one.due.last} instead of {two.due.last}" if moved and case.overlap >= DAY else ""


def _state(case: _Case) -> str:
    """A newer state: the same claimant says the opposite later, what was under way is done, or what was lost is taken back."""
    one, two = case.one, case.two
    if one.narrated or one.day is None or two.day is None or one.day <= two.day or one.denied:
        return ""
    if case.same and "=retreat" in one.themes and "=hold" in two.themes:
        return "the same claimant gives up what was held" if case.overlap >= GIVEN_UP else ""
    if _is_regained(case):
        return "what was taken is taken back"
    if case.overlap < STATE:
        return ""
    if case.same and two.denied and not one.denies and len(one.themes & two.themes) > 1 and not one.themes & CONTROL:
        return "the same claimant now says what was denied"
    if one.themes & _themes("done") and two.themes & _themes("process") and not two.themes & _themes("done"):
        return "what was under way is done"
    return ""


def _is_regained(case: _Case) -> bool:
    """Whether one claimant has a place again of which another says that it was taken."""
    one, two = case.one, case.two
    if case.same or one.control is not Control.TAKEN or Control.TAKEN.theme not in two.themes or two.denied:
        return False
    again = {stem(word) for word in one.text.split()} & _stems("regained")
    return bool(again) and bool(one.themes & two.themes & (one.names | two.names))


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
