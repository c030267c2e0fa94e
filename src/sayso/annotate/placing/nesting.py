"""What a text itself says of where its names lie: "Paris, Texas", "Sverdlovsk, in the south of the Luhansk region"."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from sayso.annotate.placing.lines import Spot
from sayso.annotate.placing.options import Option
from sayso.lexicons import words_of
from sayso.model.world import Precision
from sayso.ports.gazetteer import Naming

LETTERS = 14  # of a word, with its blank, at most
COMMAS = frozenset({", ", " (", ",\n", ",\u00a0"})
COMPARABLE = (
    0.02  # of the most populous area of a name: "Georgia" is a country and a state, "Ohio" no county in Kentucky
)
FARTHEST = 8  # words between a name and the area that it is put in: ", a town in the south of the "


def areas_behind(
    text: str, spots: Sequence[Spot], options: Mapping[Spot, Sequence[Option]]
) -> tuple[dict[Spot, frozenset[str]], dict[Spot, frozenset[str]]]:
    """For each spot the codes of the areas that the text puts it in; for each that names such an area, which have such a place in them."""
    found: dict[Spot, frozenset[str]] = {}
    holders: dict[Spot, frozenset[str]] = {}
    for index in range(len(spots) - 1, -1, -1):
        spot = spots[index]
        for other in spots[index + 1 : index + 3]:
            if other.line is not spot.line:
                break
            how = relation(text[spot.span.end : other.span.start])
            codes = codes_of(options[other]) if how else frozenset()
            if how == "comma" and codes.isdisjoint(code for option in options[spot] for code in option.codes):
                codes = frozenset() if is_listed(text, other) else codes_of(options[other], towns=False)
            codes -= {code for option in options[spot] for code in option.covers if how == "in"}
            if codes:
                found[spot] = codes
                held = codes & {code for option in options[spot] for code in option.codes}
                if held:
                    holders[other] = held
                break
            if how != "comma":
                break
    _share_along(text, spots, found)
    return found, holders


def neighbours_of(text: str, spots: Sequence[Spot]) -> dict[Spot, Spot]:
    """For each spot the one that the text says it is near: "Chasiv Yar, west of Bakhmut"."""
    found = {}
    for one, other in pairwise(spots):
        between = text[one.span.end : other.span.start]
        if one.line is other.line and len(between) < FARTHEST * LETTERS and between.islower():
            words = between.replace(",", " ").split()
            nearness = words_of("places.context", "nearness")
            if (
                words
                and nearness.intersection(words)
                and nearness.issuperset({*words} - {"the", "of", "from", "a", "to"})
            ):
                found[one] = other
    return found


def is_listed(text: str, spot: Spot) -> bool:
    """Whether another name follows in a list: "Boston, Dubai and Lyon" puts no Boston in Dubai."""
    behind = text[spot.span.end : spot.span.end + 6]
    return behind.startswith((" and ", ", and ")) or (behind[:2] == ", " and behind[2:3].isupper())


def codes_of(options: Sequence[Option], *, towns: bool = True) -> frozenset[str]:
    """The codes of the areas that a name may mean, small ones beside a large one of that name left out.

    Without `towns` only where no town bears the name as well: nothing lies in "Dubai" for standing before it.
    """
    if not towns and any(
        option.place.precision is Precision.CITY and option.naming is Naming.MAIN for option in options[:2]
    ):
        return frozenset()
    most = max((option.population for option in options if option.covers), default=0)
    return frozenset(code for option in options if option.population >= COMPARABLE * most for code in option.covers)


def relation(between: str) -> str:
    """How an area stands behind a name: "comma", "in" or not at all ("")."""
    if between in COMMAS:
        return "comma"
    words = between.replace(",", " , ").split()
    if not words or len(words) > FARTHEST or not between.islower():
        return ""
    small = words_of("places.context", "within")
    if "in" not in words and not (words[0] == "," and words[-1] in small):
        return ""
    return "in" if all(word in words_of("places.context", "nesting") or word == "," for word in words) else ""


def _share_along(text: str, spots: Sequence[Spot], found: dict[Spot, frozenset[str]]) -> None:
    """Of "Heath and Pataskala, Ohio" what stands before "and" lies there as well."""
    for index in range(len(spots) - 2, -1, -1):
        spot, after = spots[index], spots[index + 1]
        if (
            spot not in found
            and after in found
            and after.line is spot.line
            and text[spot.span.end : after.span.start] == " and "
        ):
            found[spot] = found[after]
