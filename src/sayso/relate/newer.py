"""Newer figures and states of the same thing: what supersedes denies nothing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.model.relation import Relation, RelationKind
from sayso.relate.gists import Gist
from sayso.relate.likeness import Weights
from sayso.relate.renewal import Case, find_day, find_figure, find_state
from sayso.relate.words import theme

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
            [found for each in pairs if (found := each.best(told)) is not None]
            for told in (find_figure, find_day, find_state)
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
class _Pairs:
    """A newer and an older group of claims."""

    newer: Sequence[int]
    older: Sequence[int]
    whole: Sequence[int]  # the older group, copies and all
    gists: Sequence[Gist]
    voices: Sequence[int]
    weights: Weights

    def best(self, told: Callable[[Case], str]) -> Newer | None:
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
                reason = told(Case(one, two, same, overlap, (one.day or 0) - last >= SETTLED))
                score = overlap + SAME * same
                if reason and (best is None or score > best.score):
                    best = Newer(place, to, score, (reason,))
        return best


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
