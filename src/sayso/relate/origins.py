"""By whose word a cluster's claims stand: how many origins there are that do not lead back to one another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.relate.claimants import Claimant
from sayso.relate.gists import Gist
from sayso.relate.stories import bare
from sayso.relate.words import stem, words

SHORT = 5  # words: a claim of fewer may be worded alike by chance
ALIKE = 0.9  # of the words of both: the same text but for a word


@dataclass(frozen=True, slots=True)
class Descent:
    """Places of the claims that rest on one word, earliest first, and why they do."""

    places: tuple[int, ...]
    reason: str


class Outlets:
    """The outlets of a story, and which of them its claims are said to come from, each worked out once."""

    def __init__(self, gists: Sequence[Gist]) -> None:
        outlets = dict.fromkeys(each.outlet for each in gists)
        self._names = {outlet: _stems(outlet) for outlet in outlets}
        self._by_word: dict[str, list[str]] = {}  # a word of the name: the outlets
        self._by_first: dict[str, list[tuple[str, str]]] = {}  # the first word: the whole name with spaces, the outlet
        for outlet in outlets:
            for word in self._names[outlet]:
                self._by_word.setdefault(word, []).append(outlet)
            if name := bare(outlet):
                self._by_first.setdefault(name[0], []).append((f" {' '.join(name)} ", outlet))
        self._meant: dict[Claimant, str | None] = {}
        self._cited = {each.claim: tuple(self._find_cited(each)) for each in gists}

    def cited(self, each: Gist) -> tuple[str, ...]:
        """The outlets that a claim of the story is said to come from, other than its own."""
        return self._cited[each.claim]

    def meant(self, claimant: Claimant | None) -> str | None:
        """The outlet that a claimant is: called by its name, or by the part of it that no other outlet has."""
        if claimant is None:
            return None
        if claimant not in self._meant:
            self._meant[claimant] = self._find_meant(claimant)
        return self._meant[claimant]

    def _find_meant(self, claimant: Claimant) -> str | None:
        called = frozenset(map(stem, words(claimant.shown))) - _ARTICLE
        if not called:
            return None
        fitting = [outlet for outlet in self._by_word.get(min(called), ()) if called <= self._names[outlet]]
        same = [outlet for outlet in fitting if called == self._names[outlet]]
        return same[0] if same else fitting[0] if len(fitting) == 1 else None

    def _find_cited(self, each: Gist) -> Iterator[str]:
        chain = [self.meant(claimant) for claimant in (each.claimant, *each.via)]
        named = self._named_in(f"{each.around} . {each.credit}") if each.narrated else ()
        return (outlet for outlet in dict.fromkeys((*chain, *named)) if outlet is not None and outlet != each.outlet)

    def _named_in(self, text: str) -> Iterator[str]:
        """The outlets whose whole names stand in a text."""
        found = words(text)
        low = f" {' '.join(found)} "
        rivals = (each for word in dict.fromkeys(found) for each in self._by_first.get(word, ()))
        return (outlet for name, outlet in rivals if name in low)


_ARTICLE = frozenset({"the"})


def _stems(outlet: str) -> frozenset[str]:
    return frozenset(map(stem, words(outlet))) - _ARTICLE


def find_origins(group: Sequence[int], gists: Sequence[Gist], voices: Sequence[int], outlets: Outlets) -> list[Descent]:
    """The origins of a group of claims, the earliest first; places are those in `gists`, and `voices` number the claimants."""
    ranked = sorted(group, key=lambda place: gists[place].order)
    root: dict[int, int] = {place: place for place in ranked}
    why: dict[int, str] = {}
    for position, place in enumerate(ranked):
        earlier = ranked[:position]
        spoken = _spoken(place, earlier, gists, voices)
        found = (
            _beside(place, ranked, gists, outlets)
            or spoken
            or _source(place, earlier, gists, outlets)
            or _unsourced(place, ranked, gists)
        )
        for source, reason in dict.fromkeys(each for each in (found, spoken) if each is not None):
            one, other = sorted((_root(root, source), _root(root, place)), key=ranked.index)
            if one != other:
                root[other] = one
                why.setdefault(one, reason)
    members: dict[int, list[int]] = {}
    for place in ranked:
        members.setdefault(_root(root, place), []).append(place)
    return [
        Descent(tuple(places), why.get(first) or _alone(gists[places[0]], outlets)) for first, places in members.items()
    ]


def _root(root: Mapping[int, int], place: int) -> int:
    while root[place] != place:
        place = root[place]
    return place


def _spoken(place: int, earlier: Sequence[int], gists: Sequence[Gist], voices: Sequence[int]) -> tuple[int, str] | None:
    """The first earlier claim by the same claimant."""
    each = gists[place]
    if each.narrated or each.claimant is None:
        return None
    by_voice = next((other for other in earlier if voices[other] == voices[place] and not gists[other].narrated), None)
    return None if by_voice is None else (by_voice, f"same claimant: {each.claimant.shown}")


def _source(place: int, earlier: Sequence[int], gists: Sequence[Gist], outlets: Outlets) -> tuple[int, str] | None:
    """The earlier claim that this one leads back to, by another's word, and why."""
    each = gists[place]
    for outlet in outlets.cited(each):
        from_there = next((other for other in earlier if gists[other].outlet == outlet), None)
        if from_there is not None:
            return from_there, f"reported by {outlet}"
    if each.narrated and not each.first_hand:
        named = next((other for other in earlier if _is_named(gists[other].claimant, each.around)), None)
        if named is not None:
            return named, f"beside the name of {gists[named].claimant.shown}"  # type: ignore[union-attr] # named
    copied = next(
        (other for other in earlier if gists[other].document != each.document and _same_text(each, gists[other])), None
    )
    if copied is not None:
        return copied, f"text shared with {gists[copied].outlet}"
    return None


def _unsourced(place: int, ranked: Sequence[int], gists: Sequence[Gist]) -> tuple[int, str] | None:
    """The first claim of the group that has a source, for one that an article tells without any and did not see itself."""
    each = gists[place]
    if not each.narrated or each.first_hand:
        return None
    named = next((other for other in ranked if not gists[other].narrated and gists[other].claimant is not None), None)
    if named is None:
        return None
    return named, f"told without a source, as {gists[named].claimant.shown} tells it"  # type: ignore[union-attr] # above


def _beside(place: int, ranked: Sequence[int], gists: Sequence[Gist], outlets: Outlets) -> tuple[int, str] | None:
    """A claim of the same article that holds this one, or says on whose word the narrator speaks."""
    each = gists[place]
    own = [other for other in ranked if other != place and gists[other].document == each.document]
    whole = next((other for other in own if _holds(gists[other], each)), None)
    if whole is not None:
        return whole, "part of a claim in the same article"
    if each.narrated and each.first_hand:
        seen = next((other for other in own if gists[other].narrated and gists[other].first_hand), None)
        return None if seen is None else (seen, f"{each.outlet}'s own reporter")
    if not each.narrated or outlets.cited(each):
        return None
    told = next((other for other in own if not gists[other].narrated), None)
    return None if told is None else (told, "told again in the same article")


def _is_named(claimant: Claimant | None, text: str) -> bool:
    """Whether a text calls somebody by name, or a body by all its words."""
    if claimant is None:
        return False
    found = _said_in(text)
    return claimant.name[-1] in found if claimant.name else bool(claimant.body) and claimant.body <= found


@lru_cache(maxsize=4096)  # the claims of one story
def _said_in(text: str) -> frozenset[str]:
    found = words(text)
    return frozenset((*found, *map(stem, found)))


def _holds(one: Gist, other: Gist) -> bool:
    return one.place <= other.place and other.end <= one.end and (one.end - one.place) > (other.end - other.place)


def cites(one: Gist, other: Gist, outlets: Outlets) -> bool:
    """Whether one of two claims is said to come from the other's outlet."""
    return other.outlet in outlets.cited(one) or one.outlet in outlets.cited(other)


def _same_text(one: Gist, other: Gist) -> bool:
    (mine, left), (theirs, right) = _parted(one.text), _parted(other.text)
    if min(mine, theirs) < SHORT:
        return False
    return len(left & right) >= ALIKE * max(len(left), len(right))


@lru_cache(maxsize=4096)  # as above
def _parted(text: str) -> tuple[int, frozenset[str]]:
    """How many words a text has, and which."""
    found = text.split()
    return len(found), frozenset(found)


def _alone(each: Gist, outlets: Outlets) -> str:
    """Why a claim that leads back to no other is an origin."""
    if each.narrated or each.claimant is None:
        return f"{each.outlet}'s own reporter" if each.first_hand else f"{each.outlet} in its own voice"
    if outlets.meant(each.claimant):
        return f"reported by {each.claimant.shown}, whose article is not in this ledger"
    return f"on the word of {each.claimant.shown}"
