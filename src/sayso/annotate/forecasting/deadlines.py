"""Until when a forecast can come true: which time in and around a claim bounds it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.annotate.forecasting.conditions import touched
from sayso.annotate.forecasting.wording import Wording
from sayso.model.document import Span
from sayso.model.world import Bound, Timex, TimexType

LIMITS = frozenset({Bound.BY, Bound.UNTIL, Bound.WITHIN})
REFERENCES = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})  # "now", "one day": no day follows from them
COUNTED = frozenset({"after", "from", "following"})  # "two weeks after the vote": a day, if the vote has one
JOINING = frozenset({"and", "or", "to", "until", "till", "through", "–", "-", "—", ","})
JOINED = 2  # words between the two ends of a range
# How well a time bounds a claim. Where it stands counts most, then what it is, then its place after the verb; only the order counts. On
# the invented passages it finds the last day of 79 of the 82 forecasts that are found.
INSIDE, BESIDE, CONDITIONAL = 100, 60, 20
LIMIT, AHEAD, OPEN, GONE = 30, 20, 10, 5
BEHIND_VERB = 8
NESTED = 4  # spans before a time that are looked at: more do not hold one another
NEAREST = 400  # code points beside a claim that are looked at: two sentences of news


@dataclass(frozen=True, slots=True)
class Ground:
    """What deadlines are chosen from: the times in order, the day of publication, what names sources and cues, all forecasts."""

    timexes: Sequence[Timex]
    published: date | None
    attributing: Sequence[Span]
    foretold: Sequence[Span]


def find_deadline(
    ground: Ground, spans: Sequence[Span], conditions: Sequence[Span], wordings: Sequence[Wording]
) -> Timex | None:
    """The time that bounds a claim, null where none does.

    A limit ("by", "before", "until", "within") goes before a time to come, the claim's own words before the rest of its
    sentence, and that before its condition; of two alike the first behind the verb. Of a range the end counts. A past time
    counts where the claim says that it comes true then ("will be ready in 2024").
    """
    best: tuple[int, int, Timex] | None = None
    spans = sorted(spans)
    for wording in wordings:
        for number, timex in _standing(ground.timexes, spans, wording):
            place = _place(ground, timex.span, spans, conditions)
            score = _score(ground, timex, place, wording) if place else 0
            if score and (best is None or score > best[0]):
                best = score, number, timex
    return None if best is None else _range_end(ground, best[1], wordings)


def _standing(timexes: Sequence[Timex], spans: Sequence[Span], wording: Wording) -> Iterator[tuple[int, Timex]]:
    """The times of a sentence in and near a claim, with their numbers."""
    if not wording.starts:
        return
    first, end = max(wording.starts[0], spans[0].start - NEAREST), min(wording.ends[-1], spans[-1].end + NEAREST)
    low = bisect_left(timexes, first, key=lambda timex: timex.span.start)
    high = bisect_left(timexes, end, key=lambda timex: timex.span.start)
    for number in range(low, high):
        yield number, timexes[number]


def _place(ground: Ground, span: Span, spans: Sequence[Span], conditions: Sequence[Span]) -> int:
    """Where a time stands: in the claim, beside it, in its condition, or where it tells nothing (0)."""
    if touched(span, conditions):
        return CONDITIONAL
    if touched(span, spans):
        return INSIDE
    return 0 if _belongs(span, ground.attributing) or _belongs(span, ground.foretold) else BESIDE


def _belongs(span: Span, others: Sequence[Span]) -> bool:
    """Whether a time is part of one of some spans in order, and not the whole of it ("is expected by April 3": no source)."""
    at = bisect_left(others, span.end, key=lambda each: each.start)
    return any(each.touches(span) and not span.covers(each) for each in others[max(0, at - NESTED) : at])


def _score(ground: Ground, timex: Timex, place: int, wording: Wording) -> int:
    """How well a time bounds a claim; 0 where it does not."""
    if timex.type is TimexType.SET or timex.value in REFERENCES:
        return 0
    first, end = wording.word_at(timex.span.start), wording.word_at(timex.span.end)
    modal = wording.modal_before(first)
    follows = modal >= 0 and not any(mark in wording.lows[modal:first] for mark in (";", "“", "”"))
    kind = _kind(ground, timex, wording.lows[end : end + 1], follows=follows)
    if not kind or (place != INSIDE and kind not in (LIMIT, AHEAD)) or (place == BESIDE and kind is AHEAD and follows):
        return 0
    return place + kind + (BEHIND_VERB if follows or not wording.modals else 0)


def _kind(ground: Ground, timex: Timex, after: Sequence[str], *, follows: bool) -> int:
    """What a time is to a forecast: a limit, to come, open, or gone by; 0 where it is a mere length."""
    if timex.latest is None:
        counted = bool(after) and after[0] in COUNTED
        if timex.type is TimexType.DURATION and timex.bound is not Bound.WITHIN and not counted:
            return 0
        return LIMIT if timex.bound in LIMITS else OPEN
    if timex.bound in LIMITS:
        return LIMIT
    # of the past counts what the calendar names ("2024"), not what is past by its words ("last week")
    told = timex.span.text[:5].lower() == "that "  # "that night": the text spoke of it before
    if ground.published is None or date.fromisoformat(timex.latest).toordinal() >= ground.published.toordinal() + told:
        return OPEN if timex.bound is Bound.SINCE else AHEAD
    return GONE if follows and timex.anchor is None and not told else 0


def _range_end(ground: Ground, number: int, wordings: Sequence[Wording]) -> Timex:
    """The end of the range that a time begins ("between March and June"), or the time itself."""
    timex = ground.timexes[number]
    if number + 1 == len(ground.timexes):
        return timex
    following = ground.timexes[number + 1]
    for wording in wordings:
        first, last = wording.word_at(timex.span.end), wording.word_at(following.span.start)
        gap = wording.lows[first : min(last, first + JOINED + 1)]
        if (
            last < len(wording.lows)
            and 0 < len(gap) <= JOINED
            and set(gap) <= JOINING - {","}
            and _is_later(timex, following)
        ):
            return following
    return timex


def _is_later(timex: Timex, following: Timex) -> bool:
    return timex.latest is not None and following.latest is not None and following.latest > timex.latest
