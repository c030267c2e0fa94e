"""Roles in words: which of two descriptions can mean the same office, and what a role word allows."""

from collections.abc import Iterable
from functools import cache

from sayso.annotate.naming.titles import expand, gender_of, is_role
from sayso.lexicons import lexicon, words_of

RANKS = frozenset(
    {
        "deputy",
        "vice",
        "former",
        "assistant",
        "ex",
        "acting",
        "associate",
        "shadow",
        "prime",
        "junior",
        "under",
        "co",
        "elect",
        "interim",
    }
)
AGED = "-year-old"


def role_words(words: Iterable[str]) -> tuple[str, ...]:
    """The words of a role up to its head, abbreviations spelt out: ("foreign", "minister"); () where there is no role."""
    known: list[str] = []
    for word in words:
        plain = expand(word.strip(".,'\u2019"))
        if known and is_role(known[-1].split()[-1]) and plain in {"of", "for", "at", "in", "from", "to", "with", "and"}:
            break
        known.extend(plain.split())
    while known and not is_role(known[-1]):
        known.pop()
    return tuple(known)


def head_of(words: tuple[str, ...]) -> str:
    """The noun of a description: "governor" of ("vice-governor",)."""
    return words[-1].rsplit("-", 1)[-1] if words else ""


def same_role(one: tuple[str, ...], other: tuple[str, ...], rank: Iterable[str] = ()) -> bool:
    """Whether two descriptions of a role can mean the same office: same head, same rank, and no modifiers that differ.

    `rank` are the words of the first from which nothing was taken, where something was.
    """
    if not one or not other or head_of(one) != head_of(other):
        return False
    return same_rank(tuple(rank) or one, other) and (set(one) <= set(other) or set(other) <= set(one))


def same_rank(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether both are of the same rank: a deputy is not the minister."""
    return RANKS.intersection(one) == RANKS.intersection(other)


@cache
def alike(head: str) -> frozenset[str]:
    """The role words that may have introduced somebody whom this one takes up: its synonyms, and what it is wider than."""
    listed = lexicon("referring")
    found = {head}
    for line in listed["synonyms"]["words"]:
        group = line.split()
        if head in group:
            found.update(group)
    found.update(listed["wider"].get(head, "").split())
    return frozenset(found)


def is_light(words: tuple[str, ...]) -> bool:
    """Whether anybody may be called so, whatever office is known: "the woman", "the 68-year-old", "the former miler"."""
    head = words[-1] if words else ""
    return head in _words("light", "words") or head.endswith(AGED) or not _words("light", "former").isdisjoint(words)


def is_held(head: str) -> bool:
    """Whether the word means an office of an institution, which somebody has to be known to hold."""
    return head in _words("held", "words")


def parts_in_court() -> frozenset[str]:
    """What somebody is before a court or committee, who holds no office there: "the witness"."""
    return _words("light", "in_court")


def is_office(head: str) -> bool:
    """Whether the word means an office, of an institution or known to readers."""
    return is_held(head) or is_known_office(head)


def is_known_office(head: str) -> bool:
    """Whether the word means an office whose holder readers know without being told."""
    return head in _words("held", "known")


def age_of(words: tuple[str, ...]) -> int | None:
    """The age that a description tells: 68 of ("68-year-old",)."""
    number = words[-1].removesuffix(AGED) if words and words[-1].endswith(AGED) else ""
    return int(number) if number.isascii() and number.isdecimal() and len(number) <= len("100") else None


def gender_in(words: Iterable[str]) -> str | None:
    """The gender that a description tells, if any."""
    return next((gender for word in words if (gender := gender_of(word))), None)


@cache
def _words(table: str, name: str) -> frozenset[str]:
    return words_of("referring", f"{table}.{name}")


@cache
def kin_of(head: str) -> str:
    """The kind of relation that a word means ("parent"), or nothing."""
    return next((kind for kind, words in lexicon("referring")["kin"].items() if head in words.split()), "")


def inverse_kin(kind: str) -> str:
    """What the other is to one who is this to them: "child" of "parent"."""
    return str(lexicon("referring")["inverse"].get(kind, ""))


@cache
def deed_roles(low: str) -> tuple[str, ...]:
    """The roles that a verb gives to who does it: ("witness",) of "testified"."""
    return tuple(lexicon("referring")["deeds"].get(low, "").split())


def hears_witnesses(text: str) -> bool:
    """Whether the words after a cue name those before whom one testifies: "a Senate committee", "jurors"."""
    return not _words("hearing", "words").isdisjoint(text.casefold().replace(",", " ").split())


@cache
def paper_group(head: str) -> frozenset[str]:
    """The papers that may be taken up by this word: its synonyms, and what it is wider than."""
    listed, found = lexicon("referring")["papers"], {head}
    for line in listed["synonyms"]:
        if head in line.split():
            found.update(line.split())
    found.update(listed["wider"].get(head, "").split())
    return frozenset(found)


def is_singular_paper(head: str) -> bool:
    """Whether a definite article alone identifies such a paper: "the indictment"."""
    return head in words_of_papers()


@cache
def words_of_papers() -> frozenset[str]:
    """The papers of state and court."""
    return words_of("referring", "papers.singular")


@cache
def office_modifiers() -> frozenset[str]:
    """Words before a role that name the office and nobody's country."""
    return frozenset(lexicon("titles")["modifiers"]["words"]) | words_of("grammar", "numbers")
