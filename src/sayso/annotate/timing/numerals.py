"""Numbers as they are written in front of units and as years: figures, words, vague numerals.

Every reader here takes the words and a place, and returns the place behind what it read with what that means, or None.
"""

from sayso.annotate.timing.lexis import lexis
from sayso.annotate.timing.words import Words

HUNDRED, TWENTY = 100, 20
HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75}
FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75}
MOST_FIGURES = 15  # no count of days or years is longer, and Python refuses to read numbers of some thousand figures
LONGEST = 7  # words of a number, "one hundred and twenty-five thousand" and a few to spare; more is an enumeration


def read_cardinal(words: Words, at: int) -> tuple[int, float] | None:
    """Such as "12", "1,200", "2.5", "2 1/2", "twenty-five", "a hundred", "two thousand", "half a dozen"."""
    return _figures(words, at) or _spelled(words, at)


def _figures(words: Words, at: int) -> tuple[int, float] | None:
    raw, end = words.raws[at], at + 1
    if raw in HALVES:
        return end, HALVES[raw]
    plain = raw.replace(",", "")
    if not raw.isascii() or len(raw) > MOST_FIGURES or not plain.replace(".", "", 1).isdecimal() or raw[0] == ".":
        return None
    value = float(plain)
    if fraction := FRACTIONS.get("".join(words.raws[end : end + 3])):
        end, value = end + 3, value + fraction
    elif words.raws[end] in HALVES:
        end, value = end + 1, value + HALVES[words.raws[end]]
    elif words.lows[end] in lexis().scales:
        end, value = end + 1, value * lexis().scales[words.lows[end]]
    return end, value


def _spelled(words: Words, at: int) -> tuple[int, float] | None:
    known, lows = lexis(), words.lows
    if lows[at] in ("a", "an") and lows[at + 1] in known.scales:
        return at + 2, float(known.scales[lows[at + 1]])
    if lows[at] == "half" and lows[at + 1] == "a" and lows[at + 2] == "dozen":
        return at + 3, 6.0
    if lows[at] not in known.numbers:
        return None
    total, part, end = 0.0, 0.0, at
    while end < at + LONGEST:
        low = lows[end]
        if low in known.numbers and _continues(part, known.numbers[low]):
            part += known.numbers[low]
        elif low in known.scales and part:
            part *= known.scales[low]
            if known.scales[low] > HUNDRED:
                total, part = total + part, 0.0
        elif not (low in ("and", "-") and end > at and part >= TWENTY and _goes_on(words, end, part)):
            break
        end += 1
    return end, total + part


def _continues(part: float, number: int) -> bool:
    """Whether a number word goes on with the one before it: "twenty" "five", "hundred" "fifty"; not "five" "six"."""
    if part == 0:
        return True
    return number < TWENTY // 2 if part % HUNDRED >= TWENTY else part % HUNDRED == 0


def _goes_on(words: Words, at: int, part: float) -> bool:
    """Whether "and" or a hyphen stands inside a number: "hundred and fifty", "twenty-five"."""
    number = lexis().numbers.get(words.lows[at + 1])
    if number is None:
        return False
    return part % HUNDRED == 0 if words.lows[at] == "and" else words.glued(at) and _continues(part, number)


def read_vague(words: Words, at: int) -> tuple[int, tuple[float, float]] | None:
    """Such as "several", "a few", "some", "many", "a couple of", "dozens of": how many at least and at most."""
    counts, lows = lexis().vague_counts, words.lows
    start = at + 1 if lows[at] == "a" and lows[at + 1] in ("few", "couple") else at
    if lows[start] == "couple" and start > at:
        return start + 1 + (lows[start + 1] == "of"), (2.0, 2.0)
    if lows[start] == "dozens" and lows[start + 1] == "of":
        return start + 2, counts["dozens"]
    if lows[start] in counts and lows[start] not in ("bare", "dozens"):
        return start + 1, counts[lows[start]]
    return None


def read_ordinal(words: Words, at: int) -> tuple[int, int] | None:
    """Such as "first", "twenty-first", "21st"."""
    known, lows = lexis(), words.lows
    if lows[at] in known.ordinals:
        return at + 1, known.ordinals[lows[at]]
    if lows[at].isdecimal() and len(lows[at]) < 3 and lows[at + 1] in ("st", "nd", "rd", "th") and words.glued(at + 1):  # noqa: PLR2004 - two figures
        return at + 2, int(lows[at])
    tens = known.numbers.get(lows[at], 0)
    ones = known.ordinals.get(lows[at + 2] if lows[at + 1] == "-" else lows[at + 1], TWENTY)
    if tens >= TWENTY and ones < TWENTY // 2:
        return at + 2 + (lows[at + 1] == "-"), tens + ones
    return None


def read_spoken_year(words: Words, at: int) -> tuple[int, int] | None:
    """A year in words: "nineteen ninety-six", "twenty twenty-four", "two thousand (and) five"."""
    known, lows = lexis(), words.lows
    first = known.numbers.get(lows[at])
    if first == 2 and lows[at + 1] == "thousand":  # noqa: PLR2004 - two thousand
        end = at + 2 + (lows[at + 2] == "and")
        more = _below_hundred(words, end)
        return (more[0], 2000 + more[1]) if more else (at + 2, 2000)
    if first in (18, 19, 20):
        rest = _below_hundred(words, at + 1)
        if rest and rest[1] >= TWENTY // 2:
            return rest[0], HUNDRED * first + rest[1]
    return None


def _below_hundred(words: Words, at: int) -> tuple[int, int] | None:
    known, lows = lexis(), words.lows
    tens = known.numbers.get(lows[at])
    if tens is None:
        return None
    hyphen = lows[at + 1] == "-"
    ones = known.numbers.get(lows[at + 1 + hyphen])
    if tens >= TWENTY and ones and ones < TWENTY // 2:
        return at + 2 + hyphen, tens + ones
    return at + 1, tens
