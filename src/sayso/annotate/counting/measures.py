"""Money and measures: the unit that stands before or behind a number, and belongs to it."""

from functools import cache

from sayso.annotate.counting.words import Line, Phrases
from sayso.lexicons import lexicon

PERSON = "person"
SHARE = "share"
CODES = {"dlrs": "USD", "rs": "rupee"}  # as agencies write them
ABBREVIATED = 3  # letters up to which a unit is an abbreviation, which stands behind figures alone
MOST_ADJECTIVES = 2  # "Hong Kong dollars"


@cache
def _units() -> Phrases[str]:
    listed = lexicon("quantities")
    units = {phrase: unit for unit, phrases in listed["measures"].items() for phrase in phrases}
    return Phrases({**listed["money"]["words"], **units})


@cache
def _signs() -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    listed = lexicon("quantities")["money"]
    return dict(listed["symbols"]), frozenset(listed["codes"]), frozenset(listed["adjectives"])


def currency_at(line: Line, index: int) -> str | None:
    """The currency whose sign or code stands here before a figure: "$", "US$", "EUR"."""
    symbols, codes, _ = _signs()
    token = line.at(index)
    if token.kind == "$":
        return symbols.get(token.low)
    if token.low not in codes or line.at(index + 1).kind != "f":
        return None
    return token.text if token.text.isupper() else CODES.get(token.low)


def unit_at(line: Line, index: int, *, written: bool) -> tuple[int, str] | None:
    """The unit that begins right behind a number, and the place behind it; after a `written` number no abbreviation is one."""
    found = _units().starting(line, index)
    if found is not None:
        abbreviated = line.at(index).kind == "w" and len(line.low(index)) <= ABBREVIATED and found[0] == index + 1
        return None if written and abbreviated and found[1] != "JPY" else found
    _, codes, adjectives = _signs()
    if line.low(index) in codes and line.at(index).text.isupper():
        return index + 1, line.at(index).text
    place = index
    while place < index + MOST_ADJECTIVES and line.low(place) in adjectives:
        place += 1
    words = lexicon("quantities")["money"]["words"]
    return (place + 1, words[line.low(place)]) if place > index and line.low(place) in words else None
