"""The kind of a claim, coarsely, from small lexicons: casualties, control, forecast, policy, justification, evaluation, event."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.annotate.asserting.control import control_words
from sayso.annotate.asserting.cue_words import APOSTROPHES, TOKEN, Phrases, tokens
from sayso.annotate.asserting.predicates import asserts_event
from sayso.annotate.naming.nouns import nouns, singular
from sayso.annotate.naming.titles import is_role
from sayso.lexicons import lexicon
from sayso.model.claim import ClaimKind

NEAR = 8  # words between a number and "killed": "at least 20 people in the market were wounded"
CAPTURED = frozenset(
    {"captured", "arrested", "detained", "abducted", "kidnapped"}
)  # with a number of people, no places
REACH = 6  # words between a copula and its judgement: "was one of the very worst"
LOOKED_AT = 500  # code points of a claim by which its kind is told: three sentences' worth; the kind shows in the first


@dataclass(frozen=True, slots=True)
class KindWords:
    """The lexicon of kinds, made ready."""

    casualties: frozenset[str]
    numerals: frozenset[str]
    modals: frozenset[str]
    forecast: Phrases
    reported: frozenset[str]
    weak: frozenset[str]
    will_noun: frozenset[str]
    dates: frozenset[str]
    date_before: frozenset[str]
    units: frozenset[str]
    policy: frozenset[str]
    justification: Phrases
    copulas: frozenset[str]
    judgements: frozenset[str]


@cache
def kind_words() -> KindWords:
    """The lexicon of kinds, made ready."""
    listed: dict[str, Any] = dict(lexicon("kinds"))
    forecast, deadline = listed["forecast"], listed["deadline"]
    return KindWords(
        frozenset(listed["casualties"]["words"]),
        frozenset(listed["casualties"]["numerals"]),
        frozenset(forecast["modals"]),
        Phrases(forecast["phrases"]),
        frozenset(forecast["reported"]),
        frozenset(forecast["weak"]),
        frozenset(forecast["noun_before"]),
        frozenset(deadline["words"]),
        frozenset(deadline["before"]),
        frozenset(deadline["units"]),
        frozenset(listed["policy"]["words"]),
        Phrases(listed["justification"]["phrases"]),
        frozenset(listed["evaluation"]["copulas"]),
        frozenset(listed["evaluation"]["words"]),
    )


def kind_of(text: str, *, reported: bool, places: Callable[[str], bool] = str.istitle) -> tuple[ClaimKind, str]:
    """The kind of a claim and the words that told it; `reported` where a source says it, `places` tests a capitalised word."""
    raw = TOKEN.findall(text[:LOOKED_AT].translate(APOSTROPHES))
    words = [word.lower() for word in raw]
    known = kind_words()
    rules: Sequence[tuple[ClaimKind, Callable[[], str]]] = (
        (ClaimKind.FORECAST, lambda: forecast_words(words, reported=reported)),
        (ClaimKind.CASUALTIES, lambda: casualty_words(words)),
        (ClaimKind.CONTROL, lambda: control_words(raw, words, places)),
        (ClaimKind.JUSTIFICATION, lambda: known.justification.first(words) if reported else ""),
        (ClaimKind.POLICY, lambda: next((word for word in words if word in known.policy), "") if reported else ""),
        (ClaimKind.EVALUATION, lambda: evaluation_words(words)),
        (ClaimKind.EVENT, lambda: asserts_event(words)),
    )
    for kind, rule in rules:
        found = rule()
        if found:
            return kind, f"kind: {kind.value}, {found}"
    return ClaimKind.OTHER, "kind: other"


def forecast_words(words: Sequence[str], *, reported: bool) -> str:
    """The words that speak of what is to come: "will", "is expected to"; in reported speech also "would"."""
    known = kind_words()
    for index, word in enumerate(words):
        before, after = words[index - 1] if index else "", words[index + 1] if index + 1 < len(words) else ""
        if word in known.modals and before not in known.will_noun and after.isalpha():
            return word
        if word.endswith("'ll") or word == "won't":
            return word
        if reported and word in known.reported and after not in {"have", "like", "rather"} and after.isalpha():
            return word
        if word in known.weak and after not in {"have", "not"} and _has_deadline(words[index:]):
            return word
    return known.forecast.first(words)


def has_deadline(text: str) -> bool:
    """Whether a date or a span of time is named, so that a forecast can be checked on a day."""
    return _has_deadline(tokens(text[:LOOKED_AT]))


def _has_deadline(words: Sequence[str]) -> bool:
    known = kind_words()
    for index, word in enumerate(words):
        head = word.rsplit("-", 1)[-1]
        if word in known.dates or head in known.dates or re.fullmatch(r"(?:(?:mid|early|late)-)?(?:19|20)\d\ds?", word):
            return True
        before = words[index - 1] if index else ""
        if (before, word) == ("one", "day"):
            continue
        if word in known.units and (
            before in known.date_before or before.isdigit() or before in known.numerals or before in {"few", "an", "a"}
        ):
            return True
    return False


def casualty_words(words: Sequence[str]) -> str:
    """A number near a word for those who were hurt, killed or lost."""
    known, last_number = kind_words(), -NEAR - 1
    waiting = -NEAR - 1
    for index, word in enumerate(words):
        number = _is_number(word) or (word in {"a", "an"} and index + 1 < len(words) and _is_person(words, index + 1))
        if number and not _is_date(words, index):
            last_number = index
            if index - waiting <= NEAR // 2:
                return f"{words[waiting]} {word}"
        if (
            word in CAPTURED
            and index + 2 < len(words)
            and _is_number(words[index + 1])
            and _is_people(words[index + 2])
        ):
            return f"{word} {words[index + 1]} {words[index + 2]}"
        if word in known.casualties:
            if index - last_number <= NEAR and index != last_number:
                return f"{words[last_number]} {word}"
            waiting = index
    return ""


def _is_number(word: str) -> bool:
    return word in kind_words().numerals or word[0].isdigit()


def _is_people(word: str) -> bool:
    head = singular(word)
    return is_role(head) or head in nouns().groups


def _is_person(words: Sequence[str], index: int) -> bool:
    return is_role(words[index]) or (index + 1 < len(words) and is_role(words[index + 1]))


def _is_date(words: Sequence[str], index: int) -> bool:
    """Whether a number is a year or a day of a month, or an age."""
    known = kind_words()
    near = {*words[max(0, index - 1) : index], *words[index + 1 : index + 2]}
    return (
        bool(re.fullmatch(r"(?:19|20)\d\d", words[index]))
        or bool(near & (known.dates | {"may"}))
        or bool(near & {"aged", "years"})
    )


def evaluation_words(words: Sequence[str]) -> str:
    """A judgement said of something: "was the worst", "is a wound"."""
    known, copula = kind_words(), -REACH - 1
    for index, word in enumerate(words):
        if word in known.copulas or word.endswith(("'s", "'re")):
            copula = index
        if (
            word in known.judgements or (word.endswith("est") and words[index - 1 : index] == ["the"])
        ) and index - copula <= REACH:
            return f"{words[copula]} {word}"
    return ""
