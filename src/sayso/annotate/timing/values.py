"""TIMEX3 values of lengths and sets."""

from sayso.annotate.timing.fields import clock_value, unknown_year
from sayso.annotate.timing.lexis import lexis
from sayso.annotate.timing.meanings import Length, Part, Unit

# A unit whose half is so many of a smaller one: half a year is six months, half an hour thirty minutes.
SMALLER = {
    "year": ("month", 12), "decade": ("year", 10), "century": ("year", 100), "hour": ("minute", 60), "minute": ("second", 60),
    "day": ("hour", 24),
}  # fmt: skip


def length_value(length: Length) -> str:
    """Such as "P2Y", "PT30M", "PXW", "P1Y6M", "P1DT12H": whole numbers, the time of day behind a T."""
    parts = [part for count, unit in length.parts for part in _whole(count, unit)]
    date = "".join(f"{_number(count, unit)}{unit.code}" for count, unit in parts if not unit.clock)
    clock = "".join(f"{_number(count, unit)}{unit.code}" for count, unit in parts if unit.clock)
    if length.vague:
        unit = length.unit
        return f"P{'T' if unit.clock else ''}X{unit.code}"
    return f"P{date}T{clock}" if clock else f"P{date}"


def _whole(count: float | None, unit: Unit) -> list[tuple[float | None, Unit]]:
    """A count with a half as two whole counts, where the half is a whole number of a smaller unit."""
    if count is None or unit.name not in SMALLER or count % 1 != 0.5:  # noqa: PLR2004 - a half
        return [(count, unit)]
    name, times = SMALLER[unit.name]
    smaller = (times / 2, lexis().units[name])
    return [(count - 0.5, unit), smaller] if count > 1 else [smaller]


def _number(count: float | None, unit: Unit) -> str:
    if count is None:
        return "X"
    written = count * unit.written
    return str(int(written)) if written == int(written) else f"{written:g}"


def recurring(part: Part) -> str:
    """The value of a field that recurs: "XXXX-07", "XXXX-WXX-4", "XXXX-WXX-2TNI"."""
    if part.field.kind in ("part", "clock") and isinstance(part.outer, Part):
        code = part.field.number if part.field.kind == "part" else clock_value(part.field.number)
        return f"{recurring(part.outer)}T{code}"
    return unknown_year(part.field)
