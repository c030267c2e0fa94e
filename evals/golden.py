"""Golden articles and their ledgers, as people wrote them: words of the text, resolved here to spans.

A ledger names words, never offsets. Content, narrator's words, false friends and open stretches must stand in the text
once (or say `nth`); source, cue, addressee and occasion are the occurrence nearest to the content and outside it,
in its own paragraph before any other; hedges lie
inside it. What cannot be placed without doubt is a LedgerFault: the gate never guesses.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.model.document import Document, Span

FOLDER = Path(__file__).parent / "golden"
Spans = tuple[Span, ...]


class LedgerFault(ValueError):
    """A ledger says something that its article does not hold, or holds twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One attribution as it should be found; None means that the ledger does not judge it."""

    n: int
    content: Spans
    source: Spans
    cue: Spans | None
    type: str | None
    claimant: str | None
    anonymity: str | None
    within: int | None
    occasion: Spans
    addressee: Spans
    hedges: Spans
    denied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Narration:
    """A sentence or clause that the narrator asserts, with its hedges."""

    span: Span
    hedges: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Golden:
    """One article with everything that should be found in it."""

    name: str
    document: Document
    entries: tuple[Entry, ...]
    narrations: tuple[Narration, ...]
    false_friends: Spans
    open: Spans


def occurrences(document: Document, words: str) -> list[Span]:
    """Every place where the words stand as whole words."""
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return [document.span(*found.span()) for found in re.finditer(before + re.escape(words) + after, document.text)]


def only(document: Document, wanted: Any) -> Span:
    """The one place of the words, or the `nth` (from 1)."""
    words: str = wanted["text"] if isinstance(wanted, dict) else wanted
    nth: int | None = wanted["nth"] if isinstance(wanted, dict) else None
    found = occurrences(document, words)
    if nth is not None and 1 <= nth <= len(found):
        return found[nth - 1]
    if nth is None and len(found) == 1:
        return found[0]
    raise LedgerFault(f"{words!r} stands {len(found)} times in the text (nth = {nth}); expected once, or a fitting nth")


def gap(document: Document, span: Span, spans: Iterable[Span]) -> tuple[int, int]:
    """Paragraph ends, then characters, between a span and the nearest of the others."""

    def apart(other: Span) -> tuple[int, int]:
        between = document.text[min(span.end, other.end) : max(span.start, other.start)]
        return between.count("\n\n"), len(between)

    return min(apart(other) for other in spans)


def nearest(document: Document, wanted: Any, content: Spans, *, inside: bool = False) -> Span:
    """The place of the words nearest to the content, outside it (or inside it)."""
    if isinstance(wanted, dict):
        return only(document, wanted)
    places = [
        place for place in occurrences(document, wanted) if any(part.touches(place) for part in content) == inside
    ]
    ranked = sorted(places, key=lambda place: gap(document, place, content))
    if not ranked or (len(ranked) > 1 and gap(document, ranked[0], content) == gap(document, ranked[1], content)):
        where = "inside" if inside else "near"
        raise LedgerFault(f"{wanted!r} has no single place {where} {content[0].text!r}; say which with nth")
    return ranked[0]


def listed(value: Any) -> list[Any]:
    """One or several, as several."""
    return value if isinstance(value, list) else [value]


def entry(document: Document, row: dict[str, Any]) -> Entry:
    """One row of a ledger with its words placed."""
    content = tuple(only(document, words) for words in listed(row["content"]))

    def near(field: str) -> Spans:
        return tuple(nearest(document, words, content) for words in listed(row.get(field, [])))

    return Entry(
        n=row["n"],
        content=content,
        source=near("source"),
        cue=near("cue") if "cue" in row else None,
        type=row.get("type"),
        claimant=row.get("claimant"),
        anonymity=row.get("anonymity"),
        within=row.get("within"),
        occasion=near("occasion"),
        addressee=near("addressee"),
        hedges=tuple(nearest(document, words, content, inside=True) for words in row.get("hedges", [])),
        denied=row.get("denied", False),
    )


def narration(document: Document, row: dict[str, Any]) -> Narration:
    """A narrator's assertion with its words placed."""
    span = only(document, row["words"])
    return Narration(
        span=span, hedges=tuple(nearest(document, words, (span,), inside=True) for words in row.get("hedges", []))
    )


def golden(path: Path) -> Golden:
    """One article and its ledger; LedgerFault, naming the file, where they do not fit."""
    plain = tomllib.loads(path.read_text(encoding="utf-8"))
    document = Document(
        text=plain["text"], title=plain["title"], outlet=plain["outlet"], published_at=plain["published_at"]
    )
    try:
        return Golden(
            name=path.stem,
            document=document,
            entries=tuple(entry(document, row) for row in plain["attribution"]),
            narrations=tuple(narration(document, row) for row in plain.get("narrator", [])),
            false_friends=tuple(only(document, words) for words in plain.get("false_friends", [])),
            open=tuple(only(document, words) for words in plain.get("open", [])),
        )
    except LedgerFault as fault:
        raise LedgerFault(f"{path.name}: {fault}") from fault


def golden_set(folder: Path = FOLDER) -> tuple[Golden, ...]:
    """Every golden article, in the order of the file names."""
    return tuple(golden(path) for path in sorted(folder.glob("*.toml")))


def digest(folder: Path = FOLDER) -> str:
    """SHA-256 over names and bytes of the golden files."""
    whole = hashlib.sha256()
    for path in sorted(folder.glob("*.toml")):
        whole.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()
