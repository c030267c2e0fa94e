"""What a number counts: the noun behind it, or what stands for a noun ("12 dead"), and whether it counts a part of others."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.annotate.counting.amounts import Amount
from sayso.annotate.counting.numerals import number_words
from sayso.annotate.counting.persons import Kind, is_origin, is_person, kind_of
from sayso.annotate.counting.plurals import function_words, is_plural
from sayso.annotate.counting.roles import grammar, is_state, role_words, tells_role
from sayso.annotate.counting.words import Line
from sayso.lexicons import lexicon
from sayso.model.world import Role

LONGEST = 6  # words of a noun phrase behind a number: "12 heavily armed former government soldiers"
QUOTES = frozenset("\"“”‘'’«»„")
UNREAL = frozenset({"attempted", "alleged"})
NEAR_LIVES = 6  # tokens of "claimed at least another 14"
PRONOUNS = frozenset({"them", "whom", "which", "us", "these", "those", "you"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What stands behind an amount: tokens `first` to `last` are the noun with its modifiers, none where it is left out.

    `end` is the place behind all of it; `role` what the noun itself tells; `whole` the place of the number that this one
    counts a part of ("31 of 45 drones"); `partitive` where it counts a part of others named or not.
    """

    first: int
    last: int
    end: int
    kind: Kind
    role: Role | None = None
    whole: int | None = None
    partitive: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    before: frozenset[str]
    determiners: frozenset[str]
    partitives: frozenset[str]
    stops: frozenset[str]


@cache
def _words() -> _Words:
    listed = lexicon("quantities")
    return _Words(
        frozenset(listed["counted"]["before"].split()),
        frozenset(listed["parts"]["determiners"].split()),
        frozenset(listed["parts"]["partitives"]),
        function_words(),
    )


def find_counted(line: Line, amount: Amount, starts: Mapping[int, Amount]) -> Counted:
    """What an amount counts; `starts` are the amounts of the line by their first token."""
    place = amount.last
    while line.low(place) in _words().before:
        place += 1
    if line.low(place) == "-" and line.low(place + 1) == "strong":
        return Counted(first=place, last=place, end=place + 2, kind=Kind.PERSON)
    if amount.measured and line.low(place) in _words().determiners and place + 1 in starts:  # "half the 600 inmates"
        return _part_of(line, place + 1, starts)
    if line.lows(place, place + 2) == ["out", "of"] and (place + 2 in starts or place + 3 in starts):
        place += 1  # "26 out of 30 drones", not "hundreds out of their homes"
    if line.low(place) != "of":
        return _noun_phrase(line, place, one=amount.core.value == 1)
    return _behind_of(line, amount, place + 1, starts)


def _part_of(line: Line, place: int, starts: Mapping[int, Amount]) -> Counted:
    """What a number counts that is a part of another at a place: what that one counts."""
    last = starts[place].last
    held = _noun_phrase(line, last, one=False)
    return Counted(first=last, last=last, end=held.end, kind=held.kind, whole=place, partitive=True)


def _behind_of(line: Line, amount: Amount, place: int, starts: Mapping[int, Amount]) -> Counted:
    """What stands behind "of": "dozens of nurses", "three of them", "46 of the 140 people", "two of the wounded"."""
    known = _words()
    vague = amount.core.high is None or line.low(amount.core.last - 1) == "couple"
    start = place
    while line.low(place) in known.determiners:
        place += 1
    determined = place > start
    if place in starts and not starts[place].measured:
        return _part_of(line, place, starts)
    if line.low(place) in PRONOUNS:
        return Counted(first=place, last=place, end=place + 1, kind=Kind.NOTHING, partitive=True)
    if not (determined or vague):
        return Counted(first=place, last=place, end=start - 1, kind=Kind.NOTHING)
    found = _noun_phrase(line, place, one=False)
    kind, role = found.kind, found.role
    named = found.last > found.first
    return Counted(
        first=found.first, last=found.last, end=found.end, kind=kind, role=role, partitive=determined and named
    )


def _noun_phrase(line: Line, start: int, *, one: bool) -> Counted:
    """The noun phrase that begins at a place: up to its plural head, or to its singular one behind "one"."""
    place = start + (line.low(start) in QUOTES)
    first, last, role = place, place, None
    states = role_words().states
    for index in range(place, place + LONGEST):
        token = line.at(index)
        if (
            _hangs(line, index)
            or (token.low in QUOTES and (last == place or line.low(last - 1) in states))
            or _joins(line, index, headless=last == place)
        ):
            continue
        if token.kind not in {"w", "c"} or token.low in _words().stops:
            break
        head = _is_head(line, index, one=one)
        if last > place and (not head or token.low in states or (line.capital(index) and not line.capital(index - 1))):
            break
        if head:
            last = index + 1
        elif token.low in grammar().finite and not token.low.endswith("ed"):
            break
        role = states.get(token.low, role)
    if last == place:
        return _one_thing(line, place) if one else _without_noun(start)
    return _headed(line, first, last, role if _modifies(line, first, last) else None)


def _joins(line: Line, index: int, *, headless: bool) -> bool:
    """Whether "and" joins two modifiers of a head to come: "combat and civilian deaths"."""
    if not headless or line.low(index) not in {"and", "or"} or line.at(index - 1).kind != "w":
        return False
    before = line.low(index - 1)
    return not (tells_role(before) or before in _words().before or line.at(index + 1).kind != "w") and is_plural(
        line.low(index + 2)
    )


def _hangs(line: Line, index: int) -> bool:
    """Whether a token belongs to "16-year-old" or "155-mm" before a noun."""
    figure = line.at(index).kind == "f" and line.low(index + 1) == "-" and line.glued(index + 1)
    dash = line.low(index) == "-" and line.at(index - 1).kind == "f" and line.glued(index)
    return figure or dash


def _is_head(line: Line, index: int, *, one: bool) -> bool:
    """Whether a word can be the head: a plural, a people by where they are from, or a singular noun behind "one"."""
    token = line.at(index)
    if one:
        return is_person(token.low) and not is_person(line.low(index + 1))
    if token.kind == "c" or (token.text[0].isupper() and token.low.endswith("is")):
        return token.low.endswith("s")
    if is_plural(token.low):
        hangs = "-" in token.low and line.at(index + 1).kind == "w" and line.low(index + 1) not in _words().stops
        return not hangs  # "plain-clothes officers"
    return token.text[0].isupper() and is_origin(token.low) and not is_plural(line.low(index + 1))


def _modifies(line: Line, first: int, last: int) -> bool:
    """Whether a word of a role stands before the head and not in its place."""
    return last - first > 1 and line.low(last - 1) not in role_words().states


def _headed(line: Line, first: int, last: int, role: Role | None) -> Counted:
    head = line.low(last - 1)
    own = _noun_role(line, first, last, head)
    people = own is not None or is_state(head) or head == "lives"
    kind = Kind.PERSON if people else kind_of(head, capital=line.capital(last - 1) and not line.headline)
    told = role if kind in {Kind.PERSON, Kind.GROUP} else None
    return Counted(first=first, last=last, end=last, kind=kind, role=own or told)


def _noun_role(line: Line, first: int, last: int, head: str) -> Role | None:
    """What a head itself tells: "deaths", "hostages"; "lives" where they were lost or taken, no sum of two roles."""
    if head == "lives":
        taken = not grammar().lives.isdisjoint(line.lows(first - NEAR_LIVES, first - 1))
        return Role.KILLED if taken or "lost" in line.lows(last, last + 2) else None
    if is_of_both(line, last) or line.low(last - 2) in UNREAL:
        return None
    return role_words().nouns.get(head)


def is_of_both(line: Line, last: int) -> bool:
    """Whether a figure is the sum of two roles: "6,000 dead and wounded"."""
    states = role_words().states
    one, other = states.get(line.low(last - 1)), states.get(line.low(last + 1))
    return line.low(last) in {"and", "or"} and None not in {one, other} and one is not other


def _one_thing(line: Line, place: int) -> Counted:
    """The singular noun behind "one" that is known as no person: "one armoured vehicle was"."""
    last = place
    for index in range(place, place + LONGEST):
        low = line.low(index)
        ends = tells_role(low) or low in _words().stops or low in grammar().finite or low.endswith("ly")
        if line.at(index).kind != "w" or ends:
            break
        last = index + 1
    return _headed(line, place, last, None) if last > place else _without_noun(place)


def _without_noun(place: int) -> Counted:
    """Where the noun is left out: "12 dead", "seven were shot", "another two"."""
    return Counted(first=place, last=place, end=place, kind=Kind.NOTHING)


def follows_number(line: Line, index: int) -> bool:
    """Whether the token at a place is a number or a word of one, to which what follows belongs."""
    return line.at(index).kind == "f" or line.low(index) in number_words().small
