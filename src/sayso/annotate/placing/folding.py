"""Names of places as keys: spellings that differ in marks, script or system of romanisation alone have one key.

`plain` is for every name. `loose` joins the systems by which one name is written in Latin letters: for Cyrillic BGN/PCGN,
ISO 9, ALA-LC and the Ukrainian national system of 2010 ("Krasnoarmiisk", "Krasnoarmeĭsk", "Krasnoarmijs'k"), for Arabic and
Persian BGN/PCGN, ALA-LC and the habits of newspapers ("Khan Younis", "Khān Yūnis"). Loose keys begin with a mark of their family,
so that no plain key equals one; a gazetteer keeps them for the countries of that family alone.
"""

import re
import unicodedata
from functools import lru_cache

from sayso.lexicons import lexicon

SLAVIC, ARABIC, AREA = "~", "^", "="
LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "ə": "a", "ħ": "h"}
)
SHORT = {"saint": "st", "sainte": "st", "mount": "mt", "fort": "ft"}  # written either way
WORD = re.compile(r"[^\W_]+")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
JOINED = re.compile(r"['\u2019\u2018`\u02bc\u02b9\u02bb.]")
MOST = 120  # code points of a name that are looked at
# One letter or sound of the languages that are written in Cyrillic, however it is romanised.
SLAVIC_SOUNDS = (
    (re.compile("shch|stch|sch"), "sc"),
    (re.compile("zh"), "z"),
    (re.compile("tch|ch|ts|tz"), "c"),
    (re.compile("sh"), "s"),
    (re.compile("kh|gh|h"), "g"),
    (re.compile("x"), "ks"),
    (re.compile("w"), "v"),
    (re.compile("q"), "k"),
    (re.compile("[yij]o"), "e"),
    (re.compile("[yij]+(?=[aeu])"), ""),
    (re.compile("[yij]+"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
# The same of Arabic and Persian: short vowels and the article are written in as many ways as there are newspapers.
ARABIC_SOUNDS = (
    (re.compile("kh"), "k"),
    (re.compile("gh"), "g"),
    (re.compile("dh"), "d"),
    (re.compile("th"), "t"),
    (re.compile("sh|ch"), "s"),
    (re.compile("dj|j"), "g"),
    (re.compile("[qc]"), "k"),
    (re.compile("p"), "b"),
    (re.compile("ou|oo|[ouw]"), "u"),
    (re.compile("ee|e[iy]|a[iy]|iy|[eiy]"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile("(?<=..)[hia]h?$"), "a"),
)
ARTICLES = frozenset(
    [
        "al",
        "el",
        "as",
        "es",
        "ash",
        "esh",
        "ad",
        "ed",
        "ar",
        "er",
        "an",
        "en",
        "at",
        "et",
        "az",
        "ez",
        "adh",
        "ath",
        "ul",
    ]
)


@lru_cache(maxsize=16_384)
def plain(name: str) -> str:
    """Letters and digits in lower case, without marks, blanks and hyphens: "Saint-Étienne" is "stetienne"."""
    return "".join(_words(name))


@lru_cache(maxsize=4096)
def loose(name: str) -> tuple[str, ...]:
    """The loose keys: as if romanised from Cyrillic, and as if from Arabic; Cyrillic letters themselves give the first alone."""
    words = _words(name)
    slavic = SLAVIC + _sound("".join(words), SLAVIC_SOUNDS)
    if CYRILLIC.search(name[:MOST]):
        return (slavic,)
    bare = [word for word in words if word not in ARTICLES]
    return slavic, ARABIC + _sound("".join(bare or words), ARABIC_SOUNDS)


def keys_of(name: str) -> tuple[str, ...]:
    """Every key under which a name may stand in a gazetteer, the closest first."""
    key = plain(name)
    return (key, *loose(name)) if key else ()


def _words(name: str) -> list[str]:
    text = romanise(JOINED.sub("", name[:MOST].casefold())).translate(LETTERS)
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return [SHORT.get(word, word) for word in WORD.findall(bare)]


def romanise(text: str) -> str:
    """Cyrillic letters in lower case as Latin ones: by the Ukrainian table where a letter is Ukrainian alone, else the Russian."""
    if not CYRILLIC.search(text):
        return text
    tables = lexicon("places.romanisation")
    ukrainian = any(letter in text for letter in tables["only"]["ukrainian"])
    table = tables["russian"] | (tables["ukrainian"] if ukrainian else {})
    return "".join(table.get(letter, letter) for letter in unicodedata.normalize("NFC", text))


def _sound(key: str, sounds: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, sound in sounds:
        key = pattern.sub(sound, key)
    return key
