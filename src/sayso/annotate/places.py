"""Places: where a text names one, which one it is, and how sure that is.

The method on a page: names are spotted in the gazetteer and the lexicons, recognised by what stands around them, given their options, and
the options that agree with the rest of the text are chosen. What is not sure is offered; what is not known is left open.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import exp
from typing import Any

from sayso.annotate.placing.actors import is_literal
from sayso.annotate.placing.choosing import Group, choose
from sayso.annotate.placing.evidence import Surroundings
from sayso.annotate.placing.lines import Spot, lines_of
from sayso.annotate.placing.nesting import areas_behind, neighbours_of
from sayso.annotate.placing.options import Atlas, Option, kilometres
from sayso.annotate.placing.outlets import country_of, names_in
from sayso.annotate.placing.people import find_people
from sayso.annotate.placing.recognise import recognise
from sayso.annotate.placing.spots import find_spots
from sayso.annotate.placing.strangers import ONE_SLIP, find_strangers, is_settlement, meant_by
from sayso.model.document import Document, Span
from sayso.model.provenance import digest_id
from sayso.model.world import Candidate, Method, Place, Precision, Toponym
from sayso.ports.gazetteer import Gazetteer

RESOLVED = 0.92  # from here on a place is given
SURE, MOST_WEIGHT = 20.0, 3.0  # beyond which more says no more
BESIDE = 25.0  # kilometres: places of one name so near each other are one town and its quarters
SETTLED = 0.96  # how well a listed garble fits inside the area that the text puts it in
HOME = 1.0  # what the country of an outlet's address weighs, in names of the text
WEIGHED = 12  # options whose chances are looked at together
OFFERED = 5  # candidates that are kept beside it


def find_places(document: Document, sentences: Sequence[Span], *, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """The toponyms of a document in order; none touches another."""
    lines = lines_of(document, sentences)
    spots, known = find_spots(document, lines, gazetteer)
    surroundings = Surroundings(document.text, find_people(lines, known), known)
    strangers = meant_by(find_strangers(document, lines, spots, surroundings), gazetteer)
    met = [spot for spot, meant in strangers.items() if meant or is_settlement(spot)]
    covered = {(id(spot.line), index) for spot in met for index in range(spot.first, spot.last + 1)}
    names = recognise([spot for spot in spots if (id(spot.line), spot.first) not in covered], surroundings)
    spots = sorted([*names, *met], key=lambda spot: spot.span)
    atlas = Atlas(gazetteer, spots, known, strangers)
    options = {spot: atlas.options(spot) for spot in spots}
    groups = grouped(spots, options, *areas_behind(document.text, spots, options))
    for spot, other in neighbours_of(document.text, spots).items():
        groups[spot].near = groups[other] if groups[other] is not groups[spot] else None
    country = country_of(document)
    home = [Group(key=key, options=options, weight=HOME) for key, options in atlas.first_of(names_in(document))]
    for group in dict.fromkeys(groups.values()):
        if any(each.key == group.key for each in home):
            group.is_at_home(country)
    home = [each for each in home if not any(each.key == group.key for group in groups.values())]
    choose([*dict.fromkeys(groups.values()), *home], {country: HOME} if country else {})
    chosen = {group: _meaning(group) for group in dict.fromkeys(groups.values())}
    return tuple(
        Toponym(
            id=digest_id("tp", document.id, spot.span.start, spot.span.end),
            span=spot.span,
            literal=is_literal(document.text, spot, groups[spot].options),
            **chosen[groups[spot]],
        )
        for spot in spots
    )


def grouped(
    spots: Sequence[Spot],
    options: Mapping[Spot, Sequence[Option]],
    inside: Mapping[Spot, frozenset[str]],
    holders: Mapping[Spot, frozenset[str]],
) -> dict[Spot, Group]:
    """The spots of one name together, apart where the text puts them in different areas, or makes an area of some."""
    by_name: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    for spot in spots:
        by_name[spot.key, spot.type or ("area" if spot in holders else "")].append(spot)
    found: dict[Spot, Group] = {}
    for (key, type_), alike in by_name.items():
        parts: dict[frozenset[str], list[Spot]] = defaultdict(list)
        last: frozenset[str] = next((inside[spot] for spot in alike if spot in inside), frozenset())
        for spot in alike:
            last = inside.get(spot, last)
            parts[last].append(spot)
        for codes, same in parts.items():
            group = Group(
                key=key,
                options=options[same[0]],
                inside=codes,
                holds=frozenset().union(*(holders.get(spot, frozenset()) for spot in same)),
                type=type_,
                weight=weight(same),
                open=not any(is_listed(option) for option in options[same[0]]),
            )
            found.update(dict.fromkeys(same, group))
    return found


def ranking(group: Group) -> list[tuple[float, Option]]:
    """The likeliest options of a name with their scores, the best first."""
    likely = sorted(zip(group.chances, group.options, strict=True), key=lambda pair: (-pair[0], pair[1].place.id))
    scored = (
        (round(agreed(option, likely[:WEIGHED]) * fitness(group, option), 3), option) for _, option in likely[:OFFERED]
    )
    return sorted(scored, key=lambda pair: (-pair[0], pair[1].place.id))


def _meaning(group: Group) -> dict[str, Any]:
    """What all toponyms of a group have in common: place, method, score and candidates."""
    ranked = ranking(group)
    score, best = ranked[0] if ranked else (0.0, None)
    return {
        "place": best.place if best and score >= RESOLVED else None,
        "method": best.method if best else None,
        "score": score,
        "candidates": tuple(candidate(option.place, score) for score, option in ranked),
    }


def weight(spots: Sequence[Spot]) -> float:
    """How much a name tells of others: for each time that it stands there as much as it is likely to be a place, at most three."""
    sure = sorted((1.0 / (1.0 + exp(-min(spot.worth, SURE))) for spot in spots), reverse=True)
    return min(MOST_WEIGHT, sure[0] + 0.5 * sum(sure[1:]))


def is_listed(option: Option) -> bool:
    """Whether somebody has listed the place under this name, so that no other need be thought of."""
    return option.method is Method.CURATED or bool(option.covers) or option.place.id.startswith("sayso:")


def fitness(group: Group, option: Option) -> float:
    """How well the name fits; a garbled or misspelt one decides where the text itself says in which area the place lies."""
    sure = option.method is Method.CURATED or (option.method is Method.FUZZY and option.quality >= ONE_SLIP)
    return max(option.quality, SETTLED) if sure and group.is_inside(option) else option.quality


def agreed(option: Option, likely: Sequence[tuple[float, Option]]) -> float:
    """How likely an option is, with what says the same: the division of a town's name that it lies in."""
    return min(1.0, sum(chance for chance, other in likely if other is option or says_the_same(option, other)))


def says_the_same(option: Option, other: Option) -> bool:
    """Whether another option would put a name on the same ground: a quarter of the town, the division or the state of its name."""
    if option.country != other.country or not option.codes:
        return False
    if option.place.precision is Precision.CITY:
        return kilometres(option.place, other.place) < BESIDE or bool(set(other.covers) & set(option.codes[1:]))
    return option.place.precision is Precision.COUNTRY and option.country in other.codes


def candidate(place: Place, score: float) -> Candidate:
    """A place with how well it fits."""
    return Candidate(
        id=place.id, name=place.name, country=place.country, admin1=place.admin1, lat=place.lat, lon=place.lon,
        precision=place.precision, score=score,
    )  # fmt: skip
