"""The numeral that begins with a word, whichever kind it is of."""

from functools import cache

from sayso.annotate.counting.indefinite import few_at, half_at, vague_at
from sayso.annotate.counting.numerals import Numeral, figure_at, hyphened_at, number_words, written_at
from sayso.annotate.counting.words import Line
from sayso.lexicons import lexicon


@cache
def _openers() -> tuple[frozenset[str], frozenset[str]]:
    """The words that numerals and shares begin with, and those that make one behind "a"."""
    known, listed = number_words(), lexicon("quantities")
    few = [phrase.split() for phrase in listed["numerals"]["few"]]
    shares = listed["numerals"]["shares"]
    first = {words[0] for words in few if len(words) == 1} | {"half", "quarter", *listed["money"]["codes"]}
    behind = {words[1] for words in few if len(words) > 1} | {"half", "half-dozen", "quarter", *shares}
    return frozenset({*known.small, *known.vague, *first}), frozenset({*behind, *known.scales})


def may_begin(line: Line, index: int) -> bool:
    """Whether a number can begin with this token at all: a look at two words that spares the rest for most."""
    token = line.tokens[index]
    if token.kind != "w":
        return token.kind in {"f", "$"}
    first, behind = _openers()
    if token.low in {"a", "an"}:
        return line.low(index + 1) in behind
    return token.low in first or ("-" in token.low and token.low.partition("-")[0] in first)


def numeral_at(line: Line, index: int) -> Numeral | None:
    """The numeral that begins with a token, if any."""
    token = line.at(index)
    if token.kind not in {"w", "f"}:
        return None
    if token.kind == "f":
        return figure_at(line, index)
    for form in (half_at, few_at, vague_at, written_at, hyphened_at):
        found = form(line, index)
        if found is not None:
            return found
    return None
