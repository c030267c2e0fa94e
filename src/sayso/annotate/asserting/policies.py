"""What somebody with the power to do it decides, orders, plans, permits, forbids or demands."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.annotate.asserting.cue_words import Phrases
from sayso.annotate.asserting.phrases import before, behind, head
from sayso.annotate.asserting.verbs import Token, Tokens
from sayso.annotate.naming.nouns import nouns, singular
from sayso.annotate.naming.titles import is_role
from sayso.lexicons import lexicon, words_of

MATTER = 7  # words behind "imposed" in which what was imposed stands
WILL = frozenset({"will", "won't", "shall", "would", "wouldn't"})
EXPECTED = words_of("kinds", "forecast.expected")
SELVES = frozenset({"we", "i", "he", "she", "they", "who", "it"})
BE = frozenset({"be", "been"})
PRESENT_PLACES = frozenset({"here", "back", "home", "over", "ready", "public", "there", "out", "done"})
ODDS = words_of("kinds", "forecast.odds") | {"certainly", "surely"}
POSSIBLE = frozenset({"may", "might", "could"})
VOTED = frozenset({"voted", "votes"})
ADVERBS = "A"
LISTS = ("staffing", "underway", "promises", "demands", "shuts", "until", "votes", "carries_out", "scheduled")
GAP = 8  # words between "voted" or "asked" and the "to" of what was decided or demanded


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
    staffing: frozenset[str]
    underway: frozenset[str]
    promises: frozenset[str]
    demands: frozenset[str]
    shuts: frozenset[str]
    until: frozenset[str]
    votes: frozenset[str]
    carries_out: frozenset[str]
    scheduled: frozenset[str]
    asking: frozenset[str]
    signs: frozenset[str]


@cache
def _words() -> _Words:
    listed = lexicon("kinds")["policy"]
    split = {
        name: frozenset(listed[name].split())
        for name in (*LISTS, "decides", "decides_on", "matters", "acts", "decided", "befalls", "offices")
    }
    duties, phrases, undertakes = (
        frozenset(listed["duties"]),
        Phrases(listed["duty_phrases"]),
        Phrases(listed["undertakes"]),
    )
    signs = duties.union(
        WILL,
        split["decides"],
        split["decides_on"],
        split["shuts"],
        split["staffing"],
        {"to", *phrases.firsts, *undertakes.firsts},
    )
    asking = VOTED.union(split["demands"], split["promises"], split["underway"])
    return _Words(
        duties=duties, duty_phrases=phrases, undertakes=undertakes, asking=asking, signs=signs | asking, **split
    )


def find_policy(tokens: Tokens, *, planned: bool = False, reported: bool = True) -> Policy | None:
    """The decision, duty or plan that a clause puts forward, or None; `planned` where its cue is one of planning or promising."""
    lows = [token.low for token in tokens]
    if planned and tokens and tokens[0].low == "to":
        return _policy((), tokens, 0, "to")
    if _words().signs.isdisjoint(lows) and not any("'" in low for low in lows):
        return None
    found = next(_found(tokens, lows, reported=reported), None)
    if found is not None and found.action and _is_open(tokens, found.action[0]):
        return None
    return None if found is not None and _is_count(lows, found.words) else found


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
        yield from _demanded(tokens, at)
        if token.low in known.shuts and not known.until.isdisjoint(lows[at:]) and _is_laid_down(tokens, at):
            yield _decided(tokens, at)
        on = token.low in known.decides_on and not known.matters.isdisjoint(_patient(tokens, lows, at))
        on |= token.low in known.staffing and any(is_role(singular(low)) for low in _patient(tokens, lows, at))
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


def _patient(tokens: Tokens, lows: list[str], at: int) -> list[str]:
    """The words for what is decided on: behind the verb, or of a passive its subject."""
    passive = at > 0 and tokens[at - 1].low in {"was", "were", "been", "being", "is", "are"}
    return [token.low for token in before(tokens, at)] if passive else lows[at + 1 : at + 1 + MATTER]


def _is_open(tokens: Tokens, act: Token) -> bool:
    """Whether "may", "might" or "could" leaves open whether it will be decided: "wardens may be hired"."""
    at = next(at for at, token in enumerate(tokens) if token.start == act.start)
    return any(token.low in POSSIBLE for token in tokens[max(0, at - 3) : at])


def _is_count(lows: list[str], words: str) -> bool:
    """Whether votes were counted: "was adopted by 71 votes to 64"; not "voted by 71 votes to 64 to raise the rates"."""
    at = next((at for at, low in enumerate(lows) if low in _words().votes), None)
    counted = at is not None and at > 0 and lows[at - 1][:1].isdigit() and "by" in lows[:at]
    return counted and not words.startswith("voted")


def _demanded(tokens: Tokens, at: int) -> Iterator[Policy]:
    """As in "asked parishes to toll their bells", "voted 17 to 12 to raise the rates", "is to close two shops"."""
    known, low = _words(), tokens[at].low
    if low in {"is", "are", "was", "were"}:
        yield from _is_to(tokens, at)
        return
    if low not in known.asking:
        return
    subject = before(tokens, at)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and low in known.promises and following.tag in "DnGE#" and _can_act(subject):
        yield _policy(subject, tokens, at, low)
    if low in known.underway and at and tokens[at - 1].tag in "XA" and _can_act(subject):
        yield _policy(subject, tokens, at, low)
    if low not in known.demands | VOTED:
        return
    for to in range(at + 2, min(len(tokens) - 1, at + GAP)):
        if tokens[to].tag in ",;:SWH":
            return
        if tokens[to].tag == "T" and tokens[to + 1].tag in "nV" and tokens[at - 1 : at] != [] and _can_act(subject):
            yield _policy(subject, tokens, at, low)
            return


def _is_to(tokens: Tokens, at: int) -> Iterator[Policy]:
    """As in "the council is to close two shops", "conscription is to be reintroduced"; not "talks are to begin"."""
    known, words = _words(), tokens[at + 1 : at + 4]
    if len(words) < 2 or words[0].tag != "T":  # noqa: PLR2004 - "to" and a verb
        return
    subject = before(tokens, at)
    measure = words[-1].low.removeprefix("re") if words[1].low == "be" else ""
    if (
        measure in known.decided
        or words[-1].low in known.decides
        or (words[1].low not in known.scheduled and _can_act(subject))
    ):
        yield _policy(subject if not measure else (), tokens, at + 2, f"{tokens[at].low} to {words[1].low}")


def _is_laid_down(tokens: Tokens, at: int) -> bool:
    """Whether what is shut is shut by decision: nobody is named whose work it is, no storm, no shopkeeper."""
    return not any(token.low in _words().carries_out for token in before(tokens, at))


def _willed(tokens: Tokens, at: int, *, reported: bool) -> Iterator[Policy]:
    """As in "The ministry will ban nets": an act of whoever can do it, or one that only an office does."""
    verb = at + 1
    while verb < len(tokens) and (tokens[verb].tag in ADVERBS or tokens[verb].low in {"not", "also", "no", "longer"}):
        verb += 1
    if verb >= len(tokens) or any(token.low in ODDS for token in tokens[at:verb]):
        return
    subject = before(tokens, at) or (tokens[at],)
    if tokens[verb].low in BE and verb + 1 < len(tokens) and tokens[verb + 1].low in _words().decided:
        yield _policy((), tokens, verb, tokens[verb + 1].low)
    elif subject[0].low == "it" and not reported:
        return  # who it is cannot be told: "It will reopen"
    elif _can_act(subject) and (
        tokens[verb].low in _words().acts or (_is_known(subject, at) and _is_own(subject, tokens[verb]))
    ):
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
    if tokens[at].low == "should" and (following in EXPECTED or _is_awaited(tokens, at)):
        return False
    return following != "the"


def _is_awaited(tokens: Tokens, at: int) -> bool:
    """Whether "should" tells what is looked for: a thing that is to be somewhere or so by a day, a day of arrival."""
    if tokens[at + 1].low != "be" or at + 2 >= len(tokens):
        return False
    state = tokens[at + 2]
    passive = state.low.endswith(("ed", "en")) or state.low in {
        "paid",
        "shut",
        "sold",
        "built",
        "held",
        "sent",
        "cut",
        "put",
    }
    return not passive and (
        state.low in PRESENT_PLACES or any(token.low in {"by", "within"} for token in tokens[at + 2 :])
    )


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


def _is_known(subject: tuple[Token, ...], verb: int) -> bool:
    """Whether it is more than a capital at the start of a sentence that says of a subject that it can act: not "Water will flow"."""
    return not (len(subject) == 1 and verb == 1 and subject[0].tag == "N") and subject[0].low != "it"


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
