"""What stands beside a spot: before it, behind it, and around it in the run of capitals that it is a part of. Each piece has a name."""

from dataclasses import dataclass
from functools import cache

from sayso.annotate.naming.titles import is_role
from sayso.annotate.placing.lines import Line, Spot
from sayso.lexicons import words_of

DASHES = frozenset("-\u2013\u2014(,_")  # behind the place where a report was filed
OPEN = frozenset({"", "\u201c", '"', "'", "\u2018"})  # marks that part no word from the one before


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The lists of words that tell."""

    inside: frozenset[str]
    motion: frozenset[str]
    before_of: frozenset[str]
    apposed: frozenset[str]
    after: frozenset[str]
    bodies: frozenset[str]
    grounds: frozenset[str]
    papers: frozenset[str]
    clubs: frozenset[str]
    ships: frozenset[str]
    acts: frozenset[str]
    will: frozenset[str]
    compass: frozenset[str]


@cache
def lists() -> Lists:
    """The lists, read once."""
    return Lists(**{name: words_of("places.context", name) for name in Lists.__dataclass_fields__})


def before(text: str, spot: Spot) -> str:
    """What the word before a spot makes of it."""
    words, index = spot.line.words, spot.first
    if index == 0:
        return (
            "dateline"
            if spot.span.text.isupper() and text[spot.span.end : spot.span.end + 3].strip()[:1] in DASHES
            else ""
        )
    gap = text[words[index - 1].end : spot.span.start].strip(" \u00a0\n")
    if gap in OPEN:
        return _by_word(spot.line, index)
    return "after_comma" if "," in gap and spot.line.capitals[index - 1] else ""


def _by_word(line: Line, index: int) -> str:
    known, low = lists(), line.words[index - 1].low
    if low == "of":
        return "place_of" if index > 1 and line.words[index - 2].low in known.before_of else "of"
    for name, listed in (("inside", known.inside), ("motion", known.motion), ("apposed", known.apposed)):
        if low in listed:
            return name
    if low in SMALL:
        return SMALL[low]
    if not line.capitals[index - 1]:
        return ""
    return "compass" if low in known.compass else "capital_before"


SMALL = {"the": "article", "a": "indefinite", "an": "indefinite", "and": "and"}


def behind(text: str, spot: Spot) -> str:
    """What the word behind a spot makes of it."""
    words, index = spot.line.words, spot.last + 1
    if index >= len(words):
        return ""
    gap = text[spot.span.end : words[index].start]
    if gap in {" ", "\u00a0", "\n"}:
        return _by_next(spot.line, index)
    if gap.startswith(("'", "\u2019")):
        return "possessive"
    if gap == "-":
        return "based" if words[index].low == "based" else "hyphen"
    return "comma_after" if gap == ", " and spot.line.capitals[index] else ""


def _by_next(line: Line, index: int) -> str:
    known, low = lists(), line.words[index].low
    if low in known.after and not line.capitals[index]:
        return "noun_after"
    if low in known.acts:
        return "acts"
    return "will" if low in known.will else "and_after" if low == "and" else ""


def around(spot: Spot) -> str:
    """What the rest of its run of capitals makes of a spot at the beginning: "Boston Globe", "Leeds United", "Licking County Board"."""
    rest = [word.low for word in spot.line.behind(spot.last)]
    if not rest:
        return ""
    known, end = lists(), rest[-1]
    if end in known.papers:
        return "paper"
    if end in known.clubs and end not in known.bodies:
        return "club"
    if not known.bodies.isdisjoint(rest):
        return "body"
    if rest[0] in known.grounds or end in known.grounds:
        return "ground"
    return "role_after" if is_role(rest[0]) else "capital_after"


def is_ship(spot: Spot) -> bool:
    """Whether its run begins as a ship's name does: "HMS Sheffield"."""
    before = spot.line.before(spot.first)
    return bool(before) and before[0].low in lists().ships
