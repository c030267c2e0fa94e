"""Numbers in sentences: how many of them the stage of quantities finds, and how much of what they say.

`python evals/counted.py` reads the sentences of `quantities/dev.toml` and `quantities/test.toml` and prints the figures of each
part. `--part dev --failures` prints what went wrong in each sentence of that part, `--check` reads nothing and says whether the
sentences are sound. The failures of the test part are shown to nobody.

A found quantity and a listed one pair where their spans share a character, the same spans first; pairs are one to one.
A value is right where both sides are; of a vague numeral any least from half to one and a half times the listed one is.
Counts are what is counted one by one; measures (money, distances, percentages, shares) have a figure of their own.
"""

import argparse
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from golden import LedgerFault
from score import Figures, share

from sayso.annotate.quantities import find_quantities
from sayso.annotate.sentences import find_sentences
from sayso.model.document import Document, Span
from sayso.model.world import Quantity, Role

FOLDER = Path(__file__).parent / "quantities"
PARTS = ("dev", "test")
FEWEST = 125  # sentences in a part
NEAR = 0.001  # of a share that is written with four digits
ENTRY = re.compile(
    r"(?P<words>.+?)(?:#(?P<nth>\d+))?: (?P<about>~)?(?P<low>\d+(?:\.\d+)?)?(?P<open>\.\.)?(?P<high>\d+(?:\.\d+)?)?"
    r"(?: (?P<role>killed|injured|missing|displaced|captured))?(?: (?P<unit>(?!of \d)[A-Za-z][A-Za-z ]*?))?"
    r"(?: of (?P<whole>\d+))?(?: \((?P<noun>[^)]+)\))?"
)
APART = "test is kept apart: its failures are not shown, or it would turn into a second dev; use --part dev --failures"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One quantity as the sentence's author listed it; `whole` is the number, from one, of what it counts a part of."""

    span: Span
    low: float | None
    high: float | None
    approximate: bool
    role: str | None
    unit: str | None
    whole: int | None
    noun: str | None

    @property
    def measured(self) -> bool:
        """Whether it is money, a measure or a share."""
        return self.unit not in {None, "person"}

    @property
    def vague(self) -> bool:
        """Whether it is a vague numeral: "dozens"."""
        return self.approximate and self.high is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence or two with every quantity in them."""

    document: Document
    listed: tuple[Listed, ...]


def listed(document: Document, entry: str) -> Listed:
    """One line of `found` with its words placed; LedgerFault where it does not fit."""
    match = ENTRY.fullmatch(entry)
    if match is None:
        raise LedgerFault(f"{entry!r} is no entry; expected WORDS: VALUE ROLE UNIT of N (NOUN)")
    start = -1
    for _ in range(int(match["nth"] or 1)):
        start = place(document.text, match["words"], start + 1)
    if start < 0:
        raise LedgerFault(f"{match['words']!r} does not stand in {document.text!r}")
    low, high = (float(match[side]) if match[side] else None for side in ("low", "high"))
    return Listed(
        span=document.span(start, start + len(match["words"])),
        low=low,
        high=high if match["open"] else low,
        approximate=bool(match["about"]),
        role=match["role"],
        unit=match["unit"],
        whole=int(match["whole"]) if match["whole"] else None,
        noun=match["noun"],
    )


def place(text: str, words: str, start: int) -> int:
    """Where the words stand as whole words, from a place on; -1 where they do not."""
    found = re.compile(rf"(?<![\w.,]){re.escape(words)}(?![\w])").search(text, start)
    return found.start() if found else -1


def passages(part: str) -> tuple[Passage, ...]:
    """The sentences of a part, in their order; LedgerFault where one is not sound."""
    rows: list[Mapping[str, Any]] = tomllib.loads((FOLDER / f"{part}.toml").read_text(encoding="utf-8"))["passage"]
    made = []
    for row in rows:
        document = Document(text=row["text"])
        made.append(Passage(document=document, listed=tuple(listed(document, each) for each in row["found"])))
    return tuple(made)


def check() -> list[str]:
    """What is wrong with the sentences; nothing where they are sound."""
    found, texts = list[str](), list[str]()
    for part in PARTS:
        try:
            written = passages(part)
        except LedgerFault as fault:
            found.append(f"{part}: {fault}")
            continue
        texts += [each.document.text for each in written]
        if len(written) < FEWEST:
            found.append(f"{part}: {len(written)} sentences; expected {FEWEST} or more")
        for each in written:
            found += [f"{part}, {each.document.text!r}: {wrong}" for wrong in faults(each)]
    return found + [f"{text!r} stands twice" for text in sorted({text for text in texts if texts.count(text) > 1})]


def faults(one: Passage) -> Iterator[str]:
    """What is wrong with one sentence."""
    spans = [each.span for each in one.listed]
    if spans != sorted(spans):
        yield "not in the order of the text"
    if any(before.end > after.start for before, after in pairwise(spans)):
        yield "spans that overlap"
    if any(each.whole is not None and not 1 <= each.whole <= len(spans) for each in one.listed):
        yield "a part of nothing"


def pair(one: Passage, found: Sequence[Quantity]) -> dict[int, int]:
    """Listed quantities with what was found of them, by number: one to one, the same spans first, then the largest overlap."""
    ranked = sorted(
        (
            each.span != other.span,
            max(each.span.start, other.span.start) - min(each.span.end, other.span.end),
            at,
            number,
        )
        for number, each in enumerate(found)
        for at, other in enumerate(one.listed)
        if each.span.touches(other.span)
    )
    pairs: dict[int, int] = {}
    for *_, at, number in ranked:
        if at not in pairs and number not in pairs.values():
            pairs[at] = number
    return pairs


def value_right(one: Listed, found: Quantity) -> bool:
    """Whether both sides of a value are right."""
    if one.vague and one.low is not None:
        return found.low is not None and one.low / 2 <= found.low <= one.low * 1.5 and found.high is None
    return all(
        (wanted is None and got is None)
        or (wanted is not None and got is not None and abs(wanted - got) <= NEAR * wanted)
        for wanted, got in ((one.low, found.low), (one.high, found.high))
    )


def is_measure(found: Quantity) -> bool:
    """Whether a found quantity is money, a measure or a share."""
    return found.unit not in {None, "person"}


def score(one: Passage, found: Sequence[Quantity], figures: Figures) -> list[str]:
    """Add one sentence's counts to the figures, and say what went wrong."""
    pairs = pair(one, found)
    wrong = list[str]()
    for measured, name in ((False, "count"), (True, "measure")):
        wanted = [at for at, each in enumerate(one.listed) if each.measured is measured]
        got = [number for number, each in enumerate(found) if is_measure(each) is measured]
        right = {at for at in wanted if at in pairs and _right(one.listed[at], found[pairs[at]])}
        figures.add(f"{name}s: recall", share(at in right for at in wanted))
        figures.add(f"{name}s: precision", share(number in {pairs[at] for at in right} for number in got))
        wrong += [f"not right   {told(one.listed[at])}" for at in wanted if at not in right]
        wrong += [f"  found     {told(found[n])}" for n in got if n not in {pairs[at] for at in right}]
    wrong += _details(one, found, pairs, figures)
    return wrong


def _right(one: Listed, found: Quantity) -> bool:
    role = found.role.value if found.role else None
    return value_right(one, found) and role == one.role and (not one.measured or found.unit == one.unit)


def _details(one: Passage, found: Sequence[Quantity], pairs: Mapping[int, int], figures: Figures) -> Iterator[str]:
    """Count span, unit, approximation, noun and whole of what was found; say what is wrong with them."""
    for at, number in sorted(pairs.items()):
        wanted, got = one.listed[at], found[number]
        whole = found[pairs[wanted.whole - 1]].id if wanted.whole and wanted.whole - 1 in pairs else None
        noun = got.counted.text if got.counted else None
        judged = {
            "span": got.span == wanted.span,
            "unit": got.unit == wanted.unit,
            "approximate": got.approximate == wanted.approximate,
            "whole": got.part_of == whole,
        } | ({"noun": noun == wanted.noun} if wanted.noun else {})
        for name, right in judged.items():
            figures.add(f"found: {name}", share([right]))
        if not all(judged.values()):
            yield f"{', '.join(name for name, right in judged.items() if not right):11} {told(wanted)}"
            yield f"  found     {told(got)} ({noun})"


def told(one: Listed | Quantity) -> str:
    """A quantity on one line."""
    role = one.role.value if isinstance(one.role, Role) else one.role
    sides = "..".join("" if side is None else f"{side:g}" for side in (one.low, one.high))
    part = one.whole if isinstance(one, Listed) else one.part_of
    return f"{one.span.text}: {'~' if one.approximate else ''}{sides} {role} {one.unit}{f' of {part}' if part else ''}"


def measure(part: str) -> tuple[Figures, list[str]]:
    """The figures of a part, and its failures."""
    figures, lines = Figures(), list[str]()
    for one in passages(part):
        found = find_quantities(one.document, find_sentences(one.document))
        wrong = score(one, found, figures)
        if not one.listed:
            figures.add("sentences without one: left alone", share([not found]))
        lines += [f"── {one.document.text}", *wrong] if wrong else []
    return figures, lines


def table(part: str, figures: Figures) -> str:
    """A part's figures with what they were counted from, a line each."""
    return "\n".join([f"── {part}: {len(passages(part))} sentences", *figures.lines()])


def main(arguments: Iterable[str] | None = None) -> int:
    """The command line; 1 where a sentence is not sound."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, help="one part instead of both")
    parser.add_argument(
        "--failures", action="store_true", help="with --part dev: what went wrong, sentence by sentence"
    )
    parser.add_argument("--check", action="store_true", help="only say whether the sentences are sound")
    chosen = parser.parse_args(list(arguments) if arguments is not None else None)
    if chosen.check:
        wrong = check()
        print("\n".join(wrong) or "every sentence is sound", file=sys.stderr if wrong else sys.stdout)
        return 1 if wrong else 0
    if chosen.failures and chosen.part != "dev":
        parser.error(APART)
    for part in (chosen.part,) if chosen.part else PARTS:
        figures, lines = measure(part)
        print("\n".join([*(lines if chosen.failures else ()), table(part, figures)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
