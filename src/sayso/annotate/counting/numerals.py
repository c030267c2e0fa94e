"""Cardinal numerals, in figures and in words: "1,260", "1.5 million", "61bn", "three hundred and fifty", "two and a half thousand".

The grammar of English cardinals: units, tens and "hundred" make a group, "thousand" and above close it, "and" may join what
follows a closed group; "a" counts as one before a scale.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from sayso.annotate.counting.plurals import is_plural
from sayso.annotate.counting.words import Line, Phrases, Token
from sayso.lexicons import lexicon

Number = Fraction
ONE = Number(1)
LONGEST_FIGURE = 15  # digits: no news counts quadrillions; longer runs are keys and accounts
LONGEST_NUMERAL = 12  # words: "nine hundred and ninety-nine thousand nine hundred and ninety-nine" has eight
MOST_SCALES = 3  # "hundred thousand million"
SMALLEST_CLOSING = 1000  # a scale from which a group of hundreds is closed
SPLIT = {
    "½": Number(1, 2),
    "¼": Number(1, 4),
    "¾": Number(3, 4),
    "1/2": Number(1, 2),
    "1/4": Number(1, 4),
    "3/4": Number(3, 4),
}
HALVES = {"half": Number(1, 2), "quarter": Number(1, 4)}
GROUPS = str.maketrans("", "", ",\u00a0\u202f\u2009 ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number as written, in tokens `first` to `last` (not included).

    `low` and `high` are the least and the most that it says, None where it leaves that open; `scale` is what its scale words
    multiply by, so that a range can share them ("1.2 to 1.5 million"); `written` is true of words, false of figures.
    """

    first: int
    last: int
    low: Number | None
    high: Number | None
    scale: Number = ONE
    approximate: bool = False
    written: bool = True

    @property
    def value(self) -> Number:
        """The number that is stated, whichever side is open."""
        return self.low if self.low is not None else self.high if self.high is not None else Number(0)

    @property
    def exact(self) -> bool:
        """Whether it is one number and no vague numeral."""
        return self.low is not None and self.low == self.high


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The lexicon of numerals, made ready."""

    small: dict[str, int]
    scales: dict[str, Number]
    glued: dict[str, Number]
    vague: dict[str, Number]
    few: Phrases[int]
    of_lengths: frozenset[str]


@cache
def number_words() -> NumberWords:
    """The lexicon of numerals, made ready; "twenty-two" is a small number too."""
    listed = lexicon("quantities")["numerals"]
    units = listed["small"].split()
    small = {word: value for value, word in enumerate(units)}
    for ten, word in enumerate(listed["tens"].split(), start=2):
        small[word] = ten * 10
        small |= {f"{word}-{unit}": ten * 10 + value for value, unit in enumerate(units[:10]) if value}
    scales, vague = ({word: Number(value) for word, value in listed[each].items()} for each in ("scales", "vague"))
    glued = {word: Number(value) for word, value in listed["glued"].items()}
    return NumberWords(small, scales, glued, vague, Phrases(listed["few"]), frozenset(listed["of_lengths"].split()))


def exactly(value: Number, first: int, last: int, *, scale: Number = ONE) -> Numeral:
    """One number, written in words."""
    return Numeral(first=first, last=last, low=value, high=value, scale=scale)


def figure_at(line: Line, index: int) -> Numeral | None:
    """A number in digits, with the scale behind it: "1,260", "2½", "1.5 million", "61bn"."""
    value = _digits(line.at(index))
    if value is None:
        return None
    split = SPLIT.get(line.low(index + 1))
    if split is not None and not line.glued(index + 1):
        scale, last = scales_behind(line, index + 2)
        return replace(exactly((value + split) * scale, index, last, scale=scale), written=False)
    scale, last = scales_behind(line, index + 1)
    glued = line.glued(last) and line.at(last).kind == "w" and last == index + 1
    if glued and line.low(last) in number_words().glued and not _is_metre(line, last):
        scale, last = number_words().glued[line.low(last)], last + 1
    if line.low(last) == "and" and last == index + 1:
        value, scale, last = _and_a_half(line, value, last)
    more, _, limit = line.low(last).rpartition("-")
    if limit == "plus" and more in number_words().scales:  # "2 million-plus"
        scale *= number_words().scales[more]
        return Numeral(first=index, last=last + 1, low=value * scale, high=None, scale=scale, written=False)
    return replace(exactly(value * scale, index, last, scale=scale), written=False)


def _is_metre(line: Line, index: int) -> bool:
    """Whether the "m" behind a figure is a metre: no currency before it, and behind it what is said of lengths."""
    if line.low(index) != "m" or line.at(index - 2).kind == "$":
        return False
    wall = line.low(index - 2) in {"a", "an", "the"} and not is_plural(line.low(index + 1))  # "a 12m wall"
    return wall or line.low(index + 1) in number_words().of_lengths


def _digits(token: Token) -> Number | None:
    """The value of a figure; None where it is too long, or written with a leading zero as codes are."""
    plain = token.text.translate(GROUPS)
    part = SPLIT.get(plain[-1], Number(0))
    plain = plain.rstrip("½¼¾")
    whole = plain.split(".")[0]
    if len(plain) > LONGEST_FIGURE or (len(whole) > 1 and whole[0] == "0"):
        return None
    return (Number(plain) if plain else Number(0)) + part


def scales_behind(line: Line, index: int) -> tuple[Number, int]:
    """The product of the scale words from a place on, and the place behind them; a hyphen may stand before the first."""
    known, product = number_words().scales, ONE
    if line.low(index) == "-" and line.glued(index) and line.low(index + 1) in known:
        index += 1
    for _ in range(MOST_SCALES):
        if line.low(index) not in known:
            break
        product *= known[line.low(index)]
        index += 1
    return product, index


def _and_a_half(line: Line, value: Number, index: int) -> tuple[Number, Number, int]:
    """What "and a half" adds, with the scale behind it: "two and a half thousand"."""
    if line.low(index + 1) not in {"a", "one"} or line.low(index + 2) not in HALVES:
        return value, ONE, index
    scale, last = scales_behind(line, index + 3)
    return value + HALVES[line.low(index + 2)], scale, last


def written_at(line: Line, index: int) -> Numeral | None:
    """A number in words: "three hundred and fifty", "a thousand", "a million and a half", "two and a half thousand"."""
    known = number_words()
    low = line.low(index)
    start = index + 1 if low in {"a", "an"} and line.low(index + 1) in known.scales else index
    if start == index and low not in known.small:
        return None
    value, scale, last = _cardinal(line, start)
    if line.low(last) == "and" and line.low(last + 2) in HALVES:
        added, more, end = _and_a_half(line, Number(0), last)
        if more > 1 and scale == 1:
            return exactly((value + added) * more, index, end, scale=more)
        return exactly(value + added * scale, index, end, scale=scale)
    return exactly(value, index, last, scale=scale)


def hyphened_at(line: Line, index: int) -> Numeral | None:
    """A number word with its limit: "forty-odd", "ten-plus"."""
    word, _, limit = line.low(index).rpartition("-")
    if limit not in {"odd", "plus"} or word not in number_words().small:
        return None
    found = exactly(Number(number_words().small[word]), index, index + 1)
    return replace(found, high=None) if limit == "plus" else replace(found, approximate=True)


def _cardinal(line: Line, index: int) -> tuple[Number, Number, int]:
    """The value of number words from a place on, the scale that was named last, and the place behind them."""
    known = number_words()
    total, group, scale, last, place = Number(0), Number(0), ONE, index, index
    while place < index + LONGEST_NUMERAL:
        low = line.low(place)
        if low in known.small and _may_follow(known.small[low], group):
            group += known.small[low]
        elif low in known.scales:
            scale = known.scales[low]
            group = (group or ONE) * scale
            if scale >= SMALLEST_CLOSING:
                total, group = total + group, Number(0)
        elif low == "and" and _goes_on(line, place, group, total):
            place += 1
            continue
        else:
            break
        place += 1
        last = place
    return total + group, scale, last


def _may_follow(value: int, group: Number) -> bool:
    """Whether a small number may follow what a group holds: "three hundred" "fifty", "twenty" "two"; not "five" "six"."""
    rest = group % 100
    return rest == 0 if value >= 10 else rest == 0 or (rest >= 20 and rest % 10 == 0)  # noqa: PLR2004 - the decimal system


def _goes_on(line: Line, index: int, group: Number, total: Number) -> bool:
    """Whether "and" joins the tens to a hundred or a thousand: "three hundred and fifty"."""
    open_group = (group and group % 100 == 0) or (not group and total)
    return bool(open_group) and line.low(index + 1) in number_words().small
