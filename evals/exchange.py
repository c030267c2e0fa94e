"""How much a reader wobbles when names change: `python evals/exchange.py [--reader NAME] [--failures]`.

`exchange/passages.toml` holds short passages, each with names that are exchanged (`pairs`) or replaced by names of another
origin (`replace`). A passage and its twin differ in nothing else, so a reader that goes by what is said about whom, and not
by who they are, reads both alike. The twin's spans are told in the places of the passage; ends of a changed name are ends
of the name that stood there. Both readings may be wrong: what is measured is whether they are the same. A reader that
finds nothing wobbles nowhere, hence the counts beside each figure.
"""

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from probe_mirror import Exchanged, Pairs, exchange, rename
from score import ROLES, Count, Figures, share
from show import joined

from sayso.model.attribution import Attribution
from sayso.model.document import Span
from sayso.model.reading import Reading
from sayso.wiring import READERS, read

PASSAGES = Path(__file__).with_suffix("") / "passages.toml"
CHANGES = ("exchanged", "replaced")
Places = tuple[tuple[int, int], ...]
Read = Callable[[str], Reading]


class PassageFault(ValueError):
    """A passage whose names cannot be meant."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, its twin under other names, and which of CHANGES made the twin."""

    text: str
    twin: Exchanged
    change: str


class Found(NamedTuple):
    """What has to be the same on both sides, in places of the passage; `within` is where the outer attribution's cue stands."""

    source: Places
    cue: Places
    content: Places
    type: str
    cue_kind: str
    within: Places | None


Side = Sequence[tuple[Found, Attribution]]  # a reading: each attribution as it is compared, and as it was found


def passage(row: Mapping[str, Any]) -> Passage:
    """One row of the file; PassageFault where a name does not stand in the text, or an exchange cannot be undone."""
    text, pairs = row["text"], row.get("pairs", row.get("replace", []))
    if row.keys() != {"text", "pairs"} and row.keys() != {"text", "replace"}:
        raise PassageFault(f"{text[:60]!r} has {sorted(row)}; expected text, and either pairs or replace")
    both = "pairs" in row

    def changed(text: str, pairs: Pairs) -> Exchanged:
        return exchange(text, pairs) if both else rename(text, {pair[0]: pair[1] for pair in pairs})

    idle = [pair for pair in pairs if changed(text, [pair]).text == text]
    if idle or not pairs:
        raise PassageFault(f"{idle or 'nothing'} changes nothing in {text[:60]!r}; expected names that stand there")
    twin = changed(text, pairs)
    if both and changed(twin.text, pairs).text != text:
        raise PassageFault(f"{text[:60]!r} does not come back when its names are exchanged twice: is one in two pairs?")
    return Passage(text, twin, CHANGES[not both])


def load(path: Path = PASSAGES) -> list[Passage]:
    """Every passage, in the order of the file."""
    return [passage(row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["passage"]]


def side(reading: Reading, back: Sequence[int] | None = None) -> Side:
    """A reading in places of the first text, which `back` gives for the second."""

    def where(spans: Iterable[Span]) -> Places:
        return tuple((span.start, span.end) if back is None else (back[span.start], back[span.end]) for span in spans)

    outer = {each.id: where(each.cue or each.content) for each in reading.attributions}
    return [
        (
            Found(
                source=where(each.source),
                cue=where(each.cue),
                content=where(each.content),
                type=each.type,
                cue_kind=each.cue_kind,
                within=outer[each.within] if each.within else None,
            ),
            each,
        )
        for each in reading.attributions
    ]


def alike(first: Iterable[object], second: Iterable[object]) -> Count:
    """How many of the things on two sides have one like it on the other; which side is first makes no difference to F1."""
    one, two = Counter(first), Counter(second)
    return Count((one & two).total(), two.total(), one.total())


def compare(first: Side, second: Side, figures: Figures) -> bool:
    """Add one passage to the figures; whether its two readings are the same."""
    one, two = [found for found, _ in first], [found for found, _ in second]
    same = Counter(one) == Counter(two)
    figures.add("passages that mirror", share([same]))
    figures.add("attributions", alike(one, two))
    for role in ROLES:
        sides = [[place for found in each for place in getattr(found, role)] for each in (one, two)]
        figures.add(role, alike(*sides))
    if not one and not two:
        figures.add("nothing found", share([True]))
    return same


def only(first: Side, second: Side) -> Iterator[str]:
    """What stands on the first side alone, a line each."""
    left = Counter(found for found, _ in first) - Counter(found for found, _ in second)
    for found, each in first:
        if left[found]:
            left[found] -= 1
            roles = " | ".join(joined(spans) for spans in (each.source, each.cue, each.content))
            yield f"{roles} [{each.type} {each.cue_kind}{' nested' if each.within else ''}]"


def measure(passages: Iterable[Passage], by: Read) -> tuple[Mapping[str, Figures], list[str]]:
    """The figures by change, and as lines each passage whose twin is read otherwise."""
    figures = {change: Figures() for change in CHANGES}
    lines = []
    for n, each in enumerate(passages, 1):
        first, second = side(by(each.text)), side(by(each.twin.text), each.twin.back)
        if not compare(first, second, figures[each.change]):
            lines += [f"{n} {each.change}: {each.text!r}", f"    twin: {each.twin.text!r}"]
            lines += [f"    passage only: {line}" for line in only(first, second)]
            lines += [f"    twin only:    {line}" for line in only(second, first)]
    return figures, lines


def table(figures: Mapping[str, Figures]) -> Iterator[str]:
    """Every figure with its counts, exchanged and replaced passages apart."""
    for change, found in figures.items():
        silent = found.counts.get("nothing found", Count()).hit
        yield f"{change} ({silent} passages in which nothing is found, nor in their twins)"
        for name, count in found.counts.items():
            if name == "passages that mirror":
                yield f"  {name:22} {count.f1:.3f}  {count.hit} of {count.wanted}"
            elif name != "nothing found":
                yield f"  {name:22} {count.f1:.3f}  {count.hit} alike of {count.wanted} in passages, {count.found} in twins"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--reader", default="model", choices=sorted(READERS), help="the reader that is asked (default: %(default)s)"
    )
    parser.add_argument("--failures", action="store_true", help="list each passage whose twin is read otherwise")
    chosen = parser.parse_args(arguments)
    figures, failures = measure(load(), lambda text: read(text, reader=chosen.reader))
    for line in (*(failures if chosen.failures else ()), *table(figures)):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
