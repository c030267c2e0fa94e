"""What became of those counted, told before the number: it is an object ("killed nine"), or hangs on a noun ("the deaths of 12")."""

from collections.abc import Sequence
from functools import cache

from sayso.annotate.counting.counted import Counted, follows_number
from sayso.annotate.counting.persons import Kind
from sayso.annotate.counting.roles import grammar, is_participle, is_state, may_be_said, role_words, verb_role
from sayso.annotate.counting.words import Line
from sayso.lexicons import lexicon, words_of
from sayso.model.world import Role

NEAR_BE = 3  # tokens between an auxiliary and its participle: "were later shot"
NEAR_LIVES = 4  # tokens of "claimed at least the lives of"
BACK = 24  # tokens in which the verb of a list of objects stands before a number; of 11 in news the farthest stood 12 before
ADVERBS = frozenset({"later", "then", "also"})
RELATIVE = frozenset({"who", "that", "which", ";", ":", "."})
ALONG = (["along", "with"], ["together", "with"], ["as", "well", "as"])
LOSING = frozenset({"loses", "lost", "losing", "loss", "losses"})
HOLDING = frozenset({"hold", "held", "holding"})
BURYING = frozenset({"bury", "buries", "buried", "burying"})
TREATING = frozenset({"treat", "treats", "treated", "treating"})


def role_before(line: Line, first: int, counted: Counted) -> Role | None:
    """What the words right before a number (its first token) tell of those counted."""
    place = _back(line, first)
    phrase = role_words().phrases.ending(line, place)
    if phrase is not None and counted.kind is not Kind.THING and not _is_passive(line, phrase[0]):
        return phrase[1]
    before = line.low(place - 1)
    if before == "of" and line.low(place - 2) in _wholes():
        return _of_verb(line, _back(line, place - 2) - 1, counted)
    if before == "of":
        return _of_act(line, place - 1, counted)
    if before == "for":
        return _searched(line, place - 1, counted)
    return _of_verb(line, place - 1, counted)


@cache
def _wholes() -> frozenset[str]:
    """What may have a number of people: "a family of six"."""
    return words_of("quantities", "counted.of_whole")


def _back(line: Line, first: int) -> int:
    """The place behind the last word before a number that is no determiner or adverb."""
    skipped = grammar().skipped
    while line.low(first - 1) in skipped or (
        line.low(first - 1).endswith("ly") and line.low(first - 1) not in _wholes()
    ):
        first -= 1
    return first


def _of_verb(line: Line, place: int, counted: Counted) -> Role | None:
    """The role that an active verb at this place tells of its object."""
    low = line.low(place)
    role = verb_role(low)
    if role is None or _is_passive(line, place) or not may_be_said(low, counted.kind):
        return None
    return role if low not in role_words().weak or _weakly(line, low, counted) else None


def _weakly(line: Line, low: str, counted: Counted) -> bool:
    """Whether a weak verb ("lost", "held", "buried", "treated") tells a role of this object."""
    known, head = grammar(), line.low(counted.last - 1)
    if counted.kind is not Kind.PERSON:
        return False
    if low in LOSING:
        return head not in known.lost_otherwise and not is_state(head)
    if low in HOLDING:
        return head not in known.held_otherwise
    around = line.lows(counted.first - BACK, counted.last + BACK)
    unless = known.cover if low in BURYING else known.illness if low in TREATING else frozenset()
    return unless.isdisjoint(around)


def _is_passive(line: Line, place: int) -> bool:
    """Whether a participle stands behind "were", with adverbs between at most."""
    if line.low(place).endswith("ing"):
        return False
    before = place - 1
    while before > place - NEAR_BE and (line.low(before).endswith("ly") or line.low(before) in ADVERBS):
        before -= 1
    return line.low(before) in grammar().be


def _of_act(line: Line, place: int, counted: Counted) -> Role | None:
    """What a noun before "of" tells: "the deaths of 12 miners", "the killing of", "claimed the lives of"."""
    low = line.low(place - 1)
    role = role_words().acts.get(low)
    if role is None or not may_be_said(low, counted.kind):
        return None
    if low == "lives" and grammar().lives.isdisjoint(line.lows(place - NEAR_LIVES, place - 1)):
        return None
    return None if low in LOSING and counted.kind is not Kind.PERSON else role


def _searched(line: Line, place: int, counted: Counted) -> Role | None:
    """Missing, where those who rescue search: "divers are searching for 14 people"."""
    listed = lexicon("quantities")["roles"]["missing"]
    searches = " ".join(line.lows(place - 1, place + 1)) in listed["searches"]
    if not searches or counted.kind in {Kind.THING, Kind.UNKNOWN}:
        return None
    near = line.lows(place - BACK, counted.last + BACK)
    return None if set(listed["rescuers"]).isdisjoint(near) else Role.MISSING


def role_in_list(line: Line, first: int, counted: Counted) -> Role | None:
    """What the verb of a list of objects tells of a later one: "killed the mayor, his wife and their three daughters"."""
    if counted.partitive or (line.low(first) == "one" and counted.kind is not Kind.PERSON):
        return None
    place = _back(line, first) - 1
    along = any(_ends(line, place, words) for words in ALONG)
    if line.low(place) not in {"and", ",", "or"} and not along:
        return None
    for at in range(place - 1, max(-1, place - BACK), -1):
        if _is_predicate(line, at):
            return _told_along(line, at, counted) if along else _of_verb(line, at, counted)
        if _parts(line.low(at)):
            return None
    return None


def _ends(line: Line, place: int, words: Sequence[str]) -> bool:
    return line.lows(place - len(words) + 1, place + 1) == words


def _is_predicate(line: Line, at: int) -> bool:
    """Whether a verb of a role stands here in a form that no noun has, and belongs to no number: not "arrest", not "12 killed"."""
    low = line.low(at)
    verb = verb_role(low) is not None and (low.endswith("ing") or is_participle(low))
    return (verb or low in role_words().goes) and not follows_number(line, at - 1)


def _parts(low: str) -> bool:
    """Whether a word parts a list from a verb before it."""
    known = grammar()
    return low in known.be or low in known.ends or low in known.finite or low in RELATIVE


def _told_along(line: Line, at: int, counted: Counted) -> Role | None:
    """What is told of those named "along with" others, also in the passive: "was killed along with two guards"."""
    low = line.low(at)
    if low in role_words().goes or _is_passive(line, at):
        role = role_words().verbs.get(low) or role_words().goes.get(low)
        return role if may_be_said(low, counted.kind) else None
    return _of_verb(line, at, counted)
