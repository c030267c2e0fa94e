"""The kind of a claim, coarsely, from small lexicons: casualties, control, forecast, policy, justification, evaluation, event."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.annotate.cue_words import pattern, tokens
from sayso.annotate.predicates import asserts_event
from sayso.annotate.titles import is_role
from sayso.lexicons import lexicon
from sayso.model.claim import ClaimKind

NEAR = 8  # words between a number and "killed": "at least 20 people in the market were wounded"
OBJECT = 6  # words of an object that are looked at: "the last rebel-held border post"
ENDS_OBJECT = frozenset(
    "in on at for with after before as during from by near to while when and but , . ; : ) ( \u201c \u201d \" who which that because of".split()
)
PARTITIVE = frozenset({"of"})


@dataclass(frozen=True, slots=True)
class KindWords:
    """The lexicon of kinds, made ready."""

    casualties: frozenset[str]
    numerals: frozenset[str]
    strong: frozenset[str]
    control: re.Pattern[str]
    falls: frozenset[str]
    places: frozenset[str]
    modals: frozenset[str]
    forecast: re.Pattern[str]
    reported: frozenset[str]
    weak: frozenset[str]
    will_noun: frozenset[str]
    dates: frozenset[str]
    date_before: frozenset[str]
    units: frozenset[str]
    policy: frozenset[str]
    justification: re.Pattern[str]
    copulas: frozenset[str]
    judgements: frozenset[str]


@cache
def kind_words() -> KindWords:
    """The lexicon of kinds, made ready."""
    listed: dict[str, Any] = dict(lexicon("kinds"))
    forecast, deadline = listed["forecast"], listed["deadline"]
    plain = {"\u2019": "'"}
    modals = frozenset(word.replace("\u2019", plain["\u2019"]) for word in forecast["modals"])
    return KindWords(
        frozenset(listed["casualties"]["words"]),
        frozenset(listed["casualties"]["numerals"]),
        frozenset(listed["control"]["strong"]),
        pattern(listed["control"]["phrases"]),
        frozenset(listed["control"]["falls"]),
        frozenset(listed["control"]["places"]),
        modals,
        pattern(forecast["phrases"]),
        frozenset(forecast["reported"]),
        frozenset(forecast["weak"]),
        frozenset(forecast["noun_before"]),
        frozenset(deadline["words"]),
        frozenset(deadline["before"]),
        frozenset(deadline["units"]),
        frozenset(listed["policy"]["words"]),
        pattern(listed["justification"]["phrases"]),
        frozenset(listed["evaluation"]["copulas"]),
        frozenset(listed["evaluation"]["words"]),
    )


def kind_of(text: str, *, reported: bool, places: Callable[[str], bool] = str.istitle) -> tuple[ClaimKind, str]:
    """The kind of a claim and the words that told it; `reported` where a source says it, `places` tests a capitalised word."""
    words = tokens(text)
    forecast = forecast_words(text, words, reported=reported)
    rules: Sequence[tuple[ClaimKind, Callable[[], str]]] = (
        (ClaimKind.FORECAST, lambda: forecast),
        (ClaimKind.CASUALTIES, lambda: casualty_words(words)),
        (ClaimKind.CONTROL, lambda: control_words(text, places)),
        (ClaimKind.JUSTIFICATION, lambda: _first(kind_words().justification, text) if reported else ""),
        (ClaimKind.POLICY, lambda: next((word for word in words if word in kind_words().policy), "") if reported else ""),
        (ClaimKind.EVALUATION, lambda: evaluation_words(words)),
        (ClaimKind.EVENT, lambda: asserts_event(text)),
    )
    for kind, rule in rules:
        found = rule()
        if found:
            return kind, f"kind: {kind.value}, {found}"
    return ClaimKind.OTHER, "kind: other"


def _first(sought: re.Pattern[str], text: str) -> str:
    match = sought.search(text)
    return match[0] if match else ""


def forecast_words(text: str, words: Sequence[str], *, reported: bool) -> str:
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
        if word in known.weak and after not in {"have", "not"} and has_deadline(" ".join(words[index:])):
            return word
    return _first(known.forecast, text)


def has_deadline(text: str) -> bool:
    """Whether a date or a span of time is named, so that a forecast can be checked on a day."""
    words, known = tokens(text), kind_words()
    for index, word in enumerate(words):
        head = word.rsplit("-", 1)[-1]
        if word in known.dates or head in known.dates or re.fullmatch(r"(?:(?:mid|early|late)-)?(?:19|20)\d\ds?", word):
            return True
        before = words[index - 1] if index else ""
        if word in known.units and (before in known.date_before or before.isdigit() or before in known.numerals or before in {"few", "an", "a"}):
            return True
    return False


def casualty_words(words: Sequence[str]) -> str:
    """A number near a word for those who were hurt, killed or lost."""
    known, last_number = kind_words(), -NEAR - 1
    waiting = -NEAR - 1
    for index, word in enumerate(words):
        number = word in known.numerals or word[0].isdigit() or (word in {"a", "an"} and index + 1 < len(words) and _is_person(words, index + 1))
        if number and not _is_date(words, index):
            last_number = index
            if index - waiting <= NEAR // 2:
                return f"{words[waiting]} {word}"
        if word in known.casualties:
            if index - last_number <= NEAR and index != last_number:
                return f"{words[last_number]} {word}"
            waiting = index
    return ""


def _is_person(words: Sequence[str], index: int) -> bool:
    return is_role(words[index]) or (index + 1 < len(words) and is_role(words[index + 1]))


def _is_date(words: Sequence[str], index: int) -> bool:
    """Whether a number is a year or a day of a month, or an age."""
    known = kind_words()
    near = {*words[max(0, index - 1) : index], *words[index + 1 : index + 2]}
    return bool(re.fullmatch(r"(?:19|20)\d\d", words[index])) or bool(near & (known.dates | {"may"})) or bool(near & {"aged", "years"})


def control_words(text: str, places: Callable[[str], bool]) -> str:
    """Words of taking, holding or losing, with a place as their object or subject."""
    known = kind_words()
    phrase = known.control.search(text)
    if phrase and _is_place(_object(text[phrase.end() :]), places, follows=phrase[0].lower().endswith(("of", "from", "over", "into"))):
        return phrase[0]
    for match in WORD.finditer(text):
        low = match[0].lower()
        if low in known.strong and _is_place(_object(text[match.end() :]), places):
            return match[0]
        if low in known.falls and _falls(text, match, places):
            return match[0]
        if low in known.strong and _held(text, match, places):
            return match[0]
    return ""


WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")
STRETCH = 80  # code points on either side of a verb in which its object or subject stands


def _object(rest: str) -> list[str]:
    """The words of an object that begins here, as they stand."""
    found: list[str] = []
    for match in re.finditer(r"[^\W_]+(?:[-'\u2019][^\W_]+)*|[^\w\s]", rest[:STRETCH]):
        if match[0].lower() in ENDS_OBJECT and not (match[0].lower() in PARTITIVE and found):
            break
        found.append(match[0])
        if len(found) == OBJECT:
            break
    return found


def _is_place(words: Sequence[str], places: Callable[[str], bool], *, follows: bool = False) -> bool:
    """Whether the object is a place: its last word before "of" a place noun, or a capitalised word that names no person."""
    if "of" in words:
        words = words[: words.index("of")] if words[words.index("of") - 1 : words.index("of")] != ["all"] else words[words.index("of") + 1 :]
    if not words:
        return False
    head = words[-1]
    if head.lower() in kind_words().places:
        return True
    return (head[0].isupper() and places(head) and not is_role(words[0].lower())) or (follows and any(w.lower() in kind_words().places for w in words))


def _falls(text: str, match: re.Match[str], places: Callable[[str], bool]) -> bool:
    """Whether a place fell: to somebody, or with nothing after it but the end, a time or who took it."""
    after = tokens(text[match.end() : match.end() + STRETCH])[:3]
    if match[0].lower() == "changed" and after[:1] != ["hands"]:
        return False
    before = re.findall(WORD, text[max(0, match.start() - STRETCH) : match.start()])
    while before and before[-1].lower() in {"has", "had", "have", "finally", "just", "already", "was", "were", "been", "not", "also"}:
        before.pop()
    follows = not after or after[0] in {"to", "on", "after", "without", ".", ",", "last", "under", "in", "hands", "within", "overnight", "yesterday", "at", "into"}
    if after[:1] in (["to"], ["in"], ["on"]) and len(after) > 1 and (after[1][0].isdigit() or after[1] in {"his", "her", "its", "their", "earth", "love", "line"}):
        return False
    return follows and bool(before) and _is_place(before[-1:], places)


def _held(text: str, match: re.Match[str], places: Callable[[str], bool]) -> bool:
    """Whether a place was taken, in the passive: "the town was captured", "Malakal had been retaken by"."""
    before = re.findall(WORD, text[max(0, match.start() - STRETCH) : match.start()])
    passive = False
    while before and before[-1].lower() in {"has", "had", "have", "been", "was", "were", "is", "are", "being", "be", "finally", "now", "fully", "not", "never", "also"}:
        passive |= before.pop().lower() in {"was", "were", "been", "is", "are", "being", "be"}
    low = match[0].lower()
    participle = low.endswith("ed") or low in {"retaken", "taken", "held", "overrun", "lost", "won"}
    return passive and participle and bool(before) and _is_place(before[-1:], places)


def evaluation_words(words: Sequence[str]) -> str:
    """A judgement said of something: "was the worst", "is a wound"."""
    known, copula = kind_words(), -OBJECT - 1
    for index, word in enumerate(words):
        if word in known.copulas or word.endswith(("'s", "'re")):
            copula = index
        if (word in known.judgements or (word.endswith("est") and words[index - 1 : index] == ["the"])) and index - copula <= OBJECT:
            return f"{words[copula]} {word}"
    return ""
