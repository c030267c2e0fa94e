"""Attributions inside attributions and quotations over paragraphs: how many of them a reader finds.

`python evals/nested.py` reads the passages of `nested/dev.toml` and `nested/test.toml` and prints the figures of each part.
`--reader NAME` takes another reader than the one that learned, `--part dev --failures` prints what went wrong in each passage of that
part, `--check` reads nothing and says whether the passages are sound. The failures of the test part are shown to nobody.

A found attribution and a listed one may pair where their contents share half of their letters and digits or more
(those in both, out of those in either) and their cues share one, or either has no cue; pairs are one to one, best first.

A reader may give a quotation over paragraphs as one attribution or as one for each paragraph. Here only the former counts as
the quotation; `--fold` counts both alike, as the gate does.
"""

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from golden import Entry, LedgerFault, entry
from score import Figures, folded, share
from show import joined

from sayso.errors import ConfigError
from sayso.model.attribution import Attribution
from sayso.model.document import Document, Span
from sayso.wiring import read

FOLDER = Path(__file__).parent / "nested"
PARTS = ("dev", "test")
ALIKE = 0.5  # of the letters and digits: two contents are the same one
FEWEST = 65  # passages in a part: with fewer, one passage would move a figure by more than .01
WORDS = range(30, 141)  # of a passage: shorter ones have no context, longer ones belong to the golden set
Pairs = Mapping[int, Attribution]  # what was found, by the number of the listed attribution
APART = "test is kept apart: its failures are not shown, or it would turn into a second dev; use --part dev --failures"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A short text with every attribution in it; what is found of the optional ones neither helps nor hurts."""

    name: str
    document: Document
    required: tuple[Entry, ...]
    optional: tuple[Entry, ...]

    @property
    def listed(self) -> tuple[Entry, ...]:
        """Every attribution, required or not."""
        return self.required + self.optional

    @property
    def over_paragraphs(self) -> tuple[Entry, ...]:
        """The required attributions whose content runs over a paragraph's end."""
        return tuple(each for each in self.required if runs_over(self.document, each.content))


def runs_over(document: Document, content: Sequence[Span]) -> bool:
    """Whether a content starts in one paragraph and goes on in another."""
    return any("\n\n" in document.text[one.end : two.start] for one, two in pairwise(sorted(content)))


def passage(row: Mapping[str, Any]) -> Passage:
    """One passage with its words placed; LedgerFault, naming the passage, where they do not fit."""
    document = Document(text=row["text"])
    required, optional = list[Entry](), list[Entry]()
    for each in row["attribution"]:
        try:
            (optional if each.get("optional") else required).append(entry(document, each))
        except LedgerFault as fault:
            raise LedgerFault(f"{row['name']}, n = {each['n']}: {fault}") from fault
    return Passage(name=row["name"], document=document, required=tuple(required), optional=tuple(optional))


def rows(part: str) -> list[dict[str, Any]]:
    """The passages of a part as they are written."""
    plain: list[dict[str, Any]] = tomllib.loads((FOLDER / f"{part}.toml").read_text(encoding="utf-8"))["passage"]
    return plain


def passages(part: str) -> tuple[Passage, ...]:
    """The passages of a part, in their order."""
    return tuple(passage(row) for row in rows(part))


def holder(one: Entry, others: Iterable[Entry]) -> Entry | None:
    """The attribution whose content holds cue and content of this one; of several, the one with the shortest content."""

    def holds(other: Entry) -> bool:
        inner = (*one.content, *(one.cue or ()))
        larger = sum(map(len, other.content)) > sum(map(len, one.content))
        return larger and all(any(outer.covers(span) for outer in other.content) for span in inner)

    return min(filter(holds, others), key=lambda other: sum(map(len, other.content)), default=None)


def check() -> list[str]:
    """What is wrong with the passages; nothing where they are sound."""
    found, names = list[str](), Counter[str]()
    for part in PARTS:
        written = rows(part)
        names.update(row["name"] for row in written)
        if len(written) < FEWEST:
            found.append(f"{part}: {len(written)} passages; expected {FEWEST} or more")
        for row in written:
            try:
                found += [f"{part}, {row['name']}: {wrong}" for wrong in faults(passage(row))]
            except LedgerFault as fault:
                found.append(f"{part}, {fault}")
    return found + [f"{name} names {times} passages" for name, times in names.items() if times > 1]


def faults(one: Passage) -> Iterator[str]:
    """What is wrong with one passage: its length, its numbers, and who is within whom."""
    if (words := len(one.document.text.split())) not in WORDS:
        yield f"{words} words; expected {WORDS.start} to {WORDS.stop - 1}"
    numbers = sorted(each.n for each in one.listed)
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"numbered {numbers}; expected 1 to {len(numbers)}, each once"
    for each in one.listed:
        outer = holder(each, one.listed)
        if (outer.n if outer else None) != each.within:
            yield f"n = {each.n} is within {each.within}; the content that holds it is that of {outer and outer.n}"
        if outer in one.optional and each in one.required:
            yield f"n = {each.n} is required and within {each.within}, which is optional: nobody could nest it"


def marks(spans: Iterable[Span] | None) -> set[int]:
    """The places of the letters and digits in the spans."""
    return {span.start + at for span in spans or () for at, char in enumerate(span.text) if char.isalnum()}


def alike(one: Iterable[Span] | None, two: Iterable[Span] | None) -> float:
    """Letters and digits in both, out of those in either."""
    first, second = marks(one), marks(two)
    return len(first & second) / len(first | second) if first | second else 0.0


def fits(one: Entry, found: Attribution) -> bool:
    """Whether the two may pair."""
    cues = not one.cue or not found.cue or bool(marks(one.cue) & marks(found.cue))
    return cues and alike(one.content, found.content) >= ALIKE


def pair(entries: Iterable[Entry], found: Sequence[Attribution]) -> Pairs:
    """Listed attributions with what was found of them, by number: one to one, the most alike first."""
    ranked = sorted(
        (
            *(-alike(getattr(one, role), getattr(each, role)) for role in ("content", "cue", "source")),
            one.n,
            at,
        )
        for one in entries
        for at, each in enumerate(found)
        if fits(one, each)
    )
    pairs: dict[int, Attribution] = {}
    taken: set[int] = set()
    for *_, n, at in ranked:
        if n not in pairs and at not in taken:
            pairs[int(n)] = found[int(at)]
            taken.add(int(at))
    return pairs


def exact(one: Entry, found: Attribution | None) -> bool:
    """Whether source, cue and content have all the same letters and digits."""
    roles = ("source", "cue", "content")
    return found is not None and all(marks(getattr(one, role)) == marks(getattr(found, role)) for role in roles)


def beyond(one: Passage, found: Iterable[Attribution], pairs: Pairs) -> list[Attribution]:
    """What was found and is neither listed nor optional."""
    taken = {each.id for each in pairs.values()}
    return [
        each
        for each in found
        if each.id not in taken and all(alike(other.content, each.content) < ALIKE for other in one.optional)
    ]


def score(one: Passage, found: Sequence[Attribution], figures: Figures) -> Pairs:
    """Add one passage's counts to the figures, and say what was paired."""
    pairs = pair(one.required, found)
    nested = [each for each in one.required if each.within]

    def count(name: str, entries: Iterable[Entry], holds: Callable[[Entry], bool]) -> None:
        figures.add(name, share(map(holds, entries)))

    def seen(each: Entry) -> bool:
        return each.n in pairs

    def right(each: Entry) -> bool:
        return exact(each, pairs.get(each.n))

    def placed(each: Entry) -> bool:
        outer = pairs.get(each.within or 0)
        return outer is not None and pairs[each.n].within == outer.id

    wrong = {each.id for each in beyond(one, found, pairs)}
    count("recall", one.required, seen)
    count("nested_recall", nested, seen)
    figures.add("precision", share(each.id not in wrong for each in found))
    count("exact", one.required, right)
    count("within", filter(seen, nested), placed)
    long = one.over_paragraphs
    count("paragraphs: recall", one.required if long else (), seen)
    count("paragraphs: exact", one.required if long else (), right)
    count("their long quotations: recall", long, seen)
    count("their long quotations: exact", long, right)
    return pairs


def failures(one: Passage, found: Sequence[Attribution], pairs: Pairs) -> Iterator[str]:
    """What went wrong in one passage, a line each; its name first where anything did."""
    lines = list[str]()
    for each in one.required:
        match = pairs.get(each.n)
        if match is None:
            lines.append(f"missed   {told(each)}")
        elif not exact(each, match):
            lines += [f"inexact  {told(each)}", f"  found  {told(match)}"]
        if match and each.within and match.within != getattr(pairs.get(each.within), "id", ""):
            lines.append(f"not within {each.within}  {told(each)}")
    lines += [f"beyond   {told(each)}" for each in beyond(one, found, pairs)]
    if lines:
        yield f"── {one.name}"
        yield from lines


def told(one: Entry | Attribution) -> str:
    """An attribution on one line: source, cue, content."""
    return " | ".join(joined(spans or ()).replace("\n", " ") for spans in (one.source, one.cue, one.content))


def together(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """What was found, with further paragraphs of a quotation as part of the first; what they held is within the whole."""
    whole = folded(document, found)
    kept = {each.id for each in whole}
    into = {
        part.id: each.id
        for part in found
        if part.id not in kept
        for each in whole
        if set(part.content) <= set(each.content)
    }
    return [replace(each, within=into.get(each.within or "", each.within)) for each in whole]


def measure(part: str, reader: str, *, fold: bool = False) -> tuple[Figures, list[str]]:
    """The figures of a part, and its failures."""
    figures, lines = Figures(), list[str]()
    for one in passages(part):
        found: Sequence[Attribution] = read(one.document, reader=reader).attributions
        found = together(one.document, found) if fold else found
        lines += failures(one, found, score(one, found, figures))
    return figures, lines


def table(part: str, figures: Figures) -> str:
    """A part's figures with what they were counted from, a line each."""
    return "\n".join([f"── {part}: {len(rows(part))} passages", *figures.lines()])


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; 1 where a passage is not sound."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, help="one part instead of both")
    parser.add_argument("--reader", default="model", help="the reader that reads the passages")
    parser.add_argument("--failures", action="store_true", help="with --part dev: what went wrong, passage by passage")
    parser.add_argument(
        "--fold", action="store_true", help="a quotation's further paragraphs count as part of the first"
    )
    parser.add_argument("--check", action="store_true", help="only say whether the passages are sound")
    chosen = parser.parse_args(arguments)
    if chosen.check:
        wrong = check()
        print("\n".join(wrong) or "every passage is sound", file=sys.stderr if wrong else sys.stdout)
        return 1 if wrong else 0
    if chosen.failures and chosen.part != "dev":
        parser.error(APART)
    try:
        for part in (chosen.part,) if chosen.part else PARTS:
            figures, lines = measure(part, chosen.reader, fold=chosen.fold)
            print("\n".join([*(lines if chosen.failures else ()), table(part, figures)]))
    except ConfigError as error:
        parser.error(str(error))
    return 0


if __name__ == "__main__":
    sys.exit(main())
