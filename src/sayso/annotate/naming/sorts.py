"""Sorts of bodies: which named body "the company", "the ministry" or "the paper" can take up."""

from functools import cache

from sayso.lexicons import lexicon, words_of


@cache
def _sorts(table: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for sort, words in lexicon("referring")[table].items():
        for word in words.split():
            found.setdefault(word, set()).add(sort)
    return {word: frozenset(sorts) for word, sorts in found.items()}


def sorts_of_noun(noun: str) -> frozenset[str]:
    """The sorts of body that a noun may mean; empty where it is no noun of bodies that take up others."""
    return _sorts("sorts").get(noun, frozenset())


def is_own_name(noun: str) -> bool:
    """Whether a noun takes up only a body whose name has it: "the police"."""
    return noun in _words("own_name")


def sorts_of_name(words: tuple[str, ...]) -> frozenset[str]:
    """The sorts that the words of a name tell; empty where they tell none."""
    for word in (words[-1], *words[:-1]):
        if sorts := sorts_of_noun(word):
            return sorts
    signs = _sorts("signs")
    return next((signs[word] for word in reversed(words) if word in signs), frozenset())


def is_descriptive(word: str) -> bool:
    """Whether an adjective says what a body does or where it is, so that its name need not have it."""
    return word in _words("descriptive") or word.endswith(("-based", "-owned", "-run", "-backed", "-led", "-funded"))


@cache
def _words(table: str) -> frozenset[str]:
    return words_of("referring", f"{table}.words")
