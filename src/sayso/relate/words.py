"""The words of a text as they are compared: folded, stemmed, without those that carry nothing."""

import re
import unicodedata
from functools import cache, lru_cache

from sayso.lexicons import lexicon, words_of

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
POSSESSIVE = re.compile(r"['’]s?$")
# Endings, longest first, and what is left of a word at the least (after Porter, "An algorithm for suffix stripping", 1980;
# much shortened: for the comparison of short claims it is enough that inflected forms meet).
ENDINGS = (
    ("ations", "", 4), ("ation", "", 4), ("ments", "", 4), ("ment", "", 4), ("ingly", "", 4), ("edly", "", 4),
    ("ness", "", 4), ("ions", "", 4), ("ies", "y", 2), ("ied", "y", 2), ("ing", "", 3), ("ion", "", 4), ("ers", "", 4), ("ors", "", 5), ("or", "", 5),
    ("ed", "", 3), ("es", "", 3), ("ly", "", 3), ("er", "", 4), ("s", "", 3), ("e", "", 3),
)  # fmt: skip


def folded(text: str) -> str:
    """Lower case, without accents and with plain apostrophes."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(each for each in plain if not unicodedata.combining(each)).lower()


def words(text: str) -> list[str]:
    """The words of a text, folded, without possessive endings; numerals are words too."""
    return [POSSESSIVE.sub("", each) for each in WORD.findall(folded(text))]


@lru_cache(maxsize=65536)  # the words of some thousand articles
def stem(word: str) -> str:
    """What inflected forms of a word have in common; irregular forms as the lexicon has them."""
    single = word.removesuffix("s")
    return single if single in words_of("alike", "kept") else _bare(_irregular().get(word, word))


def _bare(word: str) -> str:
    for ending, instead, least in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least and not word.endswith("ss"):
            rest = word[: -len(ending)] + instead
            return rest[:-1] if len(rest) > 4 and rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest  # noqa: PLR2004 # "fall", "pass"
    return word


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


def themes(text: str) -> frozenset[str]:
    """What a text speaks of: the themes of its words that carry something, figures aside."""
    found = words(text)
    spaced = f" {' '.join(found)} "
    told = {f"={name}" for name, phrases in _phrases() for each in phrases if each in spaced}
    return frozenset(told | {theme(each) for each in found if is_content(each) and not each[0].isdigit()})


@cache
def _phrases() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, tuple(f" {each} " for each in listed)) for name, listed in lexicon("alike")["phrases"].items())


def is_content(word: str) -> bool:
    """Whether a word says something of what is claimed."""
    return word not in words_of("alike", "function") and (len(word) > 1 or word.isdigit())
