"""Ranges and lists of dates: what stands at one end is lent to the other.

"3 to 5 May", "March 24 and 25", "between March and June 2024", "1939-45", "6-9 p.m.": each end is an expression of its own, as
TimeML has it; the end that is only a number gets the month, the year or the half of the day from its neighbour.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.annotate.timing.dates import dated, read_day_number, read_year_behind
from sayso.annotate.timing.joining import grain
from sayso.annotate.timing.meanings import Field, Fixed, Meaning, Part, Phrase, Way
from sayso.annotate.timing.stretches import WEEK, Grain, Stretch, year_stretch
from sayso.annotate.timing.words import Words
from sayso.model.world import Bound

JOINTS = frozenset(("to", "and", "or", "-", "–", "—", "through", "until", "till", "/"))
DASHES = frozenset(("-", "–", "/"))
FRAMES = frozenset((("from", "to"), ("from", "until"), ("from", "till"), ("from", "through"), ("between", "and")))
NOON = 12


def spread(words: Words, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The expressions with those that a range adds, in order, each with the bound that the range sets."""
    waiting: Phrase | None = None
    for phrase in phrases:
        if waiting is not None and phrase.first < waiting.end:
            continue
        ends = [*_number_before(words, phrase, waiting.end if waiting else 0), phrase, *_number_behind(words, phrase)]
        for end in ends:
            if waiting is not None:
                waiting, end = _joined(words, waiting, end)  # noqa: PLW2901 - the second end is changed by the first
                yield waiting
            waiting = end
    if waiting is not None:
        yield waiting


def _joined(words: Words, first: Phrase, second: Phrase) -> tuple[Phrase, Phrase]:
    """Two expressions, changed where only a joint stands between them."""
    if second.first != first.end + 1 or words.lows[first.end] not in JOINTS or grain(second.meaning) is None:
        return first, second
    lent = _lend_year(first.meaning, second.meaning)
    if lent is not None:
        first = replace(first, meaning=lent)
    if (words.lows[first.first - 1], words.lows[first.end]) not in FRAMES and words.lows[first.end] not in DASHES:
        return first, second
    days = _weekdays(first.meaning, second.meaning)
    if days is not None:
        first, second = replace(first, meaning=days[0]), replace(second, meaning=days[1])
    return replace(first, bound=Bound.SINCE), replace(second, bound=Bound.UNTIL)


def _weekdays(first: Meaning, second: Meaning) -> tuple[Part, Part] | None:
    """Two weekdays as a range: the second is the next one behind the first, which is chosen so that it can be."""
    if not (
        isinstance(first, Part) and isinstance(second, Part) and first.field.kind == second.field.kind == "weekday"
    ):
        return None
    if first.outer or first.way or second.outer or second.way:
        return None
    gap = (second.field.number - first.field.number) % WEEK or WEEK
    return replace(first, gap=gap), replace(second, way=Way.FOLLOWING)


def _lend_year(first: Meaning, second: Meaning) -> Meaning | None:
    """The first end in the second's year, or in the year before where it would lie behind the second."""
    if not isinstance(first, Part) or first.outer or first.way or not isinstance(second, Fixed):
        return None
    if first.field.kind not in ("month", "day") or second.stretch.first is None or second.stretch.grain < Grain.MONTH:
        return None
    year = second.stretch.first.year
    month, day = (first.field.number, None) if first.field.kind == "month" else first.field.number
    if (month, day or 0) > (second.stretch.first.month, second.stretch.first.day):
        year -= 1
    return dated(year, month, day)


def _number_before(words: Words, phrase: Phrase, behind: int) -> Iterator[Phrase]:
    """Such as "3" in "3 to 5 May", "6" in "6-9 p.m."."""
    at = phrase.first - 2
    if at < behind or words.lows[phrase.first - 1] not in JOINTS:
        return
    if at > behind and words.lows[at][:1].isalpha():
        at -= words.lows[at] in ("st", "nd", "rd", "th")
    day = read_day_number(words, at)
    if day is None or day[0] != phrase.first - 1:
        return
    if words.lows[phrase.first][:1].isdecimal() and (date := _month_of(phrase.meaning)):
        meaning = dated(date[0], date[1], day[1])
        if meaning is not None:
            yield Phrase(at, day[0], meaning)
    elif (
        isinstance(phrase.meaning, Part)
        and phrase.meaning.field.kind == "clock"
        and (words.lows[phrase.first - 1] in DASHES or words.lows[at - 1] in ("from", "between"))
    ):
        hour, _, zone = phrase.meaning.field.number
        first = day[1] + NOON if hour >= NOON and day[1] + NOON <= hour else day[1]
        yield Phrase(at, day[0], replace(phrase.meaning, field=Field("clock", (first, None, zone))))


def _number_behind(words: Words, phrase: Phrase) -> Iterator[Phrase]:
    """Such as "25" in "March 24 and 25", "45" in "1939-45"."""
    joint, at = words.lows[phrase.end], phrase.end + 1
    if joint not in JOINTS:
        return
    if isinstance(phrase.meaning, Fixed) and phrase.meaning.stretch.grain is Grain.YEAR:
        yield from _short_year(words, phrase.meaning.stretch, at)
        return
    date = _month_of(phrase.meaning)
    day = read_day_number(words, at)
    if date is None or day is None or not words.lows[at].isdecimal():
        return
    year = read_year_behind(words, day[0]) if words.lows[day[0]] != "of" else None
    after = words.lows[day[0]]
    if words.glued(day[0]) and after in ("/", ":", "%", "$"):
        return
    if year is None and after[:1].isalpha() and joint not in DASHES and not _ends_date(after):
        return
    meaning = dated(year[1] if year else date[0], date[1], day[1])
    if meaning is not None:
        yield Phrase(at, year[0] if year else day[0], meaning)


def _ends_date(low: str) -> bool:
    """Whether a word may stand behind a date, so that the number before it counts nothing."""
    return low in (
        "in",
        "at",
        "on",
        "to",
        "and",
        "as",
        "for",
        "with",
        "when",
        "after",
        "before",
        "by",
        "but",
        "was",
        "were",
        "will",
    )


def _short_year(words: Words, year: Stretch, at: int) -> Iterator[Phrase]:
    """The second year of "1939-45"."""
    low = words.lows[at]
    if words.lows[at - 1] not in DASHES or len(low) != 2 or not low.isdecimal() or not words.glued(at):  # noqa: PLR2004 - two figures
        return
    first = int(year.value)
    second = first - first % 100 + int(low)
    if second > first and words.lows[at + 1] not in DASHES:
        yield Phrase(at, at + 1, Fixed(year_stretch(second)))


def _month_of(meaning: Meaning) -> tuple[int | None, int] | None:
    """Year and month of a day of a month."""
    if isinstance(meaning, Part) and meaning.field.kind == "day" and meaning.outer is None:
        return None, meaning.field.number[0]
    if isinstance(meaning, Fixed) and meaning.stretch.grain is Grain.DAY and meaning.stretch.first:
        return meaning.stretch.first.year, meaning.stretch.first.month
    return None
