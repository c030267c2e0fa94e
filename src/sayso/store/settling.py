"""Up to where a ledger was settled when it was last looked through: what came since is all that the next look is at.

Without it, each `relate` would look through every story there is to find the few that are not settled: 20 microseconds of an
arrival, 2 s of 100,000.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, insert, select, union

from sayso.store.chunks import chunks
from sayso.store.log_tables import redactions
from sayso.store.rows import LATEST
from sayso.store.schema import arrival_readings, arrivals, readings
from sayso.store.story_rows import LAST_PLACE, UNRELATED, last
from sayso.store.story_tables import story_marks, story_members, story_places, story_revisions

WATCHED = {"readings": arrival_readings, "places": story_places, "revisions": story_revisions, "redactions": redactions}
Mark = dict[str, int]  # the last row of each table that is watched


def last_mark(connection: Connection) -> Mark:
    """Up to where all was settled."""
    row = connection.execute(select(story_marks).order_by(story_marks.c.number.desc()).limit(1)).mappings().first()
    return {name: row[name] if row else 0 for name in WATCHED}


def newest(connection: Connection) -> Mark:
    """The last rows that there are."""
    return {name: connection.execute(select(func.max(table.c.number))).scalar() or 0 for name, table in WATCHED.items()}


def set_mark(connection: Connection, mark: Mark) -> None:
    """Say that all is settled up to these rows."""
    connection.execute(insert(story_marks), mark)


def first_arrival(connection: Connection, mark: Mark) -> int | None:
    """The first arrival that was read since, be it new or not; none where nothing was."""
    since = arrival_readings.c.number > mark["readings"]
    first: int | None = connection.execute(select(func.min(arrival_readings.c.arrival)).where(since)).scalar()
    return first


def is_all_related(connection: Connection, mark: Mark) -> bool:
    """Whether every arrival that was read since is in a revision of its story."""
    first = first_arrival(connection, mark)
    return first is None or connection.execute(UNRELATED.where(arrivals.c.number >= first)).first() is None


def unsettled_since(connection: Connection, mark: Mark) -> set[str]:
    """Stories of which something has changed since, and whose last revision is not made of what is in them now."""
    changed = union(
        select(story_places.c.arrival).where(story_places.c.number > mark["places"]),
        select(arrival_readings.c.arrival).where(arrival_readings.c.number > mark["readings"]),
        select(arrivals.c.number)
        .join(redactions, redactions.c.document == arrivals.c.document)
        .where(redactions.c.number > mark["redactions"]),
    )
    touched = union(
        select(story_places.c.story).where(story_places.c.arrival.in_(changed)),
        select(story_revisions.c.story).where(story_revisions.c.number > mark["revisions"]),
    )
    found: set[str] = set()
    for some in chunks(sorted(connection.execute(touched).scalars())):
        found |= {row.story for wanted in _differing(some) for row in connection.execute(wanted)}
    return found


def _differing(stories: Sequence[str]) -> Iterator[Any]:
    """What is in stories and in no last revision of them, and the other way round."""
    placed = LATEST.join(story_places, story_places.c.arrival == arrivals.c.number)
    there = placed.where(LAST_PLACE, story_places.c.story.in_(stories)).with_only_columns(
        story_places.c.story, arrivals.c.number, readings.c.number.label("reading")
    )
    revised = (
        select(story_revisions.c.story, story_members.c.arrival, story_members.c.reading)
        .join(story_members, story_members.c.revision == story_revisions.c.number)
        .where(story_revisions.c.number.in_(last.where(story_revisions.c.story.in_(stories))))
    )
    yield there.except_(revised)
    yield revised.except_(there)
