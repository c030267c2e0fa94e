"""Times: when things happened or are to happen, as TIMEX3 with what it lacks: the days a time can mean, and relative to what."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from sayso.annotate.timing.bounds import find_bound
from sayso.annotate.timing.datelines import read_dateline
from sayso.annotate.timing.days import lend_days
from sayso.annotate.timing.events import PREVIOUS, Counted, Found, count_from_date, count_from_event
from sayso.annotate.timing.finding import find_phrases
from sayso.annotate.timing.limits import limited
from sayso.annotate.timing.meanings import Phrase
from sayso.annotate.timing.narrative import Narrative, Spoken, published_day
from sayso.annotate.timing.placing import Setting
from sayso.annotate.timing.ranges import spread
from sayso.annotate.timing.resolving import goes_on, resolve, takes_tense
from sayso.annotate.timing.tenses import Tense, tense_around
from sayso.annotate.timing.words import Words, split_words
from sayso.model.document import Document, Span
from sayso.model.provenance import digest_id
from sayso.model.world import Timex, TimexType


def find_times(document: Document, sentences: Sequence[Span]) -> tuple[Timex, ...]:
    """The time expressions of a document in order; none overlaps another.

    Types, values, modifiers and extents follow TIMEX3 (TimeML 1.2.1, as TimeBank applies it); `earliest` and `latest` are the
    first and last day that the expression itself can mean, both included (`horizons.day_range` opens the side that a bound
    opens), null where nothing tells. Relative times lie around `published_at`, or where it is null around a dateline; times of
    the narrative ("the same day") around the time the text last spoke of, which `anchor` names. Never raises on any text.
    """
    words = split_words(document.text, sentences)
    phrases = lend_days(words, tuple(spread(words, find_phrases(words))))
    narrative = _begin(document, words, phrases)
    found: list[Found] = []
    for phrase in phrases:
        each = Found(phrase, _resolved(document, words, narrative, phrase))
        found.append(_from_event(document, words, narrative, found[-PREVIOUS:], each))
    return tuple(_from_date(words, each, behind) for each, behind in pairwise([*found, None]) if each)


def _begin(document: Document, words: Words, phrases: Sequence[Phrase]) -> Narrative:
    """The narrative before its first word: publication, or where nothing is known of it the day of the dateline."""
    published = published_day(document.published_at)
    dateline = read_dateline(words, phrases) if published is None else None
    if dateline is None:
        return Narrative(published)
    return Narrative(dateline.day, _id(document, *_bounds(words, dateline.phrase)))


def _bounds(words: Words, phrase: Phrase) -> tuple[int, int]:
    return words.starts[phrase.first], words.ends[phrase.end - 1]


def _id(document: Document, start: int, end: int) -> str:
    return digest_id("tx", document.id, start, end)


def _resolved(document: Document, words: Words, narrative: Narrative, phrase: Phrase) -> Timex:
    """The timex of an expression; the narrative goes on from it."""
    start, end = _bounds(words, phrase)
    bound = phrase.bound or find_bound(words, phrase.first)
    limit = None if phrase.bound else bound
    tense = tense_around(words, phrase.first, phrase.end, limit) if takes_tense(phrase.meaning) else Tense.NONE
    setting = Setting(narrative, words.sentences[phrase.first], tense)
    came = limited(words, phrase, resolve(phrase.meaning, phrase.portion, setting), setting, bound)
    timex = Timex(
        id=_id(document, start, end),
        span=document.span(start, end),
        type=came.type,
        value=came.value,
        mod=phrase.portion or phrase.quantity,
        earliest=_iso(came.first),
        latest=_iso(came.last),
        bound=bound,
        anchor=came.anchor,
        vague=came.vague,
    )
    if came.stretch and goes_on(phrase.meaning):
        narrative.tell(Spoken(came.stretch, timex.id, setting.sentence))
    return timex


def _from_event(document: Document, words: Words, narrative: Narrative, before: Sequence[Found], each: Found) -> Found:
    """An expression as a date, where it is counted from an event that the text dated; the narrative goes on from it."""
    counted = count_from_event(words, before, each)
    if counted is None or counted.end is None:
        return each
    start, end = each.timex.span.start, words.ends[counted.end - 1]
    timex = replace(
        _led_to(each.timex, counted),
        id=_id(document, start, end),
        span=document.span(start, end),
        type=TimexType.DATE,
        value=counted.stretch.value,
    )
    narrative.tell(Spoken(counted.stretch, timex.id, words.sentences[each.phrase.first]))
    return Found(each.phrase, timex)


def _from_date(words: Words, each: Found, following: Found | None) -> Timex:
    """The timex of an expression, with the days it leads to where it is counted from the date behind it."""
    counted = count_from_date(words, each, following)
    return _led_to(each.timex, counted) if counted else each.timex


def _led_to(timex: Timex, counted: Counted) -> Timex:
    return replace(
        timex, earliest=_iso(counted.stretch.first), latest=_iso(counted.stretch.last), anchor=counted.anchor
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
