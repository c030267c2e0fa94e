"""What stands around a name and tells what it is: a person, a body or a place."""

from collections.abc import Sequence

from sayso.annotate.naming.capitals import Word
from sayso.annotate.naming.name_words import given_gender, name_words
from sayso.annotate.naming.sorts import sorts_of_name
from sayso.annotate.naming.titles import VERBS, is_role
from sayso.lexicons import words_of
from sayso.model.entity import EntityKind

INSIDE = frozenset(
    {
        "in",
        "near",
        "outside",
        "across",
        "above",
        "off",
        "around",
        "throughout",
        "inside",
        "into",
        "toward",
        "towards",
    }
)
NEUTRAL = words_of("titles", "neutral")  # roles that a body has as often as a person
AGES = range(3, 111)  # a number after a name and a comma that is smaller or larger is none
ACRONYM = 7  # letters; a longer word in capitals is a shout, a surname or a place
WHO = (", who ", " who is", " who wa", " who ha")
PLACES = words_of("names", "places")
AIMED = words_of("names", "aimed")


def kind_of_titled(titles: Sequence[str], run: Sequence[Word], age: int | None) -> EntityKind | None:
    """A person, but for "the operator, Metroline," whose role is also a noun of bodies and whose name is no person's."""
    roles, bodies = [title.casefold().split()[-1] for title in titles], name_words().bodies | NEUTRAL
    if not roles or age is not None or any(role not in bodies for role in roles):
        return EntityKind.PERSON
    lows = tuple(word.low for word in run)
    if NEUTRAL.issuperset(roles) and given_gender(lows) is None:
        return None
    told = bool(sorts_of_name(lows))
    return EntityKind.ORGANISATION if told or len(run) == 1 else EntityKind.PERSON


def age_after(text: str, words: Sequence[Word], last: int) -> int | None:
    """The age that stands after a name: "Marta Quill, 34, ..."."""
    if last + 1 >= len(words) or not words[last + 1].low.isascii() or not words[last + 1].low.isdecimal():
        return None
    number = words[last + 1]
    gap, after = text[words[last].end : number.start], text[number.end : number.end + 1]
    fits = gap in {", ", " ("} and after in {",", ")", "."} and len(number.low) <= len("100")
    return int(number.low) if fits and int(number.low) in AGES else None


def kind_told(text: str, words: Sequence[Word], at: tuple[int, int], gender: str | None) -> EntityKind | None:
    """What the words around a name, those from `at[0]` to `at[1]` of its sentence, and its own form tell; None for nothing."""
    first, last = at
    run = words[first : last + 1]
    before = words[first - 1].low if first and not text[words[first - 1].end : run[0].start].strip() else ""
    acronym = len(run) == 1 and run[0].text.isupper() and 1 < len(run[0].text) < ACRONYM
    joined = any(text[word.end : word.end + len(" & ")] == " & " for word in run[:-1])
    if joined or is_role(_before_at(words, first)):
        return EntityKind.ORGANISATION
    if _is_dateline(text, run):
        return EntityKind.PLACE
    if gender is not None:
        return EntityKind.PERSON
    if acronym or (before == "the" and not _is_attribute(text, words, first, last)):
        return EntityKind.ORGANISATION
    if before in INSIDE or _is_place(words, first, last):
        return EntityKind.PLACE
    return EntityKind.PERSON if text.startswith(WHO, run[-1].end) else None


def _is_attribute(text: str, words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a name of several words stands before a noun that "the" belongs to: "the Art Vance campaign"."""
    if first == last or last + 1 >= len(words):
        return False
    following = words[last + 1]
    return text[words[last].end : following.start] == " " and following.text.islower() and following.low not in VERBS


def _is_dateline(text: str, run: Sequence[Word]) -> bool:
    """Whether a name is the place in capitals that a text begins with."""
    if run[0].start or not text[: run[-1].end].isupper():
        return False
    return len(run) > 1 or len(run[0].text) >= ACRONYM


def _is_place(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a name is that of a road or river, or stands after "the dam at"."""
    if words[last].low in PLACES and last > first:
        return True
    at = _before_at(words, first)
    return bool(at) and at not in AIMED and words[last].low not in name_words().given


def _before_at(words: Sequence[Word], first: int) -> str:
    """The word before an "at" that stands before a name: "engineer" of "an engineer at Lumen"; nothing without "at"."""
    return words[first - 2].low if first > 1 and words[first - 1].low == "at" else ""
