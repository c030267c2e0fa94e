"""Who takes, holds and loses a place: "captured the port", "fell to the rebels", "under the control of", "the capture of Harle by"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.annotate.asserting.cue_words import Phrases
from sayso.annotate.asserting.grounds import Control, IsPlace, Phrase, is_force, is_taken_place, no_place
from sayso.annotate.asserting.harms import is_count_word, is_someone
from sayso.annotate.asserting.phrases import before, behind, behind_preposition, head, is_passive
from sayso.annotate.asserting.sway import find_sway
from sayso.annotate.asserting.verbs import Tokens
from sayso.lexicons import lexicon, words_of
from sayso.model.claim import Change

PHRASED = ("losing_control", "leaving", "entering", "holding", "held_by", "fighting")
AFTER_FALL = words_of("grammar", "after_a_fall")
REMAINING = frozenset({"remains", "remain", "remained", "stays", "stayed", "stay", "firmly", "now", "still"})
HANDS = 3  # words before "hands": "is in rebel hands"
OTHER_FALLS = frozenset({"his", "her", "its", "their", "earth", "love", "line", "sleep"})
DIRECTIONS = frozenset({"out", "from", "off", "back"})
SIDES = frozenset({"we", "they", "who", "which", "nobody", "neither", "both", "it"})
NEGATIONS = frozenset({"neither", "both"})
PARTICLES = frozenset({"up", "back", "over", "off"})  # "won back", "snapped up"
POINTING = frozenset({"it", "them", "nothing", "that", "both", "all"})


@dataclass(frozen=True, slots=True)
class _Words:
    verbs: dict[str, str]
    taking: Phrases
    phrases: Phrases
    told_by: dict[str, str]
    nouns: dict[str, Change]
    falls: frozenset[str]
    armed: frozenset[str]
    artists: frozenset[str]


@cache
def _words() -> _Words:
    listed = lexicon("kinds")["control"]
    kinds = ("takes", "loses", "holds", "drives", "contests", "claims")
    return _Words(
        {word: kind for kind in kinds for word in listed[kind].split()},
        Phrases(listed["taking"]),
        Phrases(phrase for name in PHRASED for phrase in listed[name]),
        {phrase: name for name in reversed(PHRASED) for phrase in listed[name]},
        dict.fromkeys(listed["nouns_taken"], Change.TAKEN) | dict.fromkeys(listed["nouns_lost"], Change.LOST),
        frozenset(listed["falls"]),
        frozenset(listed["armed"].split()),
        frozenset(listed["artists"]),
    )


def find_control(tokens: Tokens, is_place: IsPlace) -> Control | None:
    """What a clause says of a place's holder, or None; `is_place` tells of a capitalised word whether it may be a place.

    Method: the verbs and phrases of the lexicon with their subject, object and agent, as the frames of taking, losing, holding and
    contesting lay down; in the passive the place is the subject.
    """
    lows = [token.low for token in tokens]
    if not _words().artists.isdisjoint(lows):
        return None
    found = next(_by_phrases(tokens, lows, is_place), None) or next(_by_verbs(tokens, is_place), None)
    found = found or next(_by_hands(tokens, is_place), None) or next(find_sway(tokens, lows, is_place), None)
    found = found or next(_by_nouns(tokens, is_place), None)
    if found is not None and found.change is Change.HELD and (neither := _of_both(tokens)):
        return Control(Change.CONTESTED, (), (), found.place, neither)
    return found


def _of_both(tokens: Tokens) -> str:
    """Whether two sides are set against each other: "neither side controls", "both sides claim"."""
    return next((token.low for token in tokens if token.low in NEGATIONS), "")


def _by_phrases(tokens: Tokens, lows: list[str], is_place: IsPlace) -> Iterator[Control]:
    for start, end in _words().phrases.among(lows):
        words, after, subject = " ".join(lows[start:end]), behind(tokens, end), before(tokens, start)
        name, place = _words().told_by[words], after if is_taken_place(after, is_place) else ()
        if name == "held_by" and after and is_taken_place(subject, is_place):
            yield Control(Change.HELD, after, (), subject, words)
        if not place or (name == "leaving" and _is_crowd(subject)):
            continue
        if name in ("losing_control", "leaving"):
            driven = behind_preposition(tokens, end + len(place), "by", "to")
            yield Control(Change.LOST, driven, subject, place, words)
        elif name == "entering":
            yield Control(Change.TAKEN, subject, (), place, words)
        elif name == "holding":
            yield Control(Change.HELD, subject, (), place, words)
        elif name == "fighting" and (
            lows[start] != "control" or lows[max(0, start - 1) : start] in (["for"], ["over"])
        ):
            yield Control(Change.CONTESTED, (), (), place, words)


def _is_crowd(phrase: Phrase) -> bool:
    """Whether so many people are meant who do not fight: "20,000 people were driven from the valley"."""
    return any(is_count_word(token) for token in phrase) and not is_force(phrase)


def _is_driven_out(phrase: Phrase) -> bool:
    """Whether a phrase may be of those who are driven out: fighters, a name, people, no crowd: not "ran aground"."""
    noun = head(phrase)
    if noun is None or _is_crowd(phrase):
        return False
    return is_force(phrase) or is_someone(noun) or noun.low == "it" or (noun.tag == "N" and noun.text[:1].isupper())


def _by_verbs(tokens: Tokens, is_place: IsPlace) -> Iterator[Control]:
    for at, token in enumerate(tokens):
        if at and token.text[:1].isupper():
            continue  # a word of a title or a name: "A Captured Life"
        kind = _words().verbs.get(token.low)
        if kind is not None and not (at and (tokens[at - 1].tag == "D" or tokens[at - 1].low.endswith("'s"))):
            yield from _of_verb(tokens, at, kind, is_place)
        if token.low in _words().falls:
            yield from _of_fall(tokens, at, is_place)


def _of_verb(tokens: Tokens, at: int, kind: str, is_place: IsPlace) -> Iterator[Control]:
    words, start = tokens[at].low, at + 1
    subject = before(tokens, at)
    if is_passive(tokens, at):
        if kind == "drives":
            yield from _driven(tokens, at, subject, is_place)
        elif is_taken_place(subject, is_place):
            yield _passive(tokens, at, kind, subject)
        return
    lows = [token.low for token in tokens[start : start + 4]]
    for first, end in _words().taking.among(lows):
        if (
            first == 0
            and kind in ("takes", "holds", "claims")
            and is_taken_place(behind(tokens, start + end), is_place)
        ):
            place = behind(tokens, start + end)
            loser = behind_preposition(tokens, start + end + len(place), "from")
            change = {"takes": Change.TAKEN, "holds": Change.HELD}.get(
                kind, Change.CONTESTED if _of_both(tokens) else Change.HELD
            )
            yield Control(change, subject, no_place(loser, is_place), place, f"{words} control of")
        return
    if kind == "drives":
        yield from _drives(tokens, at, subject, is_place)
    elif kind != "claims":
        yield from _of_object(tokens, at, kind, subject, is_place)
    elif _of_both(tokens) and is_taken_place(behind(tokens, start), is_place):
        yield Control(Change.CONTESTED, (), (), behind(tokens, start), words)


def _of_object(tokens: Tokens, at: int, kind: str, subject: Phrase, is_place: IsPlace) -> Iterator[Control]:
    """With the place, or a word that points to it, as the object of the verb."""
    words, start = tokens[at].low, at + 1
    if words in _words().armed and not _may_fight(subject):
        return
    if start < len(tokens) and tokens[start].low in PARTICLES:
        start += 1
    place = behind(tokens, start)
    if len(place) == 1 and place[0].low in POINTING and kind in ("takes", "loses", "holds"):
        if is_force(subject) or (place[0].low == "nothing" and subject):
            yield _active(tokens, start + 1, kind, subject, ((), words, is_place))
        return
    if is_taken_place(place, is_place):
        yield _active(tokens, start + len(place), kind, subject, (place, words, is_place))


def _may_fight(subject: Phrase) -> bool:
    """Whether a subject may be of those who fight: named so, a name, or left to what was said before."""
    noun = head(subject)
    return noun is None or is_force(subject) or noun.low in SIDES or (noun.tag == "N" and noun.text[:1].isupper())


def _active(tokens: Tokens, after: int, kind: str, subject: Phrase, told: tuple[Phrase, str, IsPlace]) -> Control:
    place, words, is_place = told
    if kind == "loses":
        return Control(Change.LOST, no_place(behind_preposition(tokens, after, "to"), is_place), subject, place, words)
    if kind == "holds":
        return Control(Change.HELD, subject, (), place, words)
    if kind == "contests":
        return Control(Change.CONTESTED, (), (), place, words)
    return Control(Change.TAKEN, subject, no_place(behind_preposition(tokens, after, "from"), is_place), place, words)


def _passive(tokens: Tokens, at: int, kind: str, place: Phrase) -> Control:
    words, by = tokens[at].low, behind_preposition(tokens, at + 1, "by")
    if kind == "loses":
        return Control(Change.LOST, behind_preposition(tokens, at + 1, "to"), by, place, words)
    if kind == "holds":
        return Control(Change.HELD, by, (), place, words)
    if kind == "contests":
        return Control(Change.CONTESTED, (), (), place, words)
    return Control(Change.TAKEN, by, behind_preposition(tokens, at + 1, "from"), place, words)


def _drives(tokens: Tokens, at: int, subject: Phrase, is_place: IsPlace) -> Iterator[Control]:
    """As in "the army drove the rebels out of Harle"."""
    loser = behind(tokens, at + 1)
    after = at + 1 + len(loser)
    place = (
        behind_preposition(tokens, after, "of", "from", "off")
        if after < len(tokens) and tokens[after].low in DIRECTIONS
        else ()
    )
    pointed = len(place) == 1 and place[0].low in POINTING
    if _is_driven_out(loser) and (pointed or is_taken_place(place, is_place)):
        yield Control(Change.TAKEN, subject, loser, place, tokens[at].low)


def _driven(tokens: Tokens, at: int, subject: Phrase, is_place: IsPlace) -> Iterator[Control]:
    """As in "the rebels were driven from Harle by the army"."""
    place = behind_preposition(tokens, at + 1, "of", "from")
    if is_taken_place(place, is_place):
        yield Control(Change.LOST, behind_preposition(tokens, at + 1, "by"), subject, place, tokens[at].low)


def _of_fall(tokens: Tokens, at: int, is_place: IsPlace) -> Iterator[Control]:
    """A place fell: to somebody, or with nothing after it but a mark, a time or a circumstance."""
    after = [token.low for token in tokens[at + 1 : at + 3]]
    if tokens[at].low == "changed" and after[:1] != ["hands"]:
        return
    if len(after) > 1 and after[0] in {"to", "in", "on", "by"} and (after[1][0].isdigit() or after[1] in OTHER_FALLS):
        return
    subject = before(tokens, at)
    if (after and after[0] not in AFTER_FALL and after[0] != "hands") or not is_taken_place(subject, is_place):
        return
    holder = behind(tokens, at + 2) if after[:1] == ["to"] else ()
    yield Control(
        Change.TAKEN if holder or after[:1] == ["hands"] else Change.LOST, holder, (), subject, tokens[at].low
    )


def _by_hands(tokens: Tokens, is_place: IsPlace) -> Iterator[Control]:
    """As in "the bridge is in rebel hands", "under Kessian control", "has been fought over", "its men are still in Harle"."""
    for at, token in enumerate(tokens):
        if token.low in {"hands", "control", "rule", "occupation"} and at >= HANDS and tokens[at - 1].tag in "nNE":
            start = next(
                (index for index in range(at - 2, max(-1, at - 5), -1) if tokens[index].low in {"in", "under"}), None
            )
            subject = before(tokens, _behind_verb(tokens, start)) if start is not None else ()
            if start is not None and is_taken_place(subject, is_place):
                yield Control(
                    Change.HELD, tuple(tokens[start + 1 : at]), (), subject, f"{tokens[start].low} {token.low}"
                )
        if token.low in {"fought", "contested"} and at + 1 < len(tokens) and tokens[at + 1].low == "over":
            yield Control(Change.CONTESTED, (), (), before(tokens, at), f"{token.low} over")
        if (
            token.low == "still"
            and at
            and tokens[at - 1].low in {"are", "were", "is"}
            and at + 1 < len(tokens)
            and tokens[at + 1].low == "in"
        ):
            subject, place = before(tokens, at - 1), behind(tokens, at + 2)
            if is_force(subject) and is_taken_place(place, is_place):
                yield Control(Change.HELD, subject, (), place, "still in")


def _behind_verb(tokens: Tokens, at: int) -> int:
    """Where a verb of remaining begins that stands before a place in the words."""
    while at and tokens[at - 1].low in REMAINING:
        at -= 1
    return at


def _by_nouns(tokens: Tokens, is_place: IsPlace) -> Iterator[Control]:
    """As in "the capture of Harle by the rebels", "the rebels' capture of Harle"."""
    for at, token in enumerate(tokens[:-2]):
        change = _words().nouns.get(token.low)
        if (
            change is None
            or tokens[at + 1].low != "of"
            or any(token.tag == "P" for token in tokens[max(0, at - 2) : at])
        ):
            continue
        place = behind(tokens, at + 2)
        if not is_taken_place(place, is_place):
            continue
        by = behind_preposition(tokens, at + 2 + len(place), "by", "to")
        loser = behind_preposition(tokens, at + 2 + len(place), "from")
        if change is Change.LOST:
            yield Control(change, by, loser, place, token.low)
        else:
            yield Control(change, by, no_place(loser, is_place), place, token.low)
