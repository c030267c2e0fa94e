"""The tables of what documents and claims say about one another; additive, made when a ledger is first related.

An arrival is indexed by the keys of its story and placed in one; its last place counts, since stories are merged. A revision is what was found in a story at a time; the latest
counts. Its members say which reading of which arrival it was made of, so that a text read anew is related anew.
"""

from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, Index, Integer, MetaData, String, Table, inspect, select

from sayso.store.rows import LATEST, latest
from sayso.store.schema import Exact, Json, arrival_readings, arrivals, documents, readings

STORY_TABLES = MetaData()
for borrowed in (documents, arrivals, readings, arrival_readings):
    borrowed.to_metadata(STORY_TABLES)

story_keys = Table(
    "story_keys",
    STORY_TABLES,
    Column("number", Integer, primary_key=True),
    Column("key", Exact, nullable=False),
    Column("arrival", ForeignKey("arrivals.number"), nullable=False),
    Column("day", Integer),  # null where the document has no date
    Index("arrivals_by_key", "key", "day"),
    Index("keys_of_arrival", "arrival"),
)

story_places = Table(
    "story_places",
    STORY_TABLES,
    Column("number", Integer, primary_key=True),
    Column("arrival", ForeignKey("arrivals.number"), nullable=False),
    Column("story", String, nullable=False),
    Index("arrivals_of_story", "story"),
    Index("stories_of_arrival", "arrival"),
)

story_revisions = Table(
    "story_revisions",
    STORY_TABLES,
    Column("number", Integer, primary_key=True),
    Column("story", String, nullable=False),
    Column("at", String, nullable=False),
    Column("body", Json, nullable=False),  # a Related
    Index("revisions_of_story", "story"),
)

story_members = Table(
    "story_members",
    STORY_TABLES,
    Column("number", Integer, primary_key=True),
    Column("revision", ForeignKey("story_revisions.number"), nullable=False),
    Column("arrival", ForeignKey("arrivals.number"), nullable=False),
    Column("reading", ForeignKey("readings.number"), nullable=False),
    Index("revisions_of_reading", "arrival", "reading"),
)

story_clusters = Table(
    "story_clusters",
    STORY_TABLES,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False),
    Column("story", String, nullable=False),
    Index("stories_of_cluster", "id"),
)

OWN = (story_keys, story_places, story_revisions, story_members, story_clusters)

UNRELATED: Any = (
    LATEST.where(
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


def is_related(connection: Connection) -> bool:
    """Whether the tables are there."""
    return inspect(connection).has_table(story_revisions.name)


def create_tables(connection: Connection) -> None:
    """The tables, and triggers that refuse to change or to delete a row of them."""
    if is_related(connection):
        return
    STORY_TABLES.create_all(connection, tables=OWN)
    for table in OWN:
        for change in ("UPDATE", "DELETE"):
            connection.exec_driver_sql(
                f"CREATE TRIGGER {table.name}_refuse_{change.lower()} BEFORE {change} ON {table.name} "
                f"BEGIN SELECT RAISE(ABORT, 'a ledger is only ever added to'); END"
            )
