"""Claims of a story that say the same of the same thing."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from sayso.relate.comparisons import Comparisons
from sayso.relate.gists import Gist
from sayso.relate.likeness import Likeness, Weights, compare
from sayso.relate.masks import Masks
from sayso.relate.origins import Outlets

TELLING = 4  # a figure that alone makes two claims worth comparing; mean overall of five worlds .894, at 10 .890
LEAST = 0.35  # mean overall of five worlds, each by the others' weights: .894, at .3 .884, at .4 .891; likeness of two claims that are joined, and the mean over all pairs of two groups that are
UNKNOWN = Likeness(0.5, ())  # of two claims that share nothing, and are in one group because each is like a third


def group_claims(
    gists: Sequence[Gist], voices: Sequence[int], weights: Weights, masks: Masks, outlets: Outlets
) -> tuple[list[list[int]], Callable[[int, int], Likeness]]:
    """Groups of places in `gists`, each in order, and the likeness of any pair; `voices` number the claimants.

    The most alike are joined first (agglomerative, mean linkage); no group holds two claims that a veto keeps apart.
    """
    table = _Table(gists, voices, weights, masks, outlets)
    groups, close = _Groups(len(gists)), []
    for a, b in table.pairs():
        if score := table.score(a, b):
            groups.put(a, b, score)
            if score >= LEAST:
                close.append((-score, a, b))
    close.sort()
    for _, a, b in close:
        groups.join(a, b)
    return groups.listed(), table.likeness


class _Table:
    """The likeness of the claims of a story; what is worded alike is compared once."""

    def __init__(
        self, gists: Sequence[Gist], voices: Sequence[int], weights: Weights, masks: Masks, outlets: Outlets
    ) -> None:
        self._gists, self._voices, self._weights = gists, voices, weights
        self._comparisons = Comparisons(gists, weights, masks)
        self._cited = [frozenset(outlets.cited(each)) for each in gists]
        self._keys = [_keys(each, voice) for each, voice in zip(gists, voices, strict=True)]
        self._holders: dict[str, list[int]] = {}
        for place, keys in enumerate(self._keys):
            for key in keys:
                self._holders.setdefault(key, []).append(place)
        forms: dict[object, int] = {}
        self._form = [forms.setdefault(each.said, len(forms)) for each in gists]
        self._known: dict[
            tuple[int, int, bool], tuple[int, int, float]
        ] = {}  # the first two of two forms, and their score
        counts = Counter(self._form)
        self._is_copied = [counts[form] > 1 for form in self._form]

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Places that share a theme, a figure, or a claimant and the month of a deadline, in order."""
        for place, keys in enumerate(self._keys):
            beside: set[int] = set()
            for key in keys:
                held = self._holders[key]
                beside.update(held[bisect_right(held, place) :])
            for other in sorted(beside):
                yield place, other

    def score(self, a: int, b: int) -> float:
        """How alike two places are, the smaller first; minus infinity where they may not be one."""
        return self._found(a, b)[2]

    def likeness(self, a: int, b: int) -> Likeness:
        """How alike two places of one group are, the smaller first, with the reasons."""
        if self._keys[a].isdisjoint(self._keys[b]):
            return UNKNOWN
        one, other, score = self._found(a, b)
        if not score:
            return UNKNOWN
        return compare(self._gists[one], self._gists[other], self._weights, one_word=self._is_one_word(a, b))

    def _found(self, a: int, b: int) -> tuple[int, int, float]:
        same = self._is_one_word(a, b)
        if not (self._is_copied[a] or self._is_copied[b]):
            return a, b, self._comparisons.score(a, b, one_word=same)
        key = (self._form[a], self._form[b], same)
        if key not in self._known:
            self._known[key] = (a, b, self._comparisons.score(a, b, one_word=same))
        return self._known[key]

    def _is_one_word(self, a: int, b: int) -> bool:
        """Whether two claims are by one claimant, or one is said to come from the other's outlet."""
        return (
            self._voices[a] == self._voices[b]
            or self._gists[b].outlet in self._cited[a]
            or self._gists[a].outlet in self._cited[b]
        )


class _Groups:
    """Places in groups that are joined, with what stands between any two groups: the sum of the likenesses; a veto is minus infinity."""

    def __init__(self, count: int) -> None:
        self._home = list(range(count))
        self._members = {place: [place] for place in range(count)}
        self._between: dict[int, dict[int, float]] = {place: {} for place in range(count)}

    def put(self, a: int, b: int, score: float) -> None:
        """Say how alike two places are that are not joined yet."""
        self._between[a][b] = self._between[b][a] = score

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


def _keys(gist: Gist, voice: int) -> frozenset[str]:
    """What claims are found by that are worth comparing."""
    if gist.part:
        return frozenset()
    told = {f"{figure.value}" for figure in gist.figures if figure.value >= TELLING}
    return gist.themes | told | ({f"{voice} {gist.due.last[:7]}"} if gist.due else set())
