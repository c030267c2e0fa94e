"""The words of a text as they are compared: folded, stemmed, without those that carry nothing."""

import re
import unicodedata
from functools import cache, lru_cache

from sayso.lexicons import lexicon, words_of
from sayso.relate.matching.stems import Stems

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
POSSESSIVE = re.compile(r"['’]s?$")
STEMS = Stems()


def folded(text: str) -> str:
    """Lower case, without accents and with plain apostrophes."""
    plain = text.replace("’", "'")
    if plain.isascii():
        return plain.lower()
    plain = unicodedata.normalize("NFKD", plain)
    accents = {ord(each): None for each in set(plain) if unicodedata.combining(each)}
    return (plain.translate(accents) if accents else plain).lower()


def words(text: str) -> list[str]:
    """The words of a text, folded, without possessive endings; numerals are words too."""
    return [POSSESSIVE.sub("", each) for each in WORD.findall(folded(text))]


@lru_cache(maxsize=65536)  # the words of some thousand articles
def stem(word: str) -> str:
    """What inflected forms of a word have in common; irregular forms as the lexicon has them."""
    single = word.removesuffix("s")
    return single if single in words_of("alike", "kept") else STEMS.of(_irregular().get(word, word))


@cache
def _irregular() -> dict[str, str]:
    return {form: head for head, forms in lexicon("alike")["irregular"].items() for form in forms.split()}


@lru_cache(maxsize=65536)
def theme(word: str) -> str:
    """The stem of a word, or the group of words that say the same as it does."""
    root = stem(word)
    return _groups().get(word) or _groups().get(root) or root


@cache
def _groups() -> dict[str, str]:
    groups: dict[str, str] = {}
    for name, members in lexicon("alike")["groups"].items():
        for each in members.split():
            groups.setdefault(each, f"={name}")
            groups.setdefault(stem(each), f"={name}")
    return groups


def themes(text: str, names: frozenset[str] = frozenset()) -> frozenset[str]:
    """What a text speaks of: the themes of its words that carry something, figures aside.

    `names` are folded words that name somebody or something: "Open Road" opens nothing.
    """
    found = words(text)
    spaced = f" {' '.join(found)} "
    told = {f"={name}" for name, phrases in _phrases("phrases") for each in phrases if each in spaced}
    for name, each in ((name, each) for name, idioms in _phrases("idioms") for each in idioms if each in spaced):
        told.add(f"={name}")
        found = spaced.replace(each, "  ").split()
        spaced = f" {' '.join(found)} "
    return frozenset(
        told
        | {stem(each) if each in names else theme(each) for each in found if is_content(each) and not each[0].isdigit()}
    )


def names_in(text: str) -> frozenset[str]:
    """The folded words that a text has with a capital inside its sentences, and nowhere without one."""
    capital, small = set(), set()
    for found in WORD.finditer(text):
        if found[0][0].islower():
            small |= set(words(found[0]))
        elif found[0][0].isupper() and goes_on(text[max(found.start() - 2, 0) : found.start()]):
            capital |= set(words(found[0]))
    return frozenset(capital - small)


def goes_on(before: str) -> bool:
    """Whether the two characters before a word say that no sentence begins with it."""
    return before[1:] == " " and (before[0].isalnum() or before[0] == ",")


@cache
def _phrases(table: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, tuple(f" {each} " for each in listed)) for name, listed in lexicon("alike")[table].items())


def is_content(word: str) -> bool:
    """Whether a word says something of what is claimed."""
    function = words_of("alike", "function")
    return word not in function and word.removesuffix("s") not in function and (len(word) > 1 or word.isdigit())
