"""Titles and roles of persons: which words they are, and which ones stand around a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate.naming.capitals import Word
from sayso.lexicons import lexicon, words_of

DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "this", "that"})
PREPOSITIONS = words_of("grammar", "prepositions")
VERBS = words_of("grammar", "verbs") | words_of("classes", "past") | words_of("verbs", "finite")
RELATIVE = frozenset({"who", "whom", "whose", "which"})
CLOSING = frozenset({"", ",", ".", ";", ")", "\n", "\u201d", '"'})
WINDOW = 9  # words; a longer apposition is rare and a longer search finds other people's titles
COPULAS = frozenset({"is", "was", "became", "remains"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title or role as it stands beside a name, without its article."""

    text: str
    gender: str | None


@cache
def _roles() -> dict[str, str | None]:
    titles = lexicon("titles")
    roles: dict[str, str | None] = dict.fromkeys(titles["roles"]["any"])
    roles |= dict.fromkeys(titles["abbreviations"])
    for gender in ("m", "f"):
        roles |= dict.fromkeys([*titles["roles"][gender], *titles["honorifics"][gender]], gender)
    return roles


def is_role(low: str) -> bool:
    """Whether the word, in lower case, is a role or title of one person."""
    return low in _roles() or ("-" in low and low.rsplit("-", 1)[1] in _roles())


def gender_of(low: str) -> str | None:
    """The gender that a role or title tells ("m", "f"), if any."""
    return _roles().get(low)


@cache
def honorifics() -> frozenset[str]:
    """Titles that anybody has: "Mr", "Ms"."""
    listed = lexicon("titles")["honorifics"]
    return frozenset(listed["m"]) | frozenset(listed["f"])


def is_modifier(low: str) -> bool:
    """Whether the word may stand before a role as a part of the title."""
    return low in _modifiers()


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(lexicon("titles")["modifiers"]["words"])


def expand(low: str) -> str:
    """The word that a title's abbreviation stands for."""
    return str(lexicon("titles")["abbreviations"].get(low, low))


def title_before(text: str, words: Sequence[Word], index: int) -> Title | None:
    """The role right before a name ("the writer Ferdinand Bloch"), or set off by commas ("the mayor, Joris Vlek,")."""
    if index == 0:
        return None
    gap = text[words[index - 1].end : words[index].start]
    apart = gap == ", "
    if not (apart and _is_closed(text, words, index)) and gap not in {" ", "\u00a0"}:
        return None
    phrase = _phrase_before(text, words, index)
    head = _head(phrase)
    if head is None or (not apart and phrase[-1] is not head):
        return None
    return Title(text[phrase[0].start : phrase[-1].end], gender_of(head.low))


def _is_closed(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether the run of capitals that begins here is closed by a mark, as an apposition is: "the mayor, Joris Vlek,"."""
    last = index
    while (
        last + 1 < len(words) and last < index + WINDOW and text[words[last].end : words[last + 1].start] in {" ", ". "}
    ):
        if not words[last + 1].text[0].isupper() and len(words[last + 1].text) > 3:  # noqa: PLR2004 - particles are shorter
            break
        last += 1
    return text[words[last].end : words[last].end + 1] in CLOSING


def _phrase_before(text: str, words: Sequence[Word], index: int) -> list[Word]:
    """The words since the last determiner or possessive; without one, the role and its modifiers alone."""
    window: list[Word] = []
    for place in range(index - 1, max(-1, index - 1 - WINDOW), -1):
        word = words[place]
        after = text[word.end : word.end + 2].replace("\u2019", "'")
        if word.low in DETERMINERS and place and words[place - 1].low in PREPOSITIONS and _head(window) is None:
            window.insert(0, word)
            continue
        if word.low in DETERMINERS or (after.startswith("'s") and window):
            return window
        if window and text[word.end : window[0].start].strip():
            break
        if word.low in VERBS:
            break
        window.insert(0, word)
    kept = len(window)
    while kept and (is_role(window[kept - 1].low) or is_modifier(window[kept - 1].low)):
        kept -= 1
    return window[kept:]


def _head(phrase: Sequence[Word]) -> Word | None:
    """The role that a phrase is about: the last one before its first preposition."""
    head = None
    for word in phrase:
        if word.low in PREPOSITIONS:
            break
        if is_role(word.low):
            head = word
    return head


def title_after(text: str, words: Sequence[Word], index: int) -> Title | None:
    """The role in apposition after a name ("Maria Ortiz, the mayor"), or said of it ("Maria Ortiz is the mayor")."""
    place = index + 1
    if place >= len(words):
        return None
    gap = text[words[index].end : words[place].start]
    if gap == " " and words[place].low in COPULAS and place + 1 < len(words):
        place += 1
    elif gap not in {", ", " (", " – ", " — "}:
        return None
    phrase = _phrase_after(text, words, place)
    head = _head(phrase)
    if head is None or any(word.low in VERBS for word in phrase):
        return None
    return Title(text[phrase[0].start : phrase[-1].end], gender_of(head.low))


def _phrase_after(text: str, words: Sequence[Word], place: int) -> list[Word]:
    """The words up to the next punctuation mark or relative clause, without the first determiner."""
    phrase: list[Word] = []
    for word in words[place : place + WINDOW + 3]:
        if (
            phrase and text[phrase[-1].end : word.start].replace("\u2019", "'").strip() not in {"", "'s", ".", "&"}
        ) or word.low in RELATIVE:
            break
        phrase.append(word)
    return phrase[1:] if phrase and phrase[0].low in DETERMINERS else phrase
