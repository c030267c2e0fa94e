"""The word "one": a number where it counts somebody ("one was killed"), else an article or a pronoun ("one of the villages")."""

from sayso.annotate.counting.amounts import Amount
from sayso.annotate.counting.counted import Counted
from sayso.annotate.counting.persons import Kind
from sayso.annotate.counting.words import Line
from sayso.model.world import Role

NEVER_BEHIND = frozenset("no single the this that any every each which not last first another some".split())  # noqa: SIM905 - read as words
COUNTED = frozenset({"person", "people"})


def is_a_count(line: Line, amount: Amount, counted: Counted, role: Role | None) -> bool:
    """Whether an amount counts: any but a bare "one" of which nothing became; "a family of four" that pays taxes is one."""
    core = amount.core
    if line.lows(core.first - 2, core.first) == ["family", "of"] and counted.kind is not Kind.PERSON:
        return role is not None
    if amount.measured or core.value != 1 or not core.written or line.low(core.last - 1) != "one":
        return True
    if line.low(core.first - 1) in NEVER_BEHIND or line.low(core.last) == "another":
        return False
    bounded = (amount.first, amount.last) != (core.first, core.last)
    person = counted.last > counted.first and line.low(counted.last - 1) in COUNTED
    return role is not None or bounded or person or counted.whole is not None
