"""Harm to people: who was killed, hurt, captured or went missing, with a figure or without."""

from collections.abc import Sequence
from functools import cache

from sayso.annotate.asserting.harms import harm_words
from sayso.annotate.asserting.phrases import before, behind, head
from sayso.annotate.asserting.verbs import Token, Tokens
from sayso.annotate.counting.persons import is_person
from sayso.annotate.naming.nouns import nouns, singular
from sayso.annotate.naming.titles import is_role
from sayso.lexicons import lexicon, words_of

TREATED = (
    "treated for",
    "in hospital",
    "to hospital",
    "lost their homes",
    "among the wounded",
    "among the dead",
    "among the missing",
)
NONE_NEAR = 3  # words between "no" and its harm: "no people were hurt"
NEAR = 8  # words between a number and "killed": "at least 20 people in the market were wounded"
CAPTURED = frozenset(
    {"captured", "arrested", "detained", "abducted", "kidnapped"}
)  # with a number of people, no places
LOST = frozenset({"lost", "lose", "loses", "losing"})
# Done to an object; and what a subject suffers.
HARMS = frozenset(
    {
        "killed",
        "kills",
        "kill",
        "killing",
        "wounded",
        "wounding",
        "injured",
        "injuring",
        "massacred",
        "maimed",
        "displaced",
        "captured",
        "kidnapped",
        "abducted",
        "executed",
    }
)
SUFFERS = frozenset(
    {
        "fled",
        "unaccounted",
        "stranded",
        "hospitalised",
        "hospitalized",
        "evacuated",
        "burned",
        "trapped",
        "poisoned",
        "died",
        "dies",
        "die",
        "drowned",
        "perished",
        "missing",
        "dead",
        "wounded",
        "injured",
        "killed",
        "hurt",
        "displaced",
        "homeless",
        "slain",
        "kidnapped",
        "abducted",
    }
)
NOBODY = frozenset({"nobody", "none", "everyone", "somebody", "anyone"})
PERSONS = frozenset({"he", "she", "they", "we", "him", "her", "them", "us", "i", "who"}) | NOBODY
MONTHS = words_of("classes", "months")


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(lexicon("kinds")["casualties"][name])


def casualty_words(tokens: Tokens) -> str:
    """The words that tell of victims, or nothing."""
    if _signs().isdisjoint([token.low for token in tokens]):
        return harm_words(tokens)
    return _counted(tokens) or _harmed(tokens) or _treated(tokens) or harm_words(tokens)


@cache
def _signs() -> frozenset[str]:
    """Words without which no harm is told."""
    return _list("words") | HARMS | SUFFERS | CAPTURED | LOST | frozenset({"treated", "hospital", "homes", "among"})


def _treated(tokens: Tokens) -> str:
    """People in hospital, treated, or without their homes: "two were treated for burns"."""
    lows = [token.low for token in tokens]
    for phrase in TREATED:
        words = phrase.split()
        if words[0] not in lows:
            continue
        for at in range(1, len(tokens) - len(words) + 1):
            if lows[at : at + len(words)] == words and any(is_number(token) or _is_one(token) for token in tokens[:at]):
                return phrase
    return ""


def _counted(tokens: Tokens) -> str:
    """A number near a word for those who were hurt, killed or lost."""
    last_number = waiting = -NEAR - 1
    for at, token in enumerate(tokens):
        if is_number(token) and not _is_date(tokens, at):
            last_number = at
            if at - waiting <= NEAR // 2 and _counts_people(tokens, at):
                return f"{tokens[waiting].low} {token.low}"
        if token.low in CAPTURED and _takes_number(tokens, at):
            return f"{token.low} {tokens[at + 1].low}"
        if token.low in LOST and _takes_number(tokens, at):
            return f"{token.low} {tokens[at + 1].low}"
        if token.low in _list("words"):
            if at - last_number <= NEAR and at != last_number and _is_near(tokens, last_number, at):
                return f"{tokens[last_number].low} {token.low}"
            waiting = at
    return ""


def _is_near(tokens: Tokens, number: int, at: int) -> bool:
    """Whether no clause ends between a number and a word of harm."""
    if tokens[number].low == "no" and at - number > NONE_NEAR:
        return False
    return not any(token.tag in ";:" for token in tokens[number:at])


def _counts_people(tokens: Tokens, at: int) -> bool:
    """Whether the number behind a word of harm counts people, or stands alone: not "killed by a 40-tonne lorry"."""
    return (
        any(_is_one(token) for token in tokens[at + 1 : at + 4])
        or at + 1 >= len(tokens)
        or tokens[at + 1].tag in ".,;C"
    )


def _takes_number(tokens: Tokens, at: int) -> bool:
    """Whether a number of people follows: "captured 60 soldiers", "lost three of its passengers"."""
    if at + 1 >= len(tokens) or not is_number(tokens[at + 1]):
        return False
    return any(_is_one(token) for token in tokens[at + 2 : at + 6])


def _harmed(tokens: Tokens) -> str:
    """Somebody beside a verb of harm: "killed the driver", "the driver was killed", "his wife died"."""
    for at, token in enumerate(tokens):
        if token.low in HARMS and _is_somebody(behind(tokens, at + 1)):
            return f"{token.low} {tokens[at + 1].low}"
        if token.low in SUFFERS and at and _suffers(tokens, at):
            return token.low
    return ""


def _suffers(tokens: Tokens, at: int) -> bool:
    low, previous = tokens[at].low, tokens[at - 1]
    state = low in {"missing", "dead", "homeless", "stranded", "trapped", "unaccounted"} or (
        low.endswith("ed") and low not in {"died", "drowned", "perished", "fled"}
    )
    if state and previous.low not in {
        "was",
        "were",
        "is",
        "are",
        "been",
        "be",
        "feared",
        "left",
        "still",
        "found",
        "believed",
        "presumed",
        "also",
        "badly",
        "seriously",
        "critically",
        "severely",
        "slightly",
    }:
        return False
    subject = before(tokens, at)
    noun = head(subject)
    if low == "fled" or low in {"evacuated", "burned", "trapped", "stranded", "poisoned"}:
        return any(is_number(token) for token in subject)
    if (
        low in {"died", "dies", "drowned", "perished", "killed", "wounded", "injured"}
        and noun is not None
        and noun.tag == "N"
    ):
        return True
    return _is_somebody(subject) or (noun is not None and is_number(noun))


def _is_somebody(phrase: Sequence[Token]) -> bool:
    noun = head(phrase)
    return noun is not None and _is_one(noun)


def _is_one(token: Token) -> bool:
    noun = singular(token.low)
    if token.low in PERSONS:
        return True
    return token.tag in "nN" and (is_person(token.low) or is_role(noun) or noun in nouns().groups)


def is_number(token: Token) -> bool:
    """Whether a word is a number, in figures or letters, or "dozens"."""
    return token.low in _list("numerals") or (token.low[0].isdigit() and not token.low.endswith("-old"))


def _is_date(tokens: Tokens, at: int) -> bool:
    """Whether a number is a year or a day of a month, an age, or a share."""
    low = tokens[at].low
    if low.isdigit() and len(low) == 4 and low[:2] in ("19", "20"):  # noqa: PLR2004 - a year has four digits
        return True
    near = [token.low for token in (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])]
    return any(
        word in MONTHS or word in {"aged", "years", "percent", "%", "times", "kilometres", "miles"} for word in near
    )
