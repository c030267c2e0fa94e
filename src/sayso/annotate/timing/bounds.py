"""What makes a time a limit: the preposition in front of it."""

from sayso.annotate.timing.lexis import lexis
from sayso.annotate.timing.words import Words
from sayso.model.world import Bound

LONGEST = 3  # words of "no later than"


def find_bound(words: Words, first: int) -> Bound | None:
    """The bound that the words in front of an expression set; "two weeks before" counts, it sets none."""
    for start in range(max(0, first - LONGEST), first):
        for listed, value in lexis().bounds.get(words.lows[start], ()):
            if words.lows[start:first] == listed and words.lows[start - 1] not in lexis().units:
                return Bound(value)
    return None
