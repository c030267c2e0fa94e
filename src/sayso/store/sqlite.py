"""The ledger in a file: SQLite, one commit per batch, flushed before it is acknowledged."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, func, select

from sayso.errors import Redacted
from sayso.model.anchor import Anchor, anchor_of
from sayso.model.decision import Decision
from sayso.model.document import Rejection
from sayso.model.reading import Reading
from sayso.model.redaction import Redaction
from sayso.ports.ledger import Arrival, Found
from sayso.ports.proof import Signer
from sayso.proof.head import Head
from sayso.store import fts5
from sayso.store.connection import named_errors
from sayso.store.copies import SqliteCopies
from sayso.store.deciding import find_decisions, record_decision
from sayso.store.identity import DOCUMENT, SHOWN, identify, not_in_ledger, utc_now
from sayso.store.log import write_log
from sayso.store.proving import newest_head, prove
from sayso.store.record import record
from sayso.store.redacting import find_redactions, redact, scrub
from sayso.store.rows import ARRIVED, LATEST, LOG, READ, arrival_of, claim_at, document_of, reading_of
from sayso.store.schema import arrivals, documents, readings
from sayso.store.stories import SqliteStories
from sayso.store.words import Phrase, hit_in_claim, hit_in_document, phrases_of

PAGE = 500  # rows of the log held at a time: some 100 KB

CLAIM, CLUSTER, DECISION = "cl_", "cc_", "de_"  # how ids begin


class SqliteLedger:
    """Fulfils `ports.Ledger`. Several threads may read and several processes may open the file; writers take turns."""

    def __init__(
        self, engine: Engine, path: Path, clock: Callable[[], str] = utc_now, signer: Signer | None = None
    ) -> None:
        self._engine = engine
        self._path = path
        self._clock = clock
        self._signer = signer

    @contextmanager
    def _transaction(self, *, writes: bool = False) -> Iterator[Connection]:
        with (
            named_errors(self._path),
            self._engine.connect().execution_options(writes=writes) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def _recording(self) -> Iterator[tuple[Connection, str]]:
        """A transaction that writes, with its time; what it adds to the record is logged at its end."""
        with self._transaction(writes=True) as connection:
            at = self._clock()
            yield connection, at
            write_log(connection, at, self._signer)

    def append(self, batch: Sequence[Reading | Rejection]) -> Sequence[Arrival]:
        """Store a batch in one commit. LedgerBusy, LedgerError: nothing of it is stored."""
        inputs = [identify(item) for item in batch]  # before the ledger is locked
        if not inputs:
            return []
        with self._recording() as (connection, at):
            return [record(connection, each, at) for each in inputs]

    def arrivals(
        self, *, after: int = 0, before: int | None = None, limit: int | None = None, newest_first: bool = False
    ) -> Iterator[Arrival]:
        """The log between two numbers, a page at a time: a reader of the log holds up nobody."""
        number = arrivals.c.number
        while limit is None or limit > 0:
            wanted = LOG.where(number > after).limit(PAGE if limit is None else min(PAGE, limit))
            if before is not None:
                wanted = wanted.where(number < before)
            with self._transaction() as connection:
                page = connection.execute(wanted.order_by(number.desc() if newest_first else number)).all()
            yield from map(arrival_of, page)
            if len(page) < PAGE:
                return
            after, before = (after, page[-1].number) if newest_first else (page[-1].number, before)
            limit = None if limit is None else limit - len(page)

    def size(self) -> int:
        """How many texts there are; rows are never deleted, so the last number counts them."""
        with self._transaction() as connection:
            return connection.execute(select(func.max(documents.c.number))).scalar() or 0

    def readings(self) -> Iterator[Reading]:
        """The latest reading of each arrival, one in memory at a time."""
        after = 0
        while True:
            wanted = LATEST.where(arrivals.c.number > after).order_by(arrivals.c.number).limit(1)
            with self._transaction() as connection:
                row = connection.execute(wanted).first()
            if row is None:
                return
            yield reading_of(row)
            after = row.number

    def reading(self, id: str) -> Reading:
        """The newest reading that answers to the id, as it first arrived."""
        with self._transaction() as connection:
            for redaction in find_redactions(connection, self._document(connection, id)):
                raise Redacted(f"{redaction}; its place in the log stays")
            wanted = READ.where(readings.c.number == self._holder(connection, id)).order_by(arrivals.c.number).limit(1)
            row = connection.execute(wanted).one()
        return reading_of(row)

    def _entry(self, connection: Connection, id: str) -> str:
        candidates = sorted({*find_document_ids(connection, id), *fts5.find_entries(connection, id, SHOWN + 1)})
        entry = id if id in candidates else candidates[0] if len(candidates) == 1 else None
        if entry is None:
            raise not_in_ledger(id, candidates)
        return entry

    def _holder(self, connection: Connection, id: str) -> int:
        entry = self._entry(connection, id)
        if not entry.startswith(DOCUMENT):
            return fts5.newest_holder(connection, entry)
        newest = select(func.max(readings.c.number)).join(documents).where(documents.c.id == entry)
        number: int = connection.execute(newest).scalar_one()
        return number

    def _document(self, connection: Connection, id: str) -> int:
        holder = readings.c.number == self._holder(connection, id)
        number: int = connection.execute(select(readings.c.document).where(holder)).scalar_one()
        return number

    def search(self, words: str, *, limit: int = 50) -> Iterator[Found]:
        """Claims of the newest reading of each document, then documents, best first (bm25)."""
        phrases = phrases_of(words)
        if not phrases or limit < 1:
            return
        with self._transaction() as connection:
            claims = fts5.find_claims(connection, phrases, limit)
            numbers = fts5.find_documents(connection, phrases, limit - len(claims)) if len(claims) < limit else []
        for reading, place in claims:
            yield self._found_claim(phrases, reading, place)
        for number in numbers:
            yield self._found_document(phrases, number)

    def _found_claim(self, phrases: Sequence[Phrase], reading: int, place: int) -> Found:
        with self._transaction() as connection:
            row = connection.execute(READ.where(readings.c.number == reading).limit(1)).one()
        claim, document = claim_at(row, place), document_of(row)
        before, text, after = hit_in_claim(phrases, document, claim.spans)
        return Found(document=document.id, claim=claim.id, before=before, text=text, after=after)

    def _found_document(self, phrases: Sequence[Phrase], number: int) -> Found:
        with self._transaction() as connection:
            document = document_of(connection.execute(ARRIVED.where(arrivals.c.number == number)).one())
        before, text, after = hit_in_document(phrases, document)
        return Found(document=document.id, claim=None, before=before, text=text, after=after)

    def head(self) -> Head:
        """The head of the last commit."""
        with self._transaction() as connection:
            return newest_head(connection)

    def prove(self, id: str, *, since: Head | None = None) -> dict[str, Any]:
        """A proof of the document that answers to the id, of its arrivals and its readings."""
        with self._transaction() as connection:
            document = self._document(connection, id)
            rows = [("documents", document)]
            for table in (arrivals, readings):
                known = connection.execute(select(table.c.number).where(table.c.document == document)).scalars()
                rows += [(table.name, each) for each in known]
            return prove(connection, rows, (since.size, since.root) if since else None)

    def redact(self, id: str, *, by: str, reason: str) -> Redaction:
        """Take the words of a document out of the file; what was redacted before is only looked for once more."""
        with self._recording() as (connection, at):
            number = self._document(connection, id)
            if next(find_redactions(connection, number), None) is None:
                redact(connection, number, at=at, by=by, reason=reason)
            redaction = next(find_redactions(connection, number))
        with named_errors(self._path):
            scrub(self._engine)
        return redaction

    def decide(self, decision: Decision) -> Decision:
        """Write a decision down as it is now: with the full ids of its subjects, the time, and anchors of its claims."""
        with self._recording() as (connection, at):
            subjects = tuple(self._subject(connection, each) for each in decision.subjects)
            found = tuple(anchor for each in subjects for anchor in self._anchors(connection, each))
            whole = replace(decision, subjects=subjects, at=at, anchors=found)
            record_decision(connection, whole)
        return whole

    def decisions(self) -> Iterator[Decision]:
        """Every decision, the oldest first."""
        with self._transaction() as connection:
            found = list(find_decisions(connection))
        yield from found

    def _subject(self, connection: Connection, id: str) -> str:
        if id.startswith(CLUSTER):  # a cluster's id is none of an entry
            return id
        if not id.startswith(DECISION):
            return self._entry(connection, id)
        known = [each.id for each in find_decisions(connection) if each.id.startswith(id)]
        if len(known) != 1:
            raise not_in_ledger(id, known)
        return known[0]

    def _anchors(self, connection: Connection, id: str) -> Iterator[Anchor]:
        if id.startswith(CLAIM) and next(find_redactions(connection, self._document(connection, id)), None) is None:
            wanted = READ.where(readings.c.number == self._holder(connection, id)).order_by(arrivals.c.number).limit(1)
            reading = reading_of(connection.execute(wanted).one())
            yield from (anchor_of(reading, claim) for claim in reading.claims if claim.id == id)

    def redactions(self) -> Iterator[Redaction]:
        """Every redaction, the oldest first."""
        with self._transaction() as connection:
            found = list(find_redactions(connection))
        yield from found

    def stories(self) -> SqliteStories:
        """What documents and claims say about one another, in the same file."""
        return SqliteStories(self._transaction, self._recording)

    def copies(self) -> SqliteCopies:
        """Which documents were made from which, in the same file."""
        return SqliteCopies(self._transaction, self._recording)

    def close(self) -> None:
        """Let go of the file; the last to do so folds the write-ahead log into it."""
        self._engine.dispose()


def find_document_ids(connection: Connection, prefix: str) -> Iterator[str]:
    """Ids of documents that begin so, with or without the name of the digest, in order."""
    if not prefix.isascii() or not prefix:
        return
    known = documents.c.id
    for start in (prefix, DOCUMENT + prefix):
        wanted = select(known).where(known >= start, known < start + "~").order_by(known).limit(SHOWN + 1)
        yield from connection.execute(wanted).scalars()
