"""The nouns of sources by what they denote, and the words that take the place of nouns."""

from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.annotate.naming.titles import is_role
from sayso.lexicons import lexicon, words_of

KEPT = 1 << 14  # words whose analysis is kept: news has that many different ones in hundreds of articles


@dataclass(frozen=True, slots=True)
class Nouns:
    """The nouns of sources by what they denote."""

    vague: frozenset[str]
    papers: frozenset[str]
    issued: frozenset[str]
    bodies: frozenset[str]
    groups: frozenset[str]
    irregular: dict[str, str]
    pronouns: frozenset[str]


@cache
def nouns() -> Nouns:
    """The nouns of sources, from the lexicon."""
    listed = lexicon("sources")
    pronouns = {word for group in listed["pronouns"].values() for word in group}
    return Nouns(
        frozenset(listed["vague"]["always"]),
        frozenset(listed["documents"]["words"]),
        frozenset(listed["documents"]["issued"]),
        frozenset(listed["organisations"]["words"]),
        frozenset(listed["groups"]["words"]),
        dict(listed["irregular"]),
        frozenset(pronouns),
    )


@cache
def quantifiers() -> frozenset[str]:
    """Words before a noun that leave open who is meant."""
    return frozenset(lexicon("sources")["vague"]["quantifiers"])


@lru_cache(maxsize=KEPT)
def singular(low: str) -> str:
    """The singular of a noun, roughly: enough to look it up."""
    irregular = nouns().irregular
    if low in irregular:
        return irregular[low]
    for ending in ("men", "women"):
        if low.endswith(ending):
            return low.removesuffix(ending) + ending.replace("men", "man")
    if low.endswith("ies"):
        return low.removesuffix("ies") + "y"
    if low.endswith(("sses", "ches", "shes", "xes")):
        return low.removesuffix("es")
    return low.removesuffix("s") if low.endswith("s") and not low.endswith(("ss", "us", "is")) else low


@lru_cache(maxsize=KEPT)
def is_known_noun(low: str) -> bool:
    """Whether the word is a noun of people, bodies or papers."""
    known, head = nouns(), singular(low)
    return is_role(head) or any(head in group or low in group for group in (known.bodies, known.groups, known.papers))


@cache
def parties() -> frozenset[str]:
    """What members of parties are called after them."""
    return words_of("sources", "parties")


@cache
def pair_pronouns() -> frozenset[str]:
    """What two people together are taken up by: "both", "the two"."""
    return frozenset(lexicon("sources")["pronouns"]["pair"])
