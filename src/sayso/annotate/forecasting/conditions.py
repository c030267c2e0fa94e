"""On what a forecast hangs: the conditions that a sentence sets, and to which of its claims each belongs."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate.forecasting.openers import Opener, find_openers
from sayso.annotate.forecasting.wording import QUOTES, Part, Wording
from sayso.lexicons import lexicon
from sayso.model.document import Span

# Parts between commas that a condition may have: "if Norland, the bigger neighbour, agrees" has three.
MOST_PARTS = 4
SUBJECT = 7  # words of a subject in front of its verb, looked through where no comma ends the condition
CHAINED = 3  # conditions in a row that hang together: "if A and if B"
ADVERBIAL = 6  # words of "by the end of next year"; a longer part is no mere adverbial
FAR = (
    80  # words between a condition and a claim that hangs on it; more is another thought, or made to keep a reader busy
)
LINKS = frozenset({"and", "or", "but", "then", "that", "only", "so", ","})
PREPOSITIONS = frozenset(
    {"by", "within", "before", "until", "in", "on", "next", "this", "then", "after", "at", "from", "during"}
)


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition with the numbers of its words; `fronted` where what hangs on it stands behind."""

    span: Span
    first: int
    end: int
    fronted: bool


@cache
def _determiners() -> frozenset[str]:
    return frozenset(lexicon("conditions")["ends"]["determiners"])


@cache
def _linking() -> frozenset[str]:
    return frozenset(lexicon("conditions")["ends"]["linking"])


def find_conditions(wording: Wording, attributing: Sequence[Span]) -> tuple[Condition, ...]:
    """The conditions of a sentence in order; `attributing` are the spans of cues and sources, which belong to none.

    A condition goes from its opener to the comma before the clause that hangs on it, or to the end of its own clause. Takes
    time in proportion to the sentence.
    """
    aside = _aside(wording, attributing)
    firsts = [part.first for part in wording.parts]
    found: list[Condition] = []
    for opener in find_openers(wording):
        if found and opener.first < found[-1].end:
            continue
        number = bisect_left(firsts, opener.first + 1) - 1
        end = _end(wording, opener, number, aside)
        if end > opener.end:
            fronted = _is_fronted(wording, opener, number)
            found.append(Condition(wording.span(opener.first, end), opener.first, end, fronted))
    return tuple(found)


def _aside(wording: Wording, attributing: Sequence[Span]) -> frozenset[int]:
    """The numbers of the words that say who says it."""
    return frozenset(
        number for span in attributing for number in range(wording.word_at(span.start), wording.word_at(span.end))
    )


def _is_fronted(wording: Wording, opener: Opener, number: int) -> bool:
    """Whether the clause that hangs on a condition stands behind it: none does so in front of it."""
    before = wording.lows[opener.first - 1] if opener.first else ""
    if before in {"that", "and", "but", ""}:
        return True
    return wording.modal_before(opener.first) < wording.parts[number].clause


def _end(wording: Wording, opener: Opener, number: int, aside: frozenset[int]) -> int:
    """The number of the word behind a condition."""
    own = wording.parts[number]
    inner = _inner_end(wording, opener, number, aside)
    if inner < own.end or own.hard:
        return inner
    last = _last_part(wording, number)
    while last > number and _is_no_part(wording, wording.parts[last], aside):
        last -= 1
    return wording.parts[last].end


def _last_part(wording: Wording, number: int) -> int:
    """The number of the last part of a condition that goes on behind a comma: up to the clause that speaks of what is to come."""
    for follow in range(number + 1, min(number + 1 + MOST_PARTS, len(wording.parts))):
        part = wording.parts[follow]
        modal = wording.modal_from(part.first)
        if modal < part.end:
            # "if the strike goes on, the shelves, said a trader, will be empty": its subject stands two parts before
            return follow - 1 if modal > part.first + 1 else max(number, follow - 3)
        if part.hard:
            break
    return number


def _is_no_part(wording: Wording, part: Part, aside: frozenset[int]) -> bool:
    """Whether a part says who says it, or when the clause behind it comes true."""
    words = range(part.first, part.end)
    if any(number in aside for number in words):
        return True
    first = wording.lows[part.first]
    return first in _linking() or (first in PREPOSITIONS and len(words) <= ADVERBIAL)


def _inner_end(wording: Wording, opener: Opener, number_of_part: int, aside: frozenset[int]) -> int:
    """Where a condition ends inside its own part: before who says it, "then", "and that", or the subject of the main clause."""
    lows, own = wording.lows, wording.parts[number_of_part]
    for number in range(opener.end, own.end):
        low = lows[number]
        if number in aside and opener.end not in aside:  # else the condition itself says that somebody says something
            return number
        ends = low == "then" and lows[number - 1] not in {"by", "since", "until", "before"}
        if ends or (low in {"and", "but"} and lows[number + 1 : number + 2] in (["that"], ["if"], ["unless"])):
            return number
    return _before_subject(wording, opener, number_of_part)


def _before_subject(wording: Wording, opener: Opener, number: int) -> int:
    """The beginning of a main clause that no comma parts from its condition: "without help the clinic would close"."""
    own = wording.parts[number]
    modal = wording.modal_from(opener.end)
    if modal >= own.end or not _is_fronted(wording, opener, number):
        return own.end
    following = wording.parts[number + 1] if not own.hard and number + 1 < len(wording.parts) else None
    if following and wording.modal_from(following.first) < following.end:
        return own.end  # the modal is the condition's own: "if a deal could be struck, exports will"
    least = opener.end + (1 if opener.noun else 2)
    for word in range(modal - 1, max(least, modal - SUBJECT) - 1, -1):
        if wording.lows[word] in _determiners():
            return word
    return modal - 1 if modal > least else own.end


def conditions_of(spans: Iterable[Span], wordings: Sequence[tuple[Wording, Sequence[Condition]]]) -> tuple[Span, ...]:
    """The conditions of a claim in `spans` among those of its sentences: what stands in it, and what it hangs on beside it."""
    found: dict[Span, None] = {}
    for span in spans:
        for wording, conditions in wordings:
            for each in _touching(span, conditions):
                found[each.span] = None
            for each in _beside(span, wording, conditions):
                found[each.span] = None
    return tuple(sorted(found))


def touched(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span shares a character with one of others that are in order and do not touch."""
    at = bisect_left(others, span.end, key=lambda each: each.start)
    return at > 0 and others[at - 1].touches(span)


def _touching(span: Span, conditions: Sequence[Condition]) -> Iterable[Condition]:
    low = bisect_left(conditions, span.start, key=lambda each: each.span.start)
    high = bisect_left(conditions, span.end, key=lambda each: each.span.start)
    return conditions[low:high]


def _beside(span: Span, wording: Wording, conditions: Sequence[Condition]) -> Iterable[Condition]:
    """The fronted conditions before a claim, as far as they hang together, and the one close behind it."""
    if not conditions:
        return
    begins, stops = (wording.starts[0] <= place <= wording.ends[-1] for place in (span.start, span.end))
    before = bisect_left(conditions, span.start, key=lambda each: each.span.start) if begins else 0
    first = wording.word_at(span.start)
    for each in reversed(conditions[max(0, before - CHAINED) : before]):
        far = each.span.end > span.start or first - each.end > FAR
        if far or not each.fronted or {";", "but"} & set(wording.lows[each.end : first]):
            break
        yield each
        if not set(wording.lows[max(0, each.first - 2) : each.first]) & {"and", "or"}:
            break
    behind = bisect_left(conditions, span.end, key=lambda each: each.span.start)
    if stops and behind < len(conditions) and not _parted(wording, span.end, conditions[behind]):
        yield conditions[behind]


def _parted(wording: Wording, end: int, condition: Condition) -> bool:
    """Whether something that speaks of what is to come, or a new clause, stands between a claim and a condition behind it."""
    last = wording.word_at(end)
    if condition.first - last > FAR:
        return True
    gap = wording.lows[last : condition.first]
    if condition.fronted and gap and any(low in LINKS - {",", "only"} or low in QUOTES for low in gap):
        return True
    return ";" in gap or wording.modal_from(last) < condition.first
