"""The words that tell what became of those counted, by how they tell it, and of whom they may be said."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.annotate.counting.persons import Kind
from sayso.annotate.counting.words import Line, Phrases
from sayso.lexicons import lexicon, words_of
from sayso.model.world import Role


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The lexicon of roles, made ready.

    `verbs` and `weak` tell it of their object, and of their subject in the passive; `goes` of their subject; `states` behind
    or before the noun, or in its place; `nouns` are what is counted; `acts` stand before "of"; a figure is what
    `tolls` came to; `phrases` stand behind.
    """

    verbs: dict[str, Role]
    weak: dict[str, Role]
    goes: dict[str, Role]
    states: dict[str, Role]
    nouns: dict[str, Role]
    acts: dict[str, Role]
    tolls: dict[str, Role]
    phrases: Phrases[Role]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words around predicates, made ready."""

    be: frozenset[str]
    auxiliaries: frozenset[str]
    reported: frozenset[str]
    ends: frozenset[str]
    after_passive: frozenset[str]
    participles: frozenset[str]
    lives: frozenset[str]
    finite: frozenset[str]
    of_things: frozenset[str]
    lost_otherwise: frozenset[str]
    held_otherwise: frozenset[str]
    cover: frozenset[str]
    skipped: frozenset[str]
    reached: frozenset[str]
    placing: frozenset[str]
    taking: frozenset[str]
    illness: frozenset[str]


@cache
def role_words() -> RoleWords:
    """The lexicon of roles, made ready."""
    listed = lexicon("quantities")["roles"]

    def table(name: str) -> dict[str, Role]:
        return {word: role for role in Role for word in listed[role][name].split()}

    phrases = Phrases({phrase: role for role in Role for phrase in listed[role]["phrases"]})
    names = ("verbs", "weak", "goes", "states", "nouns", "acts", "tolls")
    return RoleWords(phrases=phrases, **{name: table(name) for name in names})


@cache
def grammar() -> Grammar:
    """The words around predicates, made ready."""
    listed = lexicon("quantities")["predicates"]
    known = role_words()
    own = {word for each in (known.verbs, known.weak, known.goes, known.states) for word in each}
    lists = {name: frozenset(_words(listed[name])) for name in Grammar.__slots__ if name != "finite"}
    finite = (words_of("verbs", "finite") | words_of("classes", "past")) - own - lists["auxiliaries"] - lists["be"]
    return Grammar(finite=finite, **lists)


def _words(listed: str | list[str]) -> Iterator[str]:
    yield from listed.split() if isinstance(listed, str) else listed


def is_state(low: str) -> bool:
    """Whether a word stands for people by what became of them: "the dead", "12 wounded"."""
    return low in role_words().states


def tells_role(low: str) -> bool:
    """Whether a word is a verb or a state of some role."""
    return verb_role(low) is not None or low in role_words().goes or is_state(low)


def may_be_said(word: str, kind: Kind) -> bool:
    """Whether a word of a role may be said of what is counted: of people always, of things never, of the unknown by the word."""
    if kind is Kind.THING:
        return False
    return kind is not Kind.UNKNOWN or not (word in grammar().of_things or word in role_words().weak)


def verb_role(low: str) -> Role | None:
    """The role that a verb in any form tells of its object."""
    return role_words().verbs.get(low) or role_words().weak.get(low)


def is_participle(low: str) -> bool:
    """Whether a form can be a past participle."""
    return low.endswith("ed") or low in grammar().participles


def has_object(line: Line, index: int) -> bool:
    """Whether a noun phrase begins behind a verb in the past: "killed civilians", not "killed in the raid"."""
    token = line.at(index)
    if token.kind in {"p", "c"}:
        return False
    if token.kind in {"f", "$"}:
        return True
    known = grammar()
    passes = known.after_passive | known.be | known.auxiliaries | known.ends
    return token.low not in passes and token.low not in known.finite and not token.low.endswith("ly")
