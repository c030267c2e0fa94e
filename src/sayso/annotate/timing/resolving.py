"""What a time expression comes to: its TIMEX3 type and value, and which days it can mean."""

from dataclasses import dataclass
from datetime import date

from sayso.annotate.timing.meanings import (
    Counted,
    Length,
    Meaning,
    Offset,
    Part,
    Period,
    Reaching,
    Reference,
    Relative,
    Repeat,
    Way,
)
from sayso.annotate.timing.narrative import Narrative
from sayso.annotate.timing.placing import Setting, moved, place
from sayso.annotate.timing.stretches import Grain, Stretch, third
from sayso.annotate.timing.values import length_value
from sayso.model.world import TimexType

BACK = frozenset((Way.LAST, Way.PAST, Way.PREVIOUS))


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression came to: TIMEX3 type and value, the days it can mean, what it is relative to, and whether it is vague.

    `stretch` is set where it is a stretch of the calendar that the narrative can go on from.
    """

    type: TimexType
    value: str
    first: date | None = None
    last: date | None = None
    anchor: str | None = None
    vague: bool = False
    stretch: Stretch | None = None


def resolve(meaning: Meaning, portion: str | None, setting: Setting) -> Resolved:
    """What a meaning comes to in its setting; of a stretch, the days of the portion that is meant (START, MID, END)."""
    match meaning:
        case Length():
            return Resolved(TimexType.DURATION, length_value(meaning), vague=meaning.vague)
        case Repeat():
            return Resolved(TimexType.SET, meaning.value)
        case Reference():
            return _referring(meaning, setting.narrative)
        case Reaching():
            return _reaching(meaning, setting.narrative)
        case Offset() if meaning.length.vague or (meaning.narrative and setting.narrative.last(Grain.YEAR) is None):
            return _vaguely(meaning, setting.narrative)
    stretch, anchor = place(meaning, setting)
    kind = TimexType.TIME if stretch.grain >= Grain.PART else TimexType.DATE
    first, last = third(stretch, portion)
    return Resolved(kind, stretch.value, first, last, anchor if first else None, stretch=stretch)


def takes_tense(meaning: Meaning) -> bool:
    """Whether it depends on the tense around it what a meaning comes to."""
    counted = isinstance(meaning, Offset) and meaning.base is not None
    return counted or isinstance(meaning, Part | Relative | Counted | Length)


def goes_on(meaning: Meaning) -> bool:
    """Whether the narrative goes on from a time: not from what is only compared with ("a year earlier")."""
    return not isinstance(meaning, Period) and not (isinstance(meaning, Offset) and meaning.length.unit.name == "year")


def _referring(meaning: Reference, narrative: Narrative) -> Resolved:
    """The past ends with publication, the future begins with it."""
    first = narrative.published if meaning.value != "PAST_REF" else None
    last = narrative.published if meaning.value != "FUTURE_REF" else None
    return Resolved(TimexType.DATE, meaning.value, first, last, narrative.known_from, vague=True)


def _reaching(meaning: Reaching, narrative: Narrative) -> Resolved:
    """A length back from publication or on from it; "recent years" have no length, as TimeBank has it for the most part."""
    length, published = meaning.length, narrative.published
    kind, value = TimexType.DURATION, length_value(length)
    if length.vague and length.unit.name == "year" and meaning.way is Way.PAST:
        kind, value = TimexType.DATE, "PAST_REF"
    back = meaning.way in BACK
    end = published and moved(published, length, -1 if back else 1, length.high)
    if end is None or published is None:
        return Resolved(kind, value, vague=length.vague)
    first, last = sorted((end, published))
    return Resolved(kind, value, first, last, narrative.known_from, vague=length.vague)


def _vaguely(meaning: Offset, narrative: Narrative) -> Resolved:
    """Such as "several years ago", and what is earlier or later than something that is not known."""
    length, published = meaning.length, narrative.published
    if meaning.narrative:
        return Resolved(TimexType.DURATION, length_value(length), vague=length.vague)
    ends = [moved(published, length, meaning.sign, count) for count in (length.low, length.high)] if published else []
    known = sorted(end for end in ends if end)
    value = "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"
    if not known:
        return Resolved(TimexType.DATE, value, vague=True)
    return Resolved(TimexType.DATE, value, known[0], known[-1], narrative.known_from, vague=True)
