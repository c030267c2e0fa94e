"""Stories in a ledger's file: `ports.Stories` over the tables of `story_tables`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, func, insert, or_, select

from sayso.model.relation import Related
from sayso.ports.stories import Keyed, Member
from sayso.store.rows import reading_of
from sayso.store.schema import arrivals
from sayso.store.story_rows import (
    BEREFT,
    LAST_PLACE,
    LAST_REVISIONS,
    LATEST_READING,
    MEMBERS,
    UNRELATED,
    parts_of,
    related_of,
)
from sayso.store.story_tables import story_clusters, story_keys, story_members, story_places, story_revisions

Item = TypeVar("Item")
CHUNK = 500  # values in one statement: SQLite takes 32,766, older builds 999


class SqliteStories:
    """Fulfils `ports.Stories`; `transaction` opens one on the ledger's file, `recording` one that is logged, with its time."""

    def __init__(
        self,
        transaction: Callable[..., AbstractContextManager[Connection]],
        recording: Callable[[], AbstractContextManager[tuple[Connection, str]]],
    ) -> None:
        self._transaction = transaction
        self._recording = recording

    def unrelated(self) -> Iterator[Member]:
        """One in memory at a time."""
        after = 0
        while True:
            with self._transaction() as connection:
                row = connection.execute(UNRELATED.where(arrivals.c.number > after)).first()
            if row is None:
                return
            yield Member(arrival=row.number, reading=reading_of(row))
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
                if each.arrival not in known
                for key in each.keys
            ]
            if rows:
                connection.execute(insert(story_keys), rows)

    def keyed(self, arrival: int) -> Keyed:
        """Read back."""
        wanted = select(story_keys.c.key, story_keys.c.day).where(story_keys.c.arrival == arrival)
        with self._transaction() as connection:
            rows = connection.execute(wanted.order_by(story_keys.c.number)).all()
        return Keyed(arrival=arrival, day=rows[0].day if rows else None, keys=tuple(row.key for row in rows))

    def frequencies(self, keys: Sequence[str]) -> tuple[Mapping[str, int], int]:
        """Counted by the index of keys."""
        counts: dict[str, int] = {}
        with self._transaction() as connection:
            for some in _chunks(keys):
                wanted = select(story_keys.c.key, func.count()).where(story_keys.c.key.in_(some))
                counts |= {row[0]: row[1] for row in connection.execute(wanted.group_by(story_keys.c.key))}
            total = connection.execute(select(func.count(story_places.c.arrival.distinct()))).scalar() or 0
        return counts, total

    def alike(self, keys: Sequence[str], first: int, last: int) -> Mapping[int, tuple[str, Sequence[str]]]:
        """Found by the index of keys and days."""
        found: dict[int, tuple[str, list[str]]] = {}
        day = story_keys.c.day
        with self._transaction() as connection:
            for some in _chunks(keys):
                wanted = (
                    select(story_keys.c.key, story_keys.c.arrival, story_places.c.story)
                    .join(story_places, story_places.c.arrival == story_keys.c.arrival)
                    .where(LAST_PLACE, story_keys.c.key.in_(some), or_(day.is_(None), day.between(first, last)))
                )
                for row in connection.execute(wanted.order_by(story_keys.c.arrival, story_keys.c.number)):
                    found.setdefault(row.arrival, (row.story, []))[1].append(row.key)
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

    def sizes(self, stories: Sequence[str]) -> Mapping[str, int]:
        """Counted by the index of stories."""
        wanted = select(story_places.c.story, func.count()).where(story_places.c.story.in_(stories), LAST_PLACE)
        with self._transaction() as connection:
            return {row[0]: row[1] for row in connection.execute(wanted.group_by(story_places.c.story))}

    def members(self, story: str) -> Sequence[Member]:
        """All of them in memory: a story has a size that fits."""
        with self._transaction() as connection:
            rows = connection.execute(MEMBERS.where(story_places.c.story == story)).all()
        return [Member(arrival=row.number, reading=reading_of(row)) for row in rows]

    def related(self, story: str) -> Related:
        """The body of the latest revision."""
        wanted = select(story_revisions.c.body, story_revisions.c.words).where(story_revisions.c.story == story)
        with self._transaction() as connection:
            row = connection.execute(wanted.order_by(story_revisions.c.number.desc()).limit(1)).first()
        return related_of(row) if row else Related()

    def bereft(self) -> Sequence[str]:
        """Looked through."""
        with self._transaction() as connection:
            return list(connection.execute(BEREFT).scalars())

    def record(self, story: str, members: Sequence[Member], related: Related) -> None:
        """The revision, what it was made of, and the clusters by which it can be found."""
        with self._recording() as (connection, at):
            row = {"story": story, "at": at, **parts_of(related)}
            revision = connection.execute(insert(story_revisions), row).inserted_primary_key[0]  # type: ignore[index] # one row
            for each in members:
                reading = connection.execute(LATEST_READING.where(arrivals.c.number == each.arrival)).scalar_one()
                values = {"revision": revision, "arrival": each.arrival, "reading": reading}
                connection.execute(insert(story_members), values)
            known = set(
                connection.execute(select(story_clusters.c.id).where(story_clusters.c.story == story)).scalars()
            )
            rows = [{"id": each.id, "story": story} for each in related.clusters if each.id not in known]
            if rows:
                connection.execute(insert(story_clusters), rows)

    def all_related(self) -> Iterator[Related]:
        """One story in memory at a time."""
        after = 0
        while True:
            wanted = LAST_REVISIONS.where(story_revisions.c.number > after).limit(1)
            with self._transaction() as connection:
                row = connection.execute(wanted).first()
            if row is None:
                return
            yield related_of(row)
            after = row.number

    def cluster_story(self, id: str) -> str | None:
        """Looked up by the whole id."""
        with self._transaction() as connection:
            wanted = select(story_clusters.c.story).where(story_clusters.c.id == id)
            wanted = wanted.order_by(story_clusters.c.number.desc()).limit(1)
            story: str | None = connection.execute(wanted).scalar()
        return story


def _indexed(connection: Connection, arrivals: Sequence[int]) -> set[int]:
    known: set[int] = set()
    for some in _chunks(arrivals):
        wanted = select(story_keys.c.arrival).where(story_keys.c.arrival.in_(some)).distinct()
        known |= set(connection.execute(wanted).scalars())
    return known


def _chunks(items: Sequence[Item]) -> Iterator[list[Item]]:
    rest = iter(items)
    while some := list(islice(rest, CHUNK)):
        yield some
