"""What a ledger costs as it grows: `growth.py [--documents N] [--step N]` adds and relates in steps, and prints a row for each.

The documents are invented (`evals/churned.py`): days of reports with the copies, mergers, rewritten and quoted versions that
newsrooms make of them. Each step is read by rules, added and related in processes of their own; then 100 documents more are.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from measure import peak_megabytes

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "evals"))

from churned import make_world  # noqa: E402 # as above

from sayso.settings import Settings  # noqa: E402 # as above
from sayso.wiring import open_ingest, open_ledger, stages  # noqa: E402 # as above
from sayso.workflow import add_inputs, relate, relate_copies  # noqa: E402 # as above

A_DAY = 50  # reports that open a story; with what is made of them some 300 documents
OUTLETS = 40
MORE = 100
LIMIT, GROWTH = 2048, 1.20  # megabytes; processor time per document of the last step, to that of the first


def documents() -> Iterator[dict[str, str]]:
    """Records without end, in the order of their publication by the day; the same ones each time."""
    day = 0
    while True:
        for number, each in enumerate(make_world(A_DAY, seed=day + 1).documents):
            published = datetime.fromisoformat(each.published_at or "") + timedelta(days=day)
            outlet = f"Outlet {(number * 7 + day) % OUTLETS}"
            yield {
                "id": f"{day}/{each.external_id}",
                "text": each.text,
                "outlet": outlet,
                "published_at": published.isoformat(),
            }
        day += 1


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
    began = time.process_time()
    done = STEPS[what](ledger, articles)
    return {"done": done, "cpu": time.process_time() - began, "megabytes": peak_megabytes()}


def grow(folder: Path, total: int, step: int) -> Iterator[tuple[int, int, dict[str, dict[str, float]]]]:
    """Of each step: how many documents there are then, how many came, and what each part of it cost."""
    ledger, source, there = folder / "grown.ledger", documents(), 0
    for count in [*[step] * (total // step), MORE]:
        articles = folder / "articles.jsonl"
        with articles.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(next(source)) + "\n" for _ in range(count))
        there += count
        yield there, count, {what: child(what, ledger, articles) for what in STEPS}


def main() -> int:
    """Print a row per step; 1 where time or memory grows by more than is allowed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--step", type=int, default=10_000)
    parser.add_argument("--child", nargs=3, metavar=("WHAT", "LEDGER", "ARTICLES"), help=argparse.SUPPRESS)
    chosen: Any = parser.parse_args()
    if chosen.child:
        print(json.dumps(measure(*chosen.child)))
        return 0
    costs, peak = [], 0.0
    print("| documents | " + " | ".join(f"{what}, ms each" for what in STEPS) + " | all, ms each | peak MB |")
    print("|---:" * (len(STEPS) + 3) + "|")
    with tempfile.TemporaryDirectory(dir=HERE) as folder:
        for there, count, found in grow(Path(folder), chosen.documents, chosen.step):
            each = {what: 1000 * one["cpu"] / count for what, one in found.items()}
            costs.append(sum(each.values()))
            peak = max(peak, *(one["megabytes"] for one in found.values()))
            row = " | ".join(f"{each[what]:.1f}" for what in STEPS)
            print(f"| {there:,} | {row} | {costs[-1]:.1f} | {peak:.0f} |", flush=True)
    growth = costs[-2] / costs[0]
    print(
        f"\nper document x {growth:.2f} from the first step to the last (allowed: {GROWTH:.2f}); peak {peak:.0f} MB (allowed: {LIMIT})"
    )
    return 0 if growth <= GROWTH and peak <= LIMIT else 1


if __name__ == "__main__":
    raise SystemExit(main())
