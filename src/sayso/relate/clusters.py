"""Claims of a story that say the same of the same thing."""

from collections.abc import Mapping, Sequence

from sayso.relate.gists import Gist
from sayso.relate.likeness import Likeness, Weights, compare
from sayso.relate.origins import Outlets, cites

TELLING = 10  # a figure that alone makes two claims worth comparing
LEAST = 0.35  # likeness of two claims that are joined, and the mean over all pairs of two groups that are


def group_claims(
    gists: Sequence[Gist], voices: Sequence[int], weights: Weights, outlets: Outlets
) -> tuple[list[list[int]], Mapping[tuple[int, int], Likeness]]:
    """Groups of places in `gists`, each in order, and the likeness of every pair that is alike at all; `voices` number the claimants.

    The most alike are joined first (agglomerative, mean linkage); no group holds two claims that a veto keeps apart.
    """
    table: dict[tuple[int, int], Likeness] = {}
    for a, b in _candidates(gists, voices):
        same = voices[a] == voices[b] or cites(gists[a], gists[b], outlets)
        found = compare(gists[a], gists[b], weights, one_word=same)
        if found.score > 0 or found.veto:
            table[a, b] = found
    home, groups = list(range(len(gists))), {index: [index] for index in range(len(gists))}
    ranked = sorted((-each.score, a, b) for (a, b), each in table.items() if not each.veto)
    for minus, a, b in ranked:
        one, other = sorted((home[a], home[b]))
        if -minus < LEAST or one == other:
            continue
        if not _may_join(groups[one], groups[other], table):
            continue
        for each in groups[other]:
            home[each] = one
        groups[one] = sorted(groups[one] + groups.pop(other))
    return sorted(groups.values()), table


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


def _may_join(one: Sequence[int], other: Sequence[int], table: Mapping[tuple[int, int], Likeness]) -> bool:
    total = 0.0
    for a in one:
        for b in other:
            found = table.get((min(a, b), max(a, b)))
            if found is not None and found.veto:
                return False
            total += found.score if found is not None else 0.0
    return total / (len(one) * len(other)) >= LEAST
