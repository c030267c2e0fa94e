"""The use cases: they take ports and open nothing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from sayso.annotate.read import Stages, read
from sayso.errors import InputError, NotInLedger
from sayso.model.decision import Decision, DecisionKind
from sayso.model.document import Document, Rejection
from sayso.model.reading import Reading
from sayso.model.redaction import Redaction
from sayso.model.relation import Related
from sayso.model.rereading import Changes, attached, changes
from sayso.model.standing import Standing, standing
from sayso.ports.ingest import Ingest
from sayso.ports.ledger import Arrival, Ledger
from sayso.ports.meanings import Meanings
from sayso.ports.proof import ProvableLedger
from sayso.ports.stories import Stories
from sayso.proof.flaw import Flaw
from sayso.relate.copies import update_copies
from sayso.relate.decided import DecidedStories
from sayso.relate.placing import place_arrivals
from sayso.relate.story import relate_story

if TYPE_CHECKING:  # numpy, as in ports
    from sayso.relate.matching.collection import Known
    from sayso.relate.matching.search import Match

CLUSTER = "cc_"  # how the ids of clusters begin
COMMIT_EVERY = 50  # documents; FULL-synchronous SQLite: 238 documents/s one by one, 2,252 at 50, 4,016 at 500
COMPARED_AT_ONCE = 500  # arrivals; their words are in memory together, 10 MB

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


def redact(ledger: ProvableLedger, id: str, *, by: str, reason: str) -> Redaction:
    """Take the words of a document out, and relate anew the stories that it was in; NotInLedger, LedgerBusy.

    What is cut short here is done by the next `redact` of the document, or the next `relate`.
    """
    redaction = ledger.redact(id, by=by, reason=reason)
    stories = ledger.stories()
    for story in stories.unsettled():
        _related(stories, story)
    return redaction


def standing_now(ledger: Ledger) -> Standing:
    """The decisions in force, by the ids that the newest readings give to what was decided about."""
    decisions, moved = list(ledger.decisions()), dict[str, str]()
    for document in dict.fromkeys(anchor.document for each in decisions for anchor in each.anchors):
        try:
            newest = ledger.reading(document)
        except NotInLedger:  # its words were redacted
            continue
        moved |= {each.was: each.now for each in attached(decisions, newest) if each.now}
    return standing(decisions, moved)


def decided_stories(ledger: Ledger) -> DecidedStories:
    """What was found in stories, and over it what people decided: for whoever shows it. `ledger.stories()` has the machine's."""
    return DecidedStories(ledger.stories(), standing_now(ledger))


def decide(ledger: Ledger, decision: Decision) -> Decision:
    """Write a decision down. A cluster that is merged is named by the claim that founded it: its id may lead elsewhere one day.

    InputError where whole clusters are split, NotInLedger where something is not there.
    """
    if decision.kind is DecisionKind.SPLIT and any(each.startswith(CLUSTER) for each in decision.subjects):
        raise InputError("decision", "split of a cluster; expected the claims that become a cluster of their own")
    if decision.kind is DecisionKind.MERGE:
        decision = replace(decision, subjects=tuple(_founder(ledger, each) for each in decision.subjects))
    return ledger.decide(decision)


def _founder(ledger: Ledger, id: str) -> str:
    if not id.startswith(CLUSTER):
        return id
    founders: dict[str, str] = {}
    redirects: dict[str, str] = {}
    for story in decided_stories(ledger).all_related():
        founders |= {each.id: each.founder for each in story.clusters}
        redirects |= story.redirects
    found = {redirects.get(each, each) for each in (*founders, *redirects) if each.startswith(id)}
    if len(found) != 1 or not found <= founders.keys():
        raise NotInLedger(f"{id!r} is the id of {len(found)} clusters; `sayso export --what clusters` lists them all")
    return founders[found.pop()]


def reread_flaws(readings: Iterable[Reading], by: Stages) -> Iterator[Flaw | None]:
    """For each reading that this reader made: None where it makes the same bytes again, else what it makes now."""
    from sayso.codec import encode  # noqa: PLC0415 # pydantic, which no other command should pay for

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


def read_documents(items: Iterable[Document | Rejection], by: Stages) -> Iterator[Outcome]:
    """A Reading for every document, in order; what is none stays as it is."""
    return (read(item, by) if isinstance(item, Document) else item for item in items)


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


def relate(
    ledger: Ledger, placed: Callable[[], None] = lambda: None, all_placed: Callable[[], None] = lambda: None
) -> Iterator[Related]:
    """Find what the arrivals that are in no story yet say about the others; a story is given out when it is on disk.

    Whatever the order in which the arrivals of one call came in, the outcome is the same. `placed` is called for each arrival that is
    put into a story, `all_placed` before the first story is related.
    """
    stories = ledger.stories()
    touched = place_arrivals(stories, placed)
    all_placed()
    for story, merged in touched.items():
        yield _related(stories, story, merged)
    while unsettled := stories.unsettled():
        yield from (_related(stories, story) for story in unsettled)


def _related(stories: Stories, story: str, merged: Sequence[str] = ()) -> Related:
    members = stories.members(story)
    earlier = [stories.related(name) for name in (story, *merged)]
    before = Related(
        clusters=tuple(cluster for each in earlier for cluster in each.clusters),
        redirects={old: new for each in earlier for old, new in each.redirects.items()},
    )
    related = relate_story(members, before)
    stories.record(story, members, related)
    for each in merged:
        stories.record(each, (), Related())
    return related


def relate_copies(ledger: Ledger) -> Iterator[int]:
    """Find what arrivals that were not compared yet are copies of, and what is a copy of them; an arrival is given out
    when what was found for it is on disk.
    """  # noqa: D205  # one sentence
    copies = ledger.copies()
    fresh = iter(copies.uncompared())
    while some := list(islice(fresh, COMPARED_AT_ONCE)):
        found = list(update_copies(some, copies, copies.document, copies.led_to))
        copies.record(found)
        yield from (number for number, _ in found)


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
