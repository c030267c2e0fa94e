"""What speaks for a place before the rest of the text is looked at: its people, and what it is to the name.

The figures are natural logarithms of odds, set by hand on LGL's development half, with an eye on news from agencies (TimeBank, AQUAINT,
MEANTIME) so that local papers of one country do not decide for all; each comment says what the figure does.
"""

from collections.abc import Sequence
from math import log

from sayso.annotate.placing.listed import capitals
from sayso.annotate.placing.options import Option
from sayso.model.world import Method, Precision
from sayso.ports.gazetteer import Naming

LEAST_PEOPLE = 60  # of a place whose inhabitants are not known
FAME, LARGE = 0.25, 200_000  # cities from so many people on are told of more than their people would make one expect
BESIDE_A_MAIN_NAME = -4.0  # of a place that bears the name only as an alternate, where another has it as its own
ALIKE = -3.0  # of a name that is only like the one that stands there
TYPED = 6.0  # of an area, where the text says that it names one
STATE, CAPITAL = (
    2.0,
    3.5,
)  # of a country and of its capital: what their namesakes are called after, and less often told of
READERS, READ = (
    frozenset({"US", "GB", "CA", "AU", "IE", "NZ"}),
    0.25,
)  # where news in English is mostly read, and of which it mostly tells
NAMED = 1.0  # of a division that shares its name with no town in it: "Wyoming"
CHIEF = 0.02  # of the people of a division, in a town that takes the name from it
SHADOWED = -2.5  # of a division that bears the name of a town in it: "Donetsk" alone is the city
AREAS = frozenset({Precision.ADMIN1, Precision.REGION})


def size(option: Option) -> float:
    """The logarithm of its people."""
    return log(max(option.population, LEAST_PEOPLE))


def leaning(key: str, type_: str, options: Sequence[Option]) -> list[float]:
    """What speaks for each option of a name besides its people; `type_` is the word for an area beside the name, if any."""
    main = any(option.naming is Naming.MAIN for option in options)
    countries = {option.country for option in options if option.place.precision is Precision.COUNTRY}
    seats = _seats(key, options)
    found = []
    for option in options:
        value = READ if option.country in READERS else 0.0
        value += ALIKE if option.method is Method.FUZZY else 0.0
        value += BESIDE_A_MAIN_NAME if main and option.naming is not Naming.MAIN else 0.0
        if option.place.precision is Precision.CITY:
            value += FAME * max(0.0, log(max(option.population, 1) / LARGE)) + (CAPITAL if option in seats else 0.0)
            value += SHADOWED if option.country in countries else 0.0
        elif option.place.precision is Precision.COUNTRY:
            value += STATE
        elif type_ and option.place.precision in AREAS:
            value += TYPED
        elif option.place.precision is Precision.ADMIN1 and option.naming is Naming.MAIN:
            value += SHADOWED if any(shadows(option, other, seats) for other in options) else NAMED
        found.append(value)
    return found


def _seats(key: str, options: Sequence[Option]) -> list[Option]:
    """The towns of the name that are capitals: the largest of its country, where the country's capital is called so."""
    found: dict[str, Option] = {}
    for option in options:
        if option.place.precision is Precision.CITY and (key, option.country) in capitals():
            best = found.setdefault(option.country, option)
            found[option.country] = max(best, option, key=lambda each: each.population)
    return list(found.values())


def shadows(area: Option, town: Option, seats: Sequence[Option]) -> bool:
    """Whether a town takes the name from the division that bears it too: the chief town of the division, or the capital."""
    if town.place.precision is not Precision.CITY or town.country != area.country:
        return False
    return town in seats or (area.codes[-1] in town.codes and town.population > CHIEF * area.population)
