"""An arrival made ready for comparison: its words, which of them are its own, its fingerprint, and since when it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cached_property

from sayso.model.document import Document
from sayso.relate.copying.fingerprints import fingerprint
from sayso.relate.copying.quoted import Own, find_own
from sayso.relate.copying.words import Words, words_of

NEVER = datetime.max.replace(tzinfo=UTC)
DAY_DIGITS = len("2026-03-01")


@dataclass(frozen=True, eq=False)
class Fingerprinted:
    """A document as it came in; `number` tells it from other arrivals of the same text and grows with arrival.

    `since` orders arrivals: by the time from which the text is known to stand, then the longer text (what is cut comes
    after what is whole), then by arrival. It is total, so lines of copies have one earliest.
    """

    number: int
    document: Document
    words: Words
    keys: Mapping[int, None]
    since: tuple[datetime, int, int]

    @cached_property
    def own(self) -> Own:
        """Which words are its own; of most that it is compared with nobody asks."""
        return find_own(self.document.text, self.words)


def fingerprinted(number: int, document: Document) -> Fingerprinted:
    """The arrival of a document under a number."""
    words = words_of(document.text)
    since = (known_since(document), -len(words), number)
    return Fingerprinted(number, document, words, fingerprint(words), since)


def known_since(document: Document) -> datetime:
    """The time from which a text is known to stand, in UTC.

    A day without an hour counts from its end: a text that stood at eight that morning is known to be earlier. Without a
    readable date of publication, when it was fetched; without that, later than all others. A time without a zone is UTC.
    """
    for written in (document.published_at, document.fetched_at):
        if written and (moment := _moment(written)):
            return moment
    return NEVER


def _moment(written: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(written)
        if len(written) <= DAY_DIGITS:
            moment = datetime.combine(moment.date(), time.max)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
