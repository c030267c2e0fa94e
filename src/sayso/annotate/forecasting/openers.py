"""Which words open a condition: "if", "unless", "provided that", "should the dam fail", "with enough snow"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.annotate.asserting.cue_words import Phrases
from sayso.annotate.forecasting.wording import QUOTES, Wording
from sayso.lexicons import lexicon

ASKED = ("ask", "asks", "asked", "asking", "wondering", "wondered")  # "asked her if": a word stands between
AHEAD = 8  # words of a clause of time in which a past tense shows: "when the first of the troops came"
INVERTED = 9  # words between "Were" and "to": "were the central bank of Norland to close"
LEADS = frozenset({"that", "and", "but", "or", "because", "so", "which", "then", "only", "especially", "say", "said"})


@dataclass(frozen=True, slots=True)
class Opener:
    """The words from `first` up to `end` that open a condition; `noun` where no clause but a noun follows."""

    first: int
    end: int
    noun: bool


@dataclass(frozen=True, slots=True)
class Openers:
    """The lexicon of conditions, made ready."""

    clauses: Phrases
    nouns: Phrases
    behind: dict[str, frozenset[str]]
    before: dict[str, frozenset[str]]
    behind_article: dict[str, frozenset[str]]
    of_time: frozenset[str]
    past: frozenset[str]
    inverted: frozenset[str]
    asking: frozenset[str]


@cache
def openers() -> Openers:
    """The lexicon of conditions, made ready once."""
    listed: dict[str, Any] = lexicon("conditions")
    return Openers(
        Phrases(listed["clauses"]["words"]),
        Phrases(listed["nouns"]["words"]),
        {word: frozenset(each) for word, each in listed["not_behind"].items()},
        {word: frozenset(each) for word, each in listed["not_before"].items()},
        {word: frozenset(each) for word, each in listed["not_before_a"].items()},
        frozenset(listed["of_time"]["words"]),
        frozenset(listed["of_time"]["past"]),
        frozenset(listed["inversion"]["should"]),
        frozenset(listed["inversion"]["asking"]),
    )


def find_openers(wording: Wording) -> Iterator[Opener]:
    """Every opener of a sentence in order; none overlaps another."""
    known, lows = openers(), wording.lows
    found = [Opener(first, end, noun=False) for first, end in known.clauses.among(lows)]
    found += [Opener(first, end, noun=True) for first, end in known.nouns.among(lows)]
    found += _inverted(wording)
    behind = 0
    for each in sorted(found, key=lambda opener: (opener.first, -opener.end)):
        if each.first >= behind and _opens(wording, each):
            behind = each.end
            yield each


def _inverted(wording: Wording) -> Iterator[Opener]:
    lows = wording.lows
    for index, low in enumerate(lows):
        if low == "should" and _is_inverted(wording, index):
            yield Opener(index, index + 1, noun=False)
        if low == "were" and _is_first(wording, index) and "to" in lows[index + 2 : index + INVERTED]:
            yield Opener(index, index + 1, noun=False)


def _is_inverted(wording: Wording, index: int) -> bool:
    """Whether a subject follows "should"; a question of the same form has no other clause behind it."""
    lows, known = wording.lows, openers()
    after = lows[index + 1] if index + 1 < len(lows) else ""
    if "?" in lows[-2:] or (index and lows[index - 1] in known.asking):
        return False
    if index and lows[index - 1] == "," and wording.modal_before(index) >= 0:
        return after.isalpha() and after not in {"be", "have", "not"}  # "wardens may be hired, should funds allow"
    return after in known.inverted or (after[:1].isalpha() and wording.document.text[wording.starts[index]].isupper())


def _opens(wording: Wording, each: Opener) -> bool:
    """Whether the words open a condition where they stand."""
    known, lows = openers(), wording.lows
    words = " ".join(lows[each.first : each.end])
    key = words.removeprefix("only ") if words not in known.behind else words
    before, after = lows[each.first - 1] if each.first else "", lows[each.end] if each.end < len(lows) else ""
    if not after[:1].isalnum() and after not in QUOTES:
        return False
    if before in known.behind.get(key, ()) or after in known.before.get(key, ()):
        return False
    if after == "a" and lows[each.end + 1 : each.end + 2] and lows[each.end + 1] in known.behind_article.get(key, ()):
        return False
    if key == "if" and each.first > 1 and lows[each.first - 2] in ASKED:
        return False
    if words == "without":
        return _is_first(wording, each.first)
    return words not in known.of_time or _looks_ahead(lows, each)


def _is_first(wording: Wording, at: int) -> bool:
    """Whether a word opens its clause."""
    before = wording.lows[at - 1] if at else ","
    return not before[0].isalnum() or before in LEADS


def _looks_ahead(lows: Sequence[str], each: Opener) -> bool:
    """Whether a clause of time tells nothing of the past; in a report of what "would" come it is set back a tense."""
    clause = list(lows[each.end : each.end + AHEAD])
    for mark in (",", ";", ".", ":", "—", "–"):
        clause = clause[: clause.index(mark)] if mark in clause else clause
    told = openers().past & set(clause) or any(
        word.endswith("ed") and not ahead & {"is", "are", "be", "been", "has", "have", "being", "gets"}
        for word, ahead in ((word, set(clause[max(0, index - 3) : index])) for index, word in enumerate(clause))
    )
    return not told or ("would" in lows and "will" not in lows)
