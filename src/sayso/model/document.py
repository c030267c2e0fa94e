"""The text as published, the spans that point into it, and what became of an input."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import Any

from sayso.errors import InputError, OffsetError

# One character spelled as two code points: JSON would give it back as one, and every offset behind it would lie.
SURROGATE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of `Document.text`, counted in Unicode code points, with the words that stand there.

    Named after the W3C TextPositionSelector (`start`, `end`) and TextQuoteSelector (`exact`, here `text`).
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        """Refuse a stretch that cannot hold its words."""
        if not 0 <= self.start <= self.end or self.end - self.start != len(self.text):
            raise OffsetError(
                f"span {self.start}:{self.end} has {len(self.text)} characters; "
                "expected 0 <= start <= end and as many characters as code points: make spans with Document.span"
            )

    def __len__(self) -> int:
        """Length in code points."""
        return self.end - self.start

    def covers(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A part of an input that was not read, and why: bytes `start` to `end` (null: to its end)."""

    reason: str
    start: int
    end: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text as published, with where, when and by whom; it never changes.

    `id` is `sha256:` and the digest of the UTF-8 text; `found_in` says where each piece of metadata was found
    ("json-ld", "meta", "record" ...); `raw_sha256` is the digest of the bytes that the text was extracted from, where
    it was; `cuts` are the parts of the input that are not in the text. Dates are ISO 8601, a day or a time.
    """

    text: str
    id: str = ""
    external_id: str | None = None
    path: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    published_at: str | None = None
    fetched_at: str | None = None
    raw_sha256: str | None = None
    found_in: Mapping[str, str] = field(default_factory=dict)
    cuts: tuple[Cut, ...] = ()

    def __post_init__(self) -> None:
        """Give the document its id; refuse one that belongs to another text, and a text that no JSON can carry."""
        if pair := SURROGATE_PAIR.search(self.text):
            raise InputError(
                "surrogate-pair",
                f"characters {pair.start()} and {pair.end() - 1} are the two halves of one character; expected it whole: "
                "text.encode('utf-16', 'surrogatepass').decode('utf-16', 'surrogatepass') joins them",
            )
        digest = "sha256:" + hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        if self.id not in ("", digest):
            raise OffsetError(f"document id {self.id} belongs to another text; expected {digest}, or none")
        object.__setattr__(self, "id", digest)

    def span(self, start: int, end: int) -> Span:
        """The span from code point `start` to `end`; OffsetError where the text has no such stretch."""
        return Span(start, end, self.text[start:end])


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """An input that could not be read: a stable `kind` for programs, a `message` for people, and which input."""

    kind: str
    message: str
    path: str | None = None
    external_id: str | None = None


def spans_in(value: Any) -> Iterable[Span]:
    """Every span anywhere inside a value of the model, in the order of its fields."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)
    else:
        for name in _fields_of(value.__class__):
            yield from spans_in(getattr(value, name))


@cache
def _fields_of(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()


def check_spans(value: Any, text: str) -> None:
    """Raise OffsetError where a span inside the value does not quote the text."""
    for span in spans_in(value):
        if span.text != text[span.start : span.end]:
            raise OffsetError(
                f"span {span.start}:{span.end} says {span.text!r}; the text has {text[span.start : span.end]!r} there"
            )
