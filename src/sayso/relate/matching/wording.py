"""A sentence, a title or a post as words: no links, marks or accents, tags and handles as the words they are made of."""

import re
import unicodedata
from dataclasses import dataclass

from sayso.lexicons import words_of

LONGEST = 512  # words of one text that count; the longest of 997 posts has 108, of 10,375 claims 120
END = 200  # characters in which a signature stands: a name has at most 80, a handle 30

LINK = re.compile(r"(?:https?://|pic\.twitter\.com/|www\.)\S*")
SIGNATURE = re.compile(
    r"[—–-] {0,2}(?P<name>[^—\n]{0,80})\((?P<handle>@\w{1,30})\)"
    r"(?: {1,2}(?P<month>[A-Z][a-z]{2,8}) \d{1,2}, (?P<year>\d{4}))?\s{0,9}\Z"
)
PICTURE = "pic.twitter.com/"  # what stands for a picture or a film under a post that was quoted as text
TAG = re.compile(r"[@#](\w+)")
PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\W_a-zA-Z0-9]+")  # of "NotreDameFire2019"
THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3})")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[$£€%]")
POSSESSIVE = re.compile(r"['’][sS]\Z")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
PAUSES = frozenset('.!?:;…\n"“”')  # what ends a part of a sentence that can be a claim by itself


@dataclass(frozen=True, slots=True)
class Word:
    """A word that tells what a text is about: as it is compared; was it written as a name inside the text; in which part it stands."""

    form: str
    capital: bool = False
    part: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What is looked for: its text without links and signature, and as words; who signed it, when, and whether a picture goes with it."""

    plain: str
    words: list[Word]
    signature: list[Word]
    month: str | None
    year: str | None
    pictured: bool


def read_words(text: str) -> list[Word]:
    """The words of a claim or a title, those aside that only grammar needs; at most `LONGEST`."""
    text = THOUSANDS.sub("", text)
    found: list[Word] = []
    end = part = 0
    for match in WORD.finditer(text):
        written = match[0]
        if not PAUSES.isdisjoint(text[end : match.start()]):
            part += 1
        form = fold(written)
        if form and form not in dull():
            found.append(Word(form, end > 0 and written[0].isupper(), part))
            if len(found) == LONGEST:
                break
        end = match.end()
    return found


def read_post(text: str) -> Post:
    """A sentence, or a post with its signature ("— Ada Bell (@adabell) May 1, 2026")."""
    signature = SIGNATURE.search(text, max(0, len(text) - END))
    signed = ""
    if signature:
        text, signed = text[: signature.start()], f"{signature['name']} {signature['handle']}"
    plain = opened(LINK.sub(" ", text))
    return Post(
        plain=plain,
        words=read_words(plain),
        signature=read_words(opened(signed)),
        month=signature["month"].lower() if signature and signature["month"] else None,
        year=signature["year"] if signature else None,
        pictured=PICTURE in text,
    )


def opened(text: str) -> str:
    """The text with its tags and handles as words: "#NotreDameFire" is "Notre Dame Fire"."""
    return TAG.sub(lambda tag: f" {' '.join(PART.findall(tag[1]))} ", text)


def fold(written: str) -> str:
    """A word as it is compared: no case, no accents, no possessive."""
    if written.isascii() and written.isalnum():
        return written.lower()
    letters = unicodedata.normalize("NFKD", POSSESSIVE.sub("", written)).casefold()
    return "".join(letter for letter in letters if letter not in "'’" and not unicodedata.combining(letter))


def dull() -> frozenset[str]:
    """Words that do not tell what a text is about."""
    return words_of("matching", "grammatical", "of_posts")
