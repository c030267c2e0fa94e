"""Attributions by a noun: "the minister's warning that …", "a denial by the ministry that …"."""

from sayso.annotate.reporting.circumstances import noun_end
from sayso.annotate.reporting.ranges import Range
from sayso.annotate.reporting.relations import Relation
from sayso.annotate.reporting.units import Unit, without_stop
from sayso.annotate.reporting.words import Words
from sayso.lexicons import words_of

# Farthest that the "that" stands behind the noun, in words: "the claim by Senator X of the Y party that".
REACH = 10
# Share of such finds that PolNeAR train has as cues, rounded down: 20 of 30.
CONFIDENCE = 0.6
POSSESSIVES = words_of("classes", "possessive")


def by_noun(words: Words, unit: Unit) -> list[Relation]:
    """The relations that nouns of saying make in a unit, where a source and a that-clause stand beside them."""
    nouns = words_of("reporting", "nouns")
    found = []
    for index in range(unit.low, unit.high - 2):
        if words.lowers[index] in nouns and words.quoted[index] < 0:
            relation = _relation(words, unit, index)
            if relation:
                found.append(relation)
    return found


def _relation(words: Words, unit: Unit, index: int) -> Relation | None:
    after = index + 1
    source = _owner(words, unit, index)
    if words.lowers[after] in ("by", "from", "of", "among") and words.tags[after + 1] in "DnN":
        end = noun_end(words, after + 1, unit.high)
        source, after = (after + 1, end), end
    if source is None or after >= unit.high or words.tags[after] != "H":
        return None
    return Relation(
        source=(source,),
        cue=((index, index + 1),),
        content=((after, _clause_end(words, after, unit)),),
        rule="noun",
        confidence=CONFIDENCE,
        words=(words.lowers[index],),
    )


def _owner(words: Words, unit: Unit, index: int) -> Range | None:
    """The possessive before the noun: "the minister's", "her"."""
    before = index - 1
    if before < unit.low:
        return None
    if words.lowers[before] in POSSESSIVES:
        return (before, index)
    if not words.possessive(before):
        return None
    start = before
    while start > unit.low and words.tags[start - 1] in "DnN#":
        start -= 1
    return (start, index)


def _clause_end(words: Words, start: int, unit: Unit) -> int:
    """Where the that-clause ends: before the second verb group, which is the sentence's own, if the noun is its subject."""
    stop = without_stop(words, unit)
    if any(tag in "VX" for tag in words.tags[unit.low : start]):
        return stop
    comma = next((index for index in range(start + 1, stop) if words.tags[index] == ","), stop)
    return predicate(words, start, comma)


def is_subject(words: Words, low: int, noun: int) -> bool:
    """Whether a sentence that begins at `low` has a noun of saying for its subject: "the minister's warning", "reports"."""
    if words.lowers[noun] not in words_of("reporting", "nouns") or not {"P", "T"}.isdisjoint(words.tags[low:noun]):
        return False
    before = noun - 1
    return noun == low or words.tags[before] == "D" or words.lowers[before] in POSSESSIVES or words.possessive(before)


def predicate(words: Words, that: int, stop: int) -> int:
    """Where the second verb group behind a "that" begins, which is the predicate of the noun before it; `stop` where there is none."""
    verbs = 0
    for index in range(that + 1, stop):
        tag, before = words.tags[index], words.tags[index - 1]
        if tag in "VXE" and before not in "VXATWD":
            verbs += 1
            if verbs > 1 and before not in "RCHS":
                return index
        elif tag == "X" and before in "VE":
            return index
    return stop
