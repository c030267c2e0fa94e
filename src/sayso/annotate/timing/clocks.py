"""Times of the day: clock times with their zones, and parts of the day.

Every reader here takes the words and a place, and returns the place behind what it read with what that means, or None.
"""

from sayso.annotate.timing.lexis import lexis
from sayso.annotate.timing.meanings import Field
from sayso.annotate.timing.numerals import read_cardinal
from sayso.annotate.timing.words import Words

HOURS, NOON, MINUTES = 24, 12, 60


def read_clock(words: Words, at: int) -> tuple[int, Field] | None:
    """Such as "10:30 p.m. GMT", "5 p.m.", "0400 local time", "18:00 UTC", "noon", "4 o'clock in the morning"."""
    known = lexis()
    if words.lows[at] in known.clock_words:
        return _zoned(words, at + 1, (known.clock_words[words.lows[at]], None))
    time = _time(words, at)
    if time is None:
        return None
    end, hour, minute, sure = time
    half = words.lows[end].replace(" ", "")[:1] if _is_half(words.lows[end]) else ""
    if half:
        end += 1
    elif words.lows[end : end + 2] == ["in", "the"] and words.lows[end + 2] in known.parts:
        half = "a" if known.parts[words.lows[end + 2]] == "MO" else "p"
        end += 3
    hour = _on_the_dial(hour, half)
    zoned = _zoned(words, end, (hour, minute))
    if not (half or sure or zoned[0] > end) or hour > HOURS or (minute or 0) >= MINUTES:
        return None
    return zoned


def _is_half(low: str) -> bool:
    return low.rstrip(".").replace(" ", "") in ("a.m", "p.m", "am", "pm")


def _on_the_dial(hour: int, half: str) -> int:
    if half == "p" and hour < NOON:
        return hour + NOON
    return 0 if half == "a" and hour == NOON else hour


def _time(words: Words, at: int) -> tuple[int, int, int | None, bool] | None:
    """Hour and minute, and whether they can be nothing but a time."""
    low = words.lows[at]
    if ":" in low and low[0] != ":":
        hour, minute = low.split(":")
        return at + 1, int(hour), int(minute), True
    if low.count(".") == 1 and len(low) < 6 and low.replace(".", "").isdecimal() and _is_half(words.lows[at + 1]):  # noqa: PLR2004 - "10.30"
        hour, minute = low.split(".")
        return at + 1, int(hour), int(minute), False
    if low.isdecimal() and len(low) == 4:  # noqa: PLR2004 - "0400"
        return at + 1, int(low[:2]), int(low[2:]), False
    countable = (low.isdecimal() and len(low) < 3) or low in lexis().numbers  # noqa: PLR2004 - "10"
    number = read_cardinal(words, at) if countable else None
    if number is None or not 0 <= number[1] <= HOURS:
        return None
    end, hours = number
    if words.lows[end] == "o" and words.lows[end + 1] in ("'", "’") and words.lows[end + 2] == "clock":
        return end + 3, int(hours), None, True
    return end, int(hours), None, False


def _zoned(words: Words, at: int, time: tuple[int, int | None]) -> tuple[int, Field]:
    """The time with its zone in minutes from UTC; "local time" ends the time and names none."""
    known, lows = lexis(), words.lows
    start = at + (lows[at] == "(")
    zone = None
    end = start
    if lows[start] in known.zones and words.raws[start].isupper():
        zone, end = known.zones[lows[start]], start + 1
    elif lows[start : start + 2] == ["local", "time"]:
        end = start + 2
    elif lows[start] in known.zone_names and words.capital(start):
        named = lows[start + 1] == "time" or (lows[start] in known.bare_zones and _is_half(lows[start - 1]))
        end = start + (2 if lows[start + 1] == "time" else 1) if named else start
    if end == start or start > at:
        end = at
    return end, Field("clock", (*time, zone))
