"""What became of those counted, weighed: what the noun tells, what a predicate before or behind tells, what the whole tells."""

from collections.abc import Mapping, Sequence

from sayso.annotate.counting.counted import Counted, is_of_both
from sayso.annotate.counting.objects import role_before, role_in_list
from sayso.annotate.counting.parts import Pair
from sayso.annotate.counting.persons import Kind
from sayso.annotate.counting.roles import grammar, is_state, verb_role
from sayso.annotate.counting.subjects import role_behind
from sayso.annotate.counting.tolls import role_among, role_of_toll
from sayso.annotate.counting.words import Line
from sayso.model.world import Role

# Over "refugees" or "missing hikers" a predicate counts that tells of these; over "the dead" none does.
STRONG = (Role.KILLED, Role.CAPTURED, Role.INJURED)
NOBODY = frozenset({"none", "neither", "nobody"})


def find_roles(line: Line, pairs: Sequence[Pair], wholes: Sequence[int | None]) -> list[Role | None]:
    """The role of each amount of a line; a part takes that of its whole where nothing else is said of it."""
    ends = {amount.first: max(counted.end, amount.last) for amount, counted in pairs}
    divided = {counted.whole for _, counted in pairs}
    roles: list[Role | None] = []
    for amount, counted in pairs:
        role = None
        if not (amount.measured or counted.kind is Kind.THING or is_of_both(line, counted.last)):
            held = amount.first in divided or _is_of_none(line, amount.first)
            told = _predicated(line, amount.first, counted, ends, whole=held)
            role = _weighed(counted.role, told) or _listed(line, amount.first, counted)
            if role is None and roles and _is_gapped(line, amount.first, counted):
                role = roles[-1]
        roles.append(role)
    for number, whole in enumerate(wholes):
        if whole is not None and roles[number] is None and pairs[number][1].kind is not Kind.THING:
            roles[number] = None if pairs[number][0].measured else roles[whole]
    return roles


def _is_gapped(line: Line, first: int, counted: Counted) -> bool:
    """Whether a number leaves out what was said of the one before: "killed nine on Monday and two on Tuesday"."""
    if counted.kind is not Kind.PERSON or counted.last > counted.first:
        return False
    return line.low(first - 1) == "and" and line.low(counted.end) in grammar().placing


def _is_of_none(line: Line, first: int) -> bool:
    """Whether nothing became of them: "none of the 12 was hurt"."""
    return line.low(first - 2) == "of" and line.low(first - 3) in NOBODY


def _weighed(own: Role | None, told: Role | None) -> Role | None:
    """The role out of what the noun and a predicate tell: "five prisoners were killed", "12 dead were taken to hospital"."""
    if own is None or told is None:
        return own or told
    return told if told in STRONG and own is not Role.KILLED else own


def _predicated(line: Line, first: int, counted: Counted, ends: Mapping[int, int], *, whole: bool) -> Role | None:
    """What a predicate tells; of a whole ("31 of the 45 arrested were released") only the word right behind does."""
    adjacent = line.low(counted.end)
    before = role_before(line, first, counted)
    if before is not None:
        return Role.KILLED if adjacent == "dead" else before  # "shot 41 people dead"
    if whole and not (is_state(adjacent) or verb_role(adjacent)):
        return None
    return role_behind(line, first, counted, ends)


def _listed(line: Line, first: int, counted: Counted) -> Role | None:
    return role_in_list(line, first, counted) or role_among(line, first) or role_of_toll(line, first, counted)
