"""Pages of a long log: keyset paging by the number of an arrival, so that new arrivals never shift a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.errors import NotInLedger
from sayso.export.phrasing import title
from sayso.ports.ledger import Arrival, Found, Ledger

ROWS = 50  # on a page: about three screens, and far below what slows a browser
ANSWERS = 50  # of a search


@dataclass(frozen=True, slots=True)
class Listing:
    """Some arrivals, newest first; `before` starts the next page, None on the last one."""

    arrivals: Sequence[Arrival]
    before: int | None


def listing(ledger: Ledger, before: int | None) -> Listing:
    """The newest arrivals, or those that came before number `before`."""
    rows = list(ledger.arrivals(before=before, limit=ROWS + 1, newest_first=True))
    more = len(rows) > ROWS
    return Listing(rows[:ROWS], rows[ROWS - 1].number if more else None)


@dataclass(frozen=True, slots=True)
class Answer:
    """A stretch that answers a search, with the title of the document that holds it."""

    found: Found
    title: str
    outlet: str | None


def answers(ledger: Ledger, words: str) -> Iterator[Answer]:
    """The best answers to a search, each document looked up once."""
    known: dict[str, tuple[str, str | None]] = {}
    for found in ledger.search(words, limit=ANSWERS):
        if found.document not in known:
            known[found.document] = name_of(ledger, found.document)
        yield Answer(found, *known[found.document])


def name_of(ledger: Ledger, document: str) -> tuple[str, str | None]:
    """Title and outlet of a document."""
    try:
        reading = ledger.reading(document)
    except NotInLedger:  # taken out between the search and now
        return document, None
    return title(reading), reading.document.outlet


def without_each(words: str) -> tuple[str, ...]:
    """The search with one word less, for each of its words: what to try when nothing was found."""
    each = words.split()
    return (
        tuple(dict.fromkeys(" ".join(each[:at] + each[at + 1 :]) for at in range(len(each)))) if len(each) > 1 else ()
    )
