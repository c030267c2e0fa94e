"""Countries by the words that stand for them: seats of government, adjectives, and what people from there are called."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicons import lexicon, words_of

DEMONYMS = ("ian", "lander", "ean", "ese")  # how people from an unknown country are called after its name
STEM = 4  # letters that an unknown country, its adjective and its people share


@dataclass(frozen=True, slots=True)
class Nations:
    """Countries by each kind of word for them, in lower case; `names` by their own names, with the usual spelling."""

    names: dict[str, str]
    seats: dict[str, str]
    adjectives: dict[str, str]
    people: dict[str, str]


@cache
def nations() -> Nations:
    """The countries of the lexicon."""
    listed = lexicon("nations")
    seats, adjectives, people = dict[str, str](), dict[str, str](), dict[str, str]()
    for country, line in listed["nations"].items():
        for table, part in zip((seats, adjectives, people), line.split("|"), strict=True):
            words = [part.strip()] if table is seats and " " in part.strip() and _is_one(part) else part.split()
            table.update(dict.fromkeys((word.replace("_", " ") for word in words), country))
    names = {country.casefold(): country for country in listed["nations"]} | dict(listed["aliases"])
    return Nations(names, seats, adjectives, people)


def _is_one(part: str) -> bool:
    """Whether the words of a part are one seat of two words: "buenos aires"."""
    return any(part.strip().startswith(first) for first in TWO_WORDS)


TWO_WORDS = ("buenos", "la ", "phnom", "santo", "san ", "addis", "port ", "abu", "new ")


def nation_of(word: str) -> str | None:
    """The country that an adjective or a word for people tells: "Poland" of "polish" and of "pole"."""
    known = nations()
    return known.adjectives.get(word) or known.people.get(word)


def is_country(low: str) -> bool:
    """Whether a name is that of a country, and of nobody who bears it as a given name."""
    return low in nations().names and low not in {"georgia", "jordan", "chad"}


def is_people(low: str) -> bool:
    """Whether a name is that of many: "Norwegians", "Muslims", "Democrats"."""
    one = low.removesuffix("s")
    return one != low and (one in nations().people or one in words_of("sources", "parties", "faithful"))


def is_demonym(low: str) -> bool:
    """Whether the word means somebody from somewhere: "the Belgian", "the Norlander"."""
    return low in nations().people or low.endswith(DEMONYMS)


def gender_of_people(low: str) -> str | None:
    """What a word for people tells of gender: "m" of "frenchman"."""
    if low.endswith("woman") or low == "filipina":
        return "f"
    return "m" if low.endswith("man") and low in nations().people and low not in {"german", "roman", "oman"} else None


def share_a_stem(one: str, other: str) -> bool:
    """Whether two words may be made from one name of a place: "norlandic" and "norlander"."""
    return len(one) >= STEM and len(other) >= STEM and one[:STEM] == other[:STEM] and _rest_is_ending(one, other)


def _rest_is_ending(one: str, other: str) -> bool:
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return len(one) - shared <= STEM and len(other) - shared <= STEM
