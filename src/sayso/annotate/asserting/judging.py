"""Judgements of worth, blame, praise, legality or seriousness: said with a copula, a verb, an adverb, or by words without a verb."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate.asserting.cue_words import Phrases
from sayso.annotate.asserting.harms import is_count_word
from sayso.annotate.asserting.predicates import ADJECTIVES
from sayso.annotate.asserting.verbs import PAST, Token, Tokens, verbs_of
from sayso.lexicons import lexicon, words_of

REACH = 6  # words between a copula and its judgement: "was one of the very worst"
PARTICIPLES = frozenset(lexicon("kinds")["events"]["participles"])
PREFIXES = ("mis", "over", "under", "re", "un")
COPULAS = frozenset({"is", "was", "are", "were", "become", "becomes", "became", "isn't", "wasn't", "aren't"})
STATES_OF_THINGS = words_of("clauses", "states")
SELVES = frozenset({"i", "we", "there", "who", "i'm", "we're", "there's"})
MEASURED = frozenset({"since", "record", "records"})  # "the worst since records began" is a figure
FRAGMENT = 14  # words of what is said without a verb and still judges: "a mob with library cards"


@dataclass(frozen=True, slots=True)
class _Words:
    copulas: frozenset[str]
    judgements: frozenset[str]
    manners: frozenset[str]
    verbs: frozenset[str]
    phrases: Phrases


@cache
def _words() -> _Words:
    old, wide = lexicon("kinds")["evaluation"], lexicon("judging")
    judgements = frozenset(old["words"]).union(
        *(each.split() for each in wide["adjectives"].values()), wide["nouns"]["words"].split()
    )
    return _Words(
        frozenset(old["copulas"]),
        judgements,
        frozenset((*old["manners"].split(), *wide["adverbs"]["words"].split())),
        frozenset(wide["verbs"]["words"].split()),
        Phrases(wide["verbs"]["phrases"]),
    )


def judgement_words(tokens: Tokens, *, reported: bool) -> str:
    """The words of a clause that judge, or nothing; a source judges more than a narrator does."""
    lows = [token.low for token in tokens]
    found = _with_copula(tokens) or _in_manner(lows) or _words().phrases.first(lows)
    if found or not reported:
        return found
    return _by_verb(tokens) or _predicates(tokens) or _fragment(tokens)


def _with_copula(tokens: Tokens) -> str:
    """A judgement said of something: "was the worst", "is a wound"; not "had been filed under the wrong names"."""
    known, copula = _words(), None
    for at, token in enumerate(tokens):
        low = token.low
        if low in known.copulas or _is_short(tokens, at):
            copula = at
        elif copula is not None and (
            token.tag in "PTSWH,;" or (at - copula == 1 and _is_participle(token) and low not in known.judgements)
        ):
            copula = copula if low == "of" else None
        if copula is not None and low in known.judgements and 0 < at - copula <= REACH:
            if MEASURED.isdisjoint([each.low for each in tokens[at:]]):
                return f"{tokens[copula].low} {low}"
            return ""
    return ""


def _is_short(tokens: Tokens, at: int) -> bool:
    """Whether a word ends in a short copula: "it's", "the umpire's a disgrace", not "the ministry's computers"."""
    if not tokens[at].low.endswith(("'s", "'re")):
        return False
    return tokens[at].tag in "XRH" or (at + 1 < len(tokens) and tokens[at + 1].tag in "DA")


def _in_manner(words: Sequence[str]) -> str:
    """How something was done, in the eyes of whoever says it."""
    for index, word in enumerate(words):
        if word in _words().manners or (word == "too" and index and _is_excess(words, index)):
            return word
    return ""


def _is_excess(words: Sequence[str], index: int) -> bool:
    """Whether "too" blames: "hired too fast", not "too small to tell"."""
    return (
        words[index + 1 : index + 2] != [] and words[index + 1].isalpha() and "to" not in words[index + 2 : index + 4]
    )


def _by_verb(tokens: Tokens) -> str:
    """As in "the rioters shamed the city", "we have been betrayed"."""
    return next(
        (
            token.low
            for at, token in enumerate(tokens)
            if token.low in _words().verbs and at and tokens[at - 1].tag not in "DPT" and not _is_sum(tokens, at + 1)
        ),
        "",
    )


def _is_sum(tokens: Tokens, at: int) -> bool:
    """Whether a figure follows: "earned 12 million crowns"."""
    return at < len(tokens) and is_count_word(tokens[at])


def _predicates(tokens: Tokens) -> str:
    """What a source says something is, in a noun or an adjective: "it is blackmail", "the plan is short-sighted".

    Of sentences with a copula that sources speak 68 in 80 judge (own passages, dev); not those of the speaker's own state, with a figure,
    a place or a participle.
    """
    tokens = [token for token in tokens if token.tag != "Q"]
    copula = next((at for at, token in enumerate(tokens) if token.low in COPULAS or _is_short(tokens, at)), None)
    if copula is None or copula + 1 >= len(tokens) or tokens[0].low in SELVES:
        return ""
    rest = [
        token for token in tokens[copula + 1 : copula + 7] if token.tag not in "AQ" and token.low not in {"not", "no"}
    ]
    if not rest:
        return ""
    told = f"{tokens[copula].low} {rest[0].low}"
    if rest[0].tag == "G" and tokens[0].low in {"it", "that", "this"} and (len(rest) == 1 or rest[1].tag in ".,"):
        return told
    numbered = any(token.tag == "#" or is_count_word(token) for token in rest)
    numbered |= any(token.low in MEASURED for token in tokens[copula:])
    if rest[0].tag in "P#TSWHXY.,GO" or _is_participle(rest[0]) or numbered:
        return ""
    return told if rest[0].tag in "DnVNE" and rest[0].low not in STATES_OF_THINGS else ""


def _is_participle(token: Token) -> bool:
    """Whether a word behind a copula makes it a passive: "were seen", "was closed", not "short-sighted"."""
    if token.low.endswith("ed"):
        return "-" not in token.low and token.low not in ADJECTIVES
    bare = next((token.low.removeprefix(prefix) for prefix in PREFIXES if token.low.startswith(prefix)), token.low)
    return any(low in PAST or low in PARTICIPLES for low in (token.low, bare))


def _fragment(tokens: Tokens) -> str:
    """What a source calls something, without a verb: "late but decent", "a mob with library cards"."""
    words = [token for token in tokens if token.tag not in "Q.,-"]
    if not words or len(words) > FRAGMENT or words[0].tag in "PSHWTG" or verbs_of(tokens):
        return ""
    if any(token.tag in "XVRG#" or token.low.endswith("ed") for token in words):
        return ""
    named = any(token.low in _words().judgements for token in words) or words[0].low in {"a", "an"}
    return words[0].low if named else ""
