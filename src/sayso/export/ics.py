"""The register of forecasts for calendars (iCalendar, RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from sayso.export.forecasts import described
from sayso.model.provenance import digest_id
from sayso.relate.register import Forecast

MAKER = "-//sayso//forecasts//EN"


def ics(forecasts: Iterable[Forecast], as_of: str) -> bytes:
    """A calendar with an all-day event for each forecast that has a last day, on that day; the others are left out.

    The UID of an event is a digest of its document and words, so that a new reading of the same text replaces it in a calendar;
    its time stamp is the day `as_of`, so that the same ledger gives the same bytes.
    """
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    stamp = datetime.combine(date.fromisoformat(as_of), datetime.min.time(), tzinfo=UTC)
    for forecast in forecasts:
        if forecast.due is not None:
            calendar.add_component(_event(forecast, date.fromisoformat(forecast.due), stamp))
    return bytes(calendar.to_ical())


def _event(forecast: Forecast, due: date, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"{digest_id('fc', forecast.document, forecast.text)}@sayso")
    event.add("dtstamp", stamp)
    event.add("dtstart", due)
    if due < date.max:
        event.add("dtend", due + timedelta(days=1))
    event.add("summary", clean(f"Due: {forecast.text}"))
    event.add("description", clean("\n".join(described(forecast)), keep="\n"))
    event.add("transp", "TRANSPARENT")
    if forecast.url:
        event.add("url", clean(forecast.url))
    if forecast.flags:
        event.add("categories", list(forecast.flags))
    return event


def clean(text: str, keep: str = "") -> str:
    """The text without what no calendar line may hold: control characters and halves of characters."""
    return "".join(each if each in keep or (each.isprintable() or each == " ") else " " for each in text)
