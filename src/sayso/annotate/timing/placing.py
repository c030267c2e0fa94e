"""Where in the calendar a meaning lies: relative units, periods, and lengths from publication or from the narrative."""

from dataclasses import dataclass
from datetime import date

from sayso.annotate.timing.choosing import choose
from sayso.annotate.timing.fields import in_day, in_year, near, nth_weekday, unknown_year
from sayso.annotate.timing.meanings import Counted, Fixed, Length, Meaning, Offset, Part, Period, Relative, Way
from sayso.annotate.timing.narrative import Narrative
from sayso.annotate.timing.stretches import (
    Grain,
    Stretch,
    containing,
    shift_days,
    shift_months,
    stepped,
    year_stretch,
)
from sayso.annotate.timing.tenses import Tense

Placed = tuple[Stretch, str | None]
# What stands for a unit of which nothing tells which one it is.
UNKNOWN = {
    Grain.CENTURY: "XX", Grain.DECADE: "XXX", Grain.YEAR: "XXXX", Grain.HALF: "XXXX-HX", Grain.QUARTER: "XXXX-QX",
    Grain.SEASON: "XXXX-XX", Grain.MONTH: "XXXX-XX", Grain.WEEK: "XXXX-WXX", Grain.WEEKEND: "XXXX-WXX-WE",
}  # fmt: skip
UNKNOWN_DAY = "XXXX-XX-XX"
STEPS = {Way.LAST: -1, Way.PAST: -1, Way.LATEST: -1, Way.NEXT: 1, Way.COMING: 1}
TOLD_STEPS = {Way.PREVIOUS: -1, Way.FOLLOWING: 1, Way.SAME: 0, Way.THE: 0, Way.LATEST: 0}
NEAR = (
    4  # sentences: a quarter spoken of so shortly before is what "a year earlier" compares with (2: value F1 .001 less)
)
SAME_SCENE = 2  # sentences in which a time of the day stands in the day that was spoken of
FARTHEST = 10_000  # years; further than any calendar goes


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around an expression: the narrative so far, the number of its sentence, and its tense."""

    narrative: Narrative
    sentence: int
    tense: Tense


def unknown(grain: Grain) -> Stretch:
    """A stretch of a grain of which nothing more is known."""
    return Stretch(UNKNOWN.get(grain, UNKNOWN_DAY), grain)


def moved(day: date, length: Length, sign: int, count: float | None = None) -> date | None:
    """A day moved by a length, its first count replaced where one is given; None beyond the calendar."""
    months = days = 0.0
    for number, (own, unit) in enumerate(length.parts):
        amount = (own or 0) if count is None or number else count
        months += amount * unit.months
        days += amount * (0 if unit.months else unit.days)
    if months > FARTHEST * 12 or days > FARTHEST * 366:
        return None
    there = shift_months(day, sign * round(months))
    return there and shift_days(there, sign * round(days))


def place(meaning: Meaning, setting: Setting) -> Placed:
    """The stretch of the calendar that a meaning means, and what it was found from (null: from nothing but itself)."""
    match meaning:
        case Fixed():
            placed: Placed = (meaning.stretch, None)
        case Part():
            placed = _part(meaning, setting)
        case Relative():
            placed = _relative(meaning, setting)
        case Counted():
            placed = _counted(meaning, setting)
        case Period():
            placed = _period(meaning, setting)
        case Offset():
            placed = _offset(meaning, setting)
        case _:
            placed = (unknown(Grain.DAY), None)
    return placed


def _part(meaning: Part, setting: Setting) -> Placed:
    field = meaning.field
    if meaning.outer is not None:
        outer, anchor = place(meaning.outer, setting)
        return _inside(meaning, outer), anchor
    if field.kind in ("part", "clock"):
        day, anchor = _spoken_day(setting)
        return in_day(field, day), anchor
    return choose(meaning, setting.narrative, setting.tense, setting.sentence)


def _inside(meaning: Part, outer: Stretch) -> Stretch:
    """A field in the stretch that it stands in."""
    field = meaning.field
    if field.kind in ("part", "clock"):
        return in_day(field, outer)
    if outer.first is None:
        return Stretch(unknown_year(field), Grain.DAY)
    if field.kind == "nth":
        return nth_weekday(outer.first, *field.number) or outer
    if field.kind == "week":
        return containing(Grain.WEEK, outer.first)
    if field.kind in ("weekday", "weekend"):
        return near(field, outer.first, 0) or outer
    return in_year(field, outer.first.year) or outer


def _spoken_day(setting: Setting) -> Placed:
    """The day that a time of the day stands in: the one the text spoke of in this sentence or the last, or publication."""
    narrative = setting.narrative
    spoken = narrative.last(Grain.DAY)
    if spoken and setting.sentence - spoken.sentence < SAME_SCENE and spoken.stretch.first:
        return containing(Grain.DAY, spoken.stretch.first), spoken.id
    published = narrative.published
    return containing(Grain.DAY, published) if published else unknown(Grain.DAY), narrative.known_from


def _relative(meaning: Relative, setting: Setting) -> Placed:
    grain, way, narrative = meaning.grain, meaning.way, setting.narrative
    if way is Way.OTHER:
        return unknown(grain), None
    looks_ahead = way is Way.THE and setting.tense is Tense.FUTURE and grain < Grain.DAY
    spoken = narrative.last(grain) if way in TOLD_STEPS and not (looks_ahead and narrative.published) else None
    if spoken and spoken.stretch.first:
        return stepped(grain, spoken.stretch.first, TOLD_STEPS[way]) or unknown(grain), spoken.id
    steps = meaning.steps * STEPS.get(way, TOLD_STEPS.get(way, 0))
    if way is Way.THE and grain is Grain.QUARTER and not looks_ahead:
        steps = -1  # of a quarter that is not named, the last one is reported on
    there = stepped(grain, narrative.published, steps) if narrative.published else None
    return there or unknown(grain), narrative.known_from


def _counted(meaning: Counted, setting: Setting) -> Placed:
    """The n-th unit of a stretch."""
    outer, anchor = place(meaning.outer, setting)
    grain = meaning.unit.grain
    if outer.first is None or outer.last is None:
        return unknown(grain), anchor
    if grain is Grain.WEEK:  # as ISO 8601 counts: a week belongs to where its Thursday lies
        thursday = shift_days(outer.last, -3) if meaning.number < 0 else shift_days(outer.first, 7 * meaning.number - 4)
        return containing(grain, thursday) if thursday else outer, anchor
    if meaning.number < 0:
        return containing(grain, outer.last), anchor
    return stepped(grain, outer.first, meaning.number - 1) or outer, anchor


def _period(meaning: Period, setting: Setting) -> Placed:
    """What the narrative spoke of (a quarter or month where nothing else is said), or publication's, in another year."""
    grain, narrative = meaning.grain, setting.narrative
    any_period = grain is Grain.QUARTER
    spoken = narrative.last(grain, Grain.MONTH if any_period else Grain.MOMENT)
    day, anchor = (spoken.stretch.first, spoken.id) if spoken else (narrative.published, narrative.known_from)
    if spoken and any_period:
        grain = spoken.stretch.grain
    if day is None:
        return year_stretch(meaning.year) if meaning.year else unknown(grain), None
    if spoken is None and any_period:
        if meaning.years or meaning.year:
            return year_stretch(meaning.year or day.year + meaning.years), anchor
        day = shift_months(day, -3) or day
    there = shift_months(day, 12 * (meaning.year - day.year if meaning.year else meaning.years))
    return containing(grain, there) if there else unknown(grain), anchor


def _offset(meaning: Offset, setting: Setting) -> Placed:
    """A length before or after publication, the narrative or another time: a stretch of the grain of its unit."""
    length, unit = meaning.length, meaning.length.unit
    day, anchor, grain = _base(meaning, setting)
    there = day and moved(day, length, meaning.sign)
    if there is None:
        return unknown(unit.grain), None
    if unit.clock and length.days < 1:
        return Stretch(f"{there.isoformat()}TXX:XX", Grain.MOMENT, there, there), anchor
    return containing(grain, there), anchor


def _base(meaning: Offset, setting: Setting) -> tuple[date | None, str | None, Grain]:
    """The day that a length is counted from, what that was found from, and the grain of what it leads to."""
    narrative, unit = setting.narrative, meaning.length.unit
    grain = Grain.YEAR if unit.grain < Grain.YEAR else min(unit.grain, Grain.DAY)
    if meaning.base is not None:
        base, anchor = place(meaning.base, setting)
        return base.first, anchor, grain
    quarter = narrative.spoken.get(Grain.QUARTER)
    if unit.name == "year" and quarter and setting.sentence - quarter.sentence < NEAR:
        return quarter.stretch.first, quarter.id, Grain.QUARTER
    spoken = narrative.last(min(unit.grain, Grain.DAY)) if meaning.narrative else None
    if spoken:
        return spoken.stretch.first, spoken.id, grain
    return narrative.published, narrative.known_from, grain
