"""Stories in a ledger's file: `ports.Stories` over the tables of `story_tables`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, func, insert, select

from sayso.model.relation import Related
from sayso.ports.stories import Keyed, Member
from sayso.store.chunks import chunks
from sayso.store.rows import reading_of
from sayso.store.schema import arrivals
from sayso.store.settling import first_arrival, is_all_related, last_mark, newest, set_mark, unsettled_since
from sayso.store.story_rows import (
    LAST_PLACE,
    LATEST_READING,
    MEMBERS,
    UNRELATED,
    last,
    parts_of,
    related_of,
)
from sayso.store.story_tables import story_clusters, story_keys, story_members, story_places, story_revisions

EVERY = "."  # a key that every arrival has beside its own, and no word is: how many arrivals there are in some days
HOLDING = "(SELECT count(*) FROM (SELECT 1 FROM story_keys WHERE key = asked.column1 AND day {when} LIMIT {most}))"  # no more is looked at
# Rows as the driver gives them: a document has hundreds, and SQLAlchemy would cost as much again for each.
# Days within, and none, are asked for apart: by an OR of them SQLite would look through all days that a key was ever seen on.
ALIKE = (
    "WITH asked (key) AS (VALUES {keys}),"
    " shared AS (SELECT number, key, arrival FROM story_keys WHERE key IN asked AND day BETWEEN ? AND ?"
    " UNION ALL SELECT number, key, arrival FROM story_keys WHERE key IN asked AND day IS NULL)"
    " SELECT shared.key, shared.arrival, story_places.story FROM shared JOIN story_places USING (arrival) WHERE NOT EXISTS"
    " (SELECT 1 FROM story_places AS later WHERE later.arrival = shared.arrival AND later.number > story_places.number)"
    " ORDER BY shared.arrival, shared.number"
)


class SqliteStories:
    """Fulfils `ports.Stories`; `transaction` opens one on the ledger's file, `recording` one that is logged, with its time."""

    def __init__(
        self,
        transaction: Callable[..., AbstractContextManager[Connection]],
        recording: Callable[[], AbstractContextManager[tuple[Connection, str]]],
    ) -> None:
        self._transaction = transaction
        self._recording = recording
        self._totals: dict[tuple[int, int], int] = {}  # arrivals of the days last asked for

    def unrelated(self) -> Iterator[Member]:
        """One in memory at a time."""
        with self._transaction() as connection:
            first = first_arrival(connection, last_mark(connection))
        after = 0 if first is None else first - 1
        while first is not None:
            with self._transaction() as connection:
                row = connection.execute(UNRELATED.where(arrivals.c.number > after)).first()
            if row is None:
                return
            yield member_of(row)
            after = row.number

    def outlets(self) -> Sequence[str]:
        """Looked through."""
        with self._transaction() as connection:
            found = connection.execute(select(arrivals.c.outlet).where(arrivals.c.outlet.is_not(None)).distinct())
            return sorted(found.scalars())

    def index(self, keyed: Sequence[Keyed]) -> None:
        """A row per key."""
        with self._recording() as (connection, _):
            known = _indexed(connection, [each.arrival for each in keyed])
            rows = [
                {"key": key, "arrival": each.arrival, "day": each.day}
                for each in keyed
                if each.arrival not in known and each.keys
                for key in (*each.keys, EVERY)
            ]
            self._totals.clear()
            if rows:
                connection.execute(insert(story_keys), rows)

    def keyed(self, arrival: int) -> Keyed:
        """Read back."""
        own = (story_keys.c.arrival == arrival, story_keys.c.key != EVERY)
        wanted = select(story_keys.c.key, story_keys.c.day).where(*own)
        with self._transaction() as connection:
            rows = connection.execute(wanted.order_by(story_keys.c.number)).all()
        return Keyed(arrival=arrival, day=rows[0].day if rows else None, keys=tuple(row.key for row in rows))

    def frequencies(self, keys: Sequence[str], first: int, last: int, most: int) -> tuple[Mapping[str, int], int]:
        """Counted by the index of keys."""
        counts: dict[str, int] = {}
        with self._transaction() as connection:
            if (first, last) not in self._totals:
                self._totals = {(first, last): _count(connection, [EVERY], first, last, -1).get(EVERY, 0)}
            for some in chunks(keys):
                counts |= _count(connection, some, first, last, most)
        return counts, self._totals[first, last]

    def alike(self, keys: Sequence[str], first: int, last: int) -> Mapping[int, tuple[str, Sequence[str]]]:
        """Found by the index of keys and days."""
        found: dict[int, tuple[str, list[str]]] = {}
        with self._transaction() as connection:
            for some in chunks(keys):
                asked = {each.encode("utf-8", "surrogatepass"): each for each in some}
                statement = ALIKE.format(keys=", ".join(["(?)"] * len(asked)))
                for key, arrival, story in connection.exec_driver_sql(statement, (*asked, first, last)):
                    found.setdefault(arrival, (story, []))[1].append(asked[key])
        return found

    def place(self, arrivals: Mapping[int, str]) -> None:
        """A row per arrival."""
        with self._recording() as (connection, _):
            rows = [{"arrival": arrival, "story": story} for arrival, story in arrivals.items()]
            if rows:
                connection.execute(insert(story_places), rows)

    def story_of(self, arrival: int) -> str | None:
        """Looked up."""
        with self._transaction() as connection:
            wanted = select(story_places.c.story).where(story_places.c.arrival == arrival, LAST_PLACE)
            story: str | None = connection.execute(wanted).scalar()
        return story

    def arrivals(self, story: str) -> Sequence[int]:
        """Looked up by the index of stories."""
        wanted = select(story_places.c.arrival).where(story_places.c.story == story, LAST_PLACE)
        with self._transaction() as connection:
            return list(connection.execute(wanted.order_by(story_places.c.arrival)).scalars())

    def sizes(self, stories: Sequence[str]) -> Mapping[str, int]:
        """Counted by the index of stories."""
        wanted = select(story_places.c.story, func.count()).where(story_places.c.story.in_(stories), LAST_PLACE)
        with self._transaction() as connection:
            return {row[0]: row[1] for row in connection.execute(wanted.group_by(story_places.c.story))}

    def members(self, story: str) -> Sequence[Member]:
        """All of them in memory: a story has a size that fits."""
        with self._transaction() as connection:
            rows = connection.execute(MEMBERS.where(story_places.c.story == story)).all()
        return [member_of(row) for row in rows]

    def related(self, story: str) -> Related:
        """The body of the latest revision."""
        wanted = select(story_revisions.c.body, story_revisions.c.words).where(story_revisions.c.story == story)
        with self._transaction() as connection:
            row = connection.execute(wanted.order_by(story_revisions.c.number.desc()).limit(1)).first()
        return related_of(row) if row else Related()

    def unsettled(self) -> Sequence[str]:
        """Those that something has touched since all was settled are looked through, by the engine; where all is, that is marked."""
        with self._transaction() as connection:
            mark, now = last_mark(connection), newest(connection)
            found = unsettled_since(connection, mark)
            is_settled = not found and is_all_related(connection, mark)
        if is_settled and now != mark:
            with self._recording() as (connection, _):
                set_mark(connection, now)
        return sorted(found)

    def record(self, story: str, members: Sequence[Member], related: Related) -> None:
        """The revision, what it was made of, and the clusters by which it can be found."""
        with self._recording() as (connection, at):
            row = {"story": story, "at": at, **parts_of(related)}
            revision = connection.execute(insert(story_revisions), row).inserted_primary_key[0]  # type: ignore[index] # one row
            for each in members:
                latest = LATEST_READING.where(arrivals.c.number == each.arrival)
                reading = each.number or connection.execute(latest).scalar_one()
                values = {"revision": revision, "arrival": each.arrival, "reading": reading}
                connection.execute(insert(story_members), values)
            # A cluster that came from another story and ended in this one is found here, by the redirect from it.
            ids = dict.fromkeys([*(each.id for each in related.clusters), *related.redirects])
            known = _clusters(connection, list(ids), story)
            rows = [{"id": id, "story": story} for id in ids if id not in known]
            if rows:
                connection.execute(insert(story_clusters), rows)

    def all_related(self) -> Iterator[Related]:
        """One story in memory at a time."""
        with self._transaction() as connection:
            numbers = sorted(connection.execute(last).scalars())
        for number in numbers:
            wanted = select(story_revisions.c.body, story_revisions.c.words).where(story_revisions.c.number == number)
            with self._transaction() as connection:
                row = connection.execute(wanted).one()
            yield related_of(row)

    def revision(self) -> int:
        """The number of the newest row."""
        with self._transaction() as connection:
            number: int | None = connection.execute(select(func.max(story_revisions.c.number))).scalar()
        return number or 0

    def cluster_story(self, id: str) -> str | None:
        """Looked up by the whole id."""
        with self._transaction() as connection:
            wanted = select(story_clusters.c.story).where(story_clusters.c.id == id)
            wanted = wanted.order_by(story_clusters.c.number.desc()).limit(1)
            story: str | None = connection.execute(wanted).scalar()
        return story


def member_of(row: Any) -> Member:
    """A row of MEMBERS or UNRELATED."""
    return Member(arrival=row.number, reading=reading_of(row), number=row.reading)


def _count(connection: Connection, keys: Sequence[str], first: int, last: int, most: int) -> dict[str, int]:
    """How many arrivals of some days, or of none, have each key: at most so many, or all where that is negative."""
    counted = " + ".join(
        HOLDING.format(when=when, most=int(most)) for when in (f"BETWEEN {first:d} AND {last:d}", "IS NULL")
    )
    asked = ", ".join(["(?)"] * len(keys))
    found = connection.exec_driver_sql(
        f"SELECT column1, {counted} FROM (VALUES {asked}) AS asked",  # noqa: S608 # integers, and the keys are bound
        tuple(key.encode("utf-8", "surrogatepass") for key in keys),
    )
    counts = {key.decode("utf-8", "surrogatepass"): count for key, count in found if count}
    return {key: min(count, most) for key, count in counts.items()} if most >= 0 else counts


def _indexed(connection: Connection, arrivals: Sequence[int]) -> set[int]:
    known: set[int] = set()
    for some in chunks(arrivals):
        wanted = select(story_keys.c.arrival).where(story_keys.c.arrival.in_(some)).distinct()
        known |= set(connection.execute(wanted).scalars())
    return known


def _clusters(connection: Connection, ids: Sequence[str], story: str) -> set[str]:
    """Those of the clusters that are found in a story already; asked for by their ids, as the index is."""
    known: set[str] = set()
    for some in chunks(ids):
        wanted = select(story_clusters.c.id).where(story_clusters.c.id.in_(some), story_clusters.c.story == story)
        known |= set(connection.execute(wanted).scalars())
    return known
