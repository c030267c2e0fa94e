"""What a time means once it is known to be foretold: the next Friday, not the last, and a length counted from the publication."""

import re
from dataclasses import replace
from datetime import date, timedelta

from sayso.annotate.timing.lexis import lexis
from sayso.annotate.timing.stretches import make_day
from sayso.model.world import Bound, Timex, TimexType

WEEK = timedelta(days=7)
LENGTH = re.compile(r"P(\d{1,4})([DWMY])|PT(\d{1,4})H", re.ASCII)
DAYS = {"D": 1, "W": 7}
MONTHS = {"M": 1, "Y": 12}


def ahead(timex: Timex, published: date | None) -> Timex:
    """The time with the day it ends on moved ahead, where it is a day of the week just past, or "within" a length.

    The claim foretells, and its tense did not tell the reader of times so ("reckons she'll be gone within a month").
    Anything else comes back as it is.
    """
    if published is None:
        return timex
    if timex.latest is None:
        end = _counted(timex, published) if timex.bound is Bound.WITHIN else None
        return replace(timex, latest=end.isoformat(), anchor="published_at") if end else timex
    last = date.fromisoformat(timex.latest)
    if (
        is_day_of_week(timex)
        and timex.bound is not Bound.SINCE
        and 0 < (published - last).days <= WEEK.days
        and last <= date.max - WEEK
    ):
        moved = (last + WEEK).isoformat()
        return replace(timex, earliest=moved, latest=moved, value=moved)
    return timex


def is_day_of_week(timex: Timex) -> bool:
    """Whether it is written as a day of the week alone, counted from the publication: "Friday", not "last Friday"."""
    return (
        timex.anchor == "published_at" and timex.type is TimexType.DATE and timex.span.text.lower() in lexis().weekdays
    )


def _counted(timex: Timex, published: date) -> date | None:
    """The last day of a length from the publication on; None where it is no plain one, or leads out of the calendar."""
    match = LENGTH.fullmatch(timex.value)
    if timex.type is not TimexType.DURATION or match is None:
        return None
    number, unit = int(match[1] or match[3]), match[2]
    if unit in MONTHS:
        months = published.month - 1 + number * MONTHS[unit]
        first = make_day(published.year + months // 12, months % 12 + 1, 1)
        return first and _clipped(first, published.day)
    days = number * DAYS[unit] if unit else -(-number // 24)
    return published + timedelta(days=days) if days <= (date.max - published).days else None


def _clipped(first: date, day: int) -> date:
    """The day of a month that begins on `first`, or its last where it has fewer."""
    return next(found for back in range(4) if (found := make_day(first.year, first.month, day - back)) is not None)
