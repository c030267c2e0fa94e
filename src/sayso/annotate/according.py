"""Attributions by a phrase: "according to" its source, before, after or inside the content."""

from sayso.annotate.relations import Range, Relation
from sayso.annotate.sources import source_after
from sayso.annotate.units import Unit
from sayso.annotate.words import Words
from sayso.model.attribution import CueKind


def according_to(words: Words, unit: Unit) -> list[Relation]:
    """The relations that "according to" makes in a unit."""
    found = []
    for index in range(unit.low, unit.high - 2):
        if words.lowers[index] == "according" and words.lowers[index + 1] == "to" and words.quoted[index] < 0:
            relation = _relation(words, unit, index)
            if relation:
                found.append(relation)
    return found


def _relation(words: Words, unit: Unit, index: int) -> Relation | None:
    source = source_after(words, index + 2, unit.high)
    if source is None:
        return None
    content: list[Range] = []
    end = index
    while end > unit.low and words.tags[end - 1] in ",-(" and words.quoted[end - 1] < 0:
        end -= 1
    if end > unit.low:
        content.append((unit.low, end))
    rest = source[1]
    bracketed = (rest < unit.high and words.tags[rest] in ",-)") or words.tags[rest - 1] == ","
    while rest < unit.high and words.tags[rest] in ",-):":
        rest += 1
    stop = unit.high - 1 if words.tags[unit.high - 1] == "." and words.quoted[unit.high - 1] < 0 else unit.high
    if rest < stop and (not content or (bracketed and words.tags[index - 1] in ",-")):
        content.append((rest, stop))
    if not content:
        return None
    return Relation(
        source=(source,),
        cue=((index, index + 2),),
        content=tuple(content),
        kind=CueKind.SPEECH,
        rule="according-to",
        confidence=0.9,
        words=("according", "to"),
    )
