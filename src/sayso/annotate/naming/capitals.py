"""Words as they stand in a text, and runs of capitalised words: what names are made of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from sayso.annotate.typography.paragraphs import WRAPPED_WIDTHS
from sayso.lexicons import lexicon

# Combining marks belong to their letter ("Nguyễn" may come decomposed); a possessive 's does not belong to its name.
WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W_][\w\u0300-\u036f]*(?:[-\u2010\u2011'\u2019](?!s(?!\w))[^\W_][\w\u0300-\u036f]*)*"
)
APOSTROPHES = ("'", "\u2019")
INITIAL_GAPS = frozenset({".", ". ", ".\u00a0"})
WIDEST_GAP = 3  # code points between the words of a name: " & ", ", " before "Jr"
MOST_PARTICLES = 3  # "van den der" is as long as they get
MONTHS_THAT_NAME = frozenset({"april", "august", "june", "may"})
LONGEST_RUN = 8  # words; longer runs of capitals in news are headlines and lists, not names


class Word(NamedTuple):
    """A word with its place in the text, without a possessive ending; `low` is for looking up, with a straight apostrophe."""

    start: int
    end: int
    text: str
    low: str


@dataclass(frozen=True, slots=True)
class Particles:
    """The small words of names."""

    inside: frozenset[str]
    leading: frozenset[str]
    prefixes: tuple[str, ...]
    suffixes: frozenset[str]
    never: frozenset[str]
    abbreviations: frozenset[str]


@cache
def particles() -> Particles:
    """The small words of names, from the lexicons."""
    names, titles = lexicon("names"), lexicon("titles")
    listed, never = names["particles"], names["never"]
    honorifics = titles["honorifics"]
    return Particles(
        frozenset(listed["inside"]),
        frozenset(listed["leading"]),
        tuple(prefix.replace("\u2019", "'") for prefix in listed["prefixes"]),
        frozenset(listed["suffixes"]),
        frozenset(word for words in never.values() for word in words),
        frozenset(titles["abbreviations"])
        | frozenset(honorifics["m"])
        | frozenset(honorifics["f"])
        | frozenset(listed["suffixes"]),
    )


def words_in(text: str, start: int, end: int) -> Iterator[Word]:
    """The words between two places of the text; a possessive 's is none."""
    for match in WORD.finditer(text, start, end):
        word = match[0]
        if word == "s" and text[match.start() - 1 : match.start()] in APOSTROPHES:
            continue
        low = word.casefold()
        yield Word(match.start(), match.end(), word, low.replace("\u2019", "'") if "\u2019" in low else low)


def is_capital(word: Word) -> bool:
    """Whether the word is written like a part of a name: "Kral", "O'Neill", "al-Assad", "J"."""
    first = word.text[0]
    if first.isupper() or first.istitle():
        return True
    if not word.low.startswith(particles().prefixes):
        return False
    return any(word.low.startswith(p) and word.text[len(p) : len(p) + 1].isupper() for p in particles().prefixes)


def _joins(text: str, one: Word, other: Word) -> bool:
    """Whether nothing but a blank, or the dot of an initial or abbreviation, stands between two words."""
    if other.start - one.end > WIDEST_GAP:
        return False
    gap = text[one.end : other.start]
    if gap in {" ", "\u00a0", " & "} or (
        gap.isspace() and "\n\n" not in gap and ("\n" not in gap or _goes_on(text, one.end))
    ):
        return True
    known = particles()
    short = len(one.text) == 1 or one.low in known.abbreviations
    return (short and gap in INITIAL_GAPS) or (gap == ", " and other.low in known.suffixes)


def _goes_on(text: str, end: int) -> bool:
    """Whether a line that ends here was broken for its length, as in mail and on terminals."""
    return end - text.rfind("\n", 0, end) - 1 in WRAPPED_WIDTHS


def _is_part(word: Word, run: Sequence[Word]) -> bool:
    """Whether the word may stand in a name; days and months may not, but for "Theresa May"."""
    if not is_capital(word) or word.text[0].isdigit():
        return False
    return word.low not in particles().never or (bool(run) and word.low in MONTHS_THAT_NAME)


def capital_runs(text: str, words: Sequence[Word], capitals: Sequence[int]) -> Iterator[list[Word]]:
    """Runs of capitalised words, with the particles inside them ("Ursula von der Leyen") and before them ("de Gaulle").

    `capitals` are the places of the words that are not all small: what stands between them is looked at only if it may join two.
    """
    run: list[Word] = []
    after = 0
    for at in capitals:
        if at < after:
            continue
        word = words[at]
        if not _is_part(word, run):
            if run:
                yield run
            run, after = [], at + 1
            continue
        pending = _particles_before(text, words, at, after)
        joined = (
            bool(run)
            and len(run) < LONGEST_RUN
            and (pending or at == after)
            and _joins(text, run[-1], (*pending, word)[0])
        )
        if run and not joined:
            yield run
        leads = joined or (bool(pending) and pending[0].low in particles().leading)
        run, after = [*(run if joined else ()), *(pending if leads else ()), word], at + 1
    if run:
        yield run


def _particles_before(text: str, words: Sequence[Word], at: int, after: int) -> list[Word]:
    """The particles that stand right before a word, back to a place: "von der"."""
    inside, first = particles().inside, at
    while (
        first > max(after, at - MOST_PARTICLES) and words[first - 1].low in inside and words[first - 1].text.islower()
    ):
        if not _joins(text, words[first - 1], words[first]):
            break
        first -= 1
    return list(words[first:at])
