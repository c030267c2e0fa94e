"""What somebody with the power to do it decides, orders, plans, permits, forbids or demands."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.annotate.asserting.cue_words import Phrases
from sayso.annotate.asserting.phrases import before, behind, head
from sayso.annotate.asserting.verbs import Token, Tokens
from sayso.annotate.naming.nouns import nouns, singular
from sayso.annotate.naming.titles import is_role
from sayso.lexicons import lexicon

MATTER = 7  # words behind "imposed" in which what was imposed stands
WILL = frozenset({"will", "won't", "shall", "would", "wouldn't"})
EXPECTED = frozenset(lexicon("kinds")["forecast"]["expected"].split())
SELVES = frozenset({"we", "i", "he", "she", "they", "who", "it"})
BE = frozenset({"be", "been"})
ADVERBS = "A"


@dataclass(frozen=True, slots=True)
class Policy:
    """Who does what: noun phrases and the words of the act, empty where the clause names none."""

    actor: tuple[Token, ...]
    action: tuple[Token, ...]
    affected: tuple[Token, ...]
    words: str


@dataclass(frozen=True, slots=True)
class _Words:
    duties: frozenset[str]
    duty_phrases: Phrases
    decides: frozenset[str]
    decides_on: frozenset[str]
    matters: frozenset[str]
    undertakes: Phrases
    acts: frozenset[str]
    decided: frozenset[str]
    befalls: frozenset[str]
    offices: frozenset[str]
    signs: frozenset[str]


@cache
def _words() -> _Words:
    listed = lexicon("kinds")["policy"]
    split = {
        name: frozenset(listed[name].split())
        for name in ("decides", "decides_on", "matters", "acts", "decided", "befalls", "offices")
    }
    duties, phrases, undertakes = (
        frozenset(listed["duties"]),
        Phrases(listed["duty_phrases"]),
        Phrases(listed["undertakes"]),
    )
    signs = duties | WILL | split["decides"] | split["decides_on"] | {"to", *phrases.firsts, *undertakes.firsts}
    return _Words(duties=duties, duty_phrases=phrases, undertakes=undertakes, signs=signs, **split)


def find_policy(tokens: Tokens, *, planned: bool = False, reported: bool = True) -> Policy | None:
    """The decision, duty or plan that a clause puts forward, or None; `planned` where its cue is one of planning or promising."""
    lows = [token.low for token in tokens]
    if planned and tokens and tokens[0].low == "to":
        return _policy((), tokens, 0, "to")
    if _words().signs.isdisjoint(lows) and not any("'" in low for low in lows):
        return None
    return next(_found(tokens, lows, reported=reported), None)


def _found(tokens: Tokens, lows: list[str], *, reported: bool) -> Iterator[Policy]:
    known = _words()
    for at, end in (*known.duty_phrases.among(lows), *known.undertakes.among(lows)):
        if at or lows[0] in SELVES:
            yield _policy(before(tokens, at), tokens, at, " ".join(lows[at:end]))
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.low in known.duties and at and following is not None and _is_duty(tokens, at):
            yield _policy(before(tokens, at), tokens, at, token.low)
        if token.low in known.decides and (at == 0 or tokens[at - 1].tag not in "DP"):
            yield _decided(tokens, at)
        on = token.low in known.decides_on and any(low in known.matters for low in lows[at + 1 : at + 1 + MATTER])
        if on and (at == 0 or tokens[at - 1].tag not in "DP"):
            yield _decided(tokens, at)
        if token.low in WILL or token.low.endswith("'ll"):
            yield from _willed(tokens, at, reported=reported)
        if (
            token.tag == "T"
            and at
            and following is not None
            and following.low in known.acts
            and _is_headline(tokens, at)
        ):
            yield _policy(tuple(tokens[:at]), tokens, at, f"to {following.low}")


def _willed(tokens: Tokens, at: int, *, reported: bool) -> Iterator[Policy]:
    """As in "The ministry will ban nets": an act of whoever can do it, or one that only an office does."""
    verb = at + 1
    while verb < len(tokens) and (tokens[verb].tag in ADVERBS or tokens[verb].low in {"not", "also", "no", "longer"}):
        verb += 1
    if verb >= len(tokens):
        return
    subject = before(tokens, at) or (tokens[at],)
    if tokens[verb].low in BE and verb + 1 < len(tokens) and tokens[verb + 1].low in _words().decided:
        yield _policy((), tokens, verb, tokens[verb + 1].low)
    elif subject[0].low == "it" and not reported:
        return  # who it is cannot be told: "It will reopen"
    elif _can_act(subject) and (tokens[verb].low in _words().acts or _is_own(subject, tokens[verb])):
        yield _policy(subject, tokens, verb, f"{tokens[at].low} {tokens[verb].low}")


def _is_duty(tokens: Tokens, at: int) -> bool:
    """Whether "must" or "should" lays down what is to be done: not "must have fled", "should fall by June"."""
    following = tokens[at + 1].low
    if following == "have":
        return (
            at + 2 < len(tokens)
            and tokens[at + 2].tag in "DNn#"
            and not tokens[at + 2].low.endswith("ed")
            and tokens[at + 2].low != "been"
        )
    return following != "the" and not (tokens[at].low == "should" and following in EXPECTED)


def _is_own(subject: tuple[Token, ...], verb: Token) -> bool:
    """Whether the act is the subject's to decide: not to win, to fall or to see; of "I" only an official act is a policy."""
    noun = head(subject)
    return (
        noun is not None
        and noun.low != "i"
        and verb.low not in _words().befalls
        and verb.tag in "nV"
        and verb.low not in {"likely", "probably"}
    )


def _can_act(subject: tuple[Token, ...]) -> bool:
    """Whether a subject can decide: somebody, a body, a group, a country; not a road, nor a price."""
    noun = head(subject)
    if noun is None:
        return False
    low = noun.low.partition("'")[0]
    single = singular(low)
    if (
        low in SELVES
        or low in _words().offices
        or single in _words().offices
        or is_role(single)
        or single in nouns().bodies
        or single in nouns().groups
    ):
        return True
    return noun.tag == "N" and noun.text[:1].isupper()


def _is_headline(tokens: Tokens, at: int) -> bool:
    """Whether a line without a verb before "to" has a subject that can act: "Ministry to ban nets"."""
    return not any(token.tag in "VX" for token in tokens[:at]) and _can_act(tuple(tokens[:at]))


def _decided(tokens: Tokens, at: int) -> Policy:
    passive = at > 0 and tokens[at - 1].tag == "X" and tokens[at - 1].low not in {"has", "have", "had"}
    return _policy(() if passive else before(tokens, at), tokens, at, tokens[at].low)


def _policy(actor: tuple[Token, ...], tokens: Tokens, at: int, words: str) -> Policy:
    action = tuple(tokens[at:])
    verb = next((index for index in range(at, len(tokens)) if tokens[index].tag in "nVEG"), at)
    return Policy(actor, action, behind(tokens, verb + 1), words)
