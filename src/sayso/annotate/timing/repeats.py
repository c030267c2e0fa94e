"""Sets: what recurs. "daily", "every Monday", "twice a week", "Tuesday nights".

Every reader here takes the words and a place, and yields what can be read there.
"""

from collections.abc import Iterator

from sayso.annotate.timing.joining import read_joined
from sayso.annotate.timing.lengths import read_length
from sayso.annotate.timing.lexis import lexis
from sayso.annotate.timing.meanings import Length, Part, Phrase, Repeat
from sayso.annotate.timing.numerals import read_cardinal
from sayso.annotate.timing.values import length_value, recurring
from sayso.annotate.timing.words import Words


def read_repeats(words: Words, at: int) -> Iterator[Phrase]:
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
