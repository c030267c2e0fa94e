"""The kind of a claim, by its words: forecast, policy, control, casualties, justification, evaluation, event, in this order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate.asserting.casualties import casualty_words
from sayso.annotate.asserting.control import find_control
from sayso.annotate.asserting.cue_words import Phrases
from sayso.annotate.asserting.grounds import Control, IsPlace
from sayso.annotate.asserting.harms import is_count_word
from sayso.annotate.asserting.judging import judgement_words
from sayso.annotate.asserting.policies import Policy, find_policy
from sayso.annotate.asserting.predicates import asserts_event
from sayso.annotate.asserting.prospects import forecast_words
from sayso.annotate.asserting.reasons import told_why
from sayso.annotate.asserting.verbs import Token, Tokens
from sayso.lexicons import lexicon, words_of
from sayso.model.claim import ClaimKind

CONDITIONAL = frozenset({"if", "unless", "once", "when", "because", "although", "while", "until"})
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
    judging: frozenset[str]


@cache
def kind_words() -> KindWords:
    """The lexicon of kinds, made ready."""
    listed = lexicon("kinds")
    evaluation = listed["evaluation"]
    return KindWords(
        Phrases(lexicon("clauses")["reasons"]),
        Phrases(listed["justification"]["phrases"]),
        frozenset(evaluation["cues"].split()),
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
    reason = kind_words().reasons.opens(words)
    if reason:
        yield _told(ClaimKind.JUSTIFICATION, " ".join(words[:reason]))
    yield _told(ClaimKind.JUSTIFICATION, told_why(tokens))
    policy = find_policy(main_clause(tokens), planned=planned, reported=reported)
    if policy is not None:
        yield Told(ClaimKind.POLICY, f"kind: policy, {policy.words}", policy=policy)
    if reported and _would_be(words):
        yield _told(ClaimKind.EVALUATION, judgement_words(tokens, reported=reported))
    yield _told(ClaimKind.FORECAST, forecast_words(words, reported=reported))
    control = find_control(tokens, is_place)
    if control is not None:
        yield Told(ClaimKind.CONTROL, f"kind: control, {control.words}", control=control)
    yield _told(ClaimKind.CASUALTIES, casualty_words(tokens))
    yield _told(ClaimKind.EVENT, _happening(tokens) if reported else "")
    yield _told(ClaimKind.JUSTIFICATION, kind_words().justification.first(words) if reported else "")
    yield _told(ClaimKind.EVALUATION, judgement_words(tokens, reported=reported))


def _happening(tokens: Tokens) -> str:
    """What a noun without any verb says has happened: "an explosion near the port"."""
    named = words_of("kinds", "attitude.happenings")
    return (
        ""
        if any(token.tag in "VEX" for token in tokens)
        else next((each.low for each in tokens if each.low in named), "")
    )


def _would_be(words: Sequence[str]) -> bool:
    """Whether something is judged that nobody says will be: "that would be folly"."""
    return any(words[at : at + 2] == ["would", "be"] for at in range(len(words))) and "if" not in words


def main_clause(tokens: Tokens) -> Tokens:
    """The words without a clause of condition or time at their end or their start."""
    for at, token in enumerate(tokens):
        if token.low in CONDITIONAL and (token.tag == "S" or (token.low == "once" and at > 1)):
            if at > 1:
                return tokens[:at]
            end = next((index for index in range(at, len(tokens)) if tokens[index].tag == ","), None)
            return tokens[end + 1 :] if end is not None else tokens
    return tokens


def _told(kind: ClaimKind, words: str) -> Told | None:
    return Told(kind, f"kind: {kind.value}, {words}") if words else None


def _is_felt(tokens: Tokens) -> bool:
    """Whether a source tells how something seemed, or what it has long been doing: "it sounded like a train"."""
    lows = [token.low for token in tokens]
    first = next((low for low, token in zip(lows, tokens, strict=True) if token.tag in "VEX" or low in SEEMING), "")
    habit = lows[:1] in (["i"], ["we"]) and "been" in lows[1:4] and any(token.tag == "G" for token in tokens[2:5])
    return first in SEEMING or habit


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
    """A result or a figure of a day: "turnout was 41%", "the lowest since 1990"."""
    for at, token in enumerate(tokens[:-1]):
        record = token.low == "since" or (token.low == "on" and tokens[at + 1].low == "record")
        if record and at and tokens[at - 1].low.endswith("st"):
            return f"{tokens[at - 1].low} {token.low}"
    for at, token in enumerate(tokens[:-1]):
        if token.low in {"was", "were", "stood", "totalled", "reached", "is", "stands"} and is_count_word(
            tokens[at + 1]
        ):
            following = tokens[at + 2].low if at + 2 < len(tokens) else ""
            if tokens[at + 1].text.endswith("%") or following in {"%", "per", "percent", "degrees", "votes", "points"}:
                return f"{token.low} {tokens[at + 1].low}"
    return ""
