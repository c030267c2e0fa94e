"""Which of its options a name means: those win that lie where the other names of the text do, and size decides last.

Every name begins with its options weighed by population, as names in news are. Then each passes what it is likely to be to the others,
three times over: an option gains where other names of the text lie in its country, its first-level division, or close by. Beside the
options stands a place that the gazetteer lacks. It gains what a place here would gain, so that a village that is missing
does not become its namesake elsewhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, floor, log

from sayso.annotate.placing.listed import capitals
from sayso.annotate.placing.options import Option
from sayso.model.world import Method, Precision
from sayso.ports import Naming

RAMP = (0.3, 0.45, 0.6, 0.8, 1.0)  # of the prior, round by round: first the names of a text find together, then size counts
COUNTRY, DIVISION, COUNTY, NEAR = 3.0, 4.0, 3.0, 4.0  # what a context can add at most, in natural logarithms of odds
HALF = 1.0  # names elsewhere that make half of that
INSIDE, OUTSIDE = 9.0, -9.0  # of what the text itself says: "Paris, Texas"
SLOPE = 0.9  # of the logarithm of a population
LOCAL = 0.4  # the same where the outlet bears the name: small towns have papers as well
BESIDE_A_MAIN_NAME = -2.5  # of a place that bears the name only as an alternate, where another has it as its own
ALIKE = -3.0  # of a name that is only like the one that stands there
TYPED = 6.0  # of an area, where the text says that it names one
AREAS = frozenset({Precision.ADMIN1, Precision.REGION})
UNKNOWN = 150  # inhabitants of a place that a gazetteer from 500 inhabitants lacks
ABROAD = 0.5  # what a sea or a region of several countries tells of each
STATE, CAPITAL = 2.0, 3.0  # of a country and of its capital: what their namesakes are called after, and less often told of
LEAST_PEOPLE = 60  # of a place whose inhabitants are not known
READERS, READ = frozenset({"US", "GB", "CA", "AU", "IE", "NZ"}), 0.25  # where news in English is mostly read, and of which it mostly tells
NAMED = 1.0  # of a division that shares its name with no town in it: "Wyoming"
CHIEF = 0.02  # of the people of a division, in a town that takes the name from it
SHADOWED = -2.5  # of a division that bears the name of a town in it: "Donetsk" alone is the city
CELL = 1.0  # degrees: names within about 100 kilometres are near


@dataclass(slots=True, eq=False)
class Group:
    """A name of the text with its options; how much it tells of others is its `weight`.

    `inside` are codes of areas that the text puts it in, `type` the word for an area beside it, `local` says that the outlet bears the
    name, `open` that a place may be meant which nobody has listed.
    """

    key: str
    options: Sequence[Option]
    weight: float = 1.0
    inside: frozenset[str] = frozenset()
    type: str = ""
    local: bool = False
    open: bool = True
    chances: list[float] = field(default_factory=list)
    unknown: float = 0.0

    def settle(self, gains: Sequence[float], most: float, ramp: float) -> None:
        """Turn prior and context into chances that sum to one with that of a place unknown."""
        slope = ramp * (LOCAL if self.local else SLOPE)
        logits = [prior(self, option, slope) + gain for option, gain in zip(self.options, gains, strict=True)]
        away = slope * log(UNKNOWN) + most if self.open else -50.0
        top = max([*logits, away])
        odds = [exp(each - top) for each in logits]
        rest = exp(away - top)
        whole = sum(odds) + rest
        self.chances = [each / whole for each in odds]
        self.unknown = rest / whole


def prior(group: Group, option: Option, slope: float) -> float:
    """What speaks for an option before the rest of the text is looked at."""
    value = slope * log(max(option.population, LEAST_PEOPLE))
    if option.method is Method.FUZZY:
        value += ALIKE
    if option.naming is not Naming.MAIN and any(other.naming is Naming.MAIN for other in group.options):
        value += BESIDE_A_MAIN_NAME
    if option.place.precision is Precision.CITY and any(
        other.place.precision is Precision.COUNTRY and other.country == option.country for other in group.options
    ):
        value += SHADOWED
    if group.type and option.place.precision in AREAS:
        value += TYPED
    if option.place.precision is Precision.COUNTRY:
        value += STATE
    if (group.key, option.country) in capitals() and option.place.precision is Precision.CITY:
        value += CAPITAL
    if option.country in READERS:
        value += READ
    if option.place.precision is Precision.ADMIN1 and option.naming is Naming.MAIN and not group.type:
        value += SHADOWED if any(shadows(group, option, other) for other in group.options) else NAMED
    return value


def shadows(group: Group, area: Option, town: Option) -> bool:
    """Whether a town takes the name from the division that bears it too: the chief town of the division, or the capital."""
    if town.place.precision is not Precision.CITY or town.country != area.country:
        return False
    chief = area.codes[-1] in town.codes and town.population > CHIEF * area.population
    return chief or (group.key, town.country) in capitals()


class Masses:
    """How many of a text's names are likely to lie where."""

    def __init__(self, groups: Iterable[Group]) -> None:
        """Add up all groups."""
        self.areas: dict[str, float] = defaultdict(float)
        self.cells: dict[tuple[int, int], float] = defaultdict(float)
        for group in groups:
            self._add(group, 1.0)

    def _add(self, group: Group, sign: float) -> None:
        for option, chance in zip(group.options, group.chances, strict=True):
            value = sign * chance * group.weight
            for code in option.codes:
                self.areas[code] += value
            for code in () if option.codes else option.covers:
                self.areas[code] += ABROAD * value
            if option.place.precision is Precision.CITY or len(option.codes) > 2:  # noqa: PLR2004  a town or a county has a point
                self.cells[cell_of(option)] += value

    def gains(self, group: Group) -> list[float]:
        """What each option gains from all other groups."""
        self._add(group, -1.0)
        found = [self._gain(option) for option in group.options]
        self._add(group, 1.0)
        return found

    def _gain(self, option: Option) -> float:
        value = COUNTRY * share(self.areas.get(option.country, 0.0))
        if len(option.codes) > 1:
            value += DIVISION * share(self.areas.get(option.codes[1], 0.0))
        if len(option.codes) > 2:  # noqa: PLR2004  UA.05.1408
            value += COUNTY * share(self.areas.get(option.codes[2], 0.0))
        if option.place.precision is Precision.CITY or len(option.codes) > 2:  # noqa: PLR2004
            x, y = cell_of(option)
            around = sum(self.cells.get((x + i, y + j), 0.0) for i in (-1, 0, 1) for j in (-1, 0, 1))
            value += NEAR * share(around)
        return value


def share(mass: float) -> float:
    """From 0 where no name lies to nearly 1 where many do."""
    mass = max(mass, 0.0)
    return mass / (mass + HALF)


def cell_of(option: Option) -> tuple[int, int]:
    """The cell of a grid that a place lies in."""
    return floor(option.place.lat / CELL), floor(option.place.lon / CELL)


def choose(groups: Sequence[Group], hints: Mapping[str, float]) -> None:
    """Give every group its chances. `hints` are weights of areas that the document's own data tell of."""
    for group in groups:
        group.settle([0.0] * len(group.options), 0.0, RAMP[0])
    for ramp in RAMP:
        masses = Masses(groups)
        for code, weight in hints.items():
            masses.areas[code] += weight
        gained = [masses.gains(group) for group in groups]
        for group, gains in zip(groups, gained, strict=True):
            held = [gain + contained(group, option) for gain, option in zip(gains, group.options, strict=True)]
            group.settle(held, INSIDE if group.inside else 0.0, ramp)


def contained(group: Group, option: Option) -> float:
    """What the text says of where the name lies, for one option."""
    if not group.inside:
        return 0.0
    return INSIDE if group.inside & set(option.codes) else OUTSIDE
