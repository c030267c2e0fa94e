"""Reads what is kept here with each reader and holds the figures to their floors.

Golden articles, probes, nested passages, claimants, figures, claims and passages whose names are exchanged. `python evals/gate.py` fails where a figure is below its floor, where the golden set or the probes are not those that the
floors were measured on, or where a figure has no floor. `--update` measures anew and raises floors; it refuses to lower one
unless `--allow-regression` says that this is meant. `--show ARTICLE` prints a ledger beside what was found.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from math import floor
from multiprocessing import get_context
from pathlib import Path

import claim_gold
import claimants
import claims
import counted
import exchange
import golden
import nested
import probes
import score
from probe_language import Plain
from show import side_by_side

from sayso.annotate.read import read
from sayso.model.document import Document
from sayso.settings import Settings
from sayso.wiring import stages

FLOORS = Path(__file__).parent / "floors.json"
PROBES = Path(__file__).parent / "probes"
READERS = ("model", "rules")
PROCESSES = 2  # as many as the smallest machine that the tests are meant for has cores
# Processor time for one probe: the slowest text, 750 KB of one phrase, takes 3 to 4 s here, 200 KB a second as any other text does;
# more means that something is not linear.
SECONDS = 10
STEP = 1000  # figures are pinned to the thousandth, rounded down: the golden set has some 150 entries, one is .007


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What was measured, and on what: figures and floors have the same shape."""

    digests: Mapping[str, str]
    counts: Mapping[str, int]
    figures: Mapping[str, float]


NOTHING = Measured(digests={}, counts={}, figures={})
NESTED = ("recall", "nested_recall", "precision", "exact", "within", "paragraphs: recall", "paragraphs: exact")
CLAIMANTS = ("accuracy", "apart", "kind", "anonymity", "joined", "parted")
COUNTED = (
    "counts: recall",
    "counts: precision",
    "measures: recall",
    "measures: precision",
    "found: span",
    "found: unit",
    "sentences without one: left alone",
)
CLAIMED = (
    "claims",
    claims.MACRO,
    "polarity",
    "certainty",
    "hedges",
    "hedges: whose",
    "control: change",
    "control: place",
    "casualties: figures",
    "forecasts: recall",
    "forecasts: due",
)
OPEN = tuple(name for name in claim_gold.FILES if name != claim_gold.TEST)  # a floor must not need the half kept apart
MIRRORED = ("passages that mirror", "attributions", "source", "cue", "content")


def pinned(figure: float) -> float:
    """A figure as it is compared and stored."""
    return floor(figure * STEP + 1e-9) / STEP  # 1e-9: .7 must stay .7 whatever binary fractions make of it


def digests() -> dict[str, str]:
    """SHA-256 over names and bytes of what is read."""
    return {
        "golden": golden.digest(),
        "probes": digest(PROBES.glob("*.jsonl")),
        "nested": digest(nested.FOLDER.glob("*.toml")),
        "exchange": digest([exchange.PASSAGES]),
        "claimants": digest(claimants.FOLDER.glob("*.toml")),
        "counted": digest(counted.FOLDER.glob("*.toml")),
        "claims": digest(claim_gold.FOLDER / f"{name}.toml" for name in OPEN),
    }


def digest(paths: Iterable[Path]) -> str:
    """SHA-256 over names and bytes of files."""
    whole = hashlib.sha256()
    for path in sorted(paths):
        whole.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


def measure(reader: str) -> tuple[Measured, dict[str, str]]:
    """Every figure of a reader, and of each what it was counted from."""
    by = partial(read, by=stages(Settings(reader=reader)))
    articles = golden.golden_set()
    figures = score.Figures()
    for article in articles:
        score.score(article, by(article.document), figures)
    found = {f"golden: {name}": count for name, count in figures.counts.items()}
    for part in nested.PARTS:
        passages, _ = nested.measure(part, reader)
        found |= {f"nested {part}: {name}": count for name, count in passages.counts.items() if name in NESTED}
    for part in claimants.PARTS:
        behind, _ = claimants.measure(part, "listed", reader)
        found |= {f"claimants {part}: {name}": count for name, count in behind.counts.items() if name in CLAIMANTS}
    for part in counted.PARTS:
        figured, _ = counted.measure(part)
        found |= {f"counted {part}: {name}": count for name, count in figured.counts.items() if name in COUNTED}
    for part in OPEN:
        claimed = claims.figures(part, reader)
        found |= {f"claims {part}: {name}": count for name, count in claimed.counts.items() if name in CLAIMED}
    for change, mirrored in exchange.measure(exchange.load(), lambda text: by(Document(text=text)))[0].items():
        found |= {f"{change}: {name}": count for name, count in mirrored.counts.items() if name in MIRRORED}
    probed = probe_all(reader)
    named = {name: pinned(count.f1) for name, count in found.items()}
    named |= {f"probes: {family}": pinned(tally.pass_rate) for family, tally in sorted(probed.families.items())}
    told = {name: f"{count.hit} of {count.wanted} ({count.found} found)" for name, count in found.items()}
    told |= {f"probes: {name}": f"{tally.passed} of {tally.probes}" for name, tally in probed.families.items()}
    counts = {
        "articles": len(articles),
        "entries": sum(len(article.entries) for article in articles),
        "narrator's claims": sum(len(article.narrations) for article in articles),
        "probes": probed.total.probes,
    }
    return Measured(digests=digests(), counts=counts, figures=named), told


def probe_all(reader: str) -> probes.Figures:
    """The probes' figures, read by several processes: hostile texts take most of the time."""
    asked = probes.load_probes()
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:  # a fork takes no threads along
        parts = list(pool.map(probe, [(reader, asked[at::PROCESSES]) for at in range(PROCESSES)]))
    families: dict[str, probes.Tally] = {}
    for part in parts:
        for name, tally in part.families.items():
            families[name] = families.get(name, probes.Tally()) + tally
    return probes.Figures(families, {name: missed for part in parts for name, missed in part.failures.items()})


def probe(part: tuple[str, Sequence[Plain]]) -> probes.Figures:
    """The figures of a reader on some of the probes."""
    reader, asked = part
    return probes.run(partial(read, by=stages(Settings(reader=reader))), asked, seconds=SECONDS)


def load(path: Path = FLOORS) -> dict[str, Measured]:
    """The floors of each reader as they stand."""
    return {reader: Measured(**each) for reader, each in json.loads(path.read_text(encoding="utf-8")).items()}


def complaints(now: Measured, floors: Measured) -> list[str]:
    """Why the gate stays shut; nothing where it opens."""
    found = [
        f"the {name} set is not the one that the floors were measured on (digest {now.digests[name][:12]}, floors have "
        f"{floors.digests.get(name, 'none')[:12]}): look at what changed, then `python evals/gate.py --update`"
        for name in now.digests
        if now.digests[name] != floors.digests.get(name)
    ]
    found += [
        f"{name} has no floor: pin it with `python evals/gate.py --update`"
        for name in now.figures
        if name not in floors.figures
    ]
    return found + [f"{name} fell to {figure:.3f}; its floor is {pin:.3f}" for name, figure, pin in sunk(now, floors)]


def sunk(now: Measured, floors: Measured) -> list[tuple[str, float, float]]:
    """Figures below their floor, gone ones too, each with the figure (0 where it is gone) and the floor."""
    pins = floors.figures.items()
    return [(name, now.figures.get(name, 0.0), pin) for name, pin in pins if now.figures.get(name, 0.0) < pin]


def updated(now: Measured, floors: Measured, *, allow_regression: bool) -> Measured:
    """The new floors; SystemExit where one would sink and that was not allowed, or where one would be 0."""
    lowered = sunk(now, floors)
    if lowered and not allow_regression:
        told = "\n".join(f"  {name}: {pin:.3f} would become {figure:.3f}" for name, figure, pin in lowered)
        raise SystemExit(f"not updated, floors would sink:\n{told}\n--allow-regression if that is meant")
    idle = [name for name, figure in now.figures.items() if figure <= 0]
    if idle:
        raise SystemExit(f"not updated, a floor of 0 holds nothing: {', '.join(idle)}")
    return now


def table(reader: str, now: Measured, floors: Measured, told: Mapping[str, str]) -> str:
    """Every figure with its floor and its counts, a line each."""
    rows = [f"{reader:32} figure   floor"]
    rows += [
        f"{name:32} {figure:6.3f}  {floors.figures.get(name, 0.0):6.3f}   {told.get(name, '')}"
        for name, figure in now.figures.items()
    ]
    return "\n".join(rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; 1 where the gate stays shut."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="write the figures of now as floors")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: floors may sink")
    parser.add_argument(
        "--show", metavar="ARTICLE", help="a golden ledger beside what was found, by (part of) its name"
    )
    parser.add_argument("--reader", choices=READERS, help="one reader instead of all")
    chosen = parser.parse_args(arguments)
    readers = (chosen.reader,) if chosen.reader else READERS
    if chosen.show:
        print(side_by_side(chosen.show, partial(read, by=stages(Settings(reader=readers[0])))))
        return 0
    floors, shut = load(), list[str]()
    for reader in readers:
        now, told = measure(reader)
        pinned_before = floors.get(reader, NOTHING)
        print(table(reader, now, pinned_before, told))
        if chosen.update:
            floors[reader] = updated(now, pinned_before, allow_regression=chosen.allow_regression)
        shut += [f"{reader}: {each}" for each in complaints(now, pinned_before)]
    if chosen.update:
        FLOORS.write_text(json.dumps({name: asdict(each) for name, each in floors.items()}, indent=1) + "\n", "utf-8")
        return 0
    print("\n".join(shut) or "every figure holds its floor", file=sys.stderr if shut else sys.stdout)
    return 1 if shut else 0


if __name__ == "__main__":
    sys.exit(main())
