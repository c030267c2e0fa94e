"""The lexicons that names are told by, made ready."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.lexicons import lexicon, words_of


@dataclass(frozen=True, slots=True)
class NameWords:
    """The lexicons that names are told by."""

    function: frozenset[str]
    given: dict[str, str]
    bodies: frozenset[str]
    signs: frozenset[str]
    named: frozenset[str]
    surnames: frozenset[str]
    common: frozenset[str]


@cache
def name_words() -> NameWords:
    """The lexicons that names are told by."""
    names, sources, titles = lexicon("names"), lexicon("sources"), lexicon("titles")
    given = {name: gender for gender in ("f", "m") for name in words_of("given", gender)}
    bodies = frozenset(sources["organisations"]["words"])
    nouns = [
        *sources["documents"]["words"],
        *sources["groups"]["words"],
        *sources["vague"]["always"],
        *sources["vague"]["plural"],
    ]
    common = frozenset(nouns) | frozenset(titles["roles"]["any"]) | bodies
    return NameWords(
        frozenset(names["function"]["words"]),
        given,
        bodies,
        frozenset(sources["organisations"]["signs"]),
        frozenset(sources["organisations"]["named"]),
        frozenset(titles["surnames"]["words"]),
        common,
    )


def given_gender(names: Sequence[str]) -> str | None:
    """The gender that a full name's given name tells, also of "Jean-Baptiste" and "Kim Min-ji"; None where it tells none."""
    given = name_words().given
    if len(names) > 1 and names[0] in words_of("given", "surname_first") and names[1] in given:
        return given[names[1]]
    first, _, second = names[0].partition("-")
    return given.get(names[0]) or (
        given.get(second) or ("m" if first == "jean" else given.get(first)) if second else None
    )
