"""The lists of names, times, places and figures in the ledger pane: what each is taken for, and how that came about."""

from collections.abc import Iterator, Sequence

from sayso.export.cards import Lookup, Row, definitions, reference, references, spaced, ways
from sayso.export.markup import Html, element, joined, visible
from sayso.export.phrasing import plural, written
from sayso.export.things import KINDS, Kind, Thing, Things, anchor_of
from sayso.export.world import (
    BOUNDS,
    METHODS,
    PRECISIONS,
    TYPES,
    amount,
    coordinates,
    day,
    distance,
    extent,
    place_name,
    value,
)
from sayso.model.days import day_of
from sayso.model.document import Span
from sayso.model.entity import Entity
from sayso.model.world import Candidate, Quantity, Timex, Toponym

MOST_MENTIONS = 24  # listed on a card: four lines of pronouns; all of them are lit in the text


def thing_lists(found: Things, of: Lookup) -> Iterator[Html]:
    """A heading and a list for each kind of which there is one; where not all are shown, the heading says so."""
    for kind in KINDS:
        if all_ := found[kind.layer]:
            yield thing_list(kind, [thing for thing in all_ if thing.id in of.things], len(all_), of)


def thing_list(kind: Kind, shown: Sequence[Thing], count: int, of: Lookup) -> Html:
    """The things shown of one kind, of which there are so many."""
    told = f"{count:,}" if len(shown) == count else f"the first {len(shown):,} of {count:,}"
    return element(
        "section",
        element("h2", f"{kind.title} ({told})"),
        element("ol", *(thing_card(thing, of) for thing in shown), class_="cards"),
        class_=f"things {kind.layer}",
    )


def thing_card(thing: Thing, of: Lookup) -> Html:
    """One thing: its words, what it is, and the rows of its kind."""
    form, rows = told(thing, of)
    words = thing.value.name if isinstance(thing.value, Entity) else written(thing.spans)
    return element(
        "li",
        element(
            "h3",
            element("bdi", visible(words), class_="words"),
            " ",
            element("span", form, class_="form"),
            *ways(thing.id, words)[0 if thing.spans else 1 :],
        ),
        definitions(rows),
        class_="card",
        id=thing.id,
        tabindex="-1",
        data_at=of.article.at(thing.spans),
    )


def told(thing: Thing, of: Lookup) -> tuple[str, Sequence[Row]]:
    """What the head of a thing's card calls it, and what its rows say."""
    match thing.value:
        case Entity() as entity:
            return entity.kind.value, tuple(name_rows(entity, thing, of))
        case Timex() as timex:
            return TYPES[timex.type] + (", vague" if timex.vague else ""), tuple(time_rows(timex, of))
        case Toponym() as toponym:
            form = PRECISIONS[toponym.place.precision] if toponym.place else "not resolved"
            return form, tuple(place_rows(toponym))
        case Quantity() as quantity:
            return "approximate" if quantity.approximate else "", tuple(figure_rows(quantity, of))


def name_rows(entity: Entity, thing: Thing, of: Lookup) -> Iterator[Row]:
    """Titles, the entries on its word, and every mention."""
    yield "Titles", ", ".join(entity.titles)
    entries = of.claimed.get(entity.id, ())
    yield "Entries", spaced(element("a", str(entry.number), href=f"#{entry.id}") for entry in entries)
    mentions = [mention(span, anchor_of(thing, at)) for at, span in enumerate(thing.spans[:MOST_MENTIONS])]
    more = len(thing.spans) - len(mentions)
    yield "Mentions", joined(spaced(mentions), f" and {plural(more, 'more', 'more')}" if more else "")


def mention(span: Span, anchor: str) -> Html:
    """A link to the words of one mention."""
    return element("a", element("bdi", visible(written([span]))), href=f"#{anchor}")


def time_rows(timex: Timex, of: Lookup) -> Iterator[Row]:
    """The value, its limits, and what it was counted from."""
    yield "Value", value(timex)
    yield "Means", extent(timex) if extent(timex) != value(timex) else ""
    yield "Limit", BOUNDS[timex.bound] if timex.bound else ""
    yield "Counted", counted(timex, of)


def counted(timex: Timex, of: Lookup) -> Html:
    """How a time was computed: from the day of publication, from another time, or from its own words."""
    if timex.anchor is None:
        return joined("from its own words alone")
    if timex.anchor == "published_at":
        anchor = day_of(of.reading.document.published_at)
        origin = joined("from the day of publication, ", day(anchor.isoformat()) if anchor else "which is not known")
    else:
        thing = of.things.get(timex.anchor)
        other = thing.value if thing and isinstance(thing.value, Timex) else None
        anchor = day_of(other.earliest) if other and other.earliest == other.latest else None
        means = extent(other) if other else ""
        origin = joined("from ", reference(timex.anchor, of), f", {means}" if means else "")
    steps = distance(timex, anchor)
    return joined(origin, f": {steps}" if steps else "")


def place_rows(toponym: Toponym) -> Iterator[Row]:
    """The place chosen and by what method, whether the ground is meant, and all candidates."""
    place = toponym.place
    if place:
        yield "Place", place_name(place)
        yield "Lies at", coordinates(place)
    else:
        yield "Place", "none: " + ("no candidate fits well enough" if toponym.candidates else "no candidate was found")
    yield "Found by", f"{METHODS[toponym.method]}, score {toponym.score:.2f}" if toponym.method else ""
    yield "Meant", "the place itself" if toponym.literal else "those who act in its name, not the ground"
    taken = place.id if place else None
    yield "Candidates", joined(*(candidate(each, taken=each.id == taken) for each in toponym.candidates))


def candidate(place: Candidate, *, taken: bool) -> Html:
    """A place that the name may denote."""
    words = f"{place_name(place)} · {PRECISIONS[place.precision]} · {coordinates(place)} · score {place.score:.2f}"
    return element("span", visible(words), " · taken" if taken else "", class_="candidate")


def figure_rows(quantity: Quantity, of: Lookup) -> Iterator[Row]:
    """How many of what, what became of them, and which figure holds which."""
    yield "Amount", amount(quantity)
    yield "Of", written([quantity.counted]) if quantity.counted else ""
    yield "Unit", quantity.unit or ""
    yield "Role", quantity.role or ""
    yield "Part of", reference(quantity.part_of, of) if quantity.part_of else ""
    yield "Holds", references(of.parts.get(quantity.id, ()), of)
