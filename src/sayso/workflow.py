"""The use cases: they take ports and open nothing."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeAlias

from sayso.annotate.read import Stages, read
from sayso.model.document import Document, Rejection
from sayso.model.reading import Reading
from sayso.ports import Arrival, Ingest, Ledger, Shard

COMMIT_EVERY = 50  # documents; FULL-synchronous SQLite: 238 documents/s one by one, 2,252 at 50, 4,016 at 500


Outcome: TypeAlias = Reading | Rejection
# As the built-in `map`; another one may have several items under way, but answers in their order.
Each: TypeAlias = Callable[
    [Callable[[Document | Rejection], Outcome], Iterable[Document | Rejection]], Iterator[Outcome]
]


def read_inputs(paths: Iterable[str], ingest: Ingest, by: Stages, *, each: Each = map) -> Iterator[Outcome]:
    """A Reading for every document behind the paths, a Rejection for every input that could not be read, in order."""
    return each(lambda item: read(item, by) if isinstance(item, Document) else item, ingest.documents(paths))


def read_shard(shard: Shard, ingest: Ingest, by: Stages) -> Iterator[Outcome]:
    """As `read_inputs`, for the stretches of files in one shard."""
    return (read(item, by) if isinstance(item, Document) else item for item in ingest.within(shard.pieces))


def add_inputs(
    paths: Iterable[str], ingest: Ingest, by: Stages, ledger: Ledger, *, each: Each = map
) -> Iterator[Arrival]:
    """Read the paths into the ledger, a commit per batch; an arrival is given out only when it is on disk."""
    yield from add_outcomes(read_inputs(paths, ingest, by, each=each), ledger)


def add_outcomes(outcomes: Iterable[Outcome], ledger: Ledger) -> Iterator[Arrival]:
    """What was read into the ledger, a commit per batch; an arrival is given out only when it is on disk."""
    waiting = iter(outcomes)
    while batch := list(islice(waiting, COMMIT_EVERY)):
        yield from ledger.append(batch)
