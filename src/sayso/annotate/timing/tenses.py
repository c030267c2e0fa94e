"""Whether the clause around a time speaks of what was, is, or is to come: "said on Sunday", "will meet on Sunday".

The nearest verb in front of the time decides, then the nearest behind it, up to the end of the clause. A form in -ed or an
irregular past tells of the past unless an auxiliary in front of it says otherwise ("will be held", "to be held").
"""

from enum import Enum
from functools import cache

from sayso.annotate.timing.lexis import lexis
from sayso.annotate.timing.words import Words
from sayso.lexicons import lexicon, words_of
from sayso.model.world import Bound

BEFORE, BEHIND = 14, 10  # words that are looked at: a clause of news seldom has more
AUXILIARIES = 4  # words between the first auxiliary and its verb: "will not have been held"
ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their"))
NEAR = 4  # words: a present tense further off ("officials who are in Harle left on Monday") says nothing of the day
BREAKS = frozenset(("", ";", ":"))


class Tense(Enum):
    """What a clause speaks of."""

    NONE = 0
    PAST = 1
    DISTANT = 2  # a past tense some words off: it may belong to another verb
    PRESENT = 3
    FUTURE = 4


@cache
def _verbs() -> dict[str, Tense]:
    tense = lexicon("times")["tense"]
    verbs = dict.fromkeys(lexicon("kinds")["events"]["irregular"], Tense.PAST)
    verbs |= dict.fromkeys(lexicon("kinds")["events"]["participles"], Tense.PAST)
    verbs |= dict.fromkeys(words_of("classes", "past"), Tense.PAST)
    for word in tense["unclear"].split():
        verbs.pop(word, None)
    for name in ("past", "present", "future"):
        verbs |= dict.fromkeys(tense[name].split(), Tense[name.upper()])
    return verbs


@cache
def _list(name: str) -> frozenset[str]:
    return words_of("times", f"tense.{name}")


def tense_around(words: Words, first: int, end: int, bound: Bound | None) -> Tense:
    """The tense around an expression of the words from `first` up to `end` that the words before it make a limit or not."""
    before = words.lows[first - 1] if first else ""
    if before in _list("beginning") or words.lows[max(0, first - 2) : first] in (["early", "as"], ["soon", "as"]):
        return Tense.FUTURE
    if before == "since":
        return Tense.PAST
    if (
        before in ARTICLES
        and words.lows[end].isalpha()
        and words.lows[end] not in _list("ahead")
        and not _is_weekday(words, first)
    ):
        return Tense.NONE  # "the Aug. 7 bombings": the noun has its date whatever the clause speaks of
    at, found = _nearest(words, first, end)
    near = first - NEAR <= at < end + NEAR
    if found is Tense.PRESENT and (words.lows[end] in ("'s", "’s") or not near):
        found = Tense.NONE
    if found is Tense.PAST and not near:
        found = Tense.DISTANT
    if bound in (Bound.BY, Bound.UNTIL) and found is not Tense.FUTURE:
        told = any(words.lows[each] in _list("past") for each in range(max(0, at - AUXILIARIES), at + 1))
        return found if told else Tense.FUTURE
    return found


def _is_weekday(words: Words, at: int) -> bool:
    return words.lows[at] in lexis().weekdays


def _nearest(words: Words, first: int, end: int) -> tuple[int, Tense]:
    """The nearest verb that tells a tense, and which: in front of the expression, else behind it."""
    if words.lows[end] == "deadline":
        return end, Tense.FUTURE
    places = [range(first - 1, max(-1, first - 1 - BEFORE), -1), range(end, min(end + BEHIND, len(words.lows)))]
    for way in places:
        for at in way:
            if words.lows[at] in BREAKS:
                break
            found = _tense_at(words, at)
            if found is not Tense.NONE:
                return at, found
    return first, Tense.NONE


def _tense_at(words: Words, at: int) -> Tense:
    """What one word tells of the tense."""
    if _looks_ahead(words, at):
        return Tense.PAST if "had" in words.lows[max(0, at - AUXILIARIES) : at] else Tense.FUTURE
    low = words.lows[at]
    if low == "could" and words.lows[at + 1] in ("not", "have"):
        return Tense.NONE
    found = _verbs().get(low, Tense.NONE)
    if words.capital(at) and words.lows[at - 1] and found is not Tense.FUTURE:
        return Tense.NONE
    if found is Tense.NONE and low.endswith("ed") and len(low) > len("need"):
        found = Tense.PAST
    return _governed(words, at, found) if found in (Tense.PAST, Tense.PRESENT) else found


def _looks_ahead(words: Words, at: int) -> bool:
    """Whether a word, with the one behind it, speaks of what is to come: "plans to", "is to", "due", "extended until"."""
    low, after = words.lows[at], words.lows[at + 1]
    if low == "to":
        leads = at > 0 and words.lows[at - 1] in _list("leads_to")
        return after.isalpha() and (leads or after in ("be", "have"))
    if low in _list("moved"):
        return after in ("to", "until", "till")
    return low in _list("ahead") or (_verbs().get(low) is Tense.PRESENT and after == "to")


def _governed(words: Words, at: int, told: Tense) -> Tense:
    """What the auxiliaries in front of a form make of it: "will be held", "to be held", "is held", "has been held"."""
    for before in range(at - 1, max(-1, at - 1 - AUXILIARIES), -1):
        low = words.lows[before]
        if low in _list("weak") and words.lows[before + 1] in ("have", "not" if low == "could" else "have"):
            return told  # "may have been held", "could not be reached"
        if _verbs().get(low) is Tense.FUTURE or (low == "to" and words.lows[before + 1] in ("be", "have")):
            return Tense.FUTURE
        if low == "to" and told is Tense.PRESENT:
            return Tense.NONE  # "due to meet": what stands in front of "to" tells
        if low in ("is", "are") and told is Tense.PAST:
            told = Tense.PRESENT
        if low not in _list("group") and not low.endswith("ly"):
            break
    return told
