"""The use cases: they take ports and open nothing."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeAlias

from sayso.annotate.read import Stages, read
from sayso.model.document import Document, Rejection
from sayso.model.reading import Reading
from sayso.model.relation import Related
from sayso.ports import Arrival, Ingest, Ledger, Member, Stories
from sayso.relate.stories import WINDOW, Mastheads, choose_story, keyed, new_story
from sayso.relate.story import relate_story

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


def relate(ledger: Ledger) -> Iterator[Related]:
    """Find what the arrivals that are in no story yet say about the others; a story is given out when it is on disk.

    Whatever the order in which the arrivals of one call came in, the outcome is the same.
    """
    stories = ledger.stories()
    for story in _placed(stories):
        members = stories.members(story)
        related = relate_story(members, stories.related(story))
        stories.record(story, members, related)
        yield related


def _placed(stories: Stories) -> list[str]:
    """Put every arrival that has no story into one; the stories that have something new, in the order of their arrivals."""
    fresh: list[tuple[str, int, str]] = []  # day, number and the story that it would open
    mastheads = Mastheads(stories.outlets())
    for some in _batches(stories.unrelated()):
        stories.index([keyed(each.arrival, each.reading, mastheads) for each in some])
        documents = [(each.arrival, each.reading.document) for each in some]
        fresh += [(document.published_at or "", number, new_story(document)) for number, document in documents]
    touched: dict[str, None] = {}
    for _, number, own in sorted(fresh, key=lambda each: (each[0], each[2], each[1])):
        story = stories.story_of(number) or _nearest(stories, number, len(fresh)) or own
        stories.place({number: story})
        touched[story] = None
    return list(touched)


def _nearest(stories: Stories, number: int, pending: int) -> str | None:
    each = stories.keyed(number)
    first, last = (each.day - WINDOW, each.day + WINDOW) if each.day else (0, 10**7)
    alike = stories.alike(each.keys, first, last)
    frequencies, placed = stories.frequencies(each.keys)
    sizes = stories.sizes(sorted({story for story, _ in alike.values()}))
    return choose_story(each, alike, frequencies, placed + pending, sizes)


def _batches(members: Iterable[Member]) -> Iterator[list[Member]]:
    rest = iter(members)
    while some := list(islice(rest, COMMIT_EVERY)):
        yield some
