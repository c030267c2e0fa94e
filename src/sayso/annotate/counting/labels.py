"""Numbers that name something or belong to a name: roads, models, units, rooms, laws, addresses, telephones, scores."""

from dataclasses import dataclass, replace
from functools import cache

from sayso.annotate.counting.amounts import DASHES, Amount
from sayso.annotate.counting.numerals import Numeral, number_words
from sayso.annotate.counting.plurals import counts_plural, function_words, is_plural
from sayso.annotate.counting.scores import is_score
from sayso.annotate.counting.words import Line
from sayso.lexicons import lexicon, words_of

JOINING = frozenset({",", "and", "or", "to", "even", "maybe", "perhaps", "another", "then"})
NEAR_OTHER = 3  # tokens of ", or even"
LONGEST_STREET = 3  # words before "Street": "Martin Luther King"
PRIMES = frozenset({"'", "’", "‘", "′", "`"})
ADVERBIAL = ("ed", "ing", "ly")  # "the 12 rescued": no nouns
NUMBERING = frozenset({"no", "nos", "nr", "art", "sec", "fig", "ch", "vol", "pp", "p", "para", "ext"})


@dataclass(frozen=True, slots=True)
class _LabelWords:
    nouns: frozenset[str]
    streets: frozenset[str]
    calibres: frozenset[str]
    adjectives: frozenset[str]
    function: frozenset[str]
    calendar: frozenset[str]


@cache
def _label_words() -> _LabelWords:
    listed, names = lexicon("quantities"), lexicon("names")
    never = names["never"]
    states = [
        word for role in listed["roles"].values() for word in f"{role['states']} {role['verbs']} {role['weak']}".split()
    ]
    return _LabelWords(
        frozenset(listed["labels"]["nouns"].split()),
        frozenset(listed["labels"]["streets"].split()),
        frozenset(listed["calibres"]["words"].split()),
        frozenset(listed["labels"]["adjectives"].split()) | frozenset(states),
        frozenset(names["function"]["words"]) | words_of("classes", "preposition", "auxiliary", "subordinator"),
        frozenset(never["days"]) | frozenset(never["months"]),
    )


def is_label(line: Line, amount: Amount) -> bool:
    """Whether a number names something and counts nothing; zero is no count either."""
    core = amount.core
    if core.exact and not core.value:
        return True
    if _is_limit_of_name(line, amount):
        return True
    if amount.measured:
        at_one_point = amount.unit == "point" and line.low(amount.first - 1) == "at"
        hangs = at_one_point or _has_calibre(line, amount)
        whole = replace(core, last=amount.last)
        return hangs or any(test(line, whole) for test in (_hangs_before, _hangs_behind, _is_capital))
    return _has_parted(line, amount) or any(test(line, core) for test in TESTS)


def _is_limit_of_name(line: Line, amount: Amount) -> bool:
    """Whether the limit has a capital inside a sentence: "the Under 30 Summit"."""
    inside = amount.first < amount.core.first and not line.opens(amount.first) and not line.headline
    return inside and line.capital(amount.first)


def _hangs_before(line: Line, core: Numeral) -> bool:
    """Whether a figure hangs on what stands before it: ".45", "#8", "6'3"."""
    before = line.at(core.first - 1)
    if core.written or not line.glued(core.first):
        return False
    height = before.low in PRIMES and line.at(core.first - 2).kind == "f"
    return height or before.kind in {"w", "f", "c"} or before.low in {".", "+", "/", "#", "№", "@", "_"}


def _hangs_behind(line: Line, core: Numeral) -> bool:
    """Whether letters hang on a figure: "47th", "1990s", "155-mm", "67-year-old"; not "5,000-strong"."""
    last = core.last
    if _is_suspended(line, last):
        return True
    if core.written or not line.glued(last):
        return False
    if line.at(last).kind in {"w", "c", "f"} or line.low(last) == "(":
        return True
    after = line.at(last + 1)
    if line.low(last) in PRIMES:
        return line.glued(last + 1) and (after.low == "s" or after.kind == "f")
    hyphen = line.low(last) in {"-", "‑"} and line.glued(last + 1)
    return hyphen and after.kind in {"w", "c"} and after.low != "strong"


def _is_suspended(line: Line, index: int) -> bool:
    """Whether a hyphen waits for a later word: "18- to 24-year-olds", "four- to five-inch"."""
    hyphen = line.low(index) in {"-", "‑"} and line.glued(index) and not line.glued(index + 1)
    return hyphen and line.low(index + 1) in {"to", "and", "or"}


def _is_attributive(line: Line, core: Numeral) -> bool:
    """Whether a figure stands behind an article before a singular noun: "a 911 caller", "the 486 chip"."""
    if (
        core.written
        or core.scale != 1
        or core.value == 1
        or line.at(core.last).kind != "w"
        or counts_plural(line, core.last)
    ):
        return False
    low, behind = line.low(core.first - 1), line.low(core.last)
    noun = behind not in function_words() and behind not in _label_words().adjectives and not behind.endswith(ADVERBIAL)
    return low in {"a", "an"} or (low in {"the", "this", "that", "his", "its"} and noun)


def _has_calibre(line: Line, amount: Amount) -> bool:
    """Whether a measure is the calibre of a weapon: "152mm howitzers"."""
    return amount.unit == "millimetre" and line.low(amount.last) in _label_words().calibres


def _is_numbered(line: Line, core: Numeral) -> bool:
    """Whether a label stands before: "room 101", "Article 5", "No. 8"; one in small letters only where no plural follows."""
    place = core.first - 1
    if line.low(place) in {"#", "№"} or (line.low(place) == "." and line.low(place - 1) in NUMBERING):
        return True
    if line.lows(place - 1, place + 1) == ["group", "of"] and line.capital(place - 1) and not line.opens(place - 1):
        return True
    if line.low(place) not in _label_words().nouns or _is_verb(line, place):
        return False
    return (line.capital(place) and not line.headline) or not counts_plural(line, core.last)


def _is_verb(line: Line, place: int) -> bool:
    """Whether "number" is a verb here: "fatalities now number 26"."""
    before = line.low(place - 1)
    return line.low(place) == "number" and (is_plural(before) or before in {"now", "they", "already", "still", "to"})


def _is_named(line: Line, core: Numeral) -> bool:
    """Whether a number stands behind a name and counts nothing: "the Kestrel 2", "Camp Four"; not "in Kesh 12 died"."""
    place = core.first - 1
    before, known = line.at(place), _label_words()
    if before.kind not in {"w", "c"} or not line.capital(place) or line.headline or not core.exact:
        return False
    if before.low in known.function or before.low.endswith(("'s", "'")) or before.low in known.calendar:
        return False
    located = line.low(place - 1) in {"in", "at", "near", "from", "of"} and line.low(core.last) in known.adjectives
    return not (located or counts_plural(line, core.last))


def _is_capital(line: Line, core: Numeral) -> bool:
    """Whether a number word has a capital inside a sentence: "the Group of Seven", "Three Bridges"."""
    if not core.written or line.headline or line.opens(core.first):
        return False
    return line.capital(core.first) and core.exact


def _is_address(line: Line, core: Numeral) -> bool:
    """Whether a street follows: "12 Station Road", "17 Mill Lane"."""
    place = core.last
    while place < core.last + LONGEST_STREET and line.at(place).kind == "w" and line.capital(place):
        place += 1
        if line.low(place) in _label_words().streets and line.capital(place):
            return not core.written
    return False


def _is_in_a_row(line: Line, core: Numeral) -> bool:
    """Whether figures follow one another, as in telephone numbers and spoken years: "555 1234", "nineteen ninety-four"."""
    small = number_words().small
    return not is_plural(line.low(core.last)) and any(
        (line.at(place).kind == "f" and not (place == core.last and line.low(place + 1) == "-"))
        or (core.written and line.low(place) in small)
        for place in (core.first - 1, core.last)
    )


def _is_item(line: Line, core: Numeral) -> bool:
    """Whether a figure numbers a paragraph or stands all alone."""
    if core.first or core.written:
        return False
    alone = core.last == len(line.tokens) or all(token.kind == "p" for token in line.tokens[core.last : core.last + 9])
    return alone or (line.low(core.last) in {".", ")"} and line.glued(core.last))


def _has_parted(line: Line, amount: Amount) -> bool:
    """Whether something is parted: "cut in two"."""
    alone = line.at(amount.last).kind == "p" or line.low(amount.last) in {"by", "and"}
    return amount.core.written and amount.first == amount.core.first and line.low(amount.first - 1) == "in" and alone


TESTS = (
    _is_attributive, _hangs_before, _hangs_behind, _is_numbered, _is_named, _is_capital, _is_address, _is_in_a_row, _is_item, is_score,
)  # fmt: skip


def goes_on_from(line: Line, amount: Amount) -> bool:
    """Whether a number only continues the name or time of the one two tokens before it: "pages 3 and 4", "2010, 2011"."""
    joined = line.low(amount.first - 1) in {"and", "or", ",", "to", "through", "&", *DASHES}
    return (
        joined
        and not amount.measured
        and amount.first == amount.core.first
        and (line.at(amount.last).kind != "w" or line.low(amount.last) in function_words())
    )


def shares_noun(line: Line, amount: Amount, other: Amount) -> bool:
    """Whether a number leaves its noun to one right behind it: "three, four or even five hours"."""
    between = line.lows(amount.last, other.first)
    joined = len(between) <= NEAR_OTHER and between[:1] in ([","], ["and"], ["or"], ["to"])
    return joined and not amount.measured and set(between) <= JOINING
