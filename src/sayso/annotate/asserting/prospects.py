"""Words that speak of what is to come: "will", "is expected to", "is to begin", and "may" where it is not of the present."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from sayso.annotate.asserting.cue_words import Phrases
from sayso.annotate.asserting.predicates import asserts_event
from sayso.lexicons import lexicon, words_of

STATES = frozenset({"have", "be", "know", "see", "hear", "feel", "contain", "belong", "mean"})
SKIPPED = frozenset({"not", "n't", "never", "also", "still", "yet", "well"})
DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "all", "every"})
NEGATIONS = frozenset({"no", "nothing", "nobody", "neither", "none"})
JUDGED = 7  # words behind "would" in which its judgement stands: "would be the costliest choice of all"
HEADLINE = 14  # words; a longer line with an infinitive is no headline
BEFORE_TO = 7  # words of a headline's subject


@dataclass(frozen=True, slots=True)
class _Words:
    numerals: frozenset[str]
    modals: frozenset[str]
    forecast: Phrases
    dated: Phrases
    reported: frozenset[str]
    weak: frozenset[str]
    expected: frozenset[str]
    will_noun: frozenset[str]
    dates: frozenset[str]
    date_before: frozenset[str]
    units: frozenset[str]
    judged: frozenset[str]
    conditions: frozenset[str]
    infinitives: frozenset[str]
    befalls: frozenset[str]
    aims: frozenset[str]
    no_headline: frozenset[str]
    ahead: frozenset[str]


@cache
def _words() -> _Words:
    listed, own = lexicon("kinds"), lexicon("prospects")
    forecast, deadline, phrases = listed["forecast"], listed["deadline"], own["phrases"]
    befalls = frozenset((*listed["policy"]["befalls"].split(), *own["happening"]["verbs"].split()))
    return _Words(
        frozenset(listed["casualties"]["numerals"]),
        frozenset(forecast["modals"]),
        Phrases({*forecast["phrases"], *phrases["foretold"], *phrases["odds"], *phrases["due"]} - {*phrases["dated"]}),
        Phrases(phrases["dated"]),
        frozenset(forecast["reported"]),
        frozenset(forecast["weak"]),
        frozenset(forecast["expected"].split()),
        frozenset(forecast["noun_before"]),
        frozenset(deadline["words"]),
        frozenset(deadline["before"]),
        frozenset(deadline["units"]),
        frozenset((*listed["evaluation"]["words"], *own["judged"]["words"].split())),
        frozenset(own["open"]["conditions"]),
        frozenset(own["infinitives"]["verbs"].split()),
        befalls,
        frozenset(own["infinitives"]["not_behind"].split()),
        words_of("clauses", "infinitive_nouns") | words_of("grammar", "finite"),
        frozenset(own["ahead"]["words"].split()),
    )


def forecast_words(words: Sequence[str], *, reported: bool) -> str:
    """The words that speak of what is to come, or nothing; in reported speech also "would" and "could"."""
    modal = next(_modals(words, reported=reported), "") if _has_sign(words) else ""
    known = _words().forecast.first(words) or _dated(words)
    return modal or known or next(_infinitives(words, reported=reported), "")


def _modals(words: Sequence[str], *, reported: bool) -> Iterator[str]:
    for index, word in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) else ""
        if after in SKIPPED:
            after = words[index + 2] if index + 2 < len(words) else ""
        short = word.endswith("'ll") or word == "won't"
        if short or (after.isalpha() and _foretells(words, index, after, reported=reported)):
            yield word


def _foretells(words: Sequence[str], index: int, after: str, *, reported: bool) -> bool:
    """Whether a modal with the verb behind it does."""
    known, word = _words(), words[index]
    if word in known.modals:
        return words[max(0, index - 1) : index] == [] or words[index - 1] not in known.will_noun
    if word == "should":
        return after in known.expected and words[index + 2 : index + 3] != ["the"]
    if word in known.reported:
        judged = after == "be" and not known.judged.isdisjoint(words[index + 2 : index + JUDGED])
        return reported and after not in {"have", "like", "rather"} and not judged
    return word in known.weak and _is_to_come(words, index, after, reported=reported)


def _has_sign(words: Sequence[str]) -> bool:
    """Whether any word could open a forecast by itself."""
    known = _words()
    listed = (known.modals, known.weak, known.reported, {"should"})
    return not all(each.isdisjoint(words) for each in listed) or any("'" in word for word in words)


def _is_to_come(words: Sequence[str], index: int, after: str, *, reported: bool) -> bool:
    """Whether "may", "might" or "could" speaks of what is to come: with a day or a condition, or of something that may yet happen."""
    if words[index + 1] == "already" or ("so", "that") in pairwise(words[:index]):
        return False
    if after == "have":
        return words[index + 2 : index + 3] == ["to"]
    bound = has_deadline(words[index:]) or not _words().conditions.isdisjoint(words) or words[index + 1] == "never"
    if words[index] == "can":
        return has_deadline(words[index:])
    if bound or after in STATES:
        return bound and not (after == "be" and words[index + 2 : index + 3] == ["able"])
    if words[index] == "could":
        return reported and words[index + 1] != "not" and NEGATIONS.isdisjoint(words[:index])
    return words[index] in {"may", "might"}


def _dated(words: Sequence[str]) -> str:
    """Words that speak of what is to come only where a day or a condition stands with them."""
    known = _words()
    found = known.dated.first(words)
    bound = found and (has_deadline(words) or not known.conditions.isdisjoint(words))
    return found if bound or (found.endswith("ruled out") and not known.ahead.isdisjoint(words)) else ""


def _infinitives(words: Sequence[str], *, reported: bool) -> Iterator[str]:
    """A timetable, "talks are to resume at six", or a headline, "Prices to rise"."""
    known = _words()
    for index, word in enumerate(words[:-1]):
        if word != "to" or not index or words[index + 1] not in known.infinitives | known.befalls:
            continue
        before = words[index - 1]
        if before in {"is", "are"}:
            if known.aims.isdisjoint(words[:index]) and words[index + 1] in known.infinitives:
                yield f"{before} to {words[index + 1]}"
        elif not reported and words[index + 1] not in STATES and _is_headline(words, index):
            yield f"to {words[index + 1]}"


def _is_headline(words: Sequence[str], index: int) -> bool:
    """Whether nothing before "to" is a verb, or a noun that takes an infinitive."""
    subject = words[:index]
    fits = index <= BEFORE_TO and len(words) <= HEADLINE and _words().no_headline.isdisjoint(subject)
    return (
        fits
        and subject[-1].isalpha()
        and not subject[-1].endswith(("ed", "ing", "ly"))
        and not asserts_event(words[:index])
    )


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
