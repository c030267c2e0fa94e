"""Whole time expressions: a date or a length with all that belongs to it, from its first word to its last.

What belongs to an expression follows TimeML 1.2.1: determiners and modifiers in, prepositions out.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from sayso.annotate.timing.approximations import approximates, read_approximation, with_tail
from sayso.annotate.timing.dates import Read, read_date
from sayso.annotate.timing.joining import grain, read_joined
from sayso.annotate.timing.lengths import read_length, read_plural
from sayso.annotate.timing.lexis import lexis
from sayso.annotate.timing.meanings import Length, Offset, Phrase, Reaching, Reference, Relative, Way
from sayso.annotate.timing.repeats import read_repeats
from sayso.annotate.timing.stretches import Grain
from sayso.annotate.timing.words import Words

# Behind a length: which way it leads, and whether from the narrative or from publication.
SHIFTS = {
    "ago": (-1, False), "earlier": (-1, True), "previously": (-1, True), "before": (-1, True),
    "later": (1, True), "afterward": (1, True), "afterwards": (1, True),
}  # fmt: skip
SIDES = {"before": -1, "after": 1, "from": 1, "following": 1}  # of a day behind it: "the day after Christmas"
TWICE = {("before", "last"): Way.LAST, ("after", "next"): Way.NEXT}  # "the week before last"
# Behind "the year": "the year before".
BESIDE = {"before": Way.PREVIOUS, "previous": Way.PREVIOUS, "earlier": Way.PREVIOUS, "after": Way.FOLLOWING}


def read_phrase(words: Words, at: int) -> Phrase | None:
    """The longest expression that begins at a word, or None."""
    end, quantity = read_approximation(words, at)
    found = [phrase for reader in READERS for phrase in reader(words, end)]
    if not found:
        return None
    best = with_tail(words, max(found, key=lambda phrase: phrase.end))
    if end == at:
        return best
    return replace(best, first=at, quantity=quantity) if approximates(words, at, best) else None


def _references(words: Words, at: int) -> Iterator[Phrase]:
    """Such as "now", "the past", "the near future", "recent years"."""
    for listed, value in lexis().references.get(words.lows[at], ()):
        if words.lows[at : at + len(listed)] == listed:
            yield Phrase(at, at + len(listed), Reference(value))
            return


def _dates(words: Words, at: int) -> Iterator[Phrase]:
    found = read_joined(words, at)
    if found:
        yield Phrase(at, found[0], found[1])


def _portions(words: Words, at: int) -> Iterator[Phrase]:
    """Such as "early next week", "mid-1990s", "the end of the year", "later that day", "late in the day", "year-end"."""
    known, lows = lexis().portions, words.lows
    start = at + (lows[at] == "the") + (lows[at : at + 2] == ["the", "very"])
    start += lows[start] == "very" and start == at
    portion = known.get(lows[start])
    if portion is None:
        yield from _ends(words, at)
        return
    end = start + 1
    hyphened = lows[end] == "-" and words.glued(end) and words.glued(end + 1)
    inside = lows[end] == "in" and start == at and lows[start] in ("early", "earlier", "late", "later")
    if hyphened or lows[end] == "of" or inside:
        end += 1
    elif lows[start] in ("beginning", "start", "end", "middle", "close", "outset", "final"):
        return
    found = read_joined(words, end) or (read_date(words, end) if start > at else _unit_of(words, end))
    if found and not isinstance(found[1], Reaching | Length):
        day = inside and found[1] == Relative(
            Grain.DAY, Way.OTHER
        )  # "late in the day after ...": no clause tells which
        yield Phrase(at, found[0], Relative(Grain.DAY, Way.THE) if day else found[1], portion=portion)


def _unit_of(words: Words, at: int) -> Read:
    """Such as "(mid-)year", "(mid-)month"."""
    unit = lexis().units.get(words.lows[at])
    if unit is None or words.lows[at - 1] != "-" or unit.grain not in (Grain.YEAR, Grain.MONTH, Grain.WEEK):
        return None
    return at + 1, Relative(unit.grain, Way.THIS)


def _ends(words: Words, at: int) -> Iterator[Phrase]:
    """Such as "year-end", "year end", "year's end", "month-end"."""
    unit = lexis().units.get(words.lows[at])
    if unit is None or unit.grain not in (Grain.YEAR, Grain.MONTH, Grain.QUARTER, Grain.DECADE):
        return
    end = at + 1 + (words.lows[at + 1] in ("-", "'s", "’s"))
    if words.lows[end] == "end":
        yield Phrase(at, end + 1, Relative(unit.grain, Way.THIS), portion="END")


def _lengths(words: Words, at: int) -> Iterator[Phrase]:
    """Such as "two years", "two years ago", "a three-year period", "the first nine months", "the weeks ahead", "the year before"."""
    lows = words.lows
    start = at + (lows[at] in ("the", "these", "those", "a"))
    ordinal = start + (lows[start] in ("first", "last", "final", "opening", "early") and start > at)
    for begin in dict.fromkeys((at, start, ordinal)):
        length = read_length(words, begin) or (read_plural(words, begin) if begin == at or lows[at] == "the" else None)
        if length is None:
            continue
        end, hyphened = length[0], lows[length[0] - 2] == "-"
        if hyphened and begin > at:
            if lows[end] in ("period", "span", "stretch"):
                yield Phrase(at, end + 1, length[1])
            continue
        if begin > at and lows[at] == "a":
            continue
        yield Phrase(at, end + (lows[end] == "ahead"), length[1])
        yield from _shifted(words, at, *length)
    if lows[at] == "the" and lows[start] in lexis().units and lows[start] not in lexis().plurals:
        unit, way = lexis().units[lows[start]], BESIDE.get(lows[start + 1])
        if way and _ends_here(words, start + 2) and unit.grain < Grain.MOMENT:
            yield Phrase(at, start + 2, Relative(unit.grain, way))
        if tuple(lows[start + 1 : start + 3]) in TWICE and unit.grain < Grain.MOMENT:
            yield Phrase(at, start + 3, Relative(unit.grain, TWICE[lows[start + 1], lows[start + 2]], steps=2))
        yield from _shifted(words, at, start + 1, Length(((1.0, unit),), 1, 1))


def _shifted(words: Words, at: int, end: int, length: Length) -> Iterator[Phrase]:
    """What moves a length: "ago", "earlier", "from now", "before yesterday"."""
    lows = words.lows
    quantity = None
    if lows[end : end + 2] == ["or", "so"]:
        end, quantity = end + 2, "APPROX"
    sign, narrative = SHIFTS.get(lows[end], (0, False))
    if narrative and length.days < 1:
        return  # "two hours later" stays in the day that was spoken of, or leads over midnight: nobody can tell
    if sign and (lows[end] != "before" or _ends_here(words, end + 1)):
        yield Phrase(at, end + 1, Offset(length, sign, narrative), quantity)
    elif lows[end] == "from" and lows[end + 1] in ("now", "today"):
        exact = lows[end + 1] == "today" and length.unit.grain is Grain.WEEK and not length.vague
        days = Length(((round(length.days), lexis().units["day"]),), 1, 1) if exact else length
        yield Phrase(at, end + 2, Offset(days, 1), quantity)
    elif lows[end] in SIDES and length.single and length.unit.name in ("day", "week"):
        base = read_joined(words, end + 1)
        if base and grain(base[1]) is Grain.DAY:
            yield Phrase(at, base[0], Offset(length, SIDES[lows[end]], base=base[1]), quantity)


def _ends_here(words: Words, at: int) -> bool:
    """Whether nothing stands behind that a word could belong to."""
    return not words.lows[at][:1].isalnum()


READERS: tuple[Callable[[Words, int], Iterator[Phrase]], ...] = (_references, _dates, _portions, _lengths, read_repeats)
