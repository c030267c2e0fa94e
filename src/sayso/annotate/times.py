"""Times: when things happened or are to happen, as TIMEX3 with what it lacks: the days a time can mean, and relative to what."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sayso.annotate.timing.bounds import find_bound
from sayso.annotate.timing.datelines import read_dateline
from sayso.annotate.timing.events import PREVIOUS, Found, count_from
from sayso.annotate.timing.finding import find_phrases
from sayso.annotate.timing.limits import limited
from sayso.annotate.timing.narrative import Narrative, Spoken, published_day
from sayso.annotate.timing.phrases import Phrase
from sayso.annotate.timing.placing import Setting
from sayso.annotate.timing.ranges import spread
from sayso.annotate.timing.resolving import goes_on, resolve
from sayso.annotate.timing.tenses import tense_around
from sayso.annotate.timing.words import Words, split_words
from sayso.model.document import Document, Span
from sayso.model.provenance import digest_id
from sayso.model.world import Timex, TimexType


def find_times(document: Document, sentences: Sequence[Span]) -> tuple[Timex, ...]:
    """The time expressions of a document in order; none overlaps another."""
    words = split_words(document.text, sentences)
    phrases = tuple(spread(words, find_phrases(words)))
    narrative = _begin(document, words, phrases)
    found = [Found(phrase, _resolved(document, words, narrative, phrase)) for phrase in phrases]
    return tuple(_counted(document, words, found, number) for number in range(len(found)))


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
    tense = tense_around(words, phrase.first, phrase.end, None if phrase.bound else bound)
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


def _counted(document: Document, words: Words, found: Sequence[Found], number: int) -> Timex:
    """The timex of an expression, counted from a date behind it or an event before it where it is such a length."""
    each = found[number]
    following = found[number + 1] if number + 1 < len(found) else None
    counted = count_from(words, found[max(0, number - PREVIOUS) : number], each, following)
    if counted is None:
        return each.timex
    first, last = _iso(counted.stretch.first), _iso(counted.stretch.last)
    timex = replace(each.timex, earliest=first, latest=last, anchor=counted.anchor)
    if counted.end is None:
        return timex
    start, end = each.timex.span.start, words.ends[counted.end - 1]
    id, span = _id(document, start, end), document.span(start, end)
    return replace(timex, id=id, span=span, type=TimexType.DATE, value=counted.stretch.value)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
