"""Numbers that stand against one another: scores of matches ("3-1"), odds ("4 to 1"), pairs that rise nowhere ("50-50")."""

from dataclasses import dataclass
from functools import cache

from sayso.annotate.counting.amounts import DASHES
from sayso.annotate.counting.numerals import Numeral, number_words
from sayso.annotate.counting.plurals import counts_plural
from sayso.annotate.counting.words import Line
from sayso.lexicons import lexicon

NEAR_MATCH = 6  # words between "won" and its score
NEAR_VOTE = 12  # words between "voted" and its figures
HIGHEST_SCORE = 250  # of a match; cricket has more, in a form of its own


@dataclass(frozen=True, slots=True)
class _ScoreWords:
    votes: frozenset[str]
    matches: frozenset[str]


@cache
def _score_words() -> _ScoreWords:
    listed = lexicon("quantities")["ranges"]
    return _ScoreWords(frozenset(listed["votes"]), frozenset(listed["matches"]))


def is_score(line: Line, core: Numeral) -> bool:
    """Whether two numbers are the score of a match, or a pair that rises nowhere: "3-1", "50-50"; not the votes of a bill."""
    known = _score_words()
    vote = not known.votes.isdisjoint(line.lows(core.first - NEAR_VOTE, core.last + NEAR_VOTE))
    match = not known.matches.isdisjoint(line.lows(core.first - NEAR_MATCH, core.last + NEAR_MATCH))
    pairs = _pairs_with(line, core.first - 1, -1) or _pairs_with(line, core.last, 1)
    if not core.exact:
        dashed = any(line.low(place) in DASHES for place in range(core.first + 1, core.last))
        return pairs or (dashed and match and not counts_plural(line, core.last))
    if pairs:
        return not vote
    if _is_odds(line, core):
        return True
    beside = "to" in {line.low(core.first - 1), line.low(core.last)} and core.value < HIGHEST_SCORE
    return beside and match and not vote and _faces(line, core)


def _is_odds(line: Line, core: Numeral) -> bool:
    """Whether a number is one of two odds: "4 to 1"."""
    if line.low(core.last) == "to" and line.low(core.last + 1) in {"1", "one"}:
        return True
    return core.value == 1 and line.low(core.first - 1) == "to" and line.at(core.first - 2).kind == "f"


def _pairs_with(line: Line, dash: int, step: int) -> bool:
    """Whether a dash without blanks joins a number to another figure on that side."""
    glued = line.low(dash) in DASHES and line.glued(dash) and line.glued(dash + 1)
    return glued and line.at(dash + step).kind == "f"


def _faces(line: Line, core: Numeral) -> bool:
    """Whether another number stands across "to"."""
    small = number_words().small
    across = (line.at(core.first - 2), line.at(core.last + 1))
    return any(token.kind == "f" or token.low in small for token in across)
