"""Who stands behind each source: how often the entity named is the right one, and how far it can be identified.

`python evals/claimants.py` reads the passages of `claimants/dev.toml` and prints the figures twice: for the attributions that
the reader finds, and for the listed ones handed to the stage of claimants as they are, since finding attributions is another
part's matter. `--part test` reads the other half; its failures are shown to nobody. `--failures` prints what went wrong,
`--reader NAME` takes another reader, `--aim NAME` one of the two ways, `--check` only says whether the passages are sound.

Attributions pair as in `nested.py`. A claimant is right where every word of one name stands in the other, as in the scorer of
the war-news corpus; `apart` asks more: that the name fits no other claimant of the passage as well. `joined` counts pairs of
attributions of one claimant that were given one entity, `parted` those of two claimants that were given two.
"""

import argparse
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from golden import Entry, LedgerFault, entry, listed
from nested import Pairs, holder, pair, told
from score import Count, Figures, share

from sayso.annotate.claimants import find_claimants
from sayso.annotate.quotations import find_quotations
from sayso.annotate.sentences import find_sentences
from sayso.annotate.typography.rendering import Rendering
from sayso.errors import ConfigError
from sayso.model.attribution import Attribution, CueKind
from sayso.model.document import Document
from sayso.model.entity import Entity
from sayso.wiring import read

FOLDER = Path(__file__).parent / "claimants"
PARTS = ("dev", "test")
AIMS = ("found", "listed")
FEWEST = 32  # passages in a part, with MOST attributions or more: one of them moves a figure by less than .005
MOST = 215
WORDS = range(120, 301)  # of a passage
HOW = ("name", "pronoun", "role", "out-of-sentence", "document", "group")
ANONYMITY = ("named", "role", "vague", "none")
KINDS = ("person", "organisation", "group", "document", "place", "other")
APART = "test is kept apart: its failures are not shown, or it would turn into a second dev; use --part dev --failures"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A listed attribution with what is right for it: each field lists what careful readers accept."""

    entry: Entry
    claimant: tuple[str, ...]
    anonymity: tuple[str, ...]
    kind: tuple[str, ...]
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A short text with the attributions that are judged."""

    name: str
    style: str
    document: Document
    judged: tuple[Judged, ...]


def rows(part: str) -> list[dict[str, Any]]:
    """The passages of a part as they are written."""
    plain: list[dict[str, Any]] = tomllib.loads((FOLDER / f"{part}.toml").read_text(encoding="utf-8"))["passage"]
    return plain


def passage(row: Mapping[str, Any]) -> Passage:
    """One passage with its words placed; LedgerFault, naming the passage, where they do not fit."""
    document = Document(text=row["text"])
    made = list[Judged]()
    for each in row["attribution"]:
        accepted = {name: tuple(listed(each[name])) for name in ("claimant", "anonymity", "kind")}
        try:
            made.append(
                Judged(
                    entry=entry(document, {**each, "claimant": None, "anonymity": None}), how=each["how"], **accepted
                )
            )
        except LedgerFault as fault:
            raise LedgerFault(f"{row['name']}, n = {each['n']}: {fault}") from fault
    return Passage(name=row["name"], style=row["style"], document=document, judged=tuple(made))


def passages(part: str) -> tuple[Passage, ...]:
    """The passages of a part, in their order."""
    return tuple(map(passage, rows(part)))


def check() -> list[str]:
    """What is wrong with the passages; nothing where they are sound."""
    found, names = list[str](), Counter[str]()
    for part in PARTS:
        written = rows(part)
        names.update(row["name"] for row in written)
        attributions = sum(len(row["attribution"]) for row in written)
        if len(written) < FEWEST or attributions < MOST:
            found.append(f"{part}: {len(written)} passages, {attributions} attributions; expected {FEWEST} and {MOST}")
        for row in written:
            try:
                found += [f"{part}, {row['name']}: {wrong}" for wrong in faults(passage(row))]
            except LedgerFault as fault:
                found.append(f"{part}, {fault}")
    return found + [f"{name} names {times} passages" for name, times in names.items() if times > 1]


def faults(one: Passage) -> Iterator[str]:
    """What is wrong with one passage: its length, its numbers, its words."""
    if (words := len(one.document.text.split())) not in WORDS:
        yield f"{words} words; expected {WORDS.start} to {WORDS.stop - 1}"
    numbers = [each.entry.n for each in one.judged]
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"numbered {numbers}; expected 1 to {len(numbers)}"
    for each in one.judged:
        wrong = {*each.anonymity} - {*ANONYMITY} | {*each.kind} - {*KINDS} | {each.how} - {*HOW}
        if wrong or not (each.claimant and each.anonymity and each.kind):
            yield f"n = {each.entry.n}: {sorted(wrong) or 'nothing is said to be right'}"


def words_of(name: str) -> set[str]:
    """The words of a name by which it is compared."""
    return set(re.findall(r"\w+", name.casefold().replace("’s", "").replace("'s", ""))) - {"the"}


def same_name(one: str, other: str) -> bool:
    """Whether every word of one name stands in the other."""
    first, second = words_of(one), words_of(other)
    return bool(first and second) and (first <= second or second <= first)


def closeness(name: str, accepted: Iterable[str]) -> float:
    """Words shared, out of all, with the closest of the accepted names."""
    mine = words_of(name)
    return max((len(mine & words_of(each)) / max(1, len(mine | words_of(each))) for each in accepted), default=0.0)


def apart(name: str, each: Judged, others: Iterable[Judged]) -> bool:
    """Whether the name fits this claimant better than any other claimant of the passage."""
    mine = closeness(name, each.claimant)
    return all(closeness(name, other.claimant) < mine for other in others if not {*other.claimant} & {*each.claimant})


def read_found(one: Passage, reader: str) -> tuple[Sequence[Attribution], Sequence[Entity]]:
    """The attributions and entities of a reading."""
    reading = read(one.document, reader=reader)
    return reading.attributions, reading.entities


def read_listed(one: Passage) -> tuple[Sequence[Attribution], Sequence[Entity]]:
    """The listed attributions after the stage of claimants; they say nothing of whose words go on."""
    rendering = Rendering.of(find_quotations(one.document))
    entries = [each.entry for each in one.judged]
    given = [as_attribution(each, holder(each, entries), rendering) for each in entries]
    return find_claimants(one.document, find_sentences(one.document), given)


def as_attribution(one: Entry, outer: Entry | None, rendering: Rendering) -> Attribution:
    """A listed attribution as a stage of attributions would give it."""
    return Attribution(
        id=f"at_{one.n}",
        type=rendering.quote_type(one.cue or (), one.content),
        source=one.source,
        cue=one.cue or (),
        content=one.content,
        cue_kind=CueKind.SPEECH if one.cue else CueKind.OTHER,
        within=f"at_{outer.n}" if outer else None,
        confidence=1.0,
        engine="listed",
    )


def score(one: Passage, found: tuple[Sequence[Attribution], Sequence[Entity]], figures: Figures) -> list[str]:
    """Add one passage's counts to the figures; what went wrong, a line each."""
    attributions, entities = found
    known = {entity.id: entity for entity in entities}
    pairs = pair([each.entry for each in one.judged], attributions)
    figures.add("recall", share(each.entry.n in pairs for each in one.judged))
    lines = list[str]()
    for each in one.judged:
        match = pairs.get(each.entry.n)
        if match is None:
            continue
        entity = known.get(match.claimant or "")
        name = entity.name if entity else " ".join(span.text for span in match.source)
        right = any(same_name(name, wanted) for wanted in each.claimant)
        alone = right and apart(name, each, one.judged)
        graded = match.anonymity.value in each.anonymity
        figures.add("accuracy", share([right]))
        figures.add("apart", share([alone]))
        figures.add(f"accuracy: {each.how}", share([right]))
        figures.add("kind", share([entity is not None and entity.kind.value in each.kind]))
        figures.add("anonymity", share([graded]))
        figures.add(f"anonymity: {each.anonymity[0]}", share([graded]))
        if not alone or not graded:
            verdict = f"{name!r}, {match.anonymity.value}; wanted {'|'.join(each.claimant)}, {'|'.join(each.anonymity)}"
            lines.append(f"{each.how}: {verdict}  ← {told(each.entry)}")
    add_pairs(one, pairs, figures)
    return [f"── {one.name}", *lines] if lines else []


def add_pairs(one: Passage, pairs: Pairs, figures: Figures) -> None:
    """Count the pairs of attributions that should have one entity, and those that should have two."""
    for first, second in combinations([each for each in one.judged if each.entry.n in pairs], 2):
        ids = [pairs[each.entry.n].claimant for each in (first, second)]
        if {*first.claimant} & {*second.claimant}:
            figures.add("joined", share([ids[0] is not None and ids[0] == ids[1]]))
        else:
            figures.add("parted", share([ids[0] is None or ids[0] != ids[1]]))


def measure(part: str, aim: str, reader: str) -> tuple[Figures, list[str]]:
    """The figures of a part one way, and its failures."""
    figures, lines = Figures(), list[str]()
    for one in passages(part):
        lines += score(one, read_listed(one) if aim == "listed" else read_found(one, reader), figures)
    classes = [count for name, count in figures.counts.items() if name.startswith("anonymity: ")]
    rate = sum(count.f1 for count in classes) / max(1, len(classes))
    figures.add("anonymity, balanced (per mille)", Count(round(1000 * rate), 1000, 1000))
    return figures, lines


def table(title: str, figures: Figures) -> str:
    """Figures with what they were counted from, a line each."""
    lines = [f"{name:34} {count.f1:6.3f}   {count.hit} of {count.wanted}" for name, count in figures.counts.items()]
    return "\n".join([f"── {title}", *lines])


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; 1 where a passage is not sound."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, default="dev", help="which half")
    parser.add_argument("--aim", choices=AIMS, help="attributions as found, or as listed; both unless given")
    parser.add_argument("--reader", default="model", help="the reader that finds attributions")
    parser.add_argument("--failures", action="store_true", help="with --part dev: what went wrong, passage by passage")
    parser.add_argument("--check", action="store_true", help="only say whether the passages are sound")
    chosen = parser.parse_args(arguments)
    if chosen.check:
        wrong = check()
        print("\n".join(wrong) or "every passage is sound", file=sys.stderr if wrong else sys.stdout)
        return 1 if wrong else 0
    if chosen.failures and chosen.part != "dev":
        parser.error(APART)
    try:
        for aim in (chosen.aim,) if chosen.aim else AIMS:
            figures, lines = measure(chosen.part, aim, chosen.reader)
            print("\n".join([*(lines if chosen.failures else ()), table(f"{chosen.part}, {aim}", figures)]))
    except ConfigError as error:
        parser.error(str(error))
    return 0


if __name__ == "__main__":
    sys.exit(main())
