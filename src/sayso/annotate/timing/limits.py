"""Lengths and dates that a word in front of them makes a limit: "within 72 hours", "in two weeks", "before Christmas"."""

from dataclasses import replace
from datetime import date

from sayso.annotate.timing.meanings import Length, Phrase
from sayso.annotate.timing.placing import Setting, moved
from sayso.annotate.timing.resolving import Resolved
from sayso.annotate.timing.stretches import Grain, shift_days
from sayso.annotate.timing.tenses import Tense
from sayso.annotate.timing.words import Words
from sayso.model.world import Bound

ENDS = frozenset(("ends", "ended", "closes"))
OVER = frozenset(("out", "over", "up", "through", "done", "to"))


def limited(words: Words, phrase: Phrase, came: Resolved, setting: Setting, bound: Bound | None) -> Resolved:
    """What an expression came to, with the days that a limit leaves it."""
    before = words.lows[phrase.first - 1] if phrase.first else ""
    if isinstance(phrase.meaning, Length):
        ahead = before == "in" and words.lows[phrase.first] != "the" and setting.tense is Tense.FUTURE
        if bound is Bound.WITHIN or ahead:
            return _from_now(phrase.meaning, came, setting, exact=bound is None)
        return came
    if bound is Bound.BY and before == "before" and _is_over(words, phrase.end):
        return replace(came, first=None)
    if bound is Bound.BY and before in ("before", "of") and came.first and phrase.portion != "END":
        return replace(came, first=None, last=shift_days(came.first, -1))
    return came


def _is_over(words: Words, end: int) -> bool:
    """Whether a clause tells that the time is over: "before the year is out" ends with the year."""
    return words.lows[end] in ENDS or (words.lows[end] in ("is", "was", "comes") and words.lows[end + 1] in OVER)


def _from_now(length: Length, came: Resolved, setting: Setting, *, exact: bool) -> Resolved:
    """A length on from when it was said: the day that its sentence speaks of before it, or publication; not in the past tense.

    `exact` is "in two weeks", which means their end; "within two weeks" means any day of them.
    """
    narrative = setting.narrative
    spoken = narrative.last(Grain.DAY)
    here = spoken if spoken and spoken.sentence == setting.sentence else None
    start: date | None = here.stretch.first if here else narrative.published
    if start is None or setting.tense in (Tense.PAST, Tense.DISTANT):
        return came
    last = moved(start, length, 1, length.high)
    first = moved(start, length, 1, length.low) if exact else start
    return replace(came, first=first, last=last, anchor=here.id if here else narrative.anchor, vague=length.vague)
