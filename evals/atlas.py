"""Where a reader errs on articles whose attributions are known: figures by group, and the kinds of error by how often they occur.

`python evals/atlas.py CORPORA/polnear/dev.jsonl [--reader NAME]` prints Markdown tables for the model card: counts and figures, and no
text of a corpus. An attribution counts as found where cues share a character, best overlap first, one to one; figures are shares of
gold attributions (recall) and of found ones (precision) whose spans are all the same, white space aside.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sayso.annotate.naming.nouns import nouns
from sayso.model.attribution import Attribution
from sayso.model.document import Document
from sayso.wiring import read

ROLES = ("source", "cue", "content")
SHORT, LONG = 60, 200  # characters of a content
Places = frozenset[int]


@dataclass(frozen=True, slots=True)
class Known:
    """One gold attribution as places in its text."""

    text: str
    roles: Mapping[str, Places]

    def words(self, role: str) -> list[str]:
        """The words of a role, in lower case."""
        return "".join(self.text[at] if at in self.roles[role] else " " for at in range(len(self.text))).lower().split()


@dataclass(slots=True)
class Atlas:
    """Hits, found and gold by group; errors by kind."""

    groups: dict[str, dict[str, list[int]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(lambda: [0, 0]))
    )
    errors: Counter[str] = field(default_factory=Counter)
    gold: int = 0

    def add(self, group: str, name: str, *, hit: bool) -> None:
        """Count one gold attribution of a group."""
        count = self.groups[group][name]
        count[0] += hit
        count[1] += 1


def places(spans: Iterable[Sequence[int]], text: str) -> Places:
    """The characters of spans, white space aside."""
    return frozenset(at for start, end in spans for at in range(start, end) if not text[at].isspace())


def of(attribution: Attribution, text: str) -> dict[str, Places]:
    """A found attribution as places."""
    return {role: places([(span.start, span.end) for span in getattr(attribution, role)], text) for role in ROLES}


def pairs(found: Sequence[Mapping[str, Places]], gold: Sequence[Known]) -> dict[int, int]:
    """The found attribution of each gold one, best first."""
    rated = sorted(
        (-sum(len(one[role] & other.roles[role]) / max(1, len(one[role] | other.roles[role])) for role in ROLES), p, g)
        for p, one in enumerate(found)
        for g, other in enumerate(gold)
        if one["cue"] & other.roles["cue"]
    )
    taken: dict[int, int] = {}
    for _, p, g in rated:
        if g not in taken and p not in taken.values():
            taken[g] = p
    return taken


def chart(record: Mapping[str, Any], found: Sequence[Attribution], atlas: Atlas) -> None:
    """Add one document."""
    text = record["text"]
    ours = [of(each, text) for each in found if not each.within]
    gold = [Known(text, {role: places(each[role], text) for role in ROLES}) for each in record["attributions"]]
    taken = pairs(ours, gold)
    for number, known in enumerate(gold):
        atlas.gold += 1
        mine = ours[taken[number]] if number in taken else None
        whole = mine is not None and all(mine[role] == known.roles[role] for role in ROLES)
        for group, name in (
            ("outlet", record.get("outlet") or "?"),
            ("source", source_kind(known)),
            ("length", length(known)),
        ):
            atlas.add(group, name, hit=whole)
        atlas.errors.update(errors(known, mine))
    atlas.errors["not in the gold: an attribution too many"] += len(ours) - len(taken)


def source_kind(known: Known) -> str:
    """How the source is put into words."""
    words = known.words("source")
    if not words:
        return "none"
    if len(words) == 1 and words[0] in nouns().pronouns | {"who", "which", "that", "his", "her", "their", "its"}:
        return "pronoun"
    first = min(known.roles["source"])
    return (
        "named" if any(known.text[at].isupper() for at in known.roles["source"] if at != first) else "other noun phrase"
    )


def length(known: Known) -> str:
    """How long the content is."""
    count = len(known.roles["content"])
    return f"under {SHORT} characters" if count < SHORT else f"{SHORT} to {LONG}" if count <= LONG else f"over {LONG}"


def errors(known: Known, mine: Mapping[str, Places] | None) -> Iterator[str]:
    """The kinds of error in one attribution."""
    if mine is None:
        yield f"missed: {source_kind(known)} source, cue of {'one word' if len(known.words('cue')) == 1 else 'several words'}"
        return
    for role in ROLES:
        ours, theirs = mine[role], known.roles[role]
        if ours == theirs:
            continue
        if not ours or not theirs:
            yield f"{role}: {'left empty' if not ours else 'taken where the gold has none'}"
        elif not ours & theirs:
            yield f"{role}: another stretch"
        else:
            yield from (f"{role}: {each}" for each in edges(known.text, ours, theirs))


def edges(text: str, ours: Places, theirs: Places) -> Iterator[str]:
    """How two stretches that share something differ."""
    marks = frozenset(at for at in ours ^ theirs if not text[at].isalnum())
    if ours ^ theirs == marks:
        yield "only marks differ"
        return
    if min(ours) != min(theirs):
        yield f"begins too {'early' if min(ours) < min(theirs) else 'late'}"
    if max(ours) != max(theirs):
        yield f"ends too {'late' if max(ours) > max(theirs) else 'early'}"
    if min(ours) == min(theirs) and max(ours) == max(theirs):
        yield "a gap is filled, or one is left"


def report(atlas: Atlas) -> Iterator[str]:
    """The tables."""
    for group, names in atlas.groups.items():
        yield f"\n| {group} | gold | whole |\n|---|---:|---:|"
        yield from (f"| {name} | {count} | {hit / count:.3f} |" for name, (hit, count) in sorted(names.items()))
    yield "\n| kind of error | times | of gold |\n|---|---:|---:|"
    yield from (f"| {kind} | {times} | {times / atlas.gold:.1%} |" for kind, times in atlas.errors.most_common(20))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--reader", default="model", help="the reader that is asked (default: %(default)s)")
    chosen = parser.parse_args()
    atlas = Atlas()
    with chosen.gold.open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            chart(record, read(Document(text=record["text"]), reader=chosen.reader).attributions, atlas)
    print("\n".join(report(atlas)))


if __name__ == "__main__":
    main()
