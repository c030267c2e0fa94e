"""Where a text may name a place: stretches of capitalised words that a gazetteer or a lexicon has, and typed names that none has."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from sayso.annotate.naming.capitals import particles
from sayso.annotate.naming.name_words import name_words
from sayso.annotate.placing.folding import AREA, plain
from sayso.annotate.placing.forms import (
    ABBREVIATED,
    abbreviated,
    beside_a_type,
    share_types,
    with_a_number,
    with_a_type,
)
from sayso.annotate.placing.lines import AREA_TYPES, JOINTS, Line, Spot, follows
from sayso.annotate.placing.listed import listed
from sayso.lexicons import lexicon, words_of
from sayso.model.document import Document
from sayso.ports.gazetteer import Gazetteer, Known

LONGEST = 5  # words of a name
SHORTEST = 2  # letters of a name: "Ås" has two, and in one language or another every single letter is a village


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
    share_types(document.text, spots, known)
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
    words, plurals = line.words, lexicon("places.types")["plurals"]
    listing = any(word.low in plurals for word in words)
    for first, last, key in grams:
        low = words[last + 1].low if last + 1 < len(words) else ""
        behind = first > 1 and words[first - 1].low == "of" and words[first - 2].low in AREA_TYPES
        if listing or behind or low in AREA_TYPES or low in ABBREVIATED:
            yield AREA + key


@cache
def never() -> frozenset[str]:
    """Words that name no place by themselves: days, months, points of the compass."""
    states = frozenset(lexicon("names")["never"]["states"])
    return (particles().never - states) | words_of("places.context", "compass") | (name_words().named - {"vatican"})


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
    short = abbreviated(document, line, index) or with_a_number(document, line, index)
    if short is not None:
        return short
    for last, key in reversed(here):
        typed = with_a_type(document, line, index, last, has)
        if typed is not None and (typed.key in has or not typed.known or typed.area in has):
            return typed
        if key in has or AREA + key in has:
            return beside_a_type(document, line, index, last, key)
    return None
