"""Proper names of a text: bare, with the titles that introduce them and what those tell of kind and gender.

The titles come from the words before ("Bishop Tomasz Kral", "the writer Ferdinand Bloch", "the mayor, Joris Vlek,") and after
("Maria Ortiz, the mayor"). A capital at the start of a sentence or headline makes no name by itself.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.annotate.naming.bodies import is_body, join_bodies
from sayso.annotate.naming.capitals import MONTHS_THAT_NAME, Word, capital_runs, particles
from sayso.annotate.naming.name_words import given_gender, name_words
from sayso.annotate.naming.nations import is_people, nations
from sayso.annotate.naming.surroundings import age_after, kind_of_titled, kind_told
from sayso.annotate.naming.titles import (
    DETERMINERS,
    gender_of,
    honorifics,
    is_modifier,
    is_role,
    title_after,
    titles_before,
)
from sayso.annotate.naming.wording import Line, Wording
from sayso.lexicons import words_of
from sayso.model.document import Document, Span
from sayso.model.entity import EntityKind

HEADLINE_CAPITALS = (
    0.7  # a line of five words without a full stop and with so many capitals is a headline in title case
)
HEADLINE_WORDS = 5
OPENERS = frozenset("\"'“”‘«„‹›»:•*-–—([\n")
BEFORE_A_MONTH = frozenset(
    {"in", "on", "by", "since", "until", "of", "from", "to", "last", "next", "early", "late", "this", "mid", "and"}
)


class Name(NamedTuple):
    """A bare name where it stands; `kind` is null where nothing tells, `gender` is "m" or "f" where a title tells.

    `article` says that an article stands before it, `heading` that it stands in a line in title case, `opening` that
    its capital may be the sentence's own, `owner` is the possessive pronoun before its title ("her husband, Karl Dahl"), `told` says that a title tells the gender and not the given name alone.
    """

    span: Span
    words: tuple[str, ...]
    titles: tuple[str, ...] = ()
    gender: str | None = None
    kind: EntityKind | None = None
    article: bool = False
    heading: bool = False
    opening: bool = False
    owner: str = ""
    age: int | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a text in their order, with the places where they begin."""

    all: tuple[Name, ...]
    starts: list[int]

    def within(self, start: int, end: int, most: int) -> list[Name]:
        """The names that lie wholly in a stretch, up to a number of them."""
        first = bisect_left(self.starts, start)
        last = first
        while last < len(self.all) and last - first < most and self.all[last].span.end <= end:
            last += 1
        return list(self.all[first:last])


def find_names(wording: Wording) -> Names:
    """Every proper name in the sentences of a text, in their order."""
    found = [name for line in wording.lines if _has_names(line) for name in _names_of(wording, line)]
    surnames = {name.words[-1] for name in found if len(name.words) > 1}
    kept = tuple(name for name in found if len(name.words) > 1 or name.words[0] in surnames or _may_name(name))
    return Names(kept, [name.span.start for name in kept])


def _has_names(line: Line) -> bool:
    """Whether a sentence has more capitals than that of a function word at its start."""
    return len(line.capitals) > 1 or (
        bool(line.capitals) and (line.capitals[0] > 0 or line.words[0].low not in name_words().function)
    )


def _may_name(name: Name) -> bool:
    """Whether a single word is no office and no word for where somebody is from: "the Belgian" is no name."""
    word = name.words[0]
    return not is_role(word) and not (
        name.article and (word in nations().people or word in words_of("sources", "parties"))
    )


def _names_of(wording: Wording, line: Line) -> Iterator[Name]:
    document, words = wording.document, line.words
    text = document.text
    end = text[words[-1].end : words[-1].end + len(".\n")]
    closed = end[:1] == "." and (words[0].start > 0 or end != ".\n")
    heading = not closed and len(words) >= HEADLINE_WORDS and len(line.capitals) >= HEADLINE_CAPITALS * len(words)
    runs = [
        part for run in capital_runs(text, line.words, line.capitals) for part in _split(text, run, heading=heading)
    ]
    at = 0
    for run in join_bodies(text, runs):
        trimmed = _trim(wording, run, words[0].start)
        if trimmed:
            first = at = _at(words, trimmed[0].start, at)
            last = at = _at(words, trimmed[-1].start, at)
            name = _name(document, words, first - _named_like_a_month(text, words, first), last)
            if name is not None:
                yield name if not heading else Name(span=name.span, words=name.words, heading=True, kind=name.kind)


def _at(words: Sequence[Word], start: int, at: int) -> int:
    """The place in a sentence, not before `at`, of the word that begins there."""
    while words[at].start < start:
        at += 1
    return at


def _named_like_a_month(text: str, words: Sequence[Word], first: int) -> bool:
    """Whether the month before a run of capitals is its given name: "the auditor, May Bright", not "in May Harle flooded"."""
    if first == 0 or words[first - 1].text.casefold() not in MONTHS_THAT_NAME or not words[first - 1].text[0].isupper():
        return False
    if (
        text[words[first - 1].end : words[first].start] != " "
        or is_role(words[first].low)
        or is_modifier(words[first].low)
    ):
        return False
    before = words[first - 2] if first > 1 else None
    return before is None or (before.low not in BEFORE_A_MONTH and not before.text.isdigit())


def _split(text: str, run: list[Word], *, heading: bool) -> Iterator[list[Word]]:
    """The run without function words: those before a name, and all in a headline ("Mayor Says Budget Is Safe")."""
    part: list[Word] = []
    function = name_words().function
    for word in run:
        if word.low == "new" and text[word.end : word.end + 1] == " " and _next_word(run, word).low in AFTER_NEW:
            part.append(word)
            continue
        if not part and is_people(word.low) and _next_word(run, word).low in name_words().given:
            continue  # "Democrats Ada Bell and Ida Roy"
        initial = (len(word.text) == 1 and text[word.end : word.end + 1] == ".") or (word.text == "US" and not heading)
        if word.low in function and not initial and word.text[0].isupper() and (heading or not part):
            if part:
                yield part
            part = []
        else:
            part.append(word)
    if part:
        yield part


def _next_word(run: Sequence[Word], word: Word) -> Word:
    """The word of the run after this one, or the last."""
    return run[min(run.index(word) + 1, len(run) - 1)]


def _trim(wording: Wording, run: list[Word], start: int) -> list[Word]:
    """The run without a first word that has its capital from the sentence alone."""
    known, text, first = name_words(), wording.document.text, run[0]
    if not _opens(text, first, start) or first.low in known.given or is_role(first.low) or is_modifier(first.low):
        return run
    if len(run) == 1 and first.low.endswith("ly") and text[first.end : first.end + 1] == ",":
        return []
    if first.low in wording.vocabulary or first.low in known.common:
        return run[1:]
    return run[1:] if len(run) == 1 and _is_common(wording, first.low) else run


def _is_common(wording: Wording, low: str) -> bool:
    """Whether a word is one that is more often written small, or the singular or plural of one that the text writes small."""
    if low in wording.capitals:
        return False
    known, one = name_words().common, low.removesuffix("s")
    if {one, one + "s"} & wording.vocabulary or low in words_of("common", "words"):
        return True
    if low.endswith("ies"):
        return low.removesuffix("ies") + "y" in known
    if low.endswith("men"):
        return is_role(low.removesuffix("men") + "man")
    return one in known or low.removesuffix("es") in known or low.endswith("people")


def _opens(text: str, word: Word, start: int) -> bool:
    """Whether the word opens its sentence, a quotation, or what follows a colon or dash."""
    if word.start == start:
        return True
    before = text[max(0, word.start - 2) : word.start]
    return bool(before) and (before[-1] in OPENERS or (before[-1] == " " and before[0] in OPENERS))


def _name(document: Document, words: list[Word], first: int, last: int) -> Name | None:
    """The bare name of a run, with the titles in it and around it."""
    known, run = name_words(), words[first : last + 1]
    if is_body(run):
        return _plain(document, words, first, last, EntityKind.ORGANISATION)
    if len(run) == 1 and run[0].low in known.surnames and not _follows_determiner(document.text, words, first):
        return _plain(document, words, first, last, None)
    bare = first + _title_length(run)
    if _is_role_alone(run, untitled=bare == first):
        return None
    return _person(document, words, (first, bare, last)) or _plain(document, words, bare, last, None)


def _is_role_alone(run: Sequence[Word], *, untitled: bool) -> bool:
    """Whether a run of capitals names an office and nobody: "Prime Minister", "Public Affairs Specialist"."""
    known, last = name_words(), run[-1].low
    if untitled and len(run) > 1 and is_role(last) and last not in known.surnames and last not in known.given:
        return True
    return all(is_role(word.low) or is_modifier(word.low) for word in run)


def _person(document: Document, words: list[Word], places: tuple[int, int, int]) -> Name | None:
    """A name with titles before, in or after its run of capitals; None where it has none."""
    first, bare, last = places
    text, run = document.text, words[first : places[1]]
    after = title_after(text, words, last)
    around = [*titles_before(text, words, first), *((after,) if after else ())]
    titles = (*_title_text(text, run), *(title.text for title in around))
    age = age_after(text, words, last)
    if not titles and bare == first and age is None:
        return None
    told = [*(gender_of(word.low) for word in run), *(title.gender for title in around)]
    given = given_gender([word.low for word in words[bare : last + 1]]) if last > bare else None
    return Name(
        span=document.span(words[bare].start, words[last].end),
        words=tuple(word.low for word in words[bare : last + 1]),
        titles=titles,
        gender=next((gender for gender in told if gender), given),
        kind=kind_of_titled(titles, words[bare : last + 1], age),
        owner=next((title.owner for title in around if title.owner), ""),
        age=age,
        told=any(told),
    )


def _follows_determiner(text: str, words: Sequence[Word], first: int) -> bool:
    return (
        first > 0
        and words[first - 1].low in DETERMINERS
        and not text[words[first - 1].end : words[first].start].strip()
    )


def _title_length(run: Sequence[Word]) -> int:
    """How many words of the run are titles: "Assistant Police Chief" of "Assistant Police Chief Jeremy Vance"."""
    if run[0].low in name_words().given:
        return 0
    known, suffixes = name_words(), particles().suffixes
    given = next((index for index, word in enumerate(run) if word.low in known.given), len(run))
    for index in range(min(len(run) - 2, given), -1, -1):
        low = run[index].low
        if is_role(low) and run[index + 1].low not in suffixes and not (index and low in known.surnames):
            return index + 1
    return 0


def _title_text(text: str, run: Sequence[Word]) -> Iterator[str]:
    """The titles as they stand, without "Mr" and the like, which are no office."""
    kept = [word for word in run if gender_of(word.low) is None or word.low not in honorifics()]
    if kept:
        yield text[kept[0].start : kept[-1].end]


def _plain(document: Document, words: list[Word], first: int, last: int, kind: EntityKind | None) -> Name:
    """A name with nothing beside it that introduces a person."""
    text, run = document.text, words[first : last + 1]
    before = words[first - 1].low if first and not text[words[first - 1].end : run[0].start].strip() else ""
    gender = given_gender([word.low for word in run]) if len(run) > 1 else None
    kind = kind or kind_told(text, words, (first, last), gender)
    return Name(
        span=document.span(run[0].start, run[-1].end),
        words=tuple(word.low for word in run),
        gender=gender if kind is EntityKind.PERSON else None,
        kind=kind,
        article=before in {"the", "a", "an"},
        opening=len(run) == 1 and _opens(text, run[0], words[0].start),
    )


AFTER_NEW = words_of("names", "after_new")
