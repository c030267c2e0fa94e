"""Spellings of one name: what transliteration and accents change, folded away, and given names that are one in two languages."""

import unicodedata
from functools import cache, lru_cache

from sayso.lexicons import lexicon

# What differs between the usual romanisations of Slavic, Arabic and Persian names (BGN/PCGN, ISO 9, ALA-LC, newspapers' own).
PAIRS = (
    ("shch", "sc"), ("sch", "s"), ("tch", "c"), ("dzh", "j"), ("dj", "j"), ("zh", "z"), ("kh", "h"), ("gh", "g"), ("ch", "c"), ("sh", "s"),
    ("ts", "c"), ("tz", "c"), ("ph", "f"), ("ck", "k"), ("ks", "x"), ("w", "v"), ("q", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ye", "e"),
    ("j", "i"), ("y", "i"),
)  # fmt: skip
SHORTEST = 5  # letters; shorter names fold into others
LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name in lower case with what spellings differ in folded away: "zelenski" of "zelenskyy" and of "zelensky"."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name.translate(LETTERS)) if letter.isalpha())
    if len(plain) >= SHORTEST:
        for long, short in PAIRS:
            plain = plain.replace(long, short)
    return "".join(letter for at, letter in enumerate(plain) if not at or plain[at - 1] != letter)


@cache
def _groups() -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for at, line in enumerate(lexicon("variants")["given"]["groups"]):
        for name in line.split():
            found.setdefault(name, set()).add(at)
    return found


def same_given(one: str, other: str) -> bool:
    """Whether two given names can be one: the same but for spelling, one the initial of the other, or one in two languages."""
    first, second = one.rstrip("."), other.rstrip(".")
    if first == second or (min(len(first), len(second)) == 1 and first[:1] == second[:1]):
        return True
    if _groups().get(first, set()) & _groups().get(second, set()):
        return True
    return min(len(first), len(second)) >= SHORTEST - 1 and folded(first) == folded(second)


def same_surname(one: str, other: str) -> bool:
    """Whether two surnames can be one but for spelling."""
    return one == other or (min(len(one), len(other)) >= SHORTEST and folded(one) == folded(other))
