"""The kind of a claim, by its words: forecast, policy, control, casualties, justification, evaluation, event, in this order."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate.asserting.casualties import casualty_words, is_number
from sayso.annotate.asserting.control import Control, IsPlace, find_control
from sayso.annotate.asserting.cue_words import Phrases
from sayso.annotate.asserting.cue_words import tokens as lows_of
from sayso.annotate.asserting.policies import Policy, find_policy
from sayso.annotate.asserting.predicates import ADJECTIVES, asserts_event
from sayso.annotate.asserting.verbs import PAST, Token, Tokens
from sayso.lexicons import lexicon
from sayso.model.claim import ClaimKind

REACH = 6  # words between a copula and its judgement: "was one of the very worst"
LOOKED_AT = 500  # code points of a claim by which its deadline is told: three sentences' worth
PARTICIPLES = frozenset(lexicon("kinds")["events"]["participles"])
COPULAS = frozenset({"is", "was", "are", "were", "become", "becomes", "became", "isn't", "wasn't", "aren't"})
CONDITIONAL = frozenset({"if", "unless", "once", "when", "because", "although", "while", "until"})
STATES_OF_THINGS = frozenset({"open", "closed", "ready", "alive", "dead", "old", "new", "empty", "full", "here", "home", "ours", "mine", "able", "aware", "tired", "sure", "certain", "true", "likely", "unlikely", "due", "clear", "unclear", "known", "part", "gone"})
MOST = 80  # words of a clause that are looked at: longer ones are lists
STATES = frozenset({"have", "be", "know", "see", "hear", "feel", "contain", "belong", "mean"})


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

    numerals: frozenset[str]
    modals: frozenset[str]
    forecast: Phrases
    reported: frozenset[str]
    weak: frozenset[str]
    will_noun: frozenset[str]
    dates: frozenset[str]
    date_before: frozenset[str]
    units: frozenset[str]
    reasons: Phrases
    justification: Phrases
    copulas: frozenset[str]
    judgements: frozenset[str]
    judging: frozenset[str]
    manners: frozenset[str]
    expected: frozenset[str]


@cache
def kind_words() -> KindWords:
    """The lexicon of kinds, made ready."""
    listed = lexicon("kinds")
    forecast, deadline, evaluation = listed["forecast"], listed["deadline"], listed["evaluation"]
    return KindWords(
        frozenset(listed["casualties"]["numerals"]),
        frozenset(forecast["modals"]),
        Phrases(forecast["phrases"]),
        frozenset(forecast["reported"]),
        frozenset(forecast["weak"]),
        frozenset(forecast["noun_before"]),
        frozenset(deadline["words"]),
        frozenset(deadline["before"]),
        frozenset(deadline["units"]),
        Phrases(lexicon("clauses")["reasons"]),
        Phrases(listed["justification"]["phrases"]),
        frozenset(evaluation["copulas"]),
        frozenset(evaluation["words"]),
        frozenset(evaluation["cues"].split()),
        frozenset(evaluation["manners"].split()),
        frozenset(forecast["expected"].split()),
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
    if not kind_words().judging.isdisjoint(cue):
        return _told(ClaimKind.EVALUATION, next(word for word in cue if word in kind_words().judging))
    if reported and (judged := _predicates(tokens)):
        return _told(ClaimKind.EVALUATION, judged)
    event = asserts_event(words) or _measures(tokens) or _happens(tokens)
    return _told(ClaimKind.EVENT, event) if event else Told(ClaimKind.OTHER, "kind: other")


def _kinds(
    tokens: Tokens, words: list[str], is_place: IsPlace, how: tuple[bool, bool]
) -> Iterator[Told | None]:
    reported, planned = how
    reason = next(kind_words().reasons.among(words[:6]), None)
    if reason is not None and reason[0] == 0:
        yield _told(ClaimKind.JUSTIFICATION, " ".join(words[: reason[1]]))
    policy = find_policy(main_clause(tokens), planned=planned, reported=reported)
    if policy is not None:
        yield Told(ClaimKind.POLICY, f"kind: policy, {policy.words}", policy=policy)
    rules: Sequence[tuple[ClaimKind, Callable[[], str]]] = (
        (ClaimKind.FORECAST, lambda: forecast_words(words, reported=reported)),
    )
    for kind, rule in rules:
        yield _told(kind, rule())
    control = find_control(tokens, is_place)
    if control is not None:
        yield Told(ClaimKind.CONTROL, f"kind: control, {control.words}", control=control)
    yield _told(ClaimKind.CASUALTIES, casualty_words(tokens))
    yield _told(ClaimKind.JUSTIFICATION, kind_words().justification.first(words) if reported else "")
    yield _told(ClaimKind.EVALUATION, evaluation_words(words))


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
    copula = next((at for at, token in enumerate(tokens) if token.low in COPULAS or token.low.endswith(("'s", "'re"))), None)
    if copula is None or copula + 1 >= len(tokens) or tokens[0].low in {"i", "we", "there", "who", "i'm", "we're", "there's"}:
        return ""
    rest = [token for token in tokens[copula + 1 : copula + 7] if token.tag not in "AQ" and token.low not in {"not", "no"}]
    if rest and rest[0].tag == "G" and tokens[0].low in {"it", "that", "this"} and (len(rest) == 1 or rest[1].tag in ".,"):
        return f"{tokens[copula].low} {rest[0].low}"
    if not rest or rest[0].tag in "P#TSWHXY.,GO" or _is_participle(rest[0]) or any(token.tag == "#" or is_number(token) for token in rest):
        return ""
    return f"{tokens[copula].low} {rest[0].low}" if rest[0].tag in "DnVNE" and rest[0].low not in STATES_OF_THINGS else ""


def _is_participle(token: Token) -> bool:
    """Whether a word behind a copula makes it a passive: "were seen", "was closed", not "short-sighted"."""
    if token.low.endswith("ed"):
        return "-" not in token.low and token.low not in ADJECTIVES
    return token.low in PAST or token.low in PARTICIPLES


def _happens(tokens: Tokens) -> str:
    """What was or was not done without a past form: "taking bribes", "did not text", "there was no alarm", "had help"."""
    tokens = [token for token in tokens if token.tag != "Q"]
    for at, token in enumerate(tokens[:-1]):
        following = tokens[at + 1]
        if at == 0 and token.tag == "G":
            return token.low
        if token.low in {"did", "didn't", "do", "don't"} and (following.low in {"not", "n't"} or token.low.endswith("n't")):
            return token.low
        if token.low == "there" and following.tag == "X":
            return f"there {following.low}"
        if token.low == "had" and following.tag in "nDA":
            return "had"
        if token.low in {"nobody", "nothing"} and following.tag in "VE":
            return f"{token.low} {following.low}"
    return ""


def _measures(tokens: Tokens) -> str:
    """A result or a figure of a day: "turnout was 41%"."""
    for at, token in enumerate(tokens[:-1]):
        if token.low in {"was", "were", "stood", "totalled", "reached", "is", "stands"} and is_number(tokens[at + 1]):
            following = tokens[at + 2].low if at + 2 < len(tokens) else ""
            if tokens[at + 1].text.endswith("%") or following in {"%", "per", "percent", "degrees", "votes", "points"}:
                return f"{token.low} {tokens[at + 1].low}"
    return ""


def forecast_words(words: Sequence[str], *, reported: bool) -> str:
    """The words that speak of what is to come: "will", "is expected to"; in reported speech also "would" and "could"."""
    known = kind_words()
    if not _signs_of_will(words):
        return known.forecast.first(words)
    for index, word in enumerate(words):
        before, after = words[index - 1] if index else "", words[index + 1] if index + 1 < len(words) else ""
        if word in known.modals and before not in known.will_noun and after.isalpha():
            return word
        if word.endswith("'ll") or word == "won't":
            return word
        if reported and word in known.reported and after not in {"have", "like", "rather"} and after.isalpha():
            return word
        if after in {"not", "n't", "never", "also", "still", "yet", "well"} and word in known.weak:
            after = words[index + 2] if index + 2 < len(words) else ""
        if word == "should" and after in known.expected:
            return f"should {after}"
        if word in known.weak and after.isalpha() and after not in STATES and _is_to_come(words, index, reported=reported):
            return word
    return known.forecast.first(words)


def _signs_of_will(words: Sequence[str]) -> bool:
    """Whether any word could open a forecast by itself."""
    known = kind_words()
    return (
        not known.modals.isdisjoint(words)
        or not known.weak.isdisjoint(words)
        or not known.reported.isdisjoint(words)
        or "should" in words
        or any("'" in word for word in words)
    )


def _is_to_come(words: Sequence[str], index: int, *, reported: bool) -> bool:
    """Whether "may", "might" or "could" speaks of what is to come: with a day, or of something that may yet happen."""
    if _has_deadline(words[index:]):
        return True
    return words[index] in {"may", "might"} or (words[index] == "could" and reported)


def has_deadline(text: str) -> bool:
    """Whether a date or a span of time is named, so that a forecast can be checked on a day."""
    return _has_deadline(lows_of(text[:LOOKED_AT]))


def _has_deadline(words: Sequence[str]) -> bool:
    known = kind_words()
    for index, word in enumerate(words):
        head = word.rsplit("-", 1)[-1]
        if word in known.dates or head in known.dates or re.fullmatch(r"(?:(?:mid|early|late)-)?(?:19|20)\d\ds?", word):
            return True
        before = words[index - 1] if index else ""
        if (before, word) == ("one", "day"):
            continue
        if word in known.units and (
            before in known.date_before or before.isdigit() or before in known.numerals or before in {"few", "an", "a"}
        ):
            return True
    return False


def evaluation_words(words: Sequence[str]) -> str:
    """A judgement said of something: "was the worst", "is a wound"."""
    known, copula = kind_words(), -REACH - 1
    for index, word in enumerate(words):
        if word in known.copulas or word.endswith(("'s", "'re")):
            copula = index
        if word in known.judgements and index - copula <= REACH:
            return f"{words[copula]} {word}"
        if word in known.manners or (word == "too" and index + 1 < len(words) and words[index + 1].isalpha() and index):
            return word
    return ""
