"""What befalls people, in the widest sense: killed, hurt, missing, driven out, taken, or spared, told from words and who stands beside them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sayso.annotate.asserting.cue_words import Phrases
from sayso.annotate.asserting.grounds import is_force
from sayso.annotate.asserting.phrases import before, behind, head, is_passive
from sayso.annotate.asserting.verbs import Token, Tokens
from sayso.annotate.counting.persons import is_person
from sayso.annotate.naming.nouns import nouns, singular
from sayso.annotate.naming.titles import is_role
from sayso.lexicons import lexicon, words_of

NEAR = 5  # words between a body part and what became of it: "had both legs blown off"
NO_NEAR = 2  # words before a noun of victims in which "no" denies them: "no civilian deaths"
MONEY = frozenset(
    {"million", "billion", "crowns", "dollars", "euros", "pounds", "pesos", "percent", "%", "votes", "seats", "points"}
)
BEFORE_NOUN = 4  # words between a figure and the noun of victims: "thirty-eight charred bodies"
NOBODY = frozenset(
    {"nobody", "none", "everyone", "somebody", "anyone", "someone", "one", "neither", "both", "others", "rest", "all"}
)
PERSONS = frozenset({"he", "she", "they", "we", "him", "her", "them", "us", "i", "me", "who", "whom", "you"}) | NOBODY
OWNERS = frozenset({"his", "her", "my", "their", "our", "a", "an", "one", "both", "two", "the", "its", "your", "each"})
STRONG_PARTICIPLES = frozenset({"shot", "hit", "beaten", "bitten", "burnt", "cut", "struck"})
POSSESSIVES = words_of("classes", "possessive")
BE = frozenset(
    {
        "is",
        "was",
        "were",
        "are",
        "be",
        "been",
        "stands",
        "stood",
        "rose",
        "reached",
        "passed",
        "climbed",
        "hit",
        "risen",
        "has",
        "had",
        "rises",
        "jumped",
        "exceeds",
        "exceeded",
    }
)
PREPOSITIONAL = frozenset({"with", "for", "from", "of"})
MONTHS = words_of("classes", "months")
MADE = frozenset({"left", "leaves", "leave", "leaving", "made", "found", "rendered"})
YEAR = 4  # digits


@dataclass(frozen=True, slots=True)
class _Words:
    done: frozenset[str]
    weak: frozenset[str]
    goes: frozenset[str]
    goes_weak: frozenset[str]
    states: frozenset[str]
    before_state: frozenset[str]
    injuries: frozenset[str]
    before_injury: frozenset[str]
    body: frozenset[str]
    damage: frozenset[str]
    counts: frozenset[str]
    tolls: frozenset[str]
    remains: frozenset[str]
    victims: frozenset[str]
    spared: frozenset[str]
    found: frozenset[str]
    phrases: Phrases
    crowds: Phrases
    signs: frozenset[str]
    numerals: frozenset[str]


@cache
def _words() -> _Words:
    listed = {name: {key: _as_set(each) for key, each in table.items()} for name, table in lexicon("harms").items()}
    counted = lexicon("quantities")["roles"]
    known = [phrase for role in ("killed", "injured", "missing") for phrase in counted[role]["phrases"]]
    phrases = Phrases([*listed["phrases"]["always"], *known])
    crowds = Phrases([*listed["phrases"]["crowds"], *counted["displaced"]["phrases"]])
    done = frozenset().union(*(listed["done"][name] for name in ("kills", "hurts", "takes", "drives")))
    goes, states, injuries, counts = (listed[name] for name in ("goes", "states", "injuries", "counts"))
    signs = done.union(
        listed["done"]["weak"], *goes.values(), states["words"], injuries["nouns"], injuries["body"], *counts.values(),
        phrases.firsts, crowds.firsts,
    )  # fmt: skip
    return _Words(
        done, listed["done"]["weak"], goes["words"], goes["weak"], states["words"], states["before"], injuries["nouns"], injuries["before"],
        injuries["body"], injuries["damage"], counts["nouns"], counts["tolls"], counts["remains"], counts["victims"],
        counts["spared"], counts["found"], phrases, crowds, signs,
        frozenset(lexicon("kinds")["casualties"]["numerals"]),
    )  # fmt: skip


def _as_set(listed: str | Iterable[str]) -> frozenset[str]:
    return frozenset(listed.split() if isinstance(listed, str) else listed)


def harm_words(tokens: Tokens) -> str:
    """The words of a clause that tell what befell people, or nothing."""
    lows = [token.low for token in tokens]
    if _words().signs.isdisjoint(lows):
        return ""
    return _by_phrase(tokens, lows) or _by_verb(tokens) or _by_state(tokens) or _by_body(tokens) or _by_noun(tokens)


def _by_phrase(tokens: Tokens, lows: list[str]) -> str:
    """As in "were swept away", of people; "left the city", of many."""
    for start, end in _words().phrases.among(lows):
        some = any(is_someone(token) or is_count(tokens, at) for at, token in enumerate(tokens))
        if some or "no" in lows or _has_name(tokens[:start]) or is_force(before(tokens, start)):
            return " ".join(lows[start:end])
    for start, end in _words().crowds.among(lows):
        if any(is_count(tokens, at) for at in range(len(tokens))) or any(_is_many(token) for token in tokens[:start]):
            return " ".join(lows[start:end])
    return ""


def _has_name(tokens: Tokens) -> bool:
    return any(token.tag == "N" and token.text[:1].isupper() for token in tokens)


def _is_many(token: Token) -> bool:
    """Whether a word is a plural of people: "families", "villagers"."""
    return token.low.endswith("s") and token.tag in "nN" and is_someone(token)


def _by_verb(tokens: Tokens) -> str:
    known = _words()
    for at, token in enumerate(tokens):
        told = token.low in known.done or token.low in known.weak
        if told and _is_done(tokens, at, weak=token.low not in known.done):
            return token.low
        if at and _is_gone(tokens, at):
            return token.low
    return ""


def _is_gone(tokens: Tokens, at: int) -> bool:
    """Whether a verb tells what became of its subject, who are people; of many where it is said of things too."""
    known, low = _words(), tokens[at].low
    if low in known.goes:
        return _is_people(before(tokens, at)) or _is_named(tokens, at)
    return low in known.goes_weak and any(_is_many(each) or is_count_word(each) for each in before(tokens, at))


def _is_done(tokens: Tokens, at: int, *, weak: bool) -> bool:
    """Whether a verb of harm is done to people: its object, or its subject where it is a passive."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if is_passive(tokens, at) or (tokens[at].low in STRONG_PARTICIPLES and _is_behind_be(tokens, at)):
        subject = before(tokens, at)
        return _is_people(subject) or (not weak and (_is_named(tokens, at) or _has_count(subject)))
    if following is None or (at and tokens[at - 1].tag == "D"):
        return False
    phrase = behind(tokens, at + 1)
    noun = head(phrase)
    if noun is None:
        return False
    if tokens[at].low == "lost":
        return phrase[0].low in POSSESSIVES and is_someone(noun)
    alone = len(phrase) <= 2 or any(is_someone(token) for token in phrase)  # noqa: PLR2004 - a figure with its bound
    if is_someone(noun) or (alone and is_count_word(noun)):
        return True
    return not weak and (noun.tag == "N" and noun.text[:1].isupper() and len(phrase) > 1 and at > 0)


def _is_behind_be(tokens: Tokens, at: int) -> bool:
    return at > 0 and tokens[at - 1].low in {"was", "were", "been", "is", "are", "being"}


def _by_state(tokens: Tokens) -> str:
    known = _words()
    for at, token in enumerate(tokens):
        if token.low not in known.states or not at:
            continue
        before_it = at - 2 if at > 1 and tokens[at - 1].tag == "A" else at - 1  # "five badly burned"
        previous = tokens[before_it]
        counted = is_count(tokens, before_it)
        made = any(each.low in MADE for each in tokens[:at]) and is_someone(previous)  # "left three families homeless"
        stated = made or previous.low in known.before_state or tokens[at - 1].low in known.before_state
        if counted and (at + 1 >= len(tokens) or tokens[at + 1].tag not in "nN"):
            return f"{previous.low} {token.low}"
        if stated and (_is_people(tokens[:at]) or _is_named(tokens, at)):
            return token.low
    return ""


def _by_body(tokens: Tokens) -> str:
    """A part of the body with what became of it, or an injury that somebody has."""
    known = _words()
    for at, token in enumerate(tokens):
        broken = at > 0 and tokens[at - 1].low in known.damage
        if token.low in known.body and at and (broken or tokens[at - 1].low in OWNERS | {"left", "right"}):
            near = tokens[max(0, at - NEAR) : at + NEAR]
            damage = next((each.low for each in near if each.low in known.damage), "")
            if damage and (tokens[at - 1].low != "the"):
                return f"{damage} {token.low}"
        if (
            token.low in known.injuries
            and any(each.low in known.before_injury for each in tokens[max(0, at - BEFORE_NOUN) : at])
            and any(is_someone(each) or is_count(tokens, n) for n, each in enumerate(tokens) if n != at)
        ):
            return token.low
    return ""


def _by_noun(tokens: Tokens) -> str:
    """As in "thirty-eight bodies", "no losses among the guards", "the toll is 16", "most of the dead"."""
    known = _words()
    for at, token in enumerate(tokens):
        previous = tokens[at - 1].low if at else ""
        if token.low in known.remains or (
            token.low in known.victims and previous in {"the", "are", "our", "their", "its", "those"}
        ):
            return token.low
        if token.low in {"body", "corpse"} and not known.found.isdisjoint([each.low for each in tokens[at:]]):
            return token.low
        if token.low in known.spared and _is_people(tokens[:at]):
            return token.low
        if token.low in known.counts:
            near = range(max(0, at - BEFORE_NOUN), at)
            after = range(at + 1, min(len(tokens), at + BEFORE_NOUN))
            denied = any(each.low == "no" for each in tokens[max(0, at - NO_NEAR) : at])
            if denied or (any(is_count(tokens, n) for n in (*near, *after)) and not _is_money(tokens)):
                return token.low
        if (
            token.low in known.tolls
            and any(each.low in BE for each in tokens[at:])
            and any(is_count(tokens, n) for n in range(len(tokens)))
        ):
            return token.low
    return ""


def _is_money(tokens: Tokens) -> bool:
    """Whether sums are told of: "losses of 30 million pounds"."""
    return any(token.low in MONEY or token.text[:1] in "$€£" for token in tokens)


def _is_people(phrase: Tokens) -> bool:
    """Whether a subject is of people, or a number that stands for them: "two of them", "nobody"."""
    return any(is_someone(token) for token in phrase) or _has_count(phrase)


def _has_count(phrase: Tokens) -> bool:
    """Whether the noun of a phrase is a number: "at least nine", "three of the dogs" too."""
    noun = head(phrase)
    return noun is not None and is_count_word(noun)


def _is_named(tokens: Tokens, at: int) -> bool:
    """Whether a name stands before a verb as its subject: "Ivey bled to death"."""
    noun = head(before(tokens, at))
    return noun is not None and noun.tag == "N" and noun.text[:1].isupper() and not noun.low.endswith("'s")


def is_someone(token: Token) -> bool:
    """Whether a word is of people: a pronoun, a role, a noun of persons."""
    low = token.low.removesuffix("'s")
    noun = singular(low)
    return low in PERSONS or (token.tag in "nN" and (is_person(low) or is_role(noun) or noun in nouns().groups))


def is_count_word(token: Token) -> bool:
    """Whether a word is a number of some, in figures or letters."""
    return token.low in _words().numerals or (token.low[0].isdigit() and "-" not in token.low and "%" not in token.text)


def is_count(tokens: Tokens, at: int) -> bool:
    """Whether a word is a number that may count people: no year, day or share."""
    return is_count_word(tokens[at]) and not _is_date(tokens, at)


def _is_date(tokens: Tokens, at: int) -> bool:
    low = tokens[at].low
    if low.isdigit() and len(low) == YEAR and low[:2] in ("19", "20"):
        return True
    near = [token.low for token in (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])]
    return any(
        word in MONTHS or word in {"aged", "years", "percent", "%", "times", "hours", "days", "kilometres", "miles"}
        for word in near
    )
