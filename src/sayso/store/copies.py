"""Copies in a ledger's file: `ports.copies.Copies` over the tables of `copy_tables`."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, func, insert, select

from sayso.model.copy import Change, Copy, Passage
from sayso.model.document import Document
from sayso.ports.copies import HOLDERS
from sayso.store.chunks import chunks
from sayso.store.copy_tables import copy_keys, copy_leads, copy_revisions
from sayso.store.log_tables import redactions
from sayso.store.rows import ARRIVED, document_of
from sayso.store.schema import arrivals

UNCOMPARED: Any = (
    select(arrivals.c.number)
    .where(
        arrivals.c.document.is_not(None),
        arrivals.c.document.not_in(select(redactions.c.document)),
        ~select(copy_revisions.c.number)
        .where(copy_revisions.c.arrival == arrivals.c.number)
        .correlate(arrivals)
        .exists(),
    )
    .order_by(arrivals.c.number)
)
REDACTED: Any = select(arrivals.c.number).where(arrivals.c.document.in_(select(redactions.c.document)))


class SqliteCopies:
    """Fulfils `ports.copies.Copies`; `transaction` opens one on the ledger's file, `recording` one that is logged, with its time."""

    def __init__(
        self,
        transaction: Callable[..., AbstractContextManager[Connection]],
        recording: Callable[[], AbstractContextManager[tuple[Connection, str]]],
    ) -> None:
        self._transaction = transaction
        self._recording = recording

    def uncompared(self) -> Sequence[int]:
        """Those that have no revision. They are compared in order, so that all before the last one that has one were."""
        with self._transaction() as connection:
            last: int | None = connection.execute(select(func.max(copy_revisions.c.arrival))).scalar()
            return list(connection.execute(UNCOMPARED.where(arrivals.c.number > (last or 0))).scalars())

    def document(self, arrival: int) -> Document:
        """With its arrival's own metadata."""
        with self._transaction() as connection:
            return document_of(connection.execute(ARRIVED.where(arrivals.c.number == arrival)).one())

    def append(self, keys: Mapping[int, Iterable[int]]) -> None:
        """A row per arrival and key that fewer than HOLDERS arrivals have; an arrival that is known is left alone."""
        with self._recording() as (connection, _):
            for number, own in keys.items():
                for some in chunks(own):
                    _append(connection, number, some)

    def beside(self, keys: Iterable[int], most: int) -> Sequence[tuple[int, int]]:
        """Grouped by the engine."""
        counts: Counter[int] = Counter()
        with self._transaction() as connection:
            for some in chunks(keys):
                wanted = select(copy_keys.c.arrival, func.count()).where(copy_keys.c.key.in_(some))
                for row in connection.execute(wanted.group_by(copy_keys.c.arrival)):
                    counts[row[0]] += row[1]
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]

    def kept(self, arrivals: Sequence[int]) -> Mapping[int, int]:
        """Counted by the index of arrivals."""
        counts = dict.fromkeys(arrivals, 0)
        with self._transaction() as connection:
            for some in chunks(arrivals):
                wanted = select(copy_keys.c.arrival, func.count()).where(copy_keys.c.arrival.in_(some))
                counts |= {row[0]: row[1] for row in connection.execute(wanted.group_by(copy_keys.c.arrival))}
        return counts

    def led_to(self, arrival: int) -> Sequence[int]:
        """Those that were ever led to it; comparing one too many changes nothing."""
        led = copy_leads.c.arrival
        wanted = select(led).where(copy_leads.c.earliest == arrival, led.not_in(REDACTED)).distinct()
        with self._transaction() as connection:
            return sorted(connection.execute(wanted).scalars())

    def record(self, found: Sequence[tuple[int, Mapping[int, Copy]]]) -> None:
        """A revision for each arrival of which something else is found than before, in one commit."""
        with self._recording() as (connection, at):
            for arrival, copies in found:
                body = [_plain(earliest, copy) for earliest, copy in copies.items()]
                if body == _latest(connection, arrival):
                    continue
                connection.execute(insert(copy_revisions), {"arrival": arrival, "at": at, "body": body})
                if copies:
                    leads = [{"arrival": arrival, "earliest": earliest} for earliest in copies]
                    connection.execute(insert(copy_leads), leads)

    def all_copies(self) -> Iterator[Copy]:
        """One arrival in memory at a time; a copy of a text that was redacted, or one that was, has no passages left to show."""
        with self._transaction() as connection:
            numbers = list(
                connection.execute(select(copy_leads.c.arrival).distinct().order_by(copy_leads.c.arrival)).scalars()
            )
        for arrival in numbers:
            yield from self.copies_of(arrival)

    def copies_of(self, arrival: int) -> Sequence[Copy]:
        """The body of the latest revision, with the texts of both ends; nothing of a text whose words are gone."""
        with self._transaction() as connection:
            body = _latest(connection, arrival)
            gone = set(connection.execute(REDACTED).scalars()) if body else set()
        there = [plain for plain in body or () if gone.isdisjoint((arrival, plain["earliest"]))]
        return [_copy(plain, self.document(arrival), self.document(plain["earliest"])) for plain in there]


def _append(connection: Connection, number: int, keys: Sequence[int]) -> None:
    column = copy_keys.c.key
    wanted = select(column, func.count(), func.max(copy_keys.c.arrival == number)).where(column.in_(keys))
    full = {row[0] for row in connection.execute(wanted.group_by(column)) if row[1] >= HOLDERS or row[2]}
    rows = [{"key": key, "arrival": number} for key in keys if key not in full]
    if rows:
        connection.execute(insert(copy_keys), rows)


def _latest(connection: Connection, arrival: int) -> list[dict[str, Any]] | None:
    wanted = select(copy_revisions.c.body).where(copy_revisions.c.arrival == arrival)
    body: list[dict[str, Any]] | None = connection.execute(
        wanted.order_by(copy_revisions.c.number.desc()).limit(1)
    ).scalar()
    return body


def _plain(earliest: int, copy: Copy) -> dict[str, Any]:
    return {
        "earliest": earliest,
        "passages": [
            [each.later.start, each.later.end, each.earliest.start, each.earliest.end] for each in copy.passages
        ],
        "share": copy.share,
        "changes": [change.value for change in copy.changes],
        "reasons": list(copy.reasons),
        "through": list(copy.through),
    }


def _copy(plain: Mapping[str, Any], later: Document, earliest: Document) -> Copy:
    return Copy(
        later=later,
        earliest=earliest,
        passages=tuple(
            Passage(later=later.span(start, end), earliest=earliest.span(from_start, from_end))
            for start, end, from_start, from_end in plain["passages"]
        ),
        share=plain["share"],
        changes=tuple(map(Change, plain["changes"])),
        reasons=tuple(plain["reasons"]),
        through=tuple(plain["through"]),
    )
