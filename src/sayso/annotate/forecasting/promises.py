"""What somebody binds himself to, or announces, by a day: an act, and no forecast, but it can be asked then whether it came."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from itertools import pairwise

from sayso.annotate.asserting.cue_words import tokens, words_of_cue
from sayso.annotate.asserting.denials import negation_of
from sayso.lexicons import lexicon, words_of
from sayso.model.attribution import Attribution
from sayso.model.claim import Claim, PolicyTerms
from sayso.model.stance import Polarity
from sayso.model.world import Bound, Timex

NEGATED = frozenset({"not", "never"})
WILL = frozenset({"will", "would", "shall"})
BEFORE_TO = frozenset({"is", "are", "was", "were", "going", "due", "set", "about"})
CLAUSE = re.compile(r"[:;](?=\s)")
BIDDING = frozenset(
    {"order", "ordered", "orders", "expect", "expected", "expects", "expecting"}
)  # somebody else is to do it
NEAR = 3  # words before an act in which what puts it ahead stands: "will, it said, close"


def is_promised(claim: Claim, by: Attribution | None) -> bool:
    """Whether a claim tells what somebody promised to do or to bring about."""
    if not isinstance(claim.terms, PolicyTerms) or claim.polarity is Polarity.DENIED:
        return False
    cue = words_of_cue(by)
    if _is_negated(cue):
        return False
    return not _listed("promising").isdisjoint([*cue, *(word for span in claim.spans for word in tokens(span.text))])


def is_announced(claim: Claim, by: Attribution | None) -> bool:
    """Whether a claim tells of an act that somebody will do, means to do ("plans" | "to open a mill"), or that will be done."""
    terms = claim.terms
    if not isinstance(terms, PolicyTerms) or not terms.action:
        return False
    start = terms.action[0].start
    held = next((span for span in claim.spans if span.start <= start <= span.end), None)
    if held is None:
        return False
    told = held.text[: start - held.start]
    clause = CLAUSE.split(told)[-1]  # "nothing has changed: the bridge will open by May" denies no bridge
    if (claim.polarity is Polarity.DENIED and clause == told) or negation_of(f"{clause} {terms.action[0].text}"):
        return False
    before, act = tokens(clause)[-NEAR:], tokens(terms.action[0].text)[:2]
    if not before and act[:1] == ["to"]:
        return _is_meant(by)
    is_to = any(one in BEFORE_TO and other == "to" for one, other in pairwise(before))
    is_meant = act[1:] == ["to"] and act[0] in _intending()  # "has agreed to close the pit by May"
    return is_to or is_meant or any(word in WILL or word.endswith("'ll") for word in before)


def _is_meant(by: Attribution | None) -> bool:
    """Whether the cue before an infinitive says that its source means to do it."""
    cue = words_of_cue(by)
    return not _is_negated(cue) and not _intending().isdisjoint(cue)


def _is_negated(cue: Iterable[str]) -> bool:
    return any(word in NEGATED or word.endswith("n't") for word in cue)


def is_term(due: Timex, claim: Claim, published: date | None) -> bool:
    """Whether a time is when an announced act is to have come.

    It is not where the day was over before the article, nor where it says how long something lasts: "until May", and
    without a limit "will stay shut next week".
    """
    if due.bound in (Bound.UNTIL, Bound.SINCE) or due.latest is None:
        return False
    if due.bound is None and isinstance(claim.terms, PolicyTerms):
        act = [word for span in claim.terms.action[:1] for word in tokens(span.text)[:1]]
        if not _listed("lasting").isdisjoint(act):
            return False
    return published is None or date.fromisoformat(due.latest) >= published


@cache
def _intending() -> frozenset[str]:
    return frozenset(lexicon("kinds")["intention"]["commissive"]) - BIDDING


@cache
def _listed(name: str) -> frozenset[str]:
    return words_of("prospects", f"{name}.verbs")
