"""Attributions of headlines and transcripts: a source, a colon and what it says."""

from sayso.annotate.relations import Relation
from sayso.annotate.units import Unit
from sayso.annotate.words import Words
from sayso.model.attribution import CueKind

# Longest source, in words, before the colon of a headline.
LONGEST = 6


def headline(words: Words, unit: Unit) -> Relation | None:
    """Mayor: budget is safe."""
    for index in range(unit.low + 1, min(unit.high - 1, unit.low + LONGEST + 1)):
        tag = words.tags[index]
        if tag == ":":
            break
        if tag not in "nNDPT" or words.quoted[index] >= 0:
            return None
    else:
        return None
    if words.tags[unit.low] not in "nND" or unit.paragraph > 0:
        return None
    stop = unit.high - 1 if words.tags[unit.high - 1] == "." and words.quoted[unit.high - 1] < 0 else unit.high
    if stop <= index + 1:
        return None
    return Relation(
        source=((unit.low, index),),
        cue=((index, index + 1),),
        content=((index + 1, stop),),
        kind=CueKind.SPEECH,
        rule="headline",
        confidence=0.6,
        words=(":",),
    )
