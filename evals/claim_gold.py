"""Passages whose claims are marked, as they are written: `claims/GUIDELINES.md` says what is a claim and what each field means.

Words are placed by `golden.only`: what stands in a passage more than once says which with `nth`. What cannot be placed without
doubt is a LedgerFault that names the passage.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from golden import LedgerFault, listed, only
from nested import marks

from sayso.model.claim import Change, ClaimKind, Voice
from sayso.model.document import Document, Span
from sayso.model.framing import TermVoice
from sayso.model.stance import Certainty, Polarity

FOLDER = Path(__file__).parent / "claims"
TEST = "test"  # kept apart
HALVES = ("dev", TEST)
FURTHER = ("more-a", "more-b")  # for development too, by two further annotators
FILES = (*HALVES, *FURTHER)
SECOND = "second"  # a further annotation of some of the passages, by somebody who has not seen the first
FEWEST = 44  # passages in a half, with some 480 claims: one claim moves the detection of a half by .002
WORDS = range(60, 161)  # of a passage
WHOSE = ("speaker", "narrator")
SLOTS = ("taker", "loser", "state", "challenger")
NEVER = "none"  # of a forecast without a deadline, or with a vague one
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One claim as it should be found; `subject` are words that it shares with another claim, and may be given or not.

    `hedges` are pairs of the words and whose they are. `change` lists what careful readers accept. `due` is None where no
    forecast is meant, and NEVER where it has no deadline.
    """

    spans: Spans
    subject: Spans
    kind: str
    voice: str
    source: Spans
    polarity: str
    certainty: str
    hedges: tuple[tuple[Span, str], ...]
    change: tuple[str, ...]
    place: str | None
    holder: str | None
    loser: str | None
    victims: Spans
    due: str | None
    deadline: Spans
    conditions: Spans
    probability: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A contested term where it stands, in whose voice, and which slot of its concept it favours."""

    span: Span
    voice: str
    favours: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A short text with all its claims and contested terms."""

    name: str
    document: Document
    claims: tuple[Marked, ...]
    terms: tuple[Term, ...]


def rows(half: str) -> list[dict[str, Any]]:
    """The passages of a half as they are written."""
    plain: list[dict[str, Any]] = tomllib.loads((FOLDER / f"{half}.toml").read_text(encoding="utf-8"))["passage"]
    return plain


def passages(half: str) -> tuple[Passage, ...]:
    """The passages of a half, in their order."""
    return tuple(map(passage, rows(half)))


def passage(row: Mapping[str, Any]) -> Passage:
    """One passage with its words placed; LedgerFault, naming the passage, where they do not fit."""
    document = Document(text=row["text"], title=row.get("title"), published_at=row["published_at"])
    try:
        return Passage(
            name=row["name"],
            document=document,
            claims=tuple(marked(document, each) for each in row.get("claim", [])),
            terms=tuple(
                Term(span=only(document, each["term"]), voice=each["voice"], favours=each["favours"])
                for each in row.get("term", [])
            ),
        )
    except LedgerFault as fault:
        raise LedgerFault(f"{row['name']}: {fault}") from fault


def marked(document: Document, row: Mapping[str, Any]) -> Marked:
    """One claim with its words placed; LedgerFault where they do not fit."""

    def placed(field: str) -> Spans:
        return tuple(only(document, words) for words in listed(row.get(field, [])))

    return Marked(
        spans=placed("spans"),
        subject=placed("shared"),
        kind=row["kind"],
        voice=row["voice"],
        source=placed("source"),
        polarity=row.get("polarity", Polarity.ASSERTED.value),
        certainty=row.get("certainty", Certainty.CERTAIN.value),
        hedges=tuple(
            (only(document, each if "nth" in each else each["text"]), each["whose"]) for each in row.get("hedges", [])
        ),
        change=tuple(row.get("change", [])),
        place=row.get("place"),
        holder=row.get("holder"),
        loser=row.get("loser"),
        victims=placed("victims"),
        due=row.get("due"),
        deadline=placed("deadline"),
        conditions=placed("conditions"),
        probability=placed("probability"),
    )


def check(halves: Iterable[str] = FILES) -> list[str]:
    """What is wrong with the passages; nothing where they are sound."""
    found, names = list[str](), Counter[str]()
    for half in halves:
        written = rows(half)
        names.update(row["name"] for row in written)
        if half in HALVES and len(written) < FEWEST:
            found.append(f"{half}: {len(written)} passages; expected {FEWEST} or more")
        for row in written:
            try:
                found += [f"{half}, {row['name']}: {wrong}" for wrong in faults(passage(row))]
            except LedgerFault as fault:
                found.append(f"{half}, {fault}")
    return found + [f"{name} names {times} passages" for name, times in names.items() if times > 1]


def faults(one: Passage) -> Iterator[str]:
    """What is wrong with one passage: its length, values that no field has, claims that lie in one another."""
    if (words := len(one.document.text.split())) not in WORDS:
        yield f"{words} words; expected {WORDS.start} to {WORDS.stop - 1}"
    for each in one.claims:
        yield from (f"{each.spans[0].text!r}: {wrong}" for wrong in wrongs(one.document, each))
    for first, second in combinations(one.claims, 2):
        if first.voice == second.voice and marks(first.spans) & marks(second.spans):
            yield f"{first.spans[0].text!r} and {second.spans[0].text!r} share words"
    for term in one.terms:
        if term.voice not in {*TermVoice} or term.favours not in SLOTS:
            yield f"{term.span.text!r}: {term.voice}, {term.favours}"


def wrongs(document: Document, each: Marked) -> Iterator[str]:
    """What is wrong with one claim."""
    if each.kind not in {*ClaimKind} or each.polarity not in {*Polarity} or each.certainty not in {*Certainty}:
        yield f"{each.kind}, {each.polarity}, {each.certainty}"
    if each.voice not in {*Voice} or (each.source and each.voice != Voice.SOURCE):
        yield f"voice {each.voice}"
    if wrong := {whose for _, whose in each.hedges} - {*WHOSE} | {*each.change} - {*Change}:
        yield f"{sorted(wrong)}"
    if (each.due is not None) != (each.kind == "forecast") or bool(each.change) != (each.kind == "control"):
        yield f"a {each.kind} with the fields of another kind, or without its own"
    if each.due not in (None, NEVER) and not (is_day(str(each.due)) and each.deadline):
        yield f"due {each.due}, {each.deadline}"
    names = (name for name in (each.place, each.holder, each.loser) if name)
    yield from (
        f"{name!r} does not stand in the passage" for name in names if name.lower() not in document.text.lower()
    )


def is_day(value: str) -> bool:
    """Whether it is an ISO day."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
