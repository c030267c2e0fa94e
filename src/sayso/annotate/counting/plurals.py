"""Which words are plurals: behind a number above one English puts one."""

from functools import cache

from sayso.annotate.counting.words import Line
from sayso.lexicons import lexicon, words_of

SHORTEST = 4  # letters of a plural in -s: shorter ones ("gas", "bus") are listed or none
ENDINGS = ("men", "women", "people", "folk", "children")


@cache
def _listed() -> tuple[frozenset[str], frozenset[str]]:
    counted = lexicon("quantities")["counted"]
    return frozenset(counted["plurals"].split()), frozenset(counted["no_plurals"].split())


def is_plural(low: str) -> bool:
    """Whether a word in small letters looks like a plural noun."""
    plurals, others = _listed()
    if low in plurals:
        return True
    if low in others or "'" in low:
        return False
    if low.endswith(ENDINGS) and len(low) > SHORTEST:
        return True
    return len(low) >= SHORTEST and low[-1] == "s" and low[-2] not in "si" and not low.endswith("us")


def counts_plural(line: Line, index: int) -> bool:
    """Whether a plural stands here behind a number, with one word at most between that is no function word."""
    if is_plural(line.low(index)):
        return True
    between = line.at(index).kind == "w" and line.low(index) not in function_words()
    return between and is_plural(line.low(index + 1))


@cache
def function_words() -> frozenset[str]:
    """Words that stand in no noun phrase behind its number, and verbs "to be" and "to have"."""
    closed = words_of(
        "classes", "determiner", "pronoun", "preposition", "subordinator", "coordinator", "wh", "auxiliary"
    )
    predicates = lexicon("quantities")["predicates"]
    return closed | frozenset([*predicates["be"].split(), *predicates["ends"].split(), "to", "not", "that"]) - {
        "other",
        "most",
        "more",
        "less",
        "few",
    }
