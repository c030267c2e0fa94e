"""Numbers that tell a time or an age: days, years, hours, spans of time, how old somebody is."""

from dataclasses import dataclass
from functools import cache

from sayso.annotate.counting.amounts import Amount
from sayso.annotate.counting.numerals import Numeral, number_words
from sayso.annotate.counting.persons import is_person
from sayso.annotate.counting.plurals import counts_plural, function_words, is_plural
from sayso.annotate.counting.shares import units_of_time
from sayso.annotate.counting.words import Line
from sayso.lexicons import lexicon, words_of

LAST_DAY = 31
HOURS = 24
OLDEST = 115  # years; the oldest person on record reached 122, and "120," behind a comma is rather a count
YEARS = range(1000, 2101)  # years of our era that news writes in four digits
RECENT = range(1900, 2100)  # a bare number of these is a year where it may be one; others only behind "in" and "since"
YEAR_DIGITS = 4
MOST_BETWEEN = 2  # words between a number and its unit of time: "three straight school days"
NEAR_PUT = 6  # words between "put" and "at": "put the number of dead at 12"
NEAR_AGED = 6  # tokens of "aged four, seven and"
NEAR_SUBJECT = 5  # tokens of "she will soon be"
BE = frozenset({"was", "is", "am", "be", "are", "were"})
AROUND_BE = frozenset({"will", "would", "only", "just", "now", "then", "soon", "still", "already", "about"})
ONE_PERSON = frozenset({"he", "she", "i", "who"})
AFTER_AGE = frozenset({",", ")", ".", ";", ":", "", "]", "–", "—"})
LOOSE = frozenset({"about", "around", "circa", "below", "above", "under", "over", "beyond"})  # "below 2005 levels"
FIRM = frozenset({"in", "since", "until", "circa", "year", "from", "after", "before"})


@dataclass(frozen=True, slots=True)
class _DateWords:
    months: frozenset[str]
    between: frozenset[str]
    before_a_year: frozenset[str]
    before_a_plural: frozenset[str]
    before_an_hour: frozenset[str]
    put_at: frozenset[str]
    ages: frozenset[str]
    aged: frozenset[str]
    of_whom: frozenset[str]
    limits_of_age: frozenset[str]


@cache
def _date_words() -> _DateWords:
    listed = lexicon("quantities")["dates"]
    return _DateWords(**{name: frozenset(listed[name].split()) for name in _DateWords.__slots__})


def is_time(line: Line, amount: Amount) -> bool:
    """Whether a number is a day, a year, an hour or a span of time."""
    if amount.measured:
        return False
    return _spans_time(line, amount.core) or any(
        tells(line, amount) for tells in (_is_day, _is_year, _is_hour) if amount.core.scale == 1
    )


def _spans_time(line: Line, core: Numeral) -> bool:
    """Whether what is counted is time: "72 hours", "three straight days", "hundreds of years", "10 a.m."."""
    place = core.last
    place += line.low(place) == "of" and line.low(place + 1) not in {"the", "those", "these"}
    if line.lows(place, place + 3) in (["a", ".", "m"], ["p", ".", "m"]):
        return True
    for index in range(place, place + MOST_BETWEEN + 1):
        low = line.low(index)
        if low in units_of_time():
            return True
        if low not in _date_words().between and (
            line.at(index).kind != "w" or low in function_words() or is_plural(low) or index > place
        ):
            return False
    return False


def _is_month(line: Line, index: int) -> bool:
    return line.low(index) in _date_words().months and line.capital(index)


def _is_day(line: Line, amount: Amount) -> bool:
    """Whether a number stands beside a month: "14 February", "Sept. 11"; not in "in May 12 people died"."""
    core = amount.core
    if core.written or not 0 < core.value <= LAST_DAY:
        return False
    if _is_month(line, core.last) or (line.low(core.last) == "of" and _is_month(line, core.last + 1)):
        return True
    month = core.first - 1 - (line.low(core.first - 1) == ".")
    counts = line.low(month - 1) == "in" and is_plural(line.low(core.last))
    return _is_month(line, month) and not counts


def _is_year(line: Line, amount: Amount) -> bool:
    """Whether a number in four bare digits is a year: "in 2014", "the 2014 truce", "2014-2016"."""
    core = amount.core
    token = line.at(core.last - 1)
    if core.written or token.kind != "f" or len(token.text) != YEAR_DIGITS or core.value not in YEARS:
        return False
    if int(core.value) not in RECENT:
        return core.exact and not counts_plural(line, core.last) and _is_dated(line, core.first - 1)
    if amount.first < core.first:
        return line.low(amount.first) in LOOSE and not is_person(line.low(core.last))
    if not core.exact:
        return not counts_plural(line, core.last)
    return _is_recent_year(line, core)


def _is_dated(line: Line, index: int) -> bool:
    return line.low(index) in FIRM or _is_month(line, index)


def _is_recent_year(line: Line, core: Numeral) -> bool:
    """Whether 1900 to 2099 is a year here: by what stands before it, unless it counts a plural behind."""
    before, known = line.low(core.first - 1), _date_words()
    if line.capital(core.last) and line.at(core.last).kind == "w" and not is_person(line.low(core.last)):
        return True  # "a stolen 1989 Mercury"
    if before == "," and _is_month(line, core.first - 3):
        return True
    if before in known.before_a_plural or before.endswith("'s") or before in FIRM:
        return True
    if before in {"and", "or", ",", "-", "–"} and len(line.low(core.first - 2)) == YEAR_DIGITS:
        joined = line.at(core.first - 2)
        if joined.kind == "f" and joined.text.isdigit() and int(joined.text) in RECENT:
            return True
    if counts_plural(line, core.last) and line.low(core.last) not in words_of("verbs", "finite"):
        return core.first == 0 and not is_person(line.low(core.last))
    apart = line.at(core.first - 1).kind != "w" or line.capital(core.first - 1)
    return apart or before in known.before_a_year


def _is_hour(line: Line, amount: Amount) -> bool:
    """Whether a number is an hour: "at six", "since 7.40", "around 3 in the morning"."""
    core, known = amount.core, _date_words()
    if core.value > HOURS or is_plural(line.low(core.last)):
        return False
    if line.lows(core.last, core.last + 2) == ["in", "the"] and line.low(core.last + 2) in units_of_time():
        return True
    before = line.low(amount.first - 1)
    if not core.written and "." in line.at(core.last - 1).text:
        clock = len(line.at(core.last - 1).text.rpartition(".")[2]) == 2  # noqa: PLR2004 - minutes have two digits
        return clock and (before == "at" or (before in known.before_an_hour and line.at(core.last).kind != "w"))
    if before != "at" or not known.put_at.isdisjoint(line.lows(amount.first - NEAR_PUT, amount.first - 1)):
        return False
    behind = line.at(core.last)
    return behind.kind != "w" or behind.low in known.before_a_year or behind.low in {"on", "and", "when", "as", "at"}


def is_age(line: Line, amount: Amount) -> bool:
    """Whether a number says how old somebody is."""
    core = amount.core
    if amount.measured or core.scale != 1 or core.value > OLDEST:
        return False
    return any(tells(line, amount) for tells in (_is_aged, _limits_age, _follows_name, _is_said_of_one))


def _is_aged(line: Line, amount: Amount) -> bool:
    """Whether a word of age stands beside: "aged four and seven", "the age of 30", "a boy of six", "18 or older"."""
    core, known = amount.core, _date_words()
    place = core.first - 1
    small = number_words().small
    while place >= core.first - NEAR_AGED and (
        line.low(place) in {"and", "or", ",", "to", "between", "just", "only"}
        or line.at(place).kind == "f"
        or line.low(place) in small
    ):
        place -= 1
    if line.low(place) in known.ages:
        return True
    if line.low(core.last) == "or" and line.low(core.last + 1) in {"older", "younger"}:
        return True
    if line.low(core.first - 1) != "of":
        return False
    whose = line.low(core.first - 2)
    return whose in {"age", "ages"} or (whose in known.of_whom and not counts_plural(line, core.last))


def _limits_age(line: Line, amount: Amount) -> bool:
    """Whether people are told by their age: "children under five", "people over 65"."""
    known, core = _date_words(), amount.core
    limit = core.first - 1
    whose = line.low(limit - 1)
    return line.low(limit) in known.limits_of_age and whose in known.aged and not counts_plural(line, core.last)


def _is_said_of_one(line: Line, amount: Amount) -> bool:
    """Whether one person is so old: "he was 12", "Ilse Brandt will be 83"; also the age of several, "their average age was 44"."""
    core, place = amount.core, amount.first - 1
    if line.low(place) not in BE or not core.exact or _counts_something(line, core.last):
        return False
    while place > amount.first - NEAR_SUBJECT and line.low(place) in BE | AROUND_BE:
        place -= 1
    subject = line.low(place)
    named = line.capital(place) and not is_plural(subject) and subject not in function_words()
    return subject in ONE_PERSON or named or "age" in line.lows(place - NEAR_AGED, place + 1)


def _counts_something(line: Line, index: int) -> bool:
    return line.at(index).kind == "w" and line.low(index) not in function_words()


def _follows_name(line: Line, amount: Amount) -> bool:
    """Whether a number follows a name as ages do, "Lisa Brandt, 34," or "Lisa Brandt (34)"; also one person's role."""
    core = amount.core
    mark, name = line.low(core.first - 1), core.first - 2
    if core.written or mark not in {",", "("} or amount.first != core.first or not core.exact or not core.value:
        return False
    if line.low(core.last) not in AFTER_AGE or (mark == "(" and line.low(core.last) not in {")", ","}):
        return False
    low = line.low(name)
    return line.at(name).kind == "w" and (line.capital(name) or (is_person(low) and not is_plural(low)))
