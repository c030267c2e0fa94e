"""The day and the instant that an ISO string means."""

from datetime import UTC, date, datetime

DAY = 10  # characters of an ISO day


def day_of(moment: str | None) -> date | None:
    """The day of an ISO day or time, as it stands there; None where it is neither."""
    try:
        return date.fromisoformat((moment or "")[:DAY])
    except ValueError:
        return None


def instant_of(moment: str | None) -> datetime | None:
    """A time in UTC; None where only the day is known, or the time's zone is not."""
    try:
        found = datetime.fromisoformat(moment or "")
        return found.astimezone(UTC) if found.tzinfo else None
    except (ValueError, OverflowError):
        return None


def shown_by(moment: str | None) -> str:
    """By when what was published then was out for sure, as text that sorts: UTC where a zone is given, the day's end for a day alone.

    What has no time that can be read comes last.
    """
    instant = instant_of(moment)
    if instant is not None:
        return instant.strftime("%Y-%m-%dT%H:%M:%S")
    day = day_of(moment)
    if day is None:
        return "9"
    rest = (moment or "")[DAY + 1 :]
    return f"{day.isoformat()}T{rest or '9'}"
