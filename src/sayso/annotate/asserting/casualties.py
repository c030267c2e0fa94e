"""Harm to people: who was killed, hurt, captured or went missing, with a figure or without."""

from functools import cache

from sayso.annotate.asserting.harms import harm_words, is_count, is_count_word, is_someone
from sayso.annotate.asserting.verbs import Tokens
from sayso.lexicons import lexicon

NONE_NEAR = 3  # words between "no" and its harm: "no people were hurt"
NEAR = 8  # words between a number and "killed": "at least 20 people in the market were wounded"
CAPTURED = frozenset({"captured", "detained", "abducted", "kidnapped"})  # with a number of people, no places
LOST = frozenset({"lost", "lose", "loses", "losing"})


@cache
def _harmed() -> frozenset[str]:
    return frozenset(lexicon("kinds")["casualties"]["words"])


def casualty_words(tokens: Tokens) -> str:
    """The words that tell of victims, or nothing."""
    return _counted(tokens) or harm_words(tokens)


def _counted(tokens: Tokens) -> str:
    """A number near a word for those who were hurt, killed or lost."""
    last_number = waiting = -NEAR - 1
    for at, token in enumerate(tokens):
        if is_count(tokens, at):
            last_number = at
            if at - waiting <= NEAR // 2 and _counts_people(tokens, at):
                return f"{tokens[waiting].low} {token.low}"
        if token.low in CAPTURED | LOST and _takes_number(tokens, at):
            return f"{token.low} {tokens[at + 1].low}"
        if token.low in _harmed():
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
        any(is_someone(token) for token in tokens[at + 1 : at + 4])
        or at + 1 >= len(tokens)
        or tokens[at + 1].tag in ".,;C"
    )


def _takes_number(tokens: Tokens, at: int) -> bool:
    """Whether a number of people follows: "captured 60 soldiers", "lost three of its passengers"."""
    if at + 1 >= len(tokens) or not is_count_word(tokens[at + 1]):
        return False
    return any(is_someone(token) for token in tokens[at + 2 : at + 6])
