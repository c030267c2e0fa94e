"""Which claimants of a story are one: the same person, the same body, or somebody who speaks for it."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations

from sayso.lexicons import words_of
from sayso.relate.claimants import Claimant
from sayso.relate.words import stem

# A land and its people are one claimant: "Norland", "the Norlandian ministry". Longest first; at least three letters stay.
DEMONYM = re.compile(r"(?<=\w{3})(?:ians?|eses?|ish|ans?|ias?|ns?|as?|i)$")
SURE, LIKELY, WEAK = 1.0, 0.8, 0.5
CONFLICT = -1.0


def group_claimants(claimants: Sequence[tuple[str, Claimant | None]]) -> Sequence[int]:
    """A number for each claimant of a document, the same for those that are one; nobody, or somebody unnamed elsewhere, is one with nobody.

    The surest pairs are joined first; a pair is not joined where two on its sides are surely two. A weak pair is joined only
    where neither side has another such pair.
    """
    distinct = list(dict.fromkeys(each for _, each in claimants if each is not None and not each.unnamed))
    groups = {index: [index] for index in range(len(distinct))}
    home = list(range(len(distinct)))
    pairs = [(likeness(distinct[a], distinct[b]), a, b) for a, b in combinations(range(len(distinct)), 2)]
    table = {(a, b): score for score, a, b in pairs}
    for score, a, b in sorted((each for each in pairs if each[0] > 0), key=lambda each: (-each[0], each[1], each[2])):
        one, other = home[a], home[b]
        if one == other or _are_apart(a, b, groups[one], groups[other], table):
            continue
        if score <= WEAK and (_is_torn(a, b, table, home) or _differ(groups[one], groups[other], distinct)):
            continue
        for each in groups[other]:
            home[each] = one
        groups[one] += groups.pop(other)
    numbers: dict[object, int] = {each: home[index] for index, each in enumerate(distinct)}
    keys: list[object] = [
        place if claimant is None else (document, claimant) if claimant.unnamed else claimant
        for place, (document, claimant) in enumerate(claimants)
    ]
    return [numbers.setdefault(key, len(distinct) + place) for place, key in enumerate(keys)]


def _are_apart(
    a: int, b: int, one: Sequence[int], other: Sequence[int], table: Mapping[tuple[int, int], float]
) -> bool:
    """Whether two groups hold some that are surely two, other than what the pair itself is called elsewhere."""
    left = {x for x in one if x != a and table[min(x, a), max(x, a)] < SURE}
    right = {y for y in other if y != b and table[min(y, b), max(y, b)] < SURE}
    return any(table[min(x, y), max(x, y)] < 0 for x in one for y in other if x in left or y in right)


def _differ(one: Sequence[int], other: Sequence[int], distinct: Sequence[Claimant]) -> bool:
    """Whether somebody of one group speaks for a body that has no word in common with one of the other group."""
    bodies = [
        [distinct[x].body for x in group if distinct[x].body and not distinct[x].guessed] for group in (one, other)
    ]
    return any(not left & right for left in bodies[0] for right in bodies[1])


def _is_torn(a: int, b: int, table: Mapping[tuple[int, int], float], home: Sequence[int]) -> bool:
    """Whether one of a weak pair could as well go with somebody with whom the other has nothing in common."""
    for one, other in ((a, b), (b, a)):
        for rival in range(len(home)):
            if home[rival] in (home[a], home[b]) or rival in (a, b):
                continue
            if SURE > table[min(one, rival), max(one, rival)] > 0 >= table[min(other, rival), max(other, rival)]:
                return True
    return False


def likeness(one: Claimant, other: Claimant) -> float:
    """How surely two are one, 0 where nothing speaks for it; CONFLICT where they are surely two."""
    bodies = _bodies(one, other)
    if one.guessed or other.guessed:
        bodies = min(bodies, WEAK)
    if one.name and other.name:
        return _people(one, other, bodies)
    if one.name or other.name:
        person, body = (one, other) if one.name else (other, one)
        if person.name[-1] in body.body:
            return SURE
        if person.body and bodies > 0:
            return bodies
        calls = body.roles or body.body
        shared = (calls & person.roles) - _general()
        return (
            LIKELY
            if shared and (calls <= person.roles or (shared & person.proper_roles and 2 * len(shared) >= len(calls)))
            else 0.0
        )
    return bodies


def _people(one: Claimant, other: Claimant, bodies: float) -> float:
    if _same_name(one.name, other.name):
        return SURE
    if one.name[-1] in other.body or other.name[-1] in one.body:
        return LIKELY  # somebody's lawyer, agent or spokesman
    return bodies if bodies > 0 and (bodies > WEAK or one.guessed or other.guessed) else CONFLICT


def _same_name(one: Sequence[str], other: Sequence[str]) -> bool:
    short, long = sorted((one, other), key=len)
    return set(short) <= set(long) or (
        short[-1] == long[-1] and short[0][0] == long[0][0] and 1 in (len(short[0]), len(long[0]))
    )


def _bodies(one: Claimant, other: Claimant) -> float:
    """How surely two bodies are one; CONFLICT where each has a word of its own that tells it apart."""
    if not (one.body and other.body):
        return 0.0
    named = one.proper | other.proper
    bodies = [frozenset(_land(word) if word in named else word for word in each.body) for each in (one, other)]
    small, large = sorted(bodies, key=lambda each: (len(each), sorted(each)))
    if small <= large:
        if not small <= _general():
            return SURE if small == large else LIKELY
        return LIKELY if small == large else WEAK
    left, right, shared = small - large, large - small, small & large
    if not shared:
        return 0.0
    proper = set(map(_land, named))
    if shared <= _general():  # "the ministry in Norland" and "the defence ministry"
        return WEAK if (left <= proper) != (right <= proper) and not (left & proper and right & proper) else CONFLICT
    return LIKELY if min(len(left), len(right)) <= 1 and not (left | right) & proper and len(shared) > 1 else 0.0


@lru_cache(maxsize=65536)
def _land(word: str) -> str:
    return DEMONYM.sub("", word)


@cache
def _general() -> frozenset[str]:
    return frozenset(map(stem, words_of("vouching", "general")))
