"""The kind of a claim, by its words: forecast, policy, control, casualties, justification, evaluation, event, in this order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate.asserting.casualties import casualty_words, is_number
from sayso.annotate.asserting.control import find_control
from sayso.annotate.asserting.cue_words import Phrases
from sayso.annotate.asserting.grounds import Control, IsPlace
from sayso.annotate.asserting.policies import Policy, find_policy
from sayso.annotate.asserting.predicates import ADJECTIVES, asserts_event
from sayso.annotate.asserting.prospects import forecast_words
from sayso.annotate.asserting.verbs import PAST, Token, Tokens
from sayso.lexicons import lexicon, words_of
from sayso.model.claim import ClaimKind

REACH = 6  # words between a copula and its judgement: "was one of the very worst"
PARTICIPLES = frozenset(lexicon("kinds")["events"]["participles"])
COPULAS = frozenset({"is", "was", "are", "were", "become", "becomes", "became", "isn't", "wasn't", "aren't"})
CONDITIONAL = frozenset({"if", "unless", "once", "when", "because", "although", "while", "until"})
STATES_OF_THINGS = words_of("clauses", "states")
LACKED = words_of("clauses", "lacked")
SEEMING = words_of("clauses", "seeming")
MOST = 80  # words of a clause that are looked at: longer ones are lists


@dataclass(frozen=True, slots=True)
class Told:
    """The kind of a claim, the words that told it, and the parts that its terms are made of."""

    kind: ClaimKind
    why: str
    control: Control | None = None
    policy: Policy | None = None


@dataclass(frozen=True, slots=True)
class KindWords:
    """The lexicon of kinds, made ready."""

    reasons: Phrases
    justification: Phrases
    copulas: frozenset[str]
    judgements: frozenset[str]
    judging: frozenset[str]
    manners: frozenset[str]


@cache
def kind_words() -> KindWords:
    """The lexicon of kinds, made ready."""
    listed = lexicon("kinds")
    evaluation = listed["evaluation"]
    return KindWords(
        Phrases(lexicon("clauses")["reasons"]),
        Phrases(listed["justification"]["phrases"]),
        frozenset(evaluation["copulas"]),
        frozenset(evaluation["words"]),
        frozenset(evaluation["cues"].split()),
        frozenset(evaluation["manners"].split()),
    )


def anywhere(_: object) -> bool:
    """Takes any capitalised word for a place."""
    return True


def kind_of(
    tokens: Tokens, *, reported: bool, is_place: IsPlace = anywhere, planned: bool = False, cue: Sequence[str] = ()
) -> Told:
    """The kind of a clause; `reported` where a source says it, `is_place` tests a capitalised word.

    `cue` are the words of its cue in lower case, and `planned` says that they are of planning or promising.
    """
    start = next((at for at, token in enumerate(tokens) if token.tag != "Q"), 0)
    tokens = tokens[start : start + MOST]
    words = [token.low for token in tokens]
    for told in _kinds(tokens, words, is_place, (reported, planned)):
        if told is not None:
            return told
    judged = next((word for word in cue if word in kind_words().judging), "")
    event = (
        ""
        if judged or (reported and _is_felt(tokens))
        else asserts_event(words) or _measures(tokens) or _happens(tokens)
    )
    told = _told(ClaimKind.EVALUATION, judged) or _told(ClaimKind.EVENT, event)
    return told or Told(ClaimKind.OTHER, "kind: other")


def _kinds(tokens: Tokens, words: list[str], is_place: IsPlace, how: tuple[bool, bool]) -> Iterator[Told | None]:
    reported, planned = how
    reason = next(kind_words().reasons.among(words[:6]), None)
    if reason is not None and reason[0] == 0:
        yield _told(ClaimKind.JUSTIFICATION, " ".join(words[: reason[1]]))
    policy = find_policy(main_clause(tokens), planned=planned, reported=reported)
    if policy is not None:
        yield Told(ClaimKind.POLICY, f"kind: policy, {policy.words}", policy=policy)
    yield _told(ClaimKind.FORECAST, forecast_words(words, reported=reported))
    control = find_control(tokens, is_place)
    if control is not None:
        yield Told(ClaimKind.CONTROL, f"kind: control, {control.words}", control=control)
    yield _told(ClaimKind.CASUALTIES, casualty_words(tokens))
    yield _told(ClaimKind.JUSTIFICATION, kind_words().justification.first(words) if reported else "")
    yield _told(ClaimKind.EVALUATION, evaluation_words(words))
    if reported:
        yield _told(ClaimKind.EVALUATION, _predicates(tokens))


def main_clause(tokens: Tokens) -> Tokens:
    """The words without a clause of condition or time at their end or their start."""
    for at, token in enumerate(tokens):
        if token.low in CONDITIONAL and token.tag == "S":
            if at > 1:
                return tokens[:at]
            end = next((index for index in range(at, len(tokens)) if tokens[index].tag == ","), None)
            return tokens[end + 1 :] if end is not None else tokens
    return tokens


def _told(kind: ClaimKind, words: str) -> Told | None:
    return Told(kind, f"kind: {kind.value}, {words}") if words else None


def _predicates(tokens: Tokens) -> str:
    """What a source says something is, in a noun or an adjective: "it is blackmail", "the plan is short-sighted".

    Of sentences with a copula that sources speak 68 in 80 judge (own passages, dev); not those of the speaker's own state, with a figure,
    a place or a participle.
    """
    tokens = [token for token in tokens if token.tag != "Q"]
    copula = next(
        (at for at, token in enumerate(tokens) if token.low in COPULAS or token.low.endswith(("'s", "'re"))), None
    )
    if (
        copula is None
        or copula + 1 >= len(tokens)
        or tokens[0].low in {"i", "we", "there", "who", "i'm", "we're", "there's"}
    ):
        return ""
    rest = [
        token for token in tokens[copula + 1 : copula + 7] if token.tag not in "AQ" and token.low not in {"not", "no"}
    ]
    if (
        rest
        and rest[0].tag == "G"
        and tokens[0].low in {"it", "that", "this"}
        and (len(rest) == 1 or rest[1].tag in ".,")
    ):
        return f"{tokens[copula].low} {rest[0].low}"
    if (
        not rest
        or rest[0].tag in "P#TSWHXY.,GO"
        or _is_participle(rest[0])
        or any(token.tag == "#" or is_number(token) for token in rest)
    ):
        return ""
    return (
        f"{tokens[copula].low} {rest[0].low}" if rest[0].tag in "DnVNE" and rest[0].low not in STATES_OF_THINGS else ""
    )


def _is_felt(tokens: Tokens) -> bool:
    """Whether a source tells how something seemed, or what it has long been doing: "it sounded like a train"."""
    lows = [token.low for token in tokens]
    first = next((low for low, token in zip(lows, tokens, strict=True) if token.tag in "VEX" or low in SEEMING), "")
    habit = lows[:1] in (["i"], ["we"]) and "been" in lows[1:4] and any(token.tag == "G" for token in tokens[2:5])
    return first in SEEMING or habit


def _is_participle(token: Token) -> bool:
    """Whether a word behind a copula makes it a passive: "were seen", "was closed", not "short-sighted"."""
    if token.low.endswith("ed"):
        return "-" not in token.low and token.low not in ADJECTIVES
    return token.low in PAST or token.low in PARTICIPLES


def _happens(tokens: Tokens) -> str:
    """What was or was not done without a past form: "taking bribes", "did not text", "there was no alarm", "had help"."""
    tokens = [token for token in tokens if token.tag != "Q"]
    if tokens and tokens[0].tag == "G":
        return tokens[0].low
    for at, token in enumerate(tokens[:-1]):
        following = tokens[at + 1]
        if token.low in {"there", "had"} and any(each.low in LACKED for each in tokens[at + 1 : at + 5]):
            return ""
        if _is_done(token, following):
            return f"{token.low} {following.low}"
    return ""


def _is_done(token: Token, following: Token) -> bool:
    """Whether two words tell that something was, was had or was not done."""
    if token.low in {"did", "didn't", "do", "don't"}:
        return following.low in {"not", "n't"} or token.low.endswith("n't")
    if token.low == "there":
        return following.tag == "X"
    if token.low == "had":
        return following.tag in "nDA"
    return token.low in {"nobody", "nothing"} and following.tag in "VE"


def _measures(tokens: Tokens) -> str:
    """A result or a figure of a day: "turnout was 41%"."""
    for at, token in enumerate(tokens[:-1]):
        if token.low in {"was", "were", "stood", "totalled", "reached", "is", "stands"} and is_number(tokens[at + 1]):
            following = tokens[at + 2].low if at + 2 < len(tokens) else ""
            if tokens[at + 1].text.endswith("%") or following in {"%", "per", "percent", "degrees", "votes", "points"}:
                return f"{token.low} {tokens[at + 1].low}"
    return ""


def _is_excess(words: Sequence[str], index: int) -> bool:
    """Whether "too" blames: "hired too fast", not "too small to tell"."""
    return (
        words[index + 1 : index + 2] != [] and words[index + 1].isalpha() and "to" not in words[index + 2 : index + 4]
    )


def evaluation_words(words: Sequence[str]) -> str:
    """A judgement said of something: "was the worst", "is a wound"."""
    known, copula = kind_words(), -REACH - 1
    for index, word in enumerate(words):
        if word in known.copulas or word.endswith(("'s", "'re")):
            copula = index
        if word in known.judgements and index - copula <= REACH:
            return f"{words[copula]} {word}"
        if word in known.manners or (word == "too" and index and _is_excess(words, index)):
            return word
    return ""
