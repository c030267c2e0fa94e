"""The use cases: they take ports and open nothing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from sayso.annotate.read import Stages, read
from sayso.model.document import Document, Rejection
from sayso.model.reading import Reading
from sayso.ports import Arrival, Ingest, Ledger, Meanings

if TYPE_CHECKING:  # numpy, as in ports
    from sayso.relate.matching.collection import Known
    from sayso.relate.matching.search import Match

COMMIT_EVERY = 50  # documents; FULL-synchronous SQLite: 238 documents/s one by one, 2,252 at 50, 4,016 at 500


Outcome: TypeAlias = Reading | Rejection
# As the built-in `map`; another one may have several items under way, but answers in their order.
Each: TypeAlias = Callable[
    [Callable[[Document | Rejection], Outcome], Iterable[Document | Rejection]], Iterator[Outcome]
]


def read_inputs(paths: Iterable[str], ingest: Ingest, by: Stages, *, each: Each = map) -> Iterator[Outcome]:
    """A Reading for every document behind the paths, a Rejection for every input that could not be read, in order."""
    return each(lambda item: read(item, by) if isinstance(item, Document) else item, ingest.documents(paths))


def add_inputs(
    paths: Iterable[str], ingest: Ingest, by: Stages, ledger: Ledger, *, each: Each = map
) -> Iterator[Arrival]:
    """Read the paths into the ledger, a commit per batch; an arrival is given out only when it is on disk."""
    outcomes = read_inputs(paths, ingest, by, each=each)
    while batch := list(islice(outcomes, COMMIT_EVERY)):
        yield from ledger.append(batch)


def known_claims(paths: Iterable[str], ingest: Ingest) -> "Iterator[Known | Rejection]":
    """The records behind the paths as claims, or as what is looked for; one without an id is called by its place."""
    from sayso.relate.matching.collection import Known  # noqa: PLC0415 # numpy, which no other command should pay for

    for number, item in enumerate(ingest.documents(paths), 1):
        if isinstance(item, Document):
            yield Known(id=item.external_id or str(number), text=item.text, title=item.title or "")
        else:
            yield item


def match(
    asked: "Iterable[Known]", known: "Iterable[Known]", meanings: Meanings, *, top: int
) -> "Iterator[tuple[Known, Sequence[Match]]]":
    """For each that is asked the known claims that may say the same, at most `top`, best first."""
    from sayso.relate.matching.collection import Collection  # noqa: PLC0415 # as above
    from sayso.relate.matching.search import find_matches  # noqa: PLC0415 # as above

    collection = Collection(known, meanings)
    for each in asked:
        yield each, find_matches(each.text, collection, top)
