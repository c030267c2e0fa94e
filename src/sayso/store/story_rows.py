"""Rows of the tables of stories: what is asked of them, and how a revision's words are kept apart."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import func, select

from sayso.codec import from_plain, to_plain
from sayso.model.relation import Related
from sayso.store.rows import LATEST, latest
from sayso.store.schema import arrival_readings, arrivals, readings
from sayso.store.story_tables import story_members, story_places, story_revisions

UNRELATED: Any = (
    LATEST.add_columns(readings.c.number.label("reading"))
    .where(
        ~select(story_members.c.number)
        .where(story_members.c.arrival == arrivals.c.number, story_members.c.reading == readings.c.number)
        .correlate(arrivals, readings)
        .exists()
    )
    .order_by(arrivals.c.number)
    .limit(1)
)
later = story_places.alias()
LAST_PLACE: Any = ~(
    select(later.c.number)
    .where(later.c.arrival == story_places.c.arrival, later.c.number > story_places.c.number)
    .correlate(story_places)
    .exists()
)
MEMBERS: Any = (
    LATEST.add_columns(readings.c.number.label("reading"))
    .join(story_places, story_places.c.arrival == arrivals.c.number)
    .where(LAST_PLACE)
    .order_by(arrivals.c.number)
)
LATEST_READING: Any = (
    select(arrival_readings.c.reading)
    .select_from(arrival_readings.join(arrivals, arrivals.c.number == arrival_readings.c.arrival))
    .where(arrival_readings.c.number == latest)
)
last = select(func.max(story_revisions.c.number)).group_by(story_revisions.c.story)


def parted(plain: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """A plain Related without its reasons, and they: `relations` a list each, `origins` one each."""
    words = {
        "relations": [each["reasons"] for each in plain["relations"]],
        "origins": [origin["reason"] for origin in _origins(plain)],
    }
    return joined(plain, {}), words


def joined(body: Mapping[str, Any], words: Mapping[str, Any] | None) -> dict[str, Any]:
    """A plain Related of its parts; without words each reason is empty."""
    reasons = iter((words or {}).get("relations", ()))
    of_origins = iter((words or {}).get("origins", ()))
    return {
        **body,
        "relations": [{**each, "reasons": next(reasons, [])} for each in body["relations"]],
        "clusters": [
            {**each, "origins": [{**origin, "reason": next(of_origins, "")} for origin in each["origins"]]}
            for each in body["clusters"]
        ],
    }


def parts_of(related: Related) -> dict[str, Any]:
    """The columns of a revision."""
    body, words = parted(to_plain(related))
    return {"body": body, "words": words}


def related_of(row: Any) -> Related:
    """A revision's row."""
    return from_plain(Related, joined(row.body, row.words))


def _origins(plain: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    return (origin for each in plain["clusters"] for origin in each["origins"])
