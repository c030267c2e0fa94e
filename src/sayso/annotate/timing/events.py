"""Times counted from something else in the text: "two weeks after May 3", "two days after the vote".

A length before or after a date that stands beside it gets its days and keeps its own extent, as TimeML has it. A length before or
after an event is a date where the text said before on which day that event was; its extent then takes in the event.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from sayso.annotate.timing.lexis import carriers, lexis
from sayso.annotate.timing.meanings import Length, Meaning, Phrase, Relative, Way
from sayso.annotate.timing.placing import moved
from sayso.annotate.timing.stretches import Grain, Stretch, containing
from sayso.annotate.timing.words import Words
from sayso.lexicons import words_of
from sayso.model.world import Timex

SIGNS = {"after": 1, "following": 1, "before": -1}
LOOK_BACK = 300  # words, some ten sentences: what "the vote" meant further off is too seldom what it means here
PREVIOUS = 12  # expressions before a length among which the event's day is looked for
ADJECTIVES = 2  # words between the article and the noun of the event: "the second parliamentary vote"
SHORTEST = 3  # letters of a noun
ARTICLES = frozenset(("the", "that", "this", "their", "his", "her", "its"))


@cache
def _behind_a_noun() -> frozenset[str]:
    return words_of("classes", "preposition", "coordinator", "auxiliary", "pronoun", "subordinator", "wh")


@dataclass(frozen=True, slots=True)
class Found:
    """An expression with its timex."""

    phrase: Phrase
    timex: Timex


@dataclass(frozen=True, slots=True)
class Counted:
    """Where a length leads, from which timex, and (where it is counted from an event) the place behind the event's last word."""

    stretch: Stretch
    anchor: str
    end: int | None = None


def count_from_date(words: Words, each: Found, following: Found | None) -> Counted | None:
    """Where a length leads that is counted from the date right behind it: "two weeks after May 3"."""
    length, sign = _length(each.phrase.meaning), SIGNS.get(words.lows[each.phrase.end])
    if (
        sign is None
        or length is None
        or length.vague
        or following is None
        or following.phrase.first != each.phrase.end + 1
    ):
        return None
    return _counted(length, sign, following.timex)


def count_from_event(words: Words, before: Sequence[Found], each: Found) -> Counted | None:
    """Where a length leads that is counted from an event of which a sentence before said on which day it was."""
    length, sign = _length(each.phrase.meaning), SIGNS.get(words.lows[each.phrase.end])
    if sign is None or length is None or length.vague:
        return None
    event = _find_event(words, before, each.phrase)
    return _counted(length, sign, event[0].timex, event[1]) if event else None


def _length(meaning: Meaning) -> Length | None:
    """A length, or the one day of "the day after the vote"."""
    if isinstance(meaning, Relative) and meaning.way is Way.OTHER:
        return Length(((1.0, lexis().units["day"]),), 1, 1)
    return meaning if isinstance(meaning, Length) else None


def _counted(length: Length, sign: int, base: Timex, end: int | None = None) -> Counted | None:
    """The stretch so far from a day; None where the base is no day, or a length of hours stays inside one."""
    if base.earliest is None or base.earliest != base.latest:
        return None
    there = moved(date.fromisoformat(base.earliest), length, sign)
    if there is None or length.days < 1:
        return None
    grain = min(max(length.unit.grain, Grain.YEAR), Grain.DAY)
    if grain is Grain.WEEK:
        grain = Grain.DAY  # weeks after a day lead to a day
    return Counted(containing(grain, there), base.id, end)


def _find_event(words: Words, before: Sequence[Found], phrase: Phrase) -> tuple[Found, int] | None:
    """The expression that dates "the vote" of "two days after the vote" in a sentence before, and the place behind the noun."""
    at = phrase.end + 1
    if words.lows[at] not in ARTICLES:
        return None
    for noun in range(at + 1, at + 2 + ADJECTIVES):
        low, after = words.lows[noun], words.lows[noun + 1]
        if not low.isalpha() or len(low) < SHORTEST or low in _behind_a_noun() or low in carriers():
            return None
        if after.isalpha() and after not in _behind_a_noun():
            continue
        for found in reversed(before):
            if phrase.first - found.phrase.first > LOOK_BACK:
                break
            earlier = words.sentences[found.phrase.first] < words.sentences[phrase.first]
            day = found.timex.earliest is not None and found.timex.earliest == found.timex.latest
            if earlier and day and _length(found.phrase.meaning) is None and _in_sentence(words, found.phrase, low):
                return found, noun + 1
    return None


def _in_sentence(words: Words, phrase: Phrase, noun: str) -> bool:
    """Whether a noun stands in the sentence of an expression."""
    first, last = phrase.first, phrase.end
    while first and words.lows[first - 1] and phrase.first - first < LOOK_BACK:
        first -= 1
    while words.lows[last] and last - phrase.end < LOOK_BACK:
        last += 1
    return noun in words.lows[first:last]
