"""Relations, clusters, places and forecasts as rows of the output contract."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sayso.codec import to_plain
from sayso.model.relation import Cluster, Relation, RelationKind
from sayso.ports.ledger import Ledger
from sayso.relate.copies import copy_relation
from sayso.relate.decided import DecidedStories, added, judged
from sayso.relate.due import find_due
from sayso.workflow import decided_stories, standing_now

TABLES: Mapping[str, tuple[str, ...]] = {
    "relations": ("id", "kind", "from", "to", "score", "status", "reasons", "decided_by"),
    "clusters": ("id", "claims", "first_appearance", "documents", "outlets", "origins", "decided_by", "formerly"),
    "places": (
        "document",
        "external_id",
        "id",
        "text",
        "start",
        "end",
        "literal",
        "place",
        "lat",
        "lon",
        "method",
        "score",
    ),
    "forecasts": ("claim", "document", "external_id", "due", "state", "outcome", "decided_by", "evidence"),
}


def rows(what: str, ledger: Ledger, as_of: str) -> Iterator[dict[str, Any]]:
    """The rows of one of TABLES; `as_of` is the ISO day for which forecasts are asked."""
    makers: Mapping[str, Callable[[], Iterable[dict[str, Any]]]] = {
        "relations": lambda: map(relation, relations(ledger)),
        "clusters": lambda: clusters(ledger),
        "places": lambda: places(ledger),
        "forecasts": lambda: forecasts(ledger, as_of),
    }
    yield from makers[what]()


def relations(ledger: Ledger) -> Iterator[Relation]:
    """Copies first, then what claims say about one another, a story after the other, with the status that people gave them."""
    standing, copies = standing_now(ledger), set[tuple[str, str, str]]()
    for copy in map(copy_relation, ledger.copies().all_copies()):
        copies.add((copy.kind, copy.from_id, copy.to_id))
        yield judged(copy, standing)
    yield from (each for each in added(standing, copies) if each.kind is RelationKind.COPY)
    for story in DecidedStories(ledger.stories(), standing).all_related():
        yield from story.relations


def clusters(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """A row per cluster, as people have merged and split them; `formerly` are the ids that lead to it."""
    for story in decided_stories(ledger).all_related():
        formerly: dict[str, list[str]] = {}
        for old, new in story.redirects.items():
            formerly.setdefault(new, []).append(old)
        for each in story.clusters:
            yield {**cluster(each), "formerly": sorted(formerly.get(each.id, ()))}


def forecasts(ledger: Ledger, as_of: str) -> Iterator[dict[str, Any]]:
    """A row per forecast and arrival, with what a person says became of it."""
    outcomes = standing_now(ledger).outcomes
    for reading in ledger.readings():
        for each in find_due(reading, as_of):
            found = outcomes.get(each.claim)
            yield {
                **to_plain(each),
                "outcome": found.outcome if found else None,
                "decided_by": found.by if found else None,
                "evidence": list(found.evidence) if found else [],
            }


def relation(each: Relation) -> dict[str, Any]:
    """A relation's row; a copy also names the arrivals."""
    plain: dict[str, Any] = to_plain(each)
    ends = {"from": plain.pop("from_id"), "to": plain.pop("to_id")}
    arrivals = {name: plain.pop(name) for name in ("from_external_id", "to_external_id")}
    kind = plain.pop("kind")
    return {"id": each.id, "kind": kind} | ends | plain | (arrivals if each.kind is RelationKind.COPY else {})


def cluster(each: Cluster) -> dict[str, Any]:
    """A cluster's row."""
    plain: dict[str, Any] = to_plain(each)
    del plain["founder"]
    return plain


def places(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """A row per place's name in a text, with the place that it denotes where that is known."""
    for reading in ledger.readings():
        for each in reading.toponyms:
            found = each.place
            yield {
                "document": reading.document.id,
                "external_id": reading.document.external_id,
                "id": each.id,
                "text": each.span.text,
                "start": each.span.start,
                "end": each.span.end,
                "literal": each.literal,
                "place": found.name if found else None,
                "place_id": found.id if found else None,
                "lat": found.lat if found else None,
                "lon": found.lon if found else None,
                "method": each.method,
                "score": each.score,
            }
