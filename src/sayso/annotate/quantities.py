"""Quantities: how many of what, within which bounds, what became of them, and which number counts a part of which."""

from collections.abc import Iterator, Sequence

from sayso.annotate.counting.amounts import Amount, find_amounts
from sayso.annotate.counting.counted import Counted, find_counted
from sayso.annotate.counting.dates import is_age, is_time
from sayso.annotate.counting.fates import find_roles
from sayso.annotate.counting.labels import goes_on_from, is_label, shares_noun
from sayso.annotate.counting.measures import PERSON
from sayso.annotate.counting.ones import is_a_count
from sayso.annotate.counting.parts import Pair, find_wholes, settled
from sayso.annotate.counting.persons import Kind
from sayso.annotate.counting.roles import is_state
from sayso.annotate.counting.words import Line, split
from sayso.model.document import Document, Span
from sayso.model.provenance import digest_id
from sayso.model.world import Quantity, Role

LONGEST = (
    6_000  # code points of a sentence that are read: of 42,000 in news none has 1,000, more without a stop is a table
)
RECENT = 6  # quantities before a sentence among which "three of the dead" looks for the dead: those of two or three sentences


def find_quantities(document: Document, sentences: Sequence[Span]) -> tuple[Quantity, ...]:
    """All quantities in the order of the text; they do not overlap. Dates, ages, ordinals and names are none.

    A sentence is read alone, but for parts of a whole that an earlier one counted ("Three of the dead were children.").
    """
    found: list[Quantity] = []
    for sentence in sentences:
        line = split(document.text, sentence.start, _end(document.text, sentence))
        found += _in_line(document, line, found[-RECENT:])
    return tuple(found)


def _end(text: str, sentence: Span) -> int:
    """Where reading of a sentence ends: at its end, or at the last blank before it grows too long."""
    cut = sentence.start + LONGEST
    return sentence.end if sentence.end <= cut else max(sentence.start, text.rfind(" ", sentence.start, cut))


def _in_line(document: Document, line: Line, before: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities of one sentence: its numbers, what they count, which hold which, and what became of those counted."""
    amounts = _counting(line)
    starts = {amount.first: amount for amount in amounts}
    pairs = [(amount, find_counted(line, amount, starts)) for amount in amounts]
    wholes = find_wholes(line, pairs)
    pairs = settled(line, pairs, wholes)
    roles = find_roles(line, pairs, wholes)
    counts = [is_a_count(line, *pair, role) for pair, role in zip(pairs, roles, strict=True)]
    for number, (pair, role, whole) in enumerate(zip(pairs, roles, wholes, strict=True)):
        if counts[number]:
            if whole is not None and counts[whole]:
                yield _quantity(document, line, pair, role, _id(document, line, amounts[whole]))
            elif earlier := _earlier(line, before, pair):
                yield _quantity(document, line, pair, role or earlier.role, earlier.id)
            else:
                yield _quantity(document, line, pair, role, None)


def _counting(line: Line) -> list[Amount]:
    """The amounts of a line that are no times, ages or names.

    None is either what goes on with a name ("Interstates 75 and 70") or shares the unit of a time ("three, four or five hours").
    """
    kept: list[Amount] = []
    dropped = -1
    for amount in find_amounts(line):
        goes_on = dropped == amount.first - 1 and goes_on_from(line, amount)
        time = is_time(line, amount)
        if goes_on or time or is_age(line, amount) or is_label(line, amount):
            dropped, next_one = amount.last, amount
            while time and kept and shares_noun(line, kept[-1], next_one):
                next_one = kept.pop()
        else:
            kept.append(amount)
    return kept


def _earlier(line: Line, before: Sequence[Quantity], pair: Pair) -> Quantity | None:
    """The quantity of an earlier sentence that "three of them" or "three of the dead" counts a part of."""
    amount, counted = pair
    if not counted.partitive or counted.whole is not None or amount.measured:
        return None
    noun = line.low(counted.last - 1) if counted.last > counted.first else ""
    for each in reversed(before):
        most = each.low if each.low is not None else each.high
        larger = most is not None and amount.core.value < most
        if larger and each.part_of is None and _is_alike(each, counted, noun):
            return each
    return None


def _is_alike(earlier: Quantity, counted: Counted, noun: str) -> bool:
    """Whether "of the dead", "of them" or "of the miners" may speak of those counted earlier."""
    if counted.role is not None:
        return earlier.role is counted.role
    if not noun:
        return earlier.unit == PERSON
    return earlier.counted is not None and earlier.counted.text.lower().split()[-1] == noun


def _id(document: Document, line: Line, amount: Amount) -> str:
    return digest_id("qt", document.id, line.tokens[amount.first].start, line.tokens[amount.last - 1].end)


def _quantity(document: Document, line: Line, pair: Pair, role: Role | None, part_of: str | None) -> Quantity:
    amount, counted = pair
    tokens, (low, high) = line.tokens, (amount.numeral.low, amount.numeral.high)
    noun = counted.last > counted.first and not amount.measured and not is_state(line.low(counted.last - 1))
    people = counted.kind is Kind.PERSON or (counted.kind is Kind.NOTHING and role is not None)
    return Quantity(
        id=_id(document, line, amount),
        span=document.span(tokens[amount.first].start, tokens[amount.last - 1].end),
        low=None if low is None else float(low),
        high=None if high is None else float(high),
        unit=amount.unit or (PERSON if people else None),
        role=role,
        approximate=amount.numeral.approximate,
        counted=document.span(tokens[counted.first].start, tokens[counted.last - 1].end) if noun else None,
        part_of=part_of,
    )
