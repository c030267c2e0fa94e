"""What looks like a time and is none: rates, ages, titles, names, numbers that count something."""

from collections.abc import Callable
from functools import cache

from sayso.annotate.timing.lexis import lexis
from sayso.annotate.timing.meanings import Fixed, Length, Part, Phrase, Reference, Repeat
from sayso.annotate.timing.relatives import DAYS
from sayso.annotate.timing.stretches import Grain
from sayso.annotate.timing.words import Words
from sayso.lexicons import words_of

RECENT = range(1900, 2100)  # years that a report names without more ado
OPENING = frozenset(
    ("", "`", "``", "''", "“", '"', "‘", "'", ":", ".", "—", "–", "--", "(", "…", "•", "*")
)  # a sentence may begin behind these
CURRENCIES = frozenset("$£€¥#№")


@cache
def listed(name: str) -> frozenset[str]:
    """A list of the lexicon of doubts."""
    return words_of("times", f"doubts.{name}")


def is_time(words: Words, phrase: Phrase) -> bool:
    """Whether an expression is one in its company."""
    if _is_title(words, phrase) or _is_idiom(words, phrase):
        return False
    check = CHECKS.get(type(phrase.meaning))
    return check is None or check(words, phrase)


def _is_title(words: Words, phrase: Phrase) -> bool:
    """Whether a common word of time has a capital inside a sentence ("60 Minutes", "USA Today"), or is the end of another word."""
    known = lexis()
    if isinstance(phrase.meaning, Part) and phrase.meaning.field.kind == "feast":
        return False
    if words.glued(phrase.first) and words.raws[phrase.first - 1][-1:].isalnum():
        return True
    for at in range(phrase.first, phrase.end):
        low = words.lows[at]
        common = low in known.units or low in known.references or low in known.parts or low in DAYS
        begins = words.lows[at - 1] in OPENING if common else words.lows[at - 1] == ""
        if (common or low in known.sets) and words.capital(at) and not begins and not _shouts(words, at):
            return True
    return False


def _is_idiom(words: Words, phrase: Phrase) -> bool:
    """Such as "At the end of the day, ..."."""
    said = words.lows[max(0, phrase.end - 6) : phrase.end] == ["at", "the", "end", "of", "the", "day"]
    return said and words.lows[phrase.end] == ","


def _shouts(words: Words, at: int) -> bool:
    """Whether a headline in capitals stands around a word."""
    return words.raws[at].isupper() and (words.raws[at - 1].isupper() or words.raws[at + 1].isupper())


def _of_part(words: Words, phrase: Phrase) -> bool:
    meaning = phrase.meaning
    if not isinstance(meaning, Part) or meaning.outer is not None or phrase.portion:
        return True
    check = FIELDS.get(meaning.field.kind)
    return check is None or (meaning.way is not None and meaning.field.kind != "weekday") or check(words, phrase)


def _of_weekday(words: Words, phrase: Phrase) -> bool:
    """Not in names: "Black Friday", "Sunday Times"."""
    named = words.lows[phrase.end] in listed("names_after") and words.capital(phrase.end)
    return words.lows[phrase.first - 1] not in listed("names_before") and not named


def _of_month(words: Words, phrase: Phrase) -> bool:
    """Such as "May" and "March" need something beside them that makes them months."""
    if phrase.end - phrase.first > 1 or words.lows[phrase.first] not in listed("ambiguous"):
        return True
    before, after = words.lows[phrase.first - 1], words.lows[phrase.end]
    if before == "the":
        return after not in words_of("classes", "preposition")
    return before in listed("in_time") or after in ("'s", "’s")


def _of_day_part(words: Words, phrase: Phrase) -> bool:
    """Such as "the morning" is a time, "good morning" and "the night of the fire" are none."""
    return phrase.end - phrase.first > 1 and words.lows[phrase.end - 1] not in listed("no_part")


def _of_clock(words: Words, phrase: Phrase) -> bool:
    """Such as "10:30" alone may be a score or a verse."""
    return ":" not in words.lows[phrase.end - 1] or words.lows[phrase.first - 1] in listed("of_clock")


def _of_season(words: Words, phrase: Phrase) -> bool:
    """Such as "the summer", "in summer"; "the fall of the wall" and "they fall" are none."""
    low, before = words.lows[phrase.end - 1], words.lows[phrase.first - 1]
    if low == "fall" and words.lows[phrase.end] in ("in", "of", "to", "by", "from"):
        return False
    if phrase.end - phrase.first == 1:
        return (
            before in ("in", "of", "by", "until", "since", "during", "every", "each", "last", "next", "this")
            and low != "fall"
        )
    return low not in ("fall", "spring") or before in listed("in_time")


def _of_length(words: Words, phrase: Phrase) -> bool:
    meaning = phrase.meaning
    if not isinstance(meaning, Length) or phrase.quantity:
        return True
    low, before = words.lows[phrase.first], words.lows[phrase.first - 1]
    if low in ("a", "an") and meaning.single and meaning.unit.name == "night":
        return False
    single = low in ("a", "an") and phrase.end - phrase.first == 2  # noqa: PLR2004 - an article and a unit
    bare = low in lexis().plurals and words.lows[phrase.end - 1] not in ("long", "old")
    if not (single or bare):
        return True
    if bare and (meaning.unit.name == "quarter" or before == "-"):
        return False
    if words.lows[phrase.first : phrase.first + 3] == ["the", "early", "hours"] or (low, before) == ("hours", "early"):
        return False
    return before in listed("of_length") or words.lows[phrase.end] in listed("beside_length")


def _of_fixed(words: Words, phrase: Phrase) -> bool:
    meaning = phrase.meaning
    if not isinstance(meaning, Fixed) or meaning.stretch.grain is not Grain.YEAR or phrase.end - phrase.first > 1:
        return True
    raw, before, after = words.raws[phrase.first], words.lows[phrase.first - 1], words.lows[phrase.end]
    if (
        before in CURRENCIES
        or after in listed("counted")
        or (after == "-" and words.lows[phrase.end + 1] in listed("counted"))
    ):
        return False
    counts = words.raws[phrase.end].islower() and after.endswith("s") and after not in _closed()
    if counts and before not in listed("of_year_alone"):
        return before in words_of("classes", "determiner") or before in ("'s", "’s")
    if raw.isdecimal() and int(raw) not in RECENT:
        return before in listed("of_year")
    if before in listed("of_year") or before in words_of("classes", "determiner") or before in ("'s", "’s"):
        return True
    return not words.capital(phrase.first - 1) or words.lows[phrase.first - 2] == ""


def _of_reference(words: Words, phrase: Phrase) -> bool:
    first, last = words.lows[phrase.first], words.lows[phrase.end - 1]
    if last == "recent" and words.lows[phrase.first - 1] == "most":
        return False
    if first == "the" and last in ("past", "future"):
        return _stands_alone(words, phrase.end)
    return True


@cache
def _closed() -> frozenset[str]:
    """Words that are no nouns and no adjectives."""
    names = (
        "determiner",
        "pronoun",
        "preposition",
        "subordinator",
        "coordinator",
        "auxiliary",
        "adverb",
        "wh",
        "to",
        "that",
    )
    return words_of("classes", *names) - {"of"}


def _stands_alone(words: Words, at: int) -> bool:
    """Whether no noun stands behind a phrase that it could belong to: "in the past, ...", not "the past president"."""
    return not words.lows[at].isalpha() or words.lows[at] in _closed()


def _of_repeat(words: Words, phrase: Phrase) -> bool:
    """Such as "paid quarterly", not "quarterly results"."""
    return words.lows[phrase.first] not in listed("adverbial") or _stands_alone(words, phrase.end)


FIELDS: dict[str, Callable[[Words, Phrase], bool]] = {
    "weekday": _of_weekday, "month": _of_month, "season": _of_season, "part": _of_day_part, "clock": _of_clock,
}  # fmt: skip
CHECKS: dict[type, Callable[[Words, Phrase], bool]] = {
    Part: _of_part, Length: _of_length, Fixed: _of_fixed, Reference: _of_reference, Repeat: _of_repeat,
}  # fmt: skip
