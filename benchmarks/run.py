"""Speed and memory of reading and adding, beside a bound, with the machine's facts: `make bench`, or `run.py --short`.

The long form (1,000 and 20,000 documents) writes RESULTS.md beside this file; the short one (200 and 1,000) only prints.
"""

import argparse
import json
import platform
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from os import cpu_count, getloadavg
from pathlib import Path

from articles import write_articles

HERE = Path(__file__).parent
LONG, SHORT = (1_000, 20_000), (200, 1_000)
LEARNED = (200, 1_000)  # documents for the reader that learned, which takes ten times as long
FLAT = 1.10  # what the issue allows: time per document and memory within 10 % between the two sizes
STARTS = 9  # runs of each start-up; the median is given
HELP = (str(Path(sys.executable).with_name("sayso")), "--help")
BOUND_OF_HELP = (sys.executable, "-c", "import click, json")
LAYOUT = """# Benchmarks

Written by `make bench`. {facts}

| measurement | documents | documents/s by the clock | documents/s of one processor | peak MB | file KB/document |
|---|---:|---:|---:|---:|---:|
{rows}

{growths}
- `add` takes {beside:.0f} x the processor time of the bound: bare `sqlite3` puts the same texts and readings into one table, as
  durably and in the same batches, without reading and without search.
- `sayso --help` {help:.0f} ms, `python -c 'import click, json'` {bound:.0f} ms: x {times:.2f} (median of {starts}, by turns).

`read` is the reader by rules alone, `model` the one that learned (on all processors), `add` reads by rules into a ledger, `store` puts readings made beforehand into one, `export` takes all
readings out of one, `bare` is the bound. The articles are invented (`articles.py`, seed 1).
"""
Measured = dict[str, float]


def main() -> int:
    """Measure, print and, in the long form, write; 1 where time or memory grows with the number of documents."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="fewer documents; nothing is written")
    short = parser.parse_args().short
    with tempfile.TemporaryDirectory(dir=HERE) as folder:
        measured = measure_all(Path(folder), SHORT if short else LONG)
    results = report(measured, starts())
    print(results)
    if not short:
        (HERE / "RESULTS.md").write_text(results, encoding="utf-8")
    return 0 if all(flat(measured[what]) for what in ("read", "model", "add")) else 1


def measure_all(folder: Path, sizes: tuple[int, int]) -> dict[str, dict[int, Measured]]:
    """Each measurement at each size, one process at a time."""
    measured: dict[str, dict[int, Measured]] = {}
    for size in sizes:
        articles, ledger = folder / f"{size}.jsonl", folder / f"{size}.ledger"
        write_articles(articles, size)
        for what in ("read", "add", "export", "bare"):
            measured.setdefault(what, {})[size] = child(what, articles, ledger)
        measured["add"][size]["bytes"] = ledger.stat().st_size
        measured["bare"][size]["bytes"] = ledger.with_name(f"{ledger.name}.bare").stat().st_size
    for size in LEARNED:
        articles = folder / f"learned-{size}.jsonl"
        write_articles(articles, size)
        measured.setdefault("model", {})[size] = child("model", articles, folder / "none.ledger")
    first = min(sizes)
    measured["store"] = {first: child("store", folder / f"{first}.jsonl", folder / "store.ledger")}
    return measured


def child(what: str, articles: Path, ledger: Path) -> Measured:
    """What a process of its own measures."""
    print(f"{what} {articles.stem} …", file=sys.stderr, flush=True)
    run = subprocess.run(
        [sys.executable, str(HERE / "measure.py"), what, str(articles), str(ledger)], check=True, stdout=subprocess.PIPE
    )
    measured: Measured = json.loads(run.stdout)
    return measured


def starts() -> tuple[float, float]:
    """Median seconds of `sayso --help` and of what it cannot do without, by turns."""
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(STARTS):
        for command, taken in zip((HELP, BOUND_OF_HELP), seconds, strict=True):
            began = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            taken.append(time.perf_counter() - began)
    return statistics.median(seconds[0]), statistics.median(seconds[1])


def flat(sizes: dict[int, Measured]) -> bool:
    """Whether processor time per document and peak memory stay within the limit from the small size to the large."""
    small, large = sizes[min(sizes)], sizes[max(sizes)]
    return growth(small, large) <= FLAT and large["megabytes"] / small["megabytes"] <= FLAT


def growth(small: Measured, large: Measured) -> float:
    """Processor time per document at the large size over that at the small."""
    return (large["cpu"] / large["documents"]) / (small["cpu"] / small["documents"])


def report(measured: dict[str, dict[int, Measured]], started: tuple[float, float]) -> str:
    """Everything as Markdown."""
    rows = [row(what, size, each) for what, sizes in measured.items() for size, each in sizes.items()]
    growths = [
        f"- `{what}`: processor time per document x {growth(*ends(sizes)):.2f}, peak memory x "
        f"{ends(sizes)[1]['megabytes'] / ends(sizes)[0]['megabytes']:.2f} from {min(sizes):,} to {max(sizes):,} documents"
        f" ({'flat' if flat(sizes) else 'NOT flat'}: limit x {FLAT:.2f})"
        for what, sizes in measured.items()
        if len(sizes) > 1
    ]
    size = max(measured["add"])
    beside = measured["add"][size]["cpu"] / measured["bare"][size]["cpu"]
    return LAYOUT.format(
        facts=facts(),
        rows="\n".join(rows),
        growths="\n".join(growths),
        beside=beside,
        help=started[0] * 1000,
        bound=started[1] * 1000,
        times=started[0] / started[1],
        starts=STARTS,
    )


def ends(sizes: dict[int, Measured]) -> tuple[Measured, Measured]:
    """The small and the large."""
    return sizes[min(sizes)], sizes[max(sizes)]


def row(what: str, size: int, each: Measured) -> str:
    """One line of the table."""
    stored = f"{each['bytes'] / each['documents'] / 1000:.1f}" if "bytes" in each else ""
    return (
        f"| {what} | {size:,} | {each['documents'] / each['wall']:.0f} | {each['documents'] / each['cpu']:.0f} "
        f"| {each['megabytes']:.0f} | {stored} |"
    )


def facts() -> str:
    """What the figures were measured on."""
    processor = next(
        (line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
         if line.startswith("model name")), platform.machine(),
    )  # fmt: skip
    commit = subprocess.run(
        ["git", "-C", str(HERE), "rev-parse", "--short", "HEAD"], check=False, capture_output=True, text=True
    ).stdout.strip()
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, commit {commit or 'unknown'}; {processor}, {cpu_count()} processors, load average "
        f"{getloadavg()[0]:.1f}; {platform.system()} {platform.release()}; Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}."
    )


if __name__ == "__main__":
    sys.exit(main())
