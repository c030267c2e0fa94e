"""The use cases: they take ports and open nothing."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from itertools import islice
from typing import TypeAlias

from sayso.annotate.read import Stages, read
from sayso.codec import encode
from sayso.errors import NotInLedger
from sayso.model.document import Document, Rejection
from sayso.model.reading import Reading
from sayso.model.rereading import Changes, attached, changes
from sayso.model.standing import Standing, standing
from sayso.ports import Arrival, Ingest, Ledger, ProvableLedger
from sayso.proof.flaw import Flaw

COMMIT_EVERY = 50  # documents; FULL-synchronous SQLite: 238 documents/s one by one, 2,252 at 50, 4,016 at 500


Outcome: TypeAlias = Reading | Rejection
# As the built-in `map`; another one may have several items under way, but answers in their order.
Each: TypeAlias = Callable[
    [Callable[[Document | Rejection], Outcome], Iterable[Document | Rejection]], Iterator[Outcome]
]


def read_inputs(paths: Iterable[str], ingest: Ingest, by: Stages, *, each: Each = map) -> Iterator[Outcome]:
    """A Reading for every document behind the paths, a Rejection for every input that could not be read, in order."""
    return each(lambda item: read(item, by) if isinstance(item, Document) else item, ingest.documents(paths))


def reread(ledger: ProvableLedger, by: Stages) -> Iterator[Changes]:
    """Read again what another reader has read, and keep both readings; what changed is given out when it is on disk."""
    decisions = list(ledger.decisions())
    for before in ledger.readings():
        if before.made_by.reader != by.made_by.reader:
            after = read(before.document, by)
            ledger.append([after])
            yield changes(before, after, decisions)


def standing_now(ledger: ProvableLedger) -> Standing:
    """The decisions in force, by the ids that the newest readings give to what was decided about."""
    decisions, moved = list(ledger.decisions()), dict[str, str]()
    for document in dict.fromkeys(anchor.document for each in decisions for anchor in each.anchors):
        try:
            newest = ledger.reading(document)
        except NotInLedger:  # its words were redacted
            continue
        moved |= {each.was: each.now for each in attached(decisions, newest) if each.now}
    return standing(decisions, moved)


def reread_flaws(readings: Iterable[Reading], by: Stages) -> Iterator[Flaw | None]:
    """For each reading that this reader made: None where it makes the same bytes again, else what it makes now."""
    for kept in readings:
        if kept.made_by.reader == by.made_by.reader:
            again = read(kept.document, by)
            if encode(again) == encode(kept):
                yield None
            else:
                layers = [each.name for each in fields(again) if getattr(again, each.name) != getattr(kept, each.name)]
                cure = "the reading was changed, or this installation was: `sayso doctor` checks the latter"
                expected = f"what reader {kept.made_by.reader[:12]} finds in the text"
                yield Flaw(kind="readings", id=kept.document.id, expected=expected,
                           found=f"something else in {', '.join(layers)}", cure=cure)  # fmt: skip


def add_inputs(
    paths: Iterable[str], ingest: Ingest, by: Stages, ledger: Ledger, *, each: Each = map
) -> Iterator[Arrival]:
    """Read the paths into the ledger, a commit per batch; an arrival is given out only when it is on disk."""
    outcomes = read_inputs(paths, ingest, by, each=each)
    while batch := list(islice(outcomes, COMMIT_EVERY)):
        yield from ledger.append(batch)
