"""The days on which what a time dates can happen, for stages that ask whether and when something falls due."""

from datetime import date

from sayso.model.world import Bound, Timex

Days = tuple[date | None, date | None]


def day_range(timex: Timex) -> Days:
    """First and last day, both included, on which what the timex dates can happen; None where that side is open or unknown.

    A bound opens a side: "by June" ends with June 30 and begins with nothing, "since 2019" has no end; a length counts only
    where it says from when ("within 72 hours"). Never raises: the days of a Timex are ISO days or null.
    """
    first = date.fromisoformat(timex.earliest) if timex.earliest else None
    last = date.fromisoformat(timex.latest) if timex.latest else None
    if timex.bound in (Bound.BY, Bound.UNTIL):
        return None, last
    return first, None if timex.bound is Bound.SINCE else last
