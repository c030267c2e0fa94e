"""Titles and roles of persons: which words they are, and which ones stand around a name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate.naming.capitals import Word, is_capital
from sayso.annotate.naming.nations import nation_of
from sayso.lexicons import lexicon, words_of

DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "this", "that"})
PREPOSITIONS = words_of("grammar", "prepositions")
VERBS = words_of("grammar", "verbs") | words_of("classes", "past") | words_of("verbs", "finite")
RELATIVE = frozenset({"who", "whom", "whose", "which"})
CLOSING = frozenset({"", ",", ".", ";", ")", "\n", "\u201d", '"'})
WINDOW = 9  # words; a longer apposition is rare and a longer search finds other people's titles
COPULAS = frozenset({"is", "was", "became", "remains"})
NAMING = frozenset({"called", "named"})
POSSESSIVES = words_of("classes", "possessive")
MOST_TITLES = 2  # "the first witness, skipper Deirdre Lavelle": a third is an enumeration


@dataclass(frozen=True, slots=True)
class Title:
    """A title or role as it stands beside a name, without its article; `owner` is the possessive pronoun before it."""

    text: str
    gender: str | None
    owner: str = ""


@cache
def _roles() -> dict[str, str | None]:
    titles = lexicon("titles")
    roles: dict[str, str | None] = dict.fromkeys(titles["roles"]["any"])
    roles |= dict.fromkeys([*titles["roles"]["more"].split(), *titles["abbreviations"]])
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


def titles_before(text: str, words: Sequence[Word], index: int) -> Iterator[Title]:
    """The roles before a name, nearest first: "the writer Ferdinand Bloch", "the mayor, Joris Vlek,", "a boy called Joris Vlek"."""
    called = index > 1 and words[index - 1].low in NAMING and text[words[index - 1].end : words[index].start] == " "
    place, closed = index - called, index
    if place and words[place - 1].low == "the" and text[words[place - 1].end : words[place].start] == " ":
        place -= 1  # "the vicar, the Rev Winifred Sale,"
    for _ in range(MOST_TITLES):
        found = _title_before(text, words, place, closed)
        if found is None:
            return
        phrase, head = found
        last, place = place, place - len(found[0])
        yield Title(text[phrase[0].start : words[last - 1].end], gender_of(head.low), _owner(text, words, place))
        if not place or text[words[place - 1].end : words[place].start] != ", ":
            return


def _title_before(text: str, words: Sequence[Word], index: int, closed: int) -> tuple[list[Word], Word] | None:
    """The words of the role that ends before a place, and its head."""
    if index == 0:
        return None
    gap = text[words[index - 1].end : words[index].start]
    apart = gap == ", "
    if not (apart and _is_closed(text, words, closed)) and gap not in {" ", "\u00a0"}:
        return None
    if not apart and not is_role(words[index - 1].low):
        return None
    phrase = _phrase_before(text, words, index)
    head = _head(phrase)
    if head is None or (not apart and phrase[-1] is not head):
        return None
    return phrase, head


def _owner(text: str, words: Sequence[Word], first: int) -> str:
    """The possessive pronoun right before a phrase."""
    before = words[first - 1] if first else None
    return before.low if before and before.low in POSSESSIVES and text[before.end : words[first].start] == " " else ""


def _is_closed(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether the run of capitals that begins here is closed by a mark, as an apposition is: "the mayor, Joris Vlek,"."""
    last = index
    while (
        last + 1 < len(words) and last < index + WINDOW and text[words[last].end : words[last + 1].start] in {" ", ". "}
    ):
        if not is_capital(words[last + 1]) and len(words[last + 1].text) > 3:  # noqa: PLR2004 - particles are shorter
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
    while kept and (is_role(window[kept - 1].low) or _is_adjective(window[kept - 1].low)):
        kept -= 1
    return window[kept:]


def _is_adjective(low: str) -> bool:
    """Whether the word may stand before a role without an article: "Socialist deputy", "Polish coach"."""
    return is_modifier(low) or nation_of(low) is not None or low in words_of("sources", "parties")


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
    if gap == ", " and words[place].low.isdigit() and place + 1 < len(words):
        place, gap = place + 1, text[words[place].end : words[place + 1].start]
    if gap == " " and words[place].low in COPULAS and place + 1 < len(words):
        place += 1
    elif gap not in {", ", " (", " – ", " — "}:
        return None
    phrase = _phrase_after(text, words, place)
    head = _head(phrase)
    if head is None or any(word.low in VERBS for word in phrase):
        return None
    before = words[place].low
    return Title(text[phrase[0].start : phrase[-1].end], gender_of(head.low), before if before in POSSESSIVES else "")


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
