"""Readings as JSON: one per line, or one array."""

from collections.abc import Iterable, Iterator

from sayso.codec import encode
from sayso.model.document import Rejection
from sayso.model.reading import Reading


def jsonl(outcomes: Iterable[Reading | Rejection]) -> Iterator[bytes]:
    """One line per reading; an input that could not be read is an error object on its own line."""
    for outcome in outcomes:
        yield encode(outcome) + b"\n"


def array(outcomes: Iterable[Reading | Rejection]) -> Iterator[bytes]:
    """One JSON array with a line per reading, an array also for one document: who reads it needs no second case."""
    before = b"[\n"
    for outcome in outcomes:
        yield before + encode(outcome)
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"
