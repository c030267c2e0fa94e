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
    of_time: frozenset[str]
    past: frozenset[str]
    inverted: frozenset[str]


@cache
def openers() -> Openers:
    """The lexicon of conditions, made ready once."""
    listed: dict[str, Any] = lexicon("conditions")
    return Openers(
        Phrases(listed["clauses"]["words"]),
        Phrases(listed["nouns"]["words"]),
        {word: frozenset(each) for word, each in listed["not_behind"].items()},
        {word: frozenset(each) for word, each in listed["not_before"].items()},
        frozenset(listed["of_time"]["words"]),
        frozenset(listed["of_time"]["past"]),
        frozenset(listed["inversion"]["should"]),
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
    for part in wording.parts:
        first = part.first
        while first < part.end - 1 and (lows[first] in LEADS or lows[first] in QUOTES):
            first += 1
        opens = wording.document.text[wording.starts[first]].isupper() or lows[first + 1 : first + 2] != []
        if lows[first] == "should" and opens and lows[first + 1 : first + 2] and _is_subject(wording, first):
            yield Opener(first, first + 1, noun=False)
        if lows[first] == "were" and "to" in lows[first + 2 : min(part.end, first + INVERTED)]:
            yield Opener(first, first + 1, noun=False)


def _is_subject(wording: Wording, first: int) -> bool:
    """Whether a subject follows "should"; a question of the same form has no other clause behind it."""
    if wording.lows[-1] == "?" or (wording.lows[-1] in QUOTES and wording.lows[-2] == "?"):
        return False
    text, low = wording.document.text, wording.lows[first + 1]
    return (
        low in openers().inverted or text[wording.starts[first]].isupper() or text[wording.starts[first + 1]].isupper()
    )


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
