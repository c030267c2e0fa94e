"""What a ledger costs as it grows: `growth.py [--documents N] [--step N]` adds and relates in steps, and prints a row for each.

The documents are invented (`evals/wires.py`): days of short reports on some forty new stories each, and on those that go on, half of
them copies, mergers, cut or rewritten versions of others. Each step is read by rules, added and related in processes of their own; then 100
documents more are. A machine that does other work is faster at one time than at another: so in the end the ledger as it was after the first
step and the one that has grown get the same number of new documents by turns, and are told by the sums of what these cost.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from measure import peak_megabytes

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "evals"))

from wires import make_days  # noqa: E402 # as above

from sayso.settings import Settings  # noqa: E402 # as above
from sayso.wiring import open_ingest, open_ledger, stages  # noqa: E402 # as above
from sayso.workflow import add_inputs, relate, relate_copies  # noqa: E402 # as above

MORE = 100
TURNS, A_TURN = 4, 1000  # of the comparison by turns: how many, and the documents of each
YARD = 5000  # rounds; 0.5 s
LIMIT, GROWTH = 2048, 1.20  # megabytes; processor time per document of the large ledger, to that of the small one


def documents() -> Iterator[dict[str, str | None]]:
    """Records without end, in the order of their publication by the day; the same ones each time."""
    for each in make_days():
        yield {
            "id": each.external_id,
            "text": each.text,
            "outlet": each.outlet,
            "published_at": each.published_at,
        }


def add(ledger: str, articles: str) -> int:
    """Read the articles by rules into the ledger."""
    settings = Settings(reader="rules", ledger=ledger)
    opened = open_ledger(settings, create=True)
    count = sum(1 for _ in add_inputs([articles], open_ingest(settings), stages(settings), opened))
    opened.close()
    return count


def copies(ledger: str, _: str) -> int:
    """Compare what is new with what is there."""
    opened = open_ledger(Settings(ledger=ledger))
    count = sum(1 for _ in relate_copies(opened))
    opened.close()
    return count


def stories(ledger: str, _: str) -> int:
    """Relate the claims of what is new."""
    opened = open_ledger(Settings(ledger=ledger))
    count = sum(1 for _ in relate(opened))
    opened.close()
    return count


STEPS = {"add": add, "copies": copies, "stories": stories}


def child(what: str, ledger: Path, articles: Path) -> dict[str, float]:
    """What a process of its own measures."""
    command = [sys.executable, str(Path(__file__)), "--child", what, str(ledger), str(articles)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return found


def measure(what: str, ledger: str, articles: str) -> dict[str, float]:
    """Processor seconds, peak of memory in megabytes, and how many were done."""
    yards = [yard()]
    began = time.process_time()
    done = STEPS[what](ledger, articles)
    spent = time.process_time() - began
    megabytes = peak_megabytes()
    yards.append(yard())
    return {"done": done, "cpu": spent, "megabytes": megabytes, "yard": sum(yards) / len(yards)}


def yard() -> float:
    """Processor seconds of a piece of work that is the same each time: how fast the machine is just now, with what else runs on it."""
    began = time.process_time()
    for number in range(YARD):
        json.loads(json.dumps({str(each): [each, "word " * 9] for each in range(number % 99)}))
    return time.process_time() - began


def cost(ledger: Path, source: Iterator[dict[str, str | None]], count: int) -> dict[str, dict[str, float]]:
    """What each part of adding the next documents to a ledger costs."""
    articles = ledger.with_name("articles.jsonl")
    with articles.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(each) + "\n" for each in islice(source, count))
    return {what: child(what, ledger, articles) for what in STEPS}


def row(name: str, count: int, found: dict[str, dict[str, float]]) -> float:
    """Print a row; milliseconds of processor time a document."""
    each = [1000 * found[what]["cpu"] / count for what in STEPS]
    total = sum(each)
    yard = sum(found[what]["yard"] * spent for what, spent in zip(STEPS, each, strict=True)) / total
    cells = [f"{spent:.1f}" for spent in (*each, total)] + [f"{1000 * yard:.0f}"]
    cells += [f"{found[what]['megabytes']:.0f}" for what in STEPS]
    print(f"| {' | '.join((name, *cells))} |", flush=True)
    return total


def grow(folder: Path, total: int, step: int) -> int:
    """Print a row per step as it ends, and the comparison; 1 where time or memory grows by more than is allowed."""
    ledger, first, source, there, peak = folder / "grown.ledger", folder / "first.ledger", documents(), 0, 0.0
    costs_of, peaks_of = ([f"{what}, {unit}" for what in STEPS] for unit in ("ms each", "peak MB"))
    heads = ("documents", *costs_of, "all, ms each", "yardstick, ms", *peaks_of)
    print(f"| {' | '.join(heads)} |\n|{'---:|' * len(heads)}", flush=True)
    for count in [*[step] * (total // step), MORE]:
        found, there = cost(ledger, source, count), there + count
        peak = max(peak, *(found[what]["megabytes"] for what in STEPS))
        row(f"{there:,}", count, found)
        if there == step:
            shutil.copyfile(ledger, first)
    growth = compare({f"{step:,}": (first, islice(documents(), step, None)), f"{there:,}": (ledger, source)})
    print(f"\nBy turns x {growth:.2f} (allowed: {GROWTH:.2f}); peak {peak:.0f} MB (allowed: {LIMIT})")
    return 0 if growth <= GROWTH and peak <= LIMIT else 1


def compare(ledgers: dict[str, tuple[Path, Iterator[dict[str, str | None]]]]) -> float:
    """Add to a small ledger and to a large one by turns: what the large one costs, to the small one."""
    spent = dict.fromkeys(ledgers, 0.0)
    for _ in range(TURNS):
        for name, (ledger, source) in ledgers.items():
            spent[name] += row(f"to {name}", A_TURN, cost(ledger, source, A_TURN))
    small, large = spent.values()
    return large / small


def main() -> int:
    """Measure, or be one of the processes that are measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--step", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="where the ledger is to grow, and to stay: 100 KB a document")
    parser.add_argument("--child", nargs=3, metavar=("WHAT", "LEDGER", "ARTICLES"), help=argparse.SUPPRESS)
    chosen: Any = parser.parse_args()
    if chosen.child:
        print(json.dumps(measure(*chosen.child)))
        return 0
    if chosen.folder:
        return grow(chosen.folder, chosen.documents, chosen.step)
    with tempfile.TemporaryDirectory(dir=HERE) as folder:
        return grow(Path(folder), chosen.documents, chosen.step)


if __name__ == "__main__":
    raise SystemExit(main())
