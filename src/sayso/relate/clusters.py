"""Claims of a story that say the same of the same thing."""

import math
from collections.abc import Mapping, Sequence

from sayso.relate.gists import Gist
from sayso.relate.likeness import Likeness, Weights, compare
from sayso.relate.origins import Outlets, cites

VETO = -math.inf  # likeness of two claims that may not be in one group
TELLING = 4  # a figure that alone makes two claims worth comparing; mean overall of five worlds .894, at 10 .890
LEAST = 0.35  # mean overall of five worlds, each by the others' weights: .894, at .3 .884, at .4 .891; likeness of two claims that are joined, and the mean over all pairs of two groups that are


def group_claims(
    gists: Sequence[Gist], voices: Sequence[int], weights: Weights, outlets: Outlets
) -> tuple[list[list[int]], Mapping[tuple[int, int], Likeness]]:
    """Groups of places in `gists`, each in order, and the likeness of every pair that is alike at all; `voices` number the claimants.

    The most alike are joined first (agglomerative, mean linkage); no group holds two claims that a veto keeps apart.
    """
    table: dict[tuple[int, int], Likeness] = {}
    known: dict[tuple[int, int, bool], Likeness] = {}  # what is worded alike is compared once
    forms: dict[object, int] = {}
    form = [forms.setdefault(each.said, len(forms)) for each in gists]
    for a, b in _candidates(gists, voices):
        same = voices[a] == voices[b] or cites(gists[a], gists[b], outlets)
        key = (form[a], form[b], same)
        if key not in known:
            known[key] = compare(gists[a], gists[b], weights, one_word=same)
        if known[key].score > 0 or known[key].veto:
            table[a, b] = known[key]
    groups = _Groups(len(gists), table)
    for minus, a, b in sorted((-each.score, a, b) for (a, b), each in table.items() if not each.veto):
        if -minus < LEAST:
            break
        groups.join(a, b)
    return groups.listed(), table


class _Groups:
    """Places in groups that are joined, with what stands between any two groups: the sum of the likenesses, or a veto."""

    def __init__(self, count: int, table: Mapping[tuple[int, int], Likeness]) -> None:
        self._home = list(range(count))
        self._members = {place: [place] for place in range(count)}
        self._between: dict[int, dict[int, float]] = {place: {} for place in range(count)}
        for (a, b), each in table.items():
            self._between[a][b] = self._between[b][a] = VETO if each.veto else each.score

    def join(self, a: int, b: int) -> None:
        """Join the groups of two places, if their mean likeness is enough and nothing forbids it."""
        one, other = self._home[a], self._home[b]
        if one == other:
            return
        if len(self._between[one]) < len(self._between[other]):
            one, other = other, one
        pairs = len(self._members[one]) * len(self._members[other])
        if self._between[one].get(other, 0.0) / pairs < LEAST:
            return
        for place in self._members[other]:
            self._home[place] = one
        self._members[one] += self._members.pop(other)
        mine = self._between[one]
        for third, likeness in self._between.pop(other).items():
            del self._between[third][other]
            if third != one:
                mine[third] = self._between[third][one] = mine.get(third, 0.0) + likeness

    def listed(self) -> list[list[int]]:
        """The groups, each in order."""
        return sorted(sorted(each) for each in self._members.values())


def _candidates(gists: Sequence[Gist], voices: Sequence[int]) -> Sequence[tuple[int, int]]:
    """Pairs that share a theme, a figure, or a claimant and the month of a deadline."""
    holders: dict[str, list[int]] = {}
    pairs: set[tuple[int, int]] = set()
    for index, gist in enumerate(gists):
        if gist.part:
            continue
        for theme in gist.themes:
            pairs |= {(other, index) for other in holders.setdefault(theme, [])}
            holders[theme].append(index)
        told = {f"{figure.value}" for figure in gist.figures if figure.value >= TELLING}
        told |= {f"{voices[index]} {gist.due.last[:7]}"} if gist.due else set()
        for each in told:
            pairs |= {(other, index) for other in holders.setdefault(each, [])}
            holders[each].append(index)
    return sorted(pairs)
