"""The lexicons that names are told by, made ready."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicons import lexicon


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
    given = {name: gender for gender in ("f", "m") for name in names["given"][gender]}
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
