"""Words that speak of what is to come: "will", "is expected to", and "may" where it is not of the present."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate.asserting.cue_words import Phrases
from sayso.lexicons import lexicon

STATES = frozenset({"have", "be", "know", "see", "hear", "feel", "contain", "belong", "mean"})
SKIPPED = frozenset({"not", "n't", "never", "also", "still", "yet", "well"})


@dataclass(frozen=True, slots=True)
class _Words:
    numerals: frozenset[str]
    modals: frozenset[str]
    forecast: Phrases
    reported: frozenset[str]
    weak: frozenset[str]
    expected: frozenset[str]
    will_noun: frozenset[str]
    dates: frozenset[str]
    date_before: frozenset[str]
    units: frozenset[str]


@cache
def _words() -> _Words:
    listed = lexicon("kinds")
    forecast, deadline = listed["forecast"], listed["deadline"]
    return _Words(
        frozenset(listed["casualties"]["numerals"]),
        frozenset(forecast["modals"]),
        Phrases(forecast["phrases"]),
        frozenset(forecast["reported"]),
        frozenset(forecast["weak"]),
        frozenset(forecast["expected"].split()),
        frozenset(forecast["noun_before"]),
        frozenset(deadline["words"]),
        frozenset(deadline["before"]),
        frozenset(deadline["units"]),
    )


def forecast_words(words: Sequence[str], *, reported: bool) -> str:
    """The words that speak of what is to come, or nothing; in reported speech also "would" and "could"."""
    if not _has_sign(words):
        return _words().forecast.first(words)
    for index, word in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) else ""
        if after in SKIPPED:
            after = words[index + 2] if index + 2 < len(words) else ""
        if after.isalpha() and _foretells(words, index, after, reported=reported):
            return word
        if word.endswith("'ll") or word == "won't":
            return word
    return _words().forecast.first(words)


def _foretells(words: Sequence[str], index: int, after: str, *, reported: bool) -> bool:
    """Whether a modal with the verb behind it does."""
    known, word = _words(), words[index]
    if word in known.modals:
        return words[max(0, index - 1) : index] == [] or words[index - 1] not in known.will_noun
    if word == "should":
        return after in known.expected
    if word in known.reported:
        return reported and after not in {"have", "like", "rather"}
    return word in known.weak and after not in STATES and _is_to_come(words, index, reported=reported)


def _has_sign(words: Sequence[str]) -> bool:
    """Whether any word could open a forecast by itself."""
    known = _words()
    listed = (known.modals, known.weak, known.reported, {"should"})
    return not all(each.isdisjoint(words) for each in listed) or any("'" in word for word in words)


def _is_to_come(words: Sequence[str], index: int, *, reported: bool) -> bool:
    """Whether "may", "might" or "could" speaks of what is to come: with a day, or of something that may yet happen."""
    if has_deadline(words[index:]):
        return True
    return words[index] in {"may", "might"} or (words[index] == "could" and reported)


def has_deadline(words: Sequence[str]) -> bool:
    """Whether a date or a span of time is named, so that a forecast can be checked on a day."""
    known = _words()
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
