"""Stretches of the calendar: years, quarters, months, weeks, days, parts of days, with their TIMEX3 values.

Source of the values: TIMEX3 in TimeML 1.2.1 and ISO 8601; of the weeks: ISO 8601 (a week belongs to the year of its Thursday).
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import IntEnum

from sayso.lexicons import lexicon

DAY = timedelta(days=1)
MONTHS, QUARTERS, WEEK = 12, 4, 7  # months and quarters of a year, days of a week
SATURDAY = 5  # as `date.weekday` counts


class Grain(IntEnum):
    """How much of the calendar a stretch takes, from coarse to fine."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    HALF = 4
    QUARTER = 5
    SEASON = 6
    MONTH = 7
    WEEK = 8
    WEEKEND = 9
    DAY = 10
    PART = 11
    MOMENT = 12


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the calendar: its TIMEX3 value and its first and last day; both None where it stands for no fixed days."""

    value: str
    grain: Grain
    first: date | None = None
    last: date | None = None


def make_day(year: int, month: int, day: int) -> date | None:
    """A day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_stretch(day: date) -> Stretch:
    """One day."""
    return Stretch(day.isoformat(), Grain.DAY, day, day)


def months_stretch(year: int, month: int, count: int, value: str, grain: Grain) -> Stretch:
    """So many months from one on; a month above 12 stands in the next year."""
    year, month = year + (month - 1) // MONTHS, (month - 1) % MONTHS + 1
    first = make_day(year, month, 1)
    year, month = year + (month + count - 2) // MONTHS, (month + count - 2) % MONTHS + 1
    last = make_day(year, month, monthrange(year, month)[1]) if MINYEAR <= year <= MAXYEAR else None
    return Stretch(value, grain, first, last) if first and last else Stretch(value, grain)


def year_stretch(year: int) -> Stretch:
    """One year."""
    return months_stretch(year, 1, MONTHS, f"{year:04d}", Grain.YEAR)


def half_stretch(year: int, number: int) -> Stretch:
    """The first or second half of a year."""
    return months_stretch(year, 6 * number - 5, 6, f"{year:04d}-H{number}", Grain.HALF)


def quarter_stretch(year: int, number: int) -> Stretch:
    """A quarter of a year."""
    return months_stretch(year, 3 * number - 2, 3, f"{year:04d}-Q{number}", Grain.QUARTER)


def month_stretch(year: int, month: int) -> Stretch:
    """A month."""
    return months_stretch(year, month, 1, f"{year:04d}-{month:02d}", Grain.MONTH)


def season_stretch(year: int, code: str) -> Stretch:
    """A season by its TIMEX3 code; winter begins in the year's December."""
    first, last = lexicon("times")["season_months"][code]
    return months_stretch(year, first, last - first + 1, f"{year:04d}-{code}", Grain.SEASON)


def decade_stretch(year: int) -> Stretch:
    """The decade that holds a year."""
    start = year - year % 10
    return months_stretch(start, 1, 10 * MONTHS, f"{start // 10:03d}", Grain.DECADE)


def century_stretch(number: int) -> Stretch:
    """A century by its number: the 20th has the value "19" and runs from 1901 to 2000."""
    start = 100 * (number - 1) + 1
    return months_stretch(start, 1, 100 * MONTHS, f"{number - 1:02d}", Grain.CENTURY)


def week_stretch(day: date) -> Stretch:
    """The week that holds a day, from Monday to Sunday."""
    year, week, weekday = day.isocalendar()
    first = shift_days(day, 1 - weekday)
    return Stretch(f"{year:04d}-W{week:02d}", Grain.WEEK, first, first and shift_days(first, WEEK - 1))


def weekend_stretch(day: date) -> Stretch:
    """Saturday and Sunday of the week that holds a day."""
    week = week_stretch(day)
    first = week.first and shift_days(week.first, SATURDAY)
    return Stretch(f"{week.value}-WE", Grain.WEEKEND, first, week.last)


def shift_days(day: date, count: int) -> date | None:
    """A day so many days later, or None beyond the calendar."""
    try:
        return day + count * DAY
    except OverflowError:
        return None


def shift_months(day: date, count: int) -> date | None:
    """The same day so many months later, or the month's last day where it has no such day."""
    month = 12 * day.year + day.month - 1 + count
    year, month = month // MONTHS, month % MONTHS + 1
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def containing(grain: Grain, day: date) -> Stretch:
    """The stretch of a grain that holds a day; of a grain finer than a day, the day."""
    return HOLDING.get(grain, day_stretch)(day)


def _season_of(day: date) -> Stretch:
    month = day.month + MONTHS if day.month < 3 else day.month  # noqa: PLR2004 - January and February end the last year's winter
    year = day.year - (month > MONTHS)
    codes: dict[str, list[int]] = lexicon("times")["season_months"]
    return next(season_stretch(year, code) for code, (first, last) in codes.items() if first <= month <= last)


HOLDING: dict[Grain, Callable[[date], Stretch]] = {
    Grain.CENTURY: lambda day: century_stretch((day.year - 1) // 100 + 1),
    Grain.DECADE: lambda day: decade_stretch(day.year),
    Grain.YEAR: lambda day: year_stretch(day.year),
    Grain.HALF: lambda day: half_stretch(day.year, (day.month + 5) // 6),
    Grain.QUARTER: lambda day: quarter_stretch(day.year, (day.month + 2) // 3),
    Grain.SEASON: _season_of,
    Grain.MONTH: lambda day: month_stretch(day.year, day.month),
    Grain.WEEK: week_stretch,
    Grain.WEEKEND: weekend_stretch,
}
# How far the next stretch of a grain begins behind this one, in months; weeks, weekends and days are counted in days.
STEP_MONTHS = {
    Grain.CENTURY: 1200, Grain.DECADE: 120, Grain.YEAR: 12, Grain.HALF: 6, Grain.QUARTER: 3, Grain.SEASON: 3, Grain.MONTH: 1,
}  # fmt: skip
STEP_DAYS = {Grain.WEEK: WEEK, Grain.WEEKEND: WEEK, Grain.DAY: 1}


def stepped(grain: Grain, day: date, steps: int) -> Stretch | None:
    """The stretch of a grain so many steps behind (or before) the one that holds a day; None beyond the calendar."""
    if grain in STEP_MONTHS:
        moved = shift_months(day.replace(day=1), steps * STEP_MONTHS[grain])
    else:
        moved = shift_days(day, steps * STEP_DAYS.get(grain, 1))
    return containing(grain, moved) if moved else None


def third(stretch: Stretch, mod: str | None) -> tuple[date | None, date | None]:
    """First and last day of a stretch, or of the third of it that START, MID and END mean."""
    if stretch.first is None or stretch.last is None:
        return None, None
    months = 12 * (stretch.last.year - stretch.first.year) + stretch.last.month - stretch.first.month + 1
    number = {"START": 0, "MID": 1, "END": 2}.get(mod or "")
    if number is None or stretch.grain >= Grain.DAY:
        return stretch.first, stretch.last
    if months >= MONTHS:
        cut = months // 3
        part = months_stretch(stretch.first.year, stretch.first.month + number * cut, cut, "", stretch.grain)
        return part.first, part.last if number < 2 else stretch.last  # noqa: PLR2004 - the last of three
    size = (stretch.last - stretch.first).days + 1
    cuts = [stretch.first + (size * step // 3) * DAY for step in range(3)] + [stretch.last + DAY]
    return cuts[number], cuts[number + 1] - DAY
