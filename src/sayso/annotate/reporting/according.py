"""Attributions by a phrase: "according to", "in the words of", "as … put it", "per an audit"."""

from sayso.annotate.reporting.ranges import Range
from sayso.annotate.reporting.relations import Relation
from sayso.annotate.reporting.sources import source_after, source_before
from sayso.annotate.reporting.units import Unit, without_stop
from sayso.annotate.reporting.words import Words
from sayso.lexicons import words_of

PHRASES = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("in", "the", "opinion", "of"),
    ("in", "the", "view", "of"),
)
# Share of such phrases that PolNeAR train has as cues: 406 of 427.
CONFIDENCE = 0.95
# What one acts according to without its having said anything.
NO_SOURCES = words_of("reporting", "no_sources")
PUTS = frozenset(("put", "puts", "sees", "saw", "tells", "told"))
POSSESSIVES = words_of("classes", "possessive")
STARTS = frozenset(phrase[0] for phrase in PHRASES) | {"as", "per"}


def by_phrase(words: Words, unit: Unit) -> list[Relation]:
    """The relations that such phrases make in a unit."""
    found = []
    for index in range(unit.low, unit.high - 2):
        if words.lowers[index] in STARTS and words.quoted[index] < 0:
            relation = _relation(words, unit, index)
            if relation:
                found.append(relation)
    return found


def _relation(words: Words, unit: Unit, index: int) -> Relation | None:
    found = _source_and_end(words, unit, index)
    if found is None:
        return None
    source, cue, after = found
    content = _content(words, unit, index, after)
    if not content:
        return None
    return Relation(
        source=(source,),
        cue=cue,
        content=content,
        rule="phrase",
        confidence=CONFIDENCE,
        words=tuple(words.lowers[start] for start, _ in cue),
    )


def _source_and_end(words: Words, unit: Unit, index: int) -> tuple[Range, tuple[Range, ...], int] | None:
    """The source, the cue and the first word after both, where one of the phrases begins at a word."""
    for phrase in PHRASES:
        if tuple(words.lowers[index : index + len(phrase)]) == phrase:
            source = source_after(words, index + len(phrase), unit.high)
            if source is None or words.lowers[source[0]] in NO_SOURCES:
                return None
            if index == unit.low or words.tags[index - 1] in ",H":
                source = _without_clause(words, source, unit.high)
                if index == unit.low and source[1] >= unit.high - 1:
                    source = _before_first_comma(words, source)
                if index > unit.low + 1 and words.tags[index - 2] in "XV":
                    source = _before_complement(words, source)
            return source, ((index, index + len(phrase)),), source[1]
    if words.lowers[index] == "in" and (own := _own_words(words, index)):
        return (index + 1, index + 2), ((index, own),), own
    if (
        words.lowers[index] == "per"
        and words.text[words.starts[index]] == "p"
        and words.tags[index - 1 : index] == [","]
    ):
        source = source_after(words, index + 1, unit.high)
        return (source, ((index, index + 1),), source[1]) if source else None
    if words.lowers[index] == "as":
        return _as_put(words, unit, index)
    return None


def _own_words(words: Words, index: int) -> int | None:
    """The word behind "in her words", "in his own words"."""
    after = index + 2 + (words.lowers[index + 2 : index + 3] == ["own"])
    return (
        after + 1 if words.lowers[index + 1] in POSSESSIVES and words.lowers[after : after + 1] == ["words"] else None
    )


def _as_put(words: Words, unit: Unit, index: int) -> tuple[Range, tuple[Range, ...], int] | None:
    for at in range(index + 2, min(unit.high - 1, index + 14)):
        if words.lowers[at] in PUTS and words.lowers[at + 1] == "it":
            source = source_before(words, at, index + 1)
            return (source, ((at, at + 2),), at + 2) if source else None
    return None


def _without_clause(words: Words, source: Range, high: int) -> Range:
    """The source up to the comma that a clause of its own begins behind."""
    for comma in range(*source):
        if words.tags[comma] == "," and comma + 1 < high and words.tags[comma + 1] != "W":
            if _begins_apposition(words, comma + 1, high):
                continue
            index = comma + 1
            while index < high and words.tags[index] not in ",.;":
                if words.tags[index] in "VXER" or words.quoted[index] >= 0:
                    return (source[0], comma)
                index += 1
    return source


def _begins_apposition(words: Words, at: int, high: int) -> bool:
    """Whether it is said at a word what a name before it is ("a group based abroad"), up to a comma that something follows."""
    end = next((index for index in range(at, high) if words.tags[index] in ",.;"), high)
    reduced = all(words.tags[index + 1] in "PAn," for index in range(at, end) if words.tags[index] == "E")
    goes_on = end + 1 < high and words.tags[end] == "," and words.tags[end + 1] not in "CS"
    of_a_name = words.tags[at - 2] == "N" and words.lowers[at] in ("a", "an")
    return of_a_name and goes_on and reduced and not any(tag in "VXR" for tag in words.tags[at:end])


def _before_first_comma(words: Words, source: Range) -> Range:
    """The source up to its first comma: something has to be left for the content."""
    return (source[0], next((index for index in range(*source) if words.tags[index] == ","), source[1]))


def _before_complement(words: Words, source: Range) -> Range:
    """The source up to its last comma, where the clause before it still waits for its complement."""
    commas = [index for index in range(*source) if words.tags[index] == ","]
    return (source[0], commas[-1]) if commas else source


def _content(words: Words, unit: Unit, index: int, after: int) -> tuple[Range, ...]:
    content: list[Range] = []
    end = index
    while end > unit.low and words.tags[end - 1] in ",-(" and words.quoted[end - 1] < 0:
        end -= 1
    complement = end > unit.low and words.tags[end - 1] == "H"
    if end > unit.low and not complement:
        content.append((unit.low, end))
    stop = without_stop(words, unit)
    bracketed = (after < unit.high and words.tags[after] in ",-)") or words.tags[after - 1] == ","
    rest = after
    while rest < unit.high and words.tags[rest] in ",-):":
        rest += 1
    if rest < stop and (
        not content or (bracketed and words.tags[index - 1] in ",-" and _resumes(words, content[0], rest))
    ):
        content.append((rest, stop))
    return tuple(content)


def _resumes(words: Words, before: Range, rest: int) -> bool:
    """Whether the sentence goes on behind the phrase: with its verb, or with what its verb still lacks."""
    verbs = any(tag in "VXE" for tag in words.tags[before[0] : before[1]])
    return not verbs or words.tags[rest] in "VXDP" or words.quoted[rest] >= 0
