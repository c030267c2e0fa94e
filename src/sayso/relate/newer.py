"""Newer figures and states of the same thing: what supersedes denies nothing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce
from operator import or_

from sayso.model.relation import Relation, RelationKind
from sayso.relate.gists import Gist
from sayso.relate.masks import Masks
from sayso.relate.renewal import Case, find_day, find_figure, find_state, tells_state
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
    groups: Sequence[Sequence[int]], gists: Sequence[Gist], voices: Sequence[int], masks: Masks
) -> Iterator[Relation]:
    """Rows from a group's claim to that of the group which it supersedes by its figure, and to those it supersedes by its state."""
    sides = [_side(group, gists, voices, masks) for group in groups]
    for newer in sides:
        earlier = [each for each in sides if each.first < newer.first and each.themes & newer.themes]
        figures, days, states = (
            [
                found
                for each in earlier
                if may(newer, each) and (found := _best_pair(newer, each, told, masks)) is not None
            ]
            for told, may in QUESTIONS
        )
        for found in (*_best(figures), *_best(days), *states):
            yield Relation(
                kind=RelationKind.SUPERSEDES,
                from_id=gists[found.place].claim,
                to_id=gists[found.to].claim,
                score=round(min(found.score, 0.99), 3),
                reasons=found.reasons,
            )


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim of a group: its place, its claimant's number and its themes."""

    place: int
    gist: Gist
    voice: int
    themes: int


@dataclass(frozen=True, slots=True)
class _Side:
    """A group of claims as it is compared with others: those that are worded apart, and what all of them have."""

    told: Sequence[_Told]
    first: tuple[str, int, int, str]
    last: int  # day
    themes: int
    voices: frozenset[int]
    counts: bool
    dated: bool
    denied: bool
    states: bool


def _side(group: Sequence[int], gists: Sequence[Gist], voices: Sequence[int], masks: Masks) -> _Side:
    ordered = sorted(group, key=lambda place: gists[place].order)
    told = [
        _Told(place, gists[place], voices[place], masks.of(gists[place].themes))
        for place in _distinct(ordered, gists, voices)
        if not gists[place].part
    ]
    return _Side(
        told=told,
        first=gists[ordered[0]].order,
        last=max(gists[place].day or 0 for place in group),
        themes=reduce(or_, (each.themes for each in told), 0),
        voices=frozenset(each.voice for each in told),
        counts=any(each.gist.figures for each in told),
        dated=any(each.gist.due for each in told),
        denied=any(each.gist.denied for each in told),
        states=any(tells_state(each.gist) for each in told),
    )


def _may_count(newer: _Side, older: _Side) -> bool:
    return newer.counts and older.counts


def _may_move(newer: _Side, older: _Side) -> bool:
    return newer.dated and older.dated


def _may_change(newer: _Side, older: _Side) -> bool:
    return newer.states or (older.denied and not newer.voices.isdisjoint(older.voices))


QUESTIONS = (
    (find_figure, _may_count),
    (find_day, _may_move),
    (find_state, _may_change),
)  # and when they are worth asking


def _distinct(group: Sequence[int], gists: Sequence[Gist], voices: Sequence[int]) -> list[int]:
    """The first of each that are worded alike by one claimant on one day: of a wire copied by all, one."""
    first: dict[object, int] = {}
    for place in group:
        first.setdefault((gists[place].said, gists[place].around, voices[place], gists[place].day), place)
    return list(first.values())


def _best(found: Sequence[Newer]) -> Sequence[Newer]:
    return sorted(found, key=lambda each: (-each.score, each.to))[:1]


def _best_pair(newer: _Side, older: _Side, told: Callable[[Case], str], masks: Masks) -> Newer | None:
    """The pair that tells most surely that the one supersedes the other; `told` says why, or nothing."""
    best: Newer | None = None
    for mine in newer.told:
        is_last = (mine.gist.day or 0) - older.last >= SETTLED
        for other in older.told:
            one, two, same = mine.gist, other.gist, mine.voice == other.voice
            if not mine.themes & other.themes or two.narrated or one.order <= two.order:
                continue
            overlap = partial(masks.overlap, mine.themes, other.themes)
            if reason := told(Case(one, two, same, overlap, is_last)):
                score = overlap() + SAME * same
                if best is None or score > best.score:
                    best = Newer(mine.place, other.place, score, (reason,))
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
    denying: dict[int, list[Relation]] = {}
    for denial in denials:
        denying.setdefault(home[denial.to_id], []).append(denial)
    for each in newer:
        for denial in denying.get(home[each.to_id], ()):
            one, two = gists[place[each.from_id]], gists[place[denial.from_id]]
            if two.order >= one.order:
                continue
            body = {theme(word) for word in two.claimant.body} if two.claimant else set()
            if voices[place[one.claim]] == voices[place[two.claim]] or body & one.themes:
                yield replace(each, to_id=denial.from_id, reasons=("what was denied is said now",))
