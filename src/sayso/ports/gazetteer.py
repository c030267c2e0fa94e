"""Names and the places that bear them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from sayso.model.world import Place


class Naming(StrEnum):
    """What a name is to a place that bears it: its own, another, one that is the same but for the romanisation, a former one."""

    MAIN = "main"
    ALTERNATE = "alternate"
    LOOSE = "loose"
    HISTORIC = "historic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A place that bears a name in a gazetteer, and how it does; `since` and `until` are of a former name, where known.

    `population` is of people, 0 where unknown. `codes` are those of the areas that it lies in, the widest first, an area's
    own the last: ("UA", "UA.05", "UA.05.1408"), the country as ISO 3166-1, the rest as in GeoNames.
    """

    place: Place
    population: int = 0
    codes: tuple[str, ...] = ()
    naming: Naming = Naming.MAIN
    since: str = ""
    until: str = ""


class Gazetteer(Protocol):
    """Names and the places that bear them; keys are those of `annotate.placing.folding`."""

    name: str
    digest: str  # of everything in it

    def named(self, keys: Iterable[str]) -> Mapping[str, Sequence[Known]]:
        """The places that bear each key, the most populous first; a key that nothing bears is left out."""
        ...

    def alike(self, start: str, shortest: int, longest: int) -> Sequence[str]:
        """The keys that begin so and have so many code points, in order."""
        ...

    def __contains__(self, id: str) -> bool:
        """Whether a place of this id is in it."""
        ...
