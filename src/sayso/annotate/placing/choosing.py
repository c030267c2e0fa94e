"""Which of its options a name means: those win that lie where the other names of the text do, and size decides last.

Every name begins with its options nearly alike. Then each passes what it is likely to be to the others, round by round: an option gains
where other names of the text lie in its country, its division, its county, or close by, and its size counts for more and more. Beside the
options stands a place that the gazetteer lacks; where the text says in which area the name lies, it gains as a place in that area would, so
that a village that is missing does not become its namesake elsewhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, floor, log

from sayso.annotate.placing.options import Option, kilometres
from sayso.annotate.placing.priors import leaning, size
from sayso.model.world import Precision

RAMP = (0.3, 0.5, 0.75, 1.0)  # of size, round by round: first the names of a text find together, then size counts
SLOPE = 1.0  # of the logarithm of a population, in the end
LOCAL = 0.4  # the same where the outlet bears the name: small towns have papers as well
COUNTRY, DIVISION, COUNTY, NEAR = 3.0, 4.5, 4.0, 4.0  # what a context can add at most
HALF = 0.5  # names elsewhere that make half of that
INSIDE, OUTSIDE = 9.0, -9.0  # of what the text itself says: "Paris, Texas"
HOLDING = 5.0  # of an area that has the place in it which the text puts there: "Tbilisi, in Georgia"
HOME = 3.0  # of the place of the outlet's name in the country of its address
CLOSE, REACH = 4.0, 80.0  # of a place within so many kilometres of one that the text says it is near
UNKNOWN = 150  # inhabitants of a place that a gazetteer from 500 inhabitants lacks
ABROAD = 0.5  # what a sea or a region of several countries tells of each
CELL = 1.0  # degrees: names within about 100 kilometres are near
NEVER = -50.0
LIKELY = 0.05  # below which an option lends nothing to what is near it
Cell = tuple[int, int]


@dataclass(slots=True, eq=False)
class Group:
    """A name of the text with its options; how much it tells of others is its `weight`.

    `near` is a name that the text says it is near. `inside` are codes of areas that the text puts it in, `holds` those that have a place in them which the text puts there; `type` is the word for an area beside it, `local` says that the outlet bears the
    name, `open` that a place may be meant which nobody has listed.
    """

    key: str
    options: Sequence[Option]
    weight: float = 1.0
    inside: frozenset[str] = frozenset()
    holds: frozenset[str] = frozenset()
    near: "Group | None" = None
    type: str = ""
    local: bool = False
    open: bool = True
    chances: list[float] = field(default_factory=list)
    unknown: float = 0.0
    sizes: list[float] = field(init=False)
    leanings: list[float] = field(init=False)
    where: list[tuple[Sequence[str], Sequence[str], Cell | None]] = field(init=False)

    def __post_init__(self) -> None:
        """Take down what does not change from round to round."""
        self.sizes = [size(option) for option in self.options]
        held = (
            INSIDE if self.inside & {*option.codes, *option.covers} else OUTSIDE if self.inside else 0.0 for option in self.options
        )  # fmt: skip
        holding = (HOLDING if self.holds.intersection(option.covers) else 0.0 for option in self.options)
        leanings = leaning(self.key, self.type, self.options)
        self.leanings = [sum(each) for each in zip(leanings, held, holding, strict=True)]
        self.where = [(option.codes, () if option.codes else option.covers, cell_of(option)) for option in self.options]

    def is_at_home(self, country: str) -> None:
        """Take note that the outlet bears the name, and which country its address is in ("" where that says nothing)."""
        self.local = True
        if country:
            self.leanings = [
                value + (HOME if option.country == country else 0.0)
                for value, option in zip(self.leanings, self.options, strict=True)
            ]

    def settle(self, gains: Sequence[float], ramp: float) -> None:
        """Turn what speaks for each option into chances that sum to one with that of a place unknown."""
        slope = ramp * (LOCAL if self.local else SLOPE)
        logits = [slope * one + two + gain for one, two, gain in zip(self.sizes, self.leanings, gains, strict=True)]
        told = (INSIDE if self.inside else 0.0) + (CLOSE if self.near else 0.0)
        away = slope * log(UNKNOWN) + told if self.open else NEVER
        top = max([*logits, away])
        odds = [exp(each - top) for each in logits]
        rest = exp(away - top)
        whole = sum(odds) + rest
        self.chances = [each / whole for each in odds]
        self.unknown = rest / whole

    def is_inside(self, option: Option) -> bool:
        """Whether the text itself puts the name where this option lies."""
        return bool(self.inside & {*option.codes, *option.covers})


class Masses:
    """How many of a text's names are likely to lie where."""

    def __init__(self, groups: Iterable[Group]) -> None:
        """Add up all groups."""
        self.areas: dict[str, float] = defaultdict(float)
        self.cells: dict[Cell, float] = defaultdict(float)
        for group in groups:
            self._add(group, 1.0)

    def _add(self, group: Group, sign: float) -> None:
        areas, cells = self.areas, self.cells
        for (codes, touched, cell), chance in zip(group.where, group.chances, strict=True):
            value = sign * chance * group.weight
            for code in codes:
                areas[code] += value
            for code in touched:
                areas[code] += ABROAD * value
            if cell is not None:
                cells[cell] += value

    def gains(self, group: Group) -> list[float]:
        """What each option gains from all other groups."""
        self._add(group, -1.0)
        found = [self._gain(codes, cell) for codes, _, cell in group.where]
        self._add(group, 1.0)
        return found

    def _gain(self, codes: Sequence[str], cell: Cell | None) -> float:
        areas = self.areas
        value = sum(
            most * share(areas.get(code, 0.0)) for most, code in zip((COUNTRY, DIVISION, COUNTY), codes, strict=False)
        )
        if cell is not None:
            x, y = cell
            around = sum(self.cells.get((i, j), 0.0) for i in (x - 1, x, x + 1) for j in (y - 1, y, y + 1))
            value += NEAR * share(around)
        return value


def nearness(group: Group) -> list[float]:
    """What each option gains from the name that the text says it is near."""
    other = group.near
    if other is None:
        return [0.0] * len(group.options)
    likely = [(option, chance) for option, chance in zip(other.options, other.chances, strict=True) if chance > LIKELY]
    return [
        CLOSE * sum(chance for known, chance in likely if kilometres(option.place, known.place) < REACH)
        for option in group.options
    ]


def share(mass: float) -> float:
    """From 0 where no name lies to nearly 1 where many do."""
    return mass / (mass + HALF) if mass > 0 else 0.0


def cell_of(option: Option) -> Cell | None:
    """The cell of a grid that a town or a county lies in; what is wider has none."""
    if option.place.precision is Precision.CITY or len(option.codes) > 2:  # noqa: PLR2004  a county has a third code
        return floor(option.place.lat / CELL), floor(option.place.lon / CELL)
    return None


def choose(groups: Sequence[Group], hints: Mapping[str, float]) -> None:
    """Give every group its chances. `hints` are weights of areas that the document's own data tell of."""
    for group in groups:
        group.settle([0.0] * len(group.options), RAMP[0])
    for ramp in RAMP:
        masses = Masses(groups)
        for code, weight in hints.items():
            masses.areas[code] += weight
        gained = [masses.gains(group) for group in groups]
        close = [nearness(group) for group in groups]
        for group, gains, more in zip(groups, gained, close, strict=True):
            group.settle([one + other for one, other in zip(gains, more, strict=True)], ramp)
