"""Places that can be taken and held, those who take them, and what a clause says of both."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from sayso.annotate.asserting.phrases import head
from sayso.annotate.asserting.verbs import Token
from sayso.annotate.naming.nouns import singular
from sayso.annotate.naming.titles import is_role
from sayso.lexicons import lexicon, words_of
from sayso.model.claim import Change

IsPlace = Callable[[Token], bool]
Phrase = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Control:
    """Who holds a place, who lost it, and the words that told it; each is a noun phrase, empty where the words name none."""

    change: Change
    holder: Phrase = ()
    loser: Phrase = ()
    place: Phrase = ()
    words: str = ""


@cache
def _places() -> frozenset[str]:
    return frozenset(lexicon("kinds")["control"]["places"])


@cache
def _forces() -> frozenset[str]:
    return words_of("kinds", "control.forces")


def is_force(phrase: Phrase) -> bool:
    """Whether a phrase is of those who fight."""
    noun = head(phrase)
    return noun is not None and noun.low in _forces()


def is_ground(token: Token) -> bool:
    """Whether a noun is of a place that can be held: "mill", "ridge"."""
    low = token.low.removesuffix("'s")
    return low in _places() or singular(low) in _places()


def is_taken_place(phrase: Phrase, is_place: IsPlace) -> bool:
    """Whether a phrase is of a place: by its noun, or by a capitalised word that names nobody."""
    noun = head(phrase)
    if noun is None:
        return False
    if is_ground(noun):
        return True
    capital = noun.text[:1].isupper() and noun.tag in "Nn"
    return capital and _is_name(phrase, noun) and is_place(noun) and not is_role(phrase[0].low)


def _is_name(phrase: Phrase, noun: Token) -> bool:
    """Whether a capital makes a name of a noun that may begin a sentence: not "Journalists", not the Fourth Brigade."""
    common = len(phrase) == 1 and (
        noun.low in words_of("common", "words") or singular(noun.low) in words_of("common", "words")
    )
    return noun.low not in _forces() and not common


def no_place(phrase: Phrase, is_place: IsPlace) -> Phrase:
    """Whom a place was taken from; "from the north" tells of no one."""
    noun = head(phrase)
    return () if noun is not None and is_ground(noun) and not is_place(noun) else phrase
