"""Which Friday, which March: a field of no stated year or week, by its way ("last Friday") or by the tense around it."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from sayso.annotate.timing.fields import grain_of, in_year, near, unknown_year
from sayso.annotate.timing.meanings import Field, Part, Way
from sayso.annotate.timing.narrative import Narrative, Spoken
from sayso.annotate.timing.stretches import Grain, Stretch, shift_days
from sayso.annotate.timing.tenses import Tense

WEEKLY = frozenset(("weekday", "weekend"))
REPORTED = frozenset(("quarter", "half"))
DATED = frozenset(("month", "day", "season", "feast"))
NARRATED = frozenset((Way.SAME, Way.PREVIOUS, Way.FOLLOWING, Way.LATEST))
STEPS = (-2, -1, 0, 1, 2)  # weeks or years around a day in which the field is looked for
LAG = 45  # days after its end in which a quarter's results are still to come ("expects to report a third-quarter loss")
# A day to come counts so many times as far, and so does a day that was in a clause of what is to come. Measured on TimeBank,
# AQUAINT and MEANTIME: between 3 and 12, and between 4 and 60, value F1 changes by less than .002.
AHEAD = {Tense.PAST: 12, Tense.DISTANT: 3, Tense.PRESENT: 2, Tense.NONE: 2, Tense.FUTURE: 1}
BACK = 60


class Option(NamedTuple):
    """A stretch that a field can mean, with its days."""

    stretch: Stretch
    first: date
    last: date


Choice = Callable[[Sequence[Option]], Option | None]


def choose(meaning: Part, narrative: Narrative, tense: Tense, sentence: int) -> tuple[Stretch, str | None]:
    """The stretch that a field means, and what it was found from ("published_at" or the id of a timex)."""
    field, way = meaning.field, meaning.way
    day, anchor = narrative.published, narrative.known_from
    told = _told(meaning, narrative, tense, sentence)
    if told and told.stretch.first:
        day, anchor = told.stretch.first, told.id
        tense = Tense.FUTURE if way is None else tense
    found = _choice(meaning, tense, day)(_options(field, day)) if day else None
    return (found.stretch, anchor) if found else (Stretch(unknown_year(field), grain_of(field)), None)


def _told(meaning: Part, narrative: Narrative, tense: Tense, sentence: int) -> Spoken | None:
    """What the text spoke of before and the field follows: "was arrested in March 1993 and released in June"."""
    if meaning.way in NARRATED:
        return narrative.last(Grain.DAY if meaning.field.kind in WEEKLY else Grain.YEAR)
    spoken = narrative.last(Grain.YEAR)
    ahead = tense in (Tense.FUTURE, Tense.PRESENT)
    if meaning.way or meaning.field.kind not in DATED or spoken is None or spoken.stretch.first is None:
        return None
    if narrative.published is None:
        return spoken
    old = narrative.published.year - spoken.stretch.first.year > 1 and spoken.stretch.grain >= Grain.MONTH
    return spoken if old and not ahead and spoken.sentence == sentence else None


@lru_cache(maxsize=512)  # a report speaks of the same few weekdays and months over and over
def _options(field: Field, day: date) -> tuple[Option, ...]:
    """The field in the weeks or years around a day, in order."""
    weekly = field.kind in WEEKLY
    found = [near(field, day, step) if weekly else in_year(field, day.year + step) for step in STEPS]
    return tuple(Option(each, each.first, each.last) for each in found if each and each.first and each.last)


def _choice(meaning: Part, tense: Tense, day: date) -> Choice:
    """How to choose among the options: by the way, or by the tense where there is none."""
    field, way = meaning.field, meaning.way
    match way:
        case Way.LAST | Way.PAST | Way.PREVIOUS | Way.LATEST:
            return lambda options: _latest(options, lambda each: each.last < day)
        case Way.NEXT | Way.COMING | Way.FOLLOWING:
            return lambda options: _earliest(options, lambda each: each.first > day)
        case Way.THIS | Way.SAME if field.kind not in WEEKLY:
            return lambda options: _earliest(options, lambda each: each.first.year == day.year)
    if field.kind in WEEKLY:
        past = tense in (Tense.PAST, Tense.DISTANT) or (tense is Tense.NONE and way is None)
        return _last_begun(shift_days(day, -meaning.gap) or day) if past else _first_open(day)
    if field.kind in REPORTED:
        return _first_open(shift_days(day, -LAG) or day) if tense is Tense.FUTURE else _last_begun(day)
    return lambda options: min(options, key=lambda each: _distance(each, day, tense), default=None)


def _last_begun(day: date) -> Choice:
    return lambda options: _latest(options, lambda each: each.first <= day)


def _first_open(day: date) -> Choice:
    return lambda options: _earliest(options, lambda each: each.last >= day)


def _latest(options: Sequence[Option], fits: Callable[[Option], bool]) -> Option | None:
    return next((each for each in reversed(options) if fits(each)), None)


def _earliest(options: Sequence[Option], fits: Callable[[Option], bool]) -> Option | None:
    return next((each for each in options if fits(each)), None)


def _distance(option: Option, day: date, tense: Tense) -> int:
    """How far an option lies from a day, in days; what the tense speaks against lies further away."""
    ahead, back = (option.first - day).days, (day - option.last).days
    if ahead > 0:
        return ahead * AHEAD[tense]
    return max(back, 0) * (BACK if tense is Tense.FUTURE else 1)
