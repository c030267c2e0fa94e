"""An axis of time: where a moment stands on it, and which ticks a reader can count by."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
STEPS = (HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY, 91 * DAY, 364 * DAY)
TICKS = 8  # at most: their labels then keep apart on the narrowest picture
MARGIN = 0.04  # of the time shown, on either side, so that no mark stands on an edge


@dataclass(frozen=True, slots=True)
class Axis:
    """The time from `start` to `end` on the columns from `left` to `right`."""

    start: datetime
    end: datetime
    left: float
    right: float

    def at(self, moment: datetime) -> float:
        """The column of a moment."""
        share = min(max((moment - self.start) / (self.end - self.start), 0.0), 1.0)
        return round(self.left + share * (self.right - self.left), 1)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Columns and labels at round times: hours in a picture of two days, else days; the year where it is another one."""
        step = next((each for each in STEPS if (self.end - self.start) / each <= TICKS), None)
        step = step or (self.end - self.start) / TICKS
        midnight = self.start.replace(hour=0, minute=0, second=0, microsecond=0)
        count = -int(-(self.start - midnight) // step)
        moment, year = midnight + count * step, None
        while moment <= self.end:
            label = f"{moment.day} {moment:%b}"
            if step < DAY and moment.hour:
                label = f"{label}, {moment:%H:%M}" if year is None else f"{moment:%H:%M}"
            elif moment.year != year and (year is not None or self.start.year != self.end.year or step > 28 * DAY):
                label += f" {moment.year}"
            yield self.at(moment), label
            if self.end - moment < step:  # the calendar may end before the next tick
                return
            moment, year = moment + step, moment.year


def axis_of(moments: Sequence[datetime], left: float, right: float) -> Axis:
    """An axis that holds all of them, at least one, with room on either side."""
    first, last = min(moments), max(moments)
    room = max((last - first) * MARGIN, HOUR)
    low, high = datetime.min.replace(tzinfo=UTC) + DAY, datetime.max.replace(tzinfo=UTC) - DAY
    return Axis(max(first, low + room) - room, min(last, high - room) + room, left, right)


def moment_of(published_at: str | None) -> datetime | None:
    """A time of publication in UTC, a day at its noon; None where there is none that can be read."""
    try:
        moment = datetime.fromisoformat(published_at or "")
    except ValueError:
        return None
    if len(published_at or "") == len("2026-03-31"):
        moment += 12 * HOUR
    try:
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:
        return None
