"""What a time expression means, before it is known what it is relative to.

A meaning is a small tree: a weekday in a week, a quarter in a year, a length back from the publication. Resolving it
(`resolving`) needs the publication, what the text spoke of before, and the tense around it.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sayso.annotate.timing.stretches import Grain, Stretch
from sayso.model.world import Bound


class Way(StrEnum):
    """How a unit or a named day lies to what it is relative to: the publication, or (`SAME` and below) the narrative.

    `OTHER` is a day of which a clause behind it tells; `THE` is an article alone: "the year" is publication's where the clause looks ahead, else the narrative's.
    """

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    PAST = "past"
    COMING = "coming"
    THE = "the"
    OTHER = "other"
    SAME = "same"
    LATEST = "latest"
    PREVIOUS = "previous"
    FOLLOWING = "following"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of length: `code` as durations write it, `written` codes to a unit, so many months or (if none) days long."""

    name: str
    code: str
    clock: bool
    written: int
    months: int
    days: float
    grain: Grain


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: counts of units, the first may be unknown (None) and lie between `low` and `high` of its unit."""

    parts: tuple[tuple[float | None, Unit], ...]
    low: float
    high: float

    @property
    def unit(self) -> Unit:
        """The unit that comes first."""
        return self.parts[0][1]

    @property
    def days(self) -> float:
        """How many days it takes, about; unknown counts count nothing."""
        return sum((count or 0) * unit.days for count, unit in self.parts)

    @property
    def single(self) -> bool:
        """Whether it is one unit: "a year"."""
        return self.parts[0][0] == 1

    @property
    def vague(self) -> bool:
        """Whether nobody can tell how long it is."""
        return self.parts[0][0] is None


@dataclass(frozen=True, slots=True)
class Fixed:
    """A stretch of the calendar that is known as it stands."""

    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Field:
    """What recurs in a larger stretch: March, the third quarter, Friday, Christmas, the morning, ten o'clock.

    `kind` says what it is (see `fields.KINDS`) and `number` which one.
    """

    kind: str
    number: Any


@dataclass(frozen=True, slots=True)
class Part:
    """A field in a larger stretch; without one, `way` or the tense say which.

    `gap` is how many days a range goes on behind it: of what was, its end is past too.
    """

    field: Field
    outer: "Meaning | None" = None
    way: Way | None = None
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Relative:
    """A unit by its way: last week, this year, the same day; two steps on in "the week before last"."""

    grain: Grain
    way: Way
    steps: int = 1


@dataclass(frozen=True, slots=True)
class Offset:
    """A length before (-1) or after (+1) something: the publication, the narrative, or another time."""

    length: Length
    sign: int
    narrative: bool = False
    base: "Meaning | None" = None


@dataclass(frozen=True, slots=True)
class Reaching:
    """A length that reaches back from the publication, or on from it: "the past two years", "the coming weeks"."""

    length: Length
    way: Way


@dataclass(frozen=True, slots=True)
class Counted:
    """The n-th unit of a larger stretch: "the first week of March"; -1 is the last."""

    unit: Unit
    number: int
    outer: "Meaning"


@dataclass(frozen=True, slots=True)
class Period:
    """The stretch that the narrative spoke of, in another year: "the year-earlier period", "the 1988 quarter"."""

    years: int
    year: int | None = None
    grain: Grain = Grain.QUARTER


@dataclass(frozen=True, slots=True)
class Repeat:
    """A set: what recurs, as its value says."""

    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The past, the present or the future as such: PAST_REF, PRESENT_REF, FUTURE_REF."""

    value: str


Meaning = Fixed | Part | Relative | Offset | Reaching | Counted | Period | Repeat | Reference | Length


@dataclass(frozen=True, slots=True)
class Phrase:
    """An expression: its words from `first` up to `end`, what it means, and the TIMEX3 modifier.

    `quantity` is a modifier of number (about, nearly), `portion` of part (early, the end of), `bound` what a range makes of it.
    """

    first: int
    end: int
    meaning: Meaning
    quantity: str | None = None
    portion: str | None = None
    bound: Bound | None = None
