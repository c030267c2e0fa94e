"""Figures that a toll came to: "the death toll rose to 60", "fatalities now number 26", "the number of injured", "Dead: 14"."""

from functools import cache

from sayso.annotate.counting.counted import Counted
from sayso.annotate.counting.persons import Kind
from sayso.annotate.counting.roles import grammar, role_words
from sayso.annotate.counting.words import Line
from sayso.lexicons import lexicon
from sayso.model.world import Role

BACK = 24  # tokens in which the toll stands before its figure; of 11 in news the farthest stood 12 before
OF = 2  # the same behind "of": "a toll of 12"
NEAR_MOVE = 5  # tokens of "rose on Monday to"
NEAR_NUMBER = 4  # tokens of "number of people confirmed killed"
ENDS = frozenset({";", ".", "!", "?"})
INCLUDING = frozenset({"include", "includes", "included"})


@cache
def _moving() -> frozenset[str]:
    listed = lexicon("quantities")
    return frozenset(listed["ranges"]["change"]) | frozenset(listed["dates"]["put_at"].split())


def role_of_toll(line: Line, first: int, counted: Counted) -> Role | None:
    """What a toll counts that came to this number (its first token)."""
    before = line.low(first - 1)
    if before not in grammar().reached or counted.kind not in {Kind.NOTHING, Kind.PERSON}:
        return None
    if counted.last > counted.first and not _moves(line, first):
        return None
    reach = OF if before == "of" else BACK
    for place in range(first - 1, max(-1, first - 1 - reach), -1):
        role = _toll_at(line, place)
        if role is not None or line.low(place) in ENDS:
            return role
    return None


def _toll_at(line: Line, place: int) -> Role | None:
    """The role of the toll that is named at a place."""
    words, low = role_words(), line.low(place)
    if low in words.tolls:
        return words.tolls[low]
    counted = "number" in line.lows(place - NEAR_NUMBER, place) or line.low(place + 1) == ":"
    return words.states.get(low) or words.nouns.get(low) if counted else None


def _moves(line: Line, first: int) -> bool:
    """Whether a number is what something rose to or stood at: "rose to 60 people"."""
    return line.low(first - 1) in {"to", "at", "past"} and not _moving().isdisjoint(line.lows(first - NEAR_MOVE, first))


def role_among(line: Line, first: int) -> Role | None:
    """What is told of a part of those named before: "among the dead were nine pupils", "of the dead, 14 were women"."""
    place, states = first - 1, role_words().states
    if line.low(0) in {"of", "among"} and line.low(1) in {"the", "those"} and line.low(3) == ",":
        return states.get(line.low(2))
    if line.low(place) in INCLUDING:
        return states.get(line.low(place - 1))
    inverted = line.low(place) in grammar().be and "among" in line.lows(place - 3, place - 1)
    return states.get(line.low(place - 1)) if inverted else None
