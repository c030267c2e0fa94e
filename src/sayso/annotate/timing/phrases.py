"""Whole time expressions: a date or a length with all that belongs to it, from its first word to its last.

What belongs to an expression follows TimeML 1.2.1: determiners and modifiers in, prepositions out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from sayso.annotate.timing.dates import Read, read_date
from sayso.annotate.timing.joining import grain, read_joined
from sayso.annotate.timing.lengths import read_length, read_plural
from sayso.annotate.timing.lexis import lexis
from sayso.annotate.timing.meanings import Length, Meaning, Offset, Part, Reaching, Reference, Relative, Repeat, Way
from sayso.annotate.timing.numerals import read_cardinal
from sayso.annotate.timing.stretches import Grain
from sayso.annotate.timing.values import length_value, recurring
from sayso.annotate.timing.words import Words
from sayso.model.world import Bound

# In front of "over" and "under" where these count: "for over six years", "in under an hour".
COUNTING = frozenset(
    ("for", "in", "after", "within", "just", "well", "of", "lasting", "lasted", "last", "took", "is", "was", "than")
)


# Behind "the year": "the year before".
BESIDE = {"before": Way.PREVIOUS, "previous": Way.PREVIOUS, "earlier": Way.PREVIOUS, "after": Way.FOLLOWING}


@dataclass(frozen=True, slots=True)
class Phrase:
    """An expression: its words from `first` up to `end`, what it means, and the TIMEX3 modifier.

    `quantity` is a modifier of number (about, nearly), `portion` of part (early, the end of), `bound` what a range makes of it.
    """

    first: int
    end: int
    meaning: Meaning
    quantity: str | None = None
    portion: str | None = None
    bound: Bound | None = None


def read_phrase(words: Words, at: int) -> Phrase | None:
    """The longest expression that begins at a word, or None."""
    end, quantity = _approximation(words, at)
    found = [phrase for reader in READERS for phrase in reader(words, end)]
    if not found:
        return None
    best = _or_so(words, max(found, key=lambda phrase: phrase.end))
    if end == at:
        return best
    return replace(best, first=at, quantity=quantity) if _approximates(words, at, best) else None


def _approximation(words: Words, at: int) -> tuple[int, str | None]:
    """Such as "about", "nearly", "at least", "more than": the place behind it, and the modifier."""
    for listed, mod in lexis().approximations.get(words.lows[at], ()):
        if words.lows[at : at + len(listed)] == listed:
            return at + len(listed), mod
    return at, None


def _approximates(words: Words, at: int, phrase: Phrase) -> bool:
    """Whether what stands in front of an expression counts it: "over" and "under" are prepositions too, "about" as well."""
    low, before, meaning = words.lows[at], words.lows[at - 1], phrase.meaning
    countable = isinstance(meaning, Length | Offset)
    if low in ("over", "under"):
        single = isinstance(meaning, Length) and meaning.parts[0][0] == 1
        return countable and (before in COUNTING or (single and low == "over"))
    if low == "some":
        return (
            isinstance(meaning, Length | Offset)
            and not (meaning if isinstance(meaning, Length) else meaning.length).vague
        )
    if low in ("about", "around", "approximately", "roughly"):
        dated = isinstance(meaning, Part) and meaning.field.kind in ("clock", "day")
        return (countable or dated or phrase.portion == "END") and not words.lows[at - 1].startswith("talk")
    return countable or (isinstance(meaning, Reaching) and low == "at")


def _or_so(words: Words, phrase: Phrase) -> Phrase:
    """Such as "a week or so", "1994 or later", "1990 and beyond"."""
    following = words.lows[phrase.end : phrase.end + 2]
    if following == ["or", "so"]:
        return replace(phrase, end=phrase.end + 2, quantity="APPROX")
    if following in (["or", "later"], ["and", "beyond"], ["or", "after"]):
        return replace(phrase, end=phrase.end + 2, quantity="ON_OR_AFTER")
    if following in (["or", "earlier"], ["or", "before"]):
        return replace(phrase, end=phrase.end + 2, quantity="ON_OR_BEFORE")
    return phrase


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
        yield Phrase(at, found[0], found[1], portion=portion)


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
        yield from _shifted(words, at, start + 1, Length(((1.0, unit),), 1, 1))


def _shifted(words: Words, at: int, end: int, length: Length) -> Iterator[Phrase]:
    """What moves a length: "ago", "earlier", "from now", "before yesterday"."""
    lows = words.lows
    quantity = None
    if lows[end : end + 2] == ["or", "so"]:
        end, quantity = end + 2, "APPROX"
    low = lows[end]
    if low == "ago":
        yield Phrase(at, end + 1, Offset(length, -1), quantity)
    elif low in ("earlier", "previously") or (low == "before" and _ends_here(words, end + 1)):
        yield Phrase(at, end + 1, Offset(length, -1, narrative=True), quantity)
    elif low in ("later", "afterward", "afterwards"):
        yield Phrase(at, end + 1, Offset(length, 1, narrative=True), quantity)
    elif lows[end : end + 2] in (["from", "now"], ["from", "today"]):
        yield Phrase(at, end + 2, Offset(length, 1), quantity)
    elif (
        low in ("before", "after", "from", "following")
        and length.parts[0][0] == 1
        and length.unit.name in ("day", "week")
    ):
        base = read_joined(words, end + 1)
        if base and grain(base[1]) is Grain.DAY:
            yield Phrase(at, base[0], Offset(length, -1 if low == "before" else 1, base=base[1]), quantity)


def _ends_here(words: Words, at: int) -> bool:
    """Whether nothing stands behind that a word could belong to."""
    return not words.lows[at][:1].isalnum()


def _sets(words: Words, at: int) -> Iterator[Phrase]:
    """Such as "daily", "every Monday", "each year", "every two weeks", "every other day", "Tuesday nights", "Mondays"."""
    known, lows = lexis(), words.lows
    if lows[at] in known.sets:
        yield Phrase(at, at + 1, Repeat(known.sets[lows[at]]))
        return
    if lows[at] in ("every", "each"):
        yield from _every(words, at)
        return
    yield from _frequency(words, at)
    plural = words.raws[at].endswith("s") and words.capital(at) and known.weekdays.get(lows[at][:-1])
    if plural:
        yield Phrase(at, at + 1, Repeat(f"XXXX-WXX-{plural}"))
    weekday = known.weekdays.get(lows[at])
    part = known.parts.get(lows[at + 1][:-1]) if lows[at + 1].endswith("s") else None
    if weekday and part and words.capital(at):
        yield Phrase(at, at + 2, Repeat(f"XXXX-WXX-{weekday}T{part}"))


def _frequency(words: Words, at: int) -> Iterator[Phrase]:
    """Such as "twice a week", "three times a day"."""
    lows = words.lows
    number = read_cardinal(words, at)
    end = at + 1 if lows[at] in ("once", "twice") else number[0] + 1 if number and lows[number[0]] == "times" else at
    unit = lexis().units.get(lows[end + 1])
    if end > at and lows[end] in ("a", "an", "every", "each", "per") and unit and lows[end + 1] not in lexis().plurals:
        yield Phrase(at, end + 2, Repeat(length_value(Length(((1.0, unit),), 1, 1))))


def _every(words: Words, at: int) -> Iterator[Phrase]:
    known, lows = lexis(), words.lows
    start = at + 1
    other = lows[start] in ("other", "second")
    start += other or lows[start] == "single"
    length = read_length(words, start)
    unit = known.units.get(lows[start])
    if length:
        yield Phrase(at, length[0], Repeat(length_value(length[1])))
    elif unit:
        yield Phrase(at, start + 1, Repeat(length_value(Length(((2.0 if other else 1.0, unit),), 1, 1))))
    elif lows[start] in known.parts:
        yield Phrase(at, start + 1, Repeat(f"XXXX-XX-XXT{known.parts[lows[start]]}"))
    found = read_joined(words, start)
    if found and isinstance(found[1], Part):
        yield Phrase(at, found[0], Repeat(recurring(found[1])))


READERS: tuple[Callable[[Words, int], Iterator[Phrase]], ...] = (_references, _dates, _portions, _lengths, _sets)
