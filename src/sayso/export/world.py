"""Times, places and figures in the words that a reader sees."""

from datetime import date

from sayso.model.days import DAY, day_of
from sayso.model.world import Bound, Method, Place, Precision, Quantity, Timex, TimexType

# Those of `calendar` follow the locale.
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

TYPES = {
    TimexType.DATE: "date",
    TimexType.TIME: "time of day",
    TimexType.DURATION: "duration",
    TimexType.SET: "repeated",
}

# The modifiers of TIMEX3 (TimeML 1.2.1).
MODS = {
    "BEFORE": "before it",
    "AFTER": "after it",
    "ON_OR_BEFORE": "it or before",
    "ON_OR_AFTER": "it or after",
    "LESS_THAN": "less than that",
    "MORE_THAN": "more than that",
    "EQUAL_OR_LESS": "at most that",
    "EQUAL_OR_MORE": "at least that",
    "START": "its beginning",
    "MID": "its middle",
    "END": "its end",
    "APPROX": "approximately",
}

BOUNDS = {
    Bound.BY: "by then at the latest",
    Bound.SINCE: "from then on",
    Bound.UNTIL: "up to then",
    Bound.WITHIN: "no longer than that",
}

METHODS = {
    Method.EXACT: "its name in the gazetteer",
    Method.ALTERNATE: "another name that the gazetteer has for it",
    Method.CURATED: "the list of contested and garbled names",
    Method.FUZZY: "a similar spelling",
    Method.MODEL: "a trained model",
}

PRECISIONS = {
    Precision.CITY: "town",
    Precision.ADMIN1: "first-level region",
    Precision.COUNTRY: "country",
    Precision.REGION: "region",
    Precision.FEATURE: "feature of the land",
}


def day(moment: str) -> str:
    """An ISO day with its weekday, by which "on Tuesday" can be checked; anything else as it is."""
    found = day_of(moment) if len(moment) == DAY else None
    return f"{moment} ({WEEKDAYS[found.weekday()]})" if found else moment


def value(timex: Timex) -> str:
    """The TIMEX3 value with its modifier: "2026-04, its middle"."""
    return f"{day(timex.value)}, {MODS.get(timex.mod, timex.mod.lower())}" if timex.mod else day(timex.value)


def extent(timex: Timex) -> str:
    """The first and the last day that a time can mean; empty where neither is known."""
    first, last = timex.earliest, timex.latest
    if first and last:
        return day(first) if first == last else f"{day(first)} to {day(last)}"
    if first:
        return f"from {day(first)} on, without an end"
    return f"until {day(last)}, without a beginning" if last else ""


def distance(timex: Timex, anchor: date | None) -> str:
    """How far a time that means one day lies from the day that it is counted from; empty where either is no single day."""
    found = day_of(timex.earliest) if timex.earliest == timex.latest else None
    if found is None or anchor is None:
        return ""
    days = (found - anchor).days
    if not days:
        return "the same day"
    return f"{abs(days):,} {'day' if abs(days) == 1 else 'days'} {'later' if days > 0 else 'earlier'}"


def place_name(place: Place) -> str:
    """A place with the region and the country that hold it."""
    return ", ".join(part for part in (place.name, place.admin1, place.country) if part)


def coordinates(place: Place) -> str:
    """Where a place lies, to about a kilometre."""
    north, east = "north" if place.lat >= 0 else "south", "east" if place.lon >= 0 else "west"
    return f"{abs(place.lat):.2f}° {north}, {abs(place.lon):.2f}° {east}"


def amount(quantity: Quantity) -> str:
    """What a figure says: "20", "about 20 to 30", "20 or more", "at most 30"."""
    low, high = quantity.low, quantity.high
    about = "about " if quantity.approximate else ""
    if low is not None and high is not None:
        return about + (number(low) if low == high else f"{number(low)} to {number(high)}")
    if low is not None:
        return f"{about}{number(low)} or more"
    return f"at most {about}{number(high)}" if high is not None else "not a number"


def number(size: float) -> str:
    """A number as people write it: grouped, without a fraction where it has none."""
    return f"{int(size):,}" if float(size).is_integer() else f"{size:,.6g}"
