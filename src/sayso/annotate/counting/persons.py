"""Which nouns are people: by the lexicon, by what nouns of people end with, and by where people are from."""

from dataclasses import dataclass
from enum import Enum
from functools import cache

from sayso.lexicons import lexicon

ENDINGS = ("er", "ist", "ian", "eer", "man", "woman", "men", "women", "folk", "people", "mate", "girl", "boy", "child")
# Of places and parties, with a capital: "Marlanders", "Sudrians", "Sunnis".
ORIGINS = ("ans", "ers", "ese", "is", "ites", "ards")
IRREGULAR = {"men": "man", "women": "woman", "children": "child", "wives": "wife", "lives": "life", "troops": "troop"}
SHORTEST = 5  # letters of a noun of people that is told by its ending: "ever", "over", "door" are shorter


class Kind(Enum):
    """What a number counts."""

    PERSON = "person"
    GROUP = "group"
    THING = "thing"
    UNKNOWN = "unknown"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class _Nouns:
    persons: frozenset[str]
    no_persons: frozenset[str]
    animals: frozenset[str]
    groups: frozenset[str]
    origins: tuple[str, ...]


@cache
def _nouns() -> _Nouns:
    listed = lexicon("quantities")["counted"]
    words = {name: frozenset(each.split()) for name, each in listed.items() if isinstance(each, str)}
    titled = frozenset(role for each in lexicon("titles")["roles"].values() for role in each) - words["no_roles"]
    return _Nouns(
        persons=words["persons"] | words["peoples"] | titled,
        no_persons=words["no_persons"],
        animals=words["animals"],
        groups=words["groups"],
        origins=tuple(listed["origins"]),
    )


def singular(low: str) -> str:
    """The singular of a plural, roughly: enough to look it up."""
    if low in IRREGULAR:
        return IRREGULAR[low]
    if low.endswith("children"):
        return low.removesuffix("ren")
    if low.endswith("men"):
        return low.removesuffix("men") + "man"
    if low.endswith("ies"):
        return low.removesuffix("ies") + "y"
    if low.endswith(("sses", "ches", "shes", "xes")):
        return low.removesuffix("es")
    return low.removesuffix("s") if low.endswith("s") and not low.endswith(("ss", "us", "is")) else low


def is_origin(low: str) -> bool:
    """Whether a word tells where people are from and has no plural ending: "Chinese"."""
    return low.endswith(_nouns().origins)


def is_person(low: str) -> bool:
    """Whether a noun in small letters, singular or plural, is one of people."""
    return kind_of(low) is Kind.PERSON


def kind_of(low: str, *, capital: bool = False) -> Kind:
    """What a noun denotes; `capital` where it has one inside a sentence, as peoples have."""
    known, one = _nouns(), singular(low)
    head = one.rpartition("-")[2] or one
    listed = (
        (Kind.GROUP, known.groups),
        (Kind.THING, known.animals | known.no_persons),
        (Kind.PERSON, known.persons),
    )
    for kind, words in listed:
        if low in words or one in words or head in words:
            return kind
    if len(one) >= SHORTEST and one.endswith(ENDINGS):
        return Kind.PERSON
    if capital and low.endswith((*ORIGINS, *known.origins)):
        return Kind.PERSON
    return Kind.UNKNOWN
