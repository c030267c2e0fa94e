"""What recurs in the calendar - months, quarters, weekdays, feasts, times of the day - and where it falls."""

from collections.abc import Callable
from datetime import date
from typing import Any

from sayso.annotate.timing.meanings import Field
from sayso.annotate.timing.stretches import (
    DAY,
    WEEK,
    Grain,
    Stretch,
    day_stretch,
    half_stretch,
    make_day,
    month_stretch,
    quarter_stretch,
    season_stretch,
    shift_days,
    weekend_stretch,
)

GRAINS = {
    "month": Grain.MONTH, "day": Grain.DAY, "feast": Grain.DAY, "quarter": Grain.QUARTER, "half": Grain.HALF,
    "season": Grain.SEASON, "weekday": Grain.DAY, "weekend": Grain.WEEKEND, "week": Grain.WEEK, "nth": Grain.DAY, "part": Grain.PART, "clock": Grain.MOMENT,
}  # fmt: skip
# Values of fields in a year, a week or a day that nothing tells.
UNKNOWN = {
    "month": "XXXX-{:02d}", "day": "XXXX-{}", "feast": "XXXX-{}", "quarter": "XXXX-Q{}", "half": "XXXX-H{}", "season": "XXXX-{}",
    "weekday": "XXXX-WXX-{}", "weekend": "XXXX-WXX-WE", "week": "XXXX-WXX", "nth": "XXXX-XX-XX", "part": "XXXX-XX-XXT{}", "clock": "XXXX-XX-XXT{}",
}  # fmt: skip


def grain_of(field: Field) -> Grain:
    """How fine a field is."""
    return GRAINS[field.kind]


def in_year(field: Field, year: int) -> Stretch | None:
    """The field in a year; None where the year has none (29 February), or the field does not recur by years."""
    finder = YEARLY.get(field.kind)
    return finder(year, field.number) if finder else None


def near(field: Field, day: date, steps: int) -> Stretch | None:
    """A weekday or weekend of the week that holds a day, so many weeks on."""
    moved = shift_days(day, WEEK * steps)
    if moved is None:
        return None
    if field.kind == "weekend":
        return weekend_stretch(moved)
    found = shift_days(moved, field.number - moved.isoweekday())
    return day_stretch(found) if found else None


def nth_weekday(first: date, number: int, weekday: int) -> Stretch | None:
    """The n-th weekday from the first day of a month on; None where the month has fewer."""
    found = shift_days(first, (weekday - first.isoweekday()) % WEEK + WEEK * (number - 1))
    return day_stretch(found) if found and found.month == first.month else None


def in_day(field: Field, day: Stretch) -> Stretch:
    """A part of a day or a time in it, of the value that TIMEX3 gives it."""
    value = day.value.split("T")[0]
    if field.kind == "part":
        return Stretch(f"{value}T{field.number}", Grain.PART, day.first, day.last)
    return Stretch(f"{value}T{clock_value(field.number)}", Grain.MOMENT, day.first, day.last)


def clock_value(time: tuple[int, int | None, int | None]) -> str:
    """Such as "10:30", "17:00", with a Z where the zone is UTC."""
    hour, minute, zone = time
    return f"{hour:02d}:{minute or 0:02d}" + ("Z" if zone == 0 else "")


def unknown_year(field: Field) -> str:
    """The value of a field of a year that nothing tells: "XXXX-10-13", "XXXX-Q3", "XXXX-WXX-5"."""
    number = field.number
    match field.kind:
        case "day":
            number = "{:02d}-{:02d}".format(*number)
        case "feast":
            fixed = dict(number)
            number = f"{fixed['month']:02d}-{fixed['day']:02d}" if "day" in fixed else "XX-XX"
        case "clock":
            number = clock_value(number)
    return UNKNOWN[field.kind].format(number)


def _day_in(year: int, number: tuple[int, int]) -> Stretch | None:
    day = make_day(year, *number)
    return day_stretch(day) if day else None


def _feast_in(year: int, rule: tuple[tuple[str, int], ...]) -> Stretch | None:
    known = dict(rule)
    if "easter" in known:
        easter = easter_sunday(year)
        moved = easter and shift_days(easter, known["easter"])
        return day_stretch(moved) if moved else None
    if "day" in known:
        return _day_in(year, (known["month"], known["day"]))
    day = _nth_weekday(year, known)
    return day_stretch(day) if day else None


def _nth_weekday(year: int, rule: dict[str, int]) -> date | None:
    """The n-th weekday of a month, counted from its end where n is negative."""
    if rule["nth"] < 0:
        following = make_day(year + rule["month"] // 12, rule["month"] % 12 + 1, 1)
        last = following and following - DAY
        return last and last - ((last.isoweekday() - rule["weekday"]) % WEEK) * DAY
    first = make_day(year, rule["month"], rule.get("after", 1))
    if first is None:
        return None
    return shift_days(first, (rule["weekday"] - first.isoweekday()) % WEEK + WEEK * (rule["nth"] - 1))


def easter_sunday(year: int) -> date | None:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 13, 1876, p. 487)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return make_day(year, month, day + 1)


YEARLY: dict[str, Callable[[int, Any], Stretch | None]] = {
    "month": month_stretch,
    "day": _day_in,
    "feast": _feast_in,
    "quarter": quarter_stretch,
    "half": half_stretch,
    "season": season_stretch,
}
