"""Newer figures and states of the same thing: what supersedes denies nothing."""

from collections.abc import Iterator, Sequence
from functools import cache

from sayso.lexicons import words_of
from sayso.model.relation import Relation, RelationKind
from sayso.relate.figures import agree
from sayso.relate.gists import Gist
from sayso.relate.likeness import Weights
from sayso.relate.words import stem, theme, words

FIGURE, STATE = 0.3, 0.35  # least overlap of the words, where a figure or a state is newer
SAME = 0.15  # gained where the claimant is the same


def find_newer(groups: Sequence[Sequence[int]], gists: Sequence[Gist], voices: Sequence[int], weights: Weights) -> Iterator[Relation]:
    """Rows from the first claim of a newer group to the last of the older one that came before it."""
    ordered = [sorted(group, key=lambda place: gists[place].order) for group in groups]
    for newer in ordered:
        for older in ordered:
            if newer is older or gists[newer[0]].order <= gists[older[0]].order:
                continue
            found = _figures(newer, older, gists, voices, weights) or _states(newer, older, gists, voices, weights)
            if found is not None:
                place, to, score, why = found
                yield Relation(
                    kind=RelationKind.SUPERSEDES,
                    from_id=gists[place].claim,
                    to_id=gists[to].claim,
                    score=round(min(score, 0.99), 3),
                    reasons=why,
                )


Found = tuple[int, int, float, tuple[str, ...]]


def _figures(newer: Sequence[int], older: Sequence[int], gists: Sequence[Gist], voices: Sequence[int], weights: Weights) -> Found | None:
    """A newer figure: by the claimant of the older one, or told as a change."""
    best: Found | None = None
    for place in newer:
        for to in older:
            one, two = gists[place], gists[to]
            if agree(one.figures, two.figures) is not False or one.order <= two.order or one.denied or two.denied:
                continue
            same, told = voices[place] == voices[to], _is_change(one)
            if not same and not told:
                continue
            score = weights.overlap(one.themes, two.themes) + SAME * same
            if score >= FIGURE and (best is None or score > best[2]):
                reason = f"same claimant: {one.claimant.shown}" if same and one.claimant else "told as a change"
                best = place, to, score, ("newer figure of the same thing", reason)
    return best


def _states(newer: Sequence[int], older: Sequence[int], gists: Sequence[Gist], voices: Sequence[int], weights: Weights) -> Found | None:
    """A newer state: the same claimant says the opposite later, or what was under way is done."""
    best: Found | None = None
    for place in newer:
        for to in older:
            one, two = gists[place], gists[to]
            if one.day is None or two.day is None or one.day <= two.day or one.denied:
                continue
            overlap = weights.overlap(one.themes, two.themes)
            same = voices[place] == voices[to]
            why = ""
            if same and two.denied:
                why = "the same claimant now says what was denied"
            elif same and "=retreat" in one.themes and "=hold" in two.themes:
                why = "the same claimant gives up what was held"
            elif _is_done(one) and not _is_done(two) and _is_under_way(two):
                why = "what was under way is done"
            if why and overlap + SAME * same >= STATE and (best is None or overlap > best[2]):
                best = place, to, overlap + SAME * same, (why,)
    return best


@cache
def _themes(name: str) -> frozenset[str]:
    return frozenset(map(theme, words_of("vouching", name)))


def _is_change(each: Gist) -> bool:
    found = {stem(word) for word in words(each.around)}
    return bool(found & frozenset(map(stem, words_of("vouching", "change"))))


def _is_done(each: Gist) -> bool:
    return bool(each.themes & _themes("done"))


def _is_under_way(each: Gist) -> bool:
    return bool(each.themes & _themes("process"))
