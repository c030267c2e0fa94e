"""What a ledger costs as it grows: `growth.py [--documents N] [--step N]` adds and relates in steps, and prints a row for each.

The documents are invented (`evals/wires.py`): days of short reports on some forty new stories each, and on those that go on, half of
them copies, mergers, cut or rewritten versions of others. Each step is read by rules, added and related in processes of their own; then 100 documents more are.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
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
YARD = 5000  # rounds; 0.5 s
LIMIT, GROWTH = 2048, 1.20  # megabytes; processor time per document of the last step, to that of the first


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


def grow(folder: Path, total: int, step: int) -> Iterator[tuple[int, int, dict[str, dict[str, float]]]]:
    """Of each step: how many documents there are then, how many came, and what each part of it cost."""
    ledger, source, there = folder / "grown.ledger", documents(), 0
    for count in [*[step] * (total // step), MORE]:
        articles = folder / "articles.jsonl"
        with articles.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(next(source)) + "\n" for _ in range(count))
        there += count
        yield there, count, {what: child(what, ledger, articles) for what in STEPS}


def table(folder: Path, total: int, step: int) -> int:
    """Print a row per step as it ends; 1 where time or memory grows by more than is allowed."""
    costs, yards, peak = [], [], 0.0
    costs_of, peaks_of = ([f"{what}, {unit}" for what in STEPS] for unit in ("ms each", "peak MB"))
    heads = ("documents", *costs_of, "all, ms each", "yardstick, ms", *peaks_of)
    print(f"| {' | '.join(heads)} |\n|{'---:|' * len(heads)}", flush=True)
    for there, count, found in grow(folder, total, step):
        each = [1000 * found[what]["cpu"] / count for what in STEPS]
        peaks = [found[what]["megabytes"] for what in STEPS]
        costs.append(sum(each))
        yards.append(sum(found[what]["yard"] * cost for what, cost in zip(STEPS, each, strict=True)) / costs[-1])
        peak = max(peak, *peaks)
        row = (
            f"{there:,}",
            *(f"{cost:.1f}" for cost in (*each, costs[-1])),
            f"{1000 * yards[-1]:.0f}",
            *(f"{megabytes:.0f}" for megabytes in peaks),
        )
        print(f"| {' | '.join(row)} |", flush=True)
    each = [cost / spent for cost, spent in zip(costs, yards, strict=True)]
    growth, more = each[-2] / each[0], each[-1] / each[-2]
    print(f"\nBy the yardstick, per document x {growth:.2f} from the first step to the last (allowed: {GROWTH:.2f}),")
    print(f"x {more:.2f} for {MORE} more; peak {peak:.0f} MB (allowed: {LIMIT})")
    return 0 if growth <= GROWTH and peak <= LIMIT else 1


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
        return table(chosen.folder, chosen.documents, chosen.step)
    with tempfile.TemporaryDirectory(dir=HERE) as folder:
        return table(Path(folder), chosen.documents, chosen.step)


if __name__ == "__main__":
    raise SystemExit(main())
