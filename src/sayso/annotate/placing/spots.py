"""Where a text may name a place: stretches of capitalised words that a gazetteer or a lexicon has, and typed names that none has."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate.naming.capitals import Word, is_capital, particles, words_in
from sayso.annotate.placing.folding import AREA, ARTICLES, plain
from sayso.annotate.placing.listed import Listed, abbreviations, listed
from sayso.lexicons import lexicon, words_of
from sayso.model.document import Document, Span
from sayso.ports import Gazetteer, Known

LONGEST = 5  # words of a name
SHORTEST = 2  # letters of a name: "Ås" has two, and in one language or another every single letter is a village
JOINTS, OF_NAMES = words_of("places.types", "joints"), words_of("places.types", "of_names")
GAPS = frozenset({" ", "\u00a0", "\n", " \n", "\r\n", "-", ". ", "."})
AREA_TYPES = words_of("places.types", "level_admin1", "level_admin2")
STREETS = words_of("places.types", "streets")


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a sentence, hyphens resolved, and for each the first and last word of the run of capitals that it stands in."""

    words: Sequence[Word]
    capitals: Sequence[bool]
    runs: Sequence[tuple[int, int]]


@dataclass(slots=True, eq=False, kw_only=True)
class Spot:
    """A stretch that may name a place: words `first` to `last` of a line.

    `key` is its plain key, `type` the word in it or behind it that says what it is ("county", "region", "street"), `area` the key of the
    area that the rest names; `short` is what an abbreviation stands for. `known` says that a gazetteer or a lexicon has it, `worth` how
    much speaks for its naming a place, in logarithms of odds.
    """

    span: Span
    line: Line
    first: int
    last: int
    key: str
    area: str = ""
    type: str = ""
    short: Listed | None = None
    known: bool = True
    worth: float = 0.0


def lines_of(document: Document, sentences: Sequence[Span]) -> list[Line]:
    """The sentences as words and runs of capitals."""
    lines = []
    for sentence in sentences:
        words = [part for word in words_in(document.text, sentence.start, sentence.end) for part in _parts(word)]
        capitals = [is_capital(word) for word in words]
        lines.append(Line(words, capitals, _runs(document.text, words, capitals)))
    return lines


def _parts(word: Word) -> Iterator[Word]:
    """A word with hyphens as what it is made of: "Turin-based", "Franco-German", "Miami-Dade", but "al-Quds" as it is."""
    head, hyphen, tail = word.text.partition("-")
    if not hyphen or not head or not tail or head.casefold() in ARTICLES:
        yield word
        return
    cut = word.start + len(head)
    yield Word(word.start, cut, head, head.casefold().replace("\u2019", "'"))
    yield from _parts(Word(cut + 1, word.end, tail, tail.casefold().replace("\u2019", "'")))


def _runs(text: str, words: Sequence[Word], capitals: Sequence[bool]) -> list[tuple[int, int]]:
    """For each word the run of capitals that it stands in; small words join what is capitalised on both sides, "and" does not."""
    runs = [(index, index) for index in range(len(words))]
    first = 0
    while first < len(words):
        last = _end_of_run(text, words, capitals, first) if capitals[first] else first
        if last > first:
            runs[first : last + 1] = [(first, last)] * (last + 1 - first)
        first = last + 1
    return runs


def _end_of_run(text: str, words: Sequence[Word], capitals: Sequence[bool], first: int) -> int:
    last = first
    for index in range(first + 1, len(words)):
        if not (capitals[index] or words[index].low in OF_NAMES) or not follows(text, words, index):
            break
        if capitals[index]:
            last = index
    return last


def follows(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether nothing but a blank, or the dot of an abbreviation, stands before a word."""
    gap = text[words[index - 1].end : words[index].start]
    return gap in GAPS and ("." not in gap or words[index - 1].low in _shortened() or len(words[index - 1].text) == 1)


@cache
def _shortened() -> frozenset[str]:
    return words_of("places.types", "shortened")


def find_spots(
    document: Document, lines: Sequence[Line], gazetteer: Gazetteer
) -> tuple[list[Spot], Mapping[str, Sequence[Known]]]:
    """The spots of a text in order, none touching another, and what the gazetteer has under their keys."""
    grams = [list(_grams(document.text, line)) for line in lines]
    keys = {key for each in grams for *_, key in each}
    areas = {key for line, each in zip(lines, grams, strict=True) for key in _areas(line, each)}
    known = gazetteer.named({*keys, *areas})
    has = frozenset(listed().keys() | known.keys())
    spots: list[Spot] = []
    for line, each in zip(lines, grams, strict=True):
        by_start: dict[int, list[tuple[int, str]]] = {}
        for first, last, key in each:
            by_start.setdefault(first, []).append((last, key))
        spots.extend(_spots_of(document, line, by_start, has))
    return spots, known


def _grams(text: str, line: Line) -> Iterator[tuple[int, int, str]]:
    """Stretches that begin and end with a capital, with their keys."""
    words = line.words
    for first, capital in enumerate(line.capitals):
        if not capital or words[first].text[0].isdigit() or words[first].low in small():
            continue
        word, key = words[first], ""
        for last in range(first, min(len(words), first + LONGEST)):
            if last > first and not follows(text, words, last):
                break
            key += plain(words[last].text)
            if line.capitals[last]:
                if len(key) >= SHORTEST and (last > first or word.low not in never()) and key not in no_places():
                    yield first, last, key
            elif words[last].low not in JOINTS:
                break


def _areas(line: Line, grams: Iterable[tuple[int, int, str]]) -> Iterator[str]:
    """The keys of areas beside, before or inside whose names a word for an area stands."""
    words = line.words
    for first, last, key in grams:
        behind = last + 1 < len(words) and words[last + 1].low in AREA_TYPES
        if behind or (first > 1 and words[first - 1].low == "of" and words[first - 2].low in AREA_TYPES):
            yield AREA + key


@cache
def never() -> frozenset[str]:
    """Words that name no place by themselves: days, months, points of the compass."""
    return particles().never | words_of("places.context", "compass")


@cache
def small() -> frozenset[str]:
    """Small words that begin no name, though they begin sentences; "the" begins some."""
    lists = (
        "determiner",
        "pronoun",
        "object_pronoun",
        "preposition",
        "coordinator",
        "subordinator",
        "wh",
        "auxiliary",
        "to",
        "that",
    )
    return words_of("classes", *lists) - {"the", "am", "can", "mine"}


@cache
def no_places() -> frozenset[str]:
    """Keys of names that are somebody's seat and stand for him alone: "the White House"."""
    return frozenset(plain(name) for name in lexicon("places.context")["no_places"])


def _spots_of(
    document: Document, line: Line, grams: Mapping[int, list[tuple[int, str]]], has: frozenset[str]
) -> Iterator[Spot]:
    """From left to right the longest known stretch, or an abbreviation, or a name with the word for what it is."""
    index = 0
    for start in grams:
        spot = _at(document, line, start, grams, has) if start >= index else None
        if spot is not None:
            yield spot
            index = spot.last + 1


def _at(
    document: Document, line: Line, index: int, grams: Mapping[int, list[tuple[int, str]]], has: frozenset[str]
) -> Spot | None:
    here = grams[index]
    short = _abbreviation(document, line, index)
    if short is not None:
        return short
    for last, key in reversed(here):
        typed = _typed(document, line, index, last)
        if typed is not None and (typed.area in has or typed.key in has or typed.type in STREETS):
            return typed
        if key in has:
            return _spot(document, line, index, last, key)
    return None


def _spot(document: Document, line: Line, first: int, last: int, key: str) -> Spot:
    span = document.span(line.words[first].start, line.words[last].end)
    type_, area = _type_beside(document.text, line, first, last, key)
    return Spot(span=span, line=line, first=first, last=last, key=key, type=type_, area=area)


def _type_beside(text: str, line: Line, first: int, last: int, key: str) -> tuple[str, str]:
    """The word in lower case that says what is named: "Donetsk region", "the province of Aleppo"."""
    words = line.words
    if (
        last + 1 < len(words)
        and words[last + 1].low in AREA_TYPES
        and text[words[last].end : words[last + 1].start] == " "
    ):
        return words[last + 1].low, AREA + key
    if first > 1 and words[first - 1].low == "of" and words[first - 2].low in AREA_TYPES:
        return words[first - 2].low, AREA + key
    return "", ""


def _typed(document: Document, line: Line, first: int, last: int) -> Spot | None:
    """A stretch of which the last word says what it names: "Licking County", "Fourth Street"."""
    words = line.words
    low = words[last].low
    if last == first or (low not in AREA_TYPES and low not in STREETS) or not line.capitals[last - 1]:
        return None
    if low in STREETS and last + 1 < len(words) and line.capitals[last + 1] and follows(document.text, words, last + 1):
        return None
    end = words[last].end
    if low in STREETS and document.text[end : end + 1] == "." and low in _shortened():
        end += 1
    text = document.text
    return Spot(
        span=document.span(words[first].start, end),
        line=line,
        first=first,
        last=last,
        key=plain(text[words[first].start : words[last].end]),
        area=AREA + plain(text[words[first].start : words[last - 1].end]),
        type=low,
        known=low not in STREETS,
    )


def _abbreviation(document: Document, line: Line, index: int) -> Spot | None:
    """An abbreviation of a place that begins here: "W.Va.", behind a town and a comma also "OH"."""
    words, text = line.words, document.text
    anywhere, after_a_town = abbreviations()
    behind = index > 0 and line.capitals[index - 1] and text[words[index - 1].end : words[index].start] in {", ", "., "}
    start = words[index].start
    for last in range(min(len(words), index + 2) - 1, index - 1, -1):
        for end in (words[last].end + 1, words[last].end):
            written = text[start:end]
            short = anywhere.get(written) or (after_a_town.get(written) if behind else None)
            if short is not None:
                return Spot(
                    span=document.span(start, end), line=line, first=index, last=last, key=plain(written), short=short
                )
    return None
