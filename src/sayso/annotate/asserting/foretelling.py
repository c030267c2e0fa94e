"""What only sounds like a decision: an act that somebody else foretells, or says the odds of."""

from collections.abc import Sequence
from functools import cache

from sayso.annotate.asserting.verbs import Token
from sayso.lexicons import lexicon
from sayso.model.attribution import Attribution
from sayso.model.entity import Entity


def is_onlooker(entity: Entity) -> bool:
    """Whether somebody is called by a title of those who look on and foretell: an economist decides no bank's rate."""
    return any(_is_listed(title) for title in entity.titles)


def foretold(words: Sequence[Token], attribution: Attribution, *, onlooker: bool) -> str:
    """The words that make a forecast of what reads as a decision, or nothing: its cue, its odds, or who says it."""
    lows = [token.low for token in words]
    cue = next((low for span in attribution.cue for low in span.text.lower().split() if low in _listed("cues")), "")
    odds = next((low for low in lows if low in _listed("odds")), "")
    acts = next((low for low in lows if low in _listed("acting")), "")
    if acts and (onlooker or any(_is_listed(span.text) for span in attribution.source)):
        return cue or odds or acts
    return cue or odds


def _is_listed(text: str) -> bool:
    return any(low.strip(",.;:'\"“”’") in _listed("onlookers") for low in text.lower().split())


@cache
def _listed(name: str) -> frozenset[str]:
    listed = lexicon("kinds")["forecast"][name]
    return frozenset(listed if isinstance(listed, list) else listed.split())
