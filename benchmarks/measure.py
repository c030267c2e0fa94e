"""One measurement in a process of its own, so that its memory is its own: `measure.py WHAT ARTICLES [LEDGER]` prints JSON.

Time is counted from the end of the first batch to the last document; memory is the process's peak (VmHWM).
"""

import json
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from sayso.model.reading import Reading
from sayso.settings import Settings
from sayso.wiring import open_ingest, open_ledger, several, stages
from sayso.workflow import COMMIT_EVERY, add_inputs, read_inputs

RULES = Settings(reader="rules")
WARM = COMMIT_EVERY  # documents off the clock: adapters are built, words loaded and pages mapped while the first ones go by


def read(articles: str, ledger: str) -> Iterator[object]:  # noqa: ARG001 # all measurements are called alike
    """The reader by rules alone."""
    return read_inputs([articles], open_ingest(RULES), stages(RULES))


def model(articles: str, ledger: str) -> Iterator[object]:  # noqa: ARG001 # all measurements are called alike
    """The reader that learned, as `sayso read` runs it."""
    settings = Settings(reader="model")
    return read_inputs([articles], open_ingest(settings), stages(settings), each=several(settings, [articles]))


def add(articles: str, ledger: str) -> Iterator[object]:
    """What `sayso add --reader rules` does."""
    settings = replace(RULES, ledger=ledger)
    opened = open_ledger(settings, create=True)
    yield from add_inputs([articles], open_ingest(settings), stages(settings), opened)
    opened.close()


def store(articles: str, ledger: str) -> Iterator[object]:
    """The store alone: readings made beforehand go in, batch by batch."""
    made = [each for each in read(articles, ledger) if isinstance(each, Reading)]
    opened = open_ledger(Settings(ledger=ledger), create=True)
    for batch in batched(made, COMMIT_EVERY):
        yield from opened.append(batch)
    opened.close()


def export(articles: str, ledger: str) -> Iterator[object]:  # noqa: ARG001 # all measurements are called alike
    """All readings out of a ledger that is there."""
    opened = open_ledger(Settings(ledger=ledger))
    yield from opened.readings()
    opened.close()


def bare(articles: str, ledger: str) -> Iterator[object]:  # noqa: ARG001 # all measurements are called alike
    """The bound: Python's sqlite3 alone puts the same texts and readings into one table, as durably, in the same batches."""
    full = sqlite3.connect(ledger)
    plain = sqlite3.connect(f"{ledger}.bare", isolation_level=None)
    plain.execute("PRAGMA journal_mode = WAL")
    plain.execute("PRAGMA synchronous = FULL")
    plain.execute("CREATE TABLE readings (text BLOB, body BLOB)")
    rows = full.execute("SELECT text, body FROM documents JOIN readings ON readings.document = documents.number")
    for batch in batched(rows, COMMIT_EVERY):
        plain.execute("BEGIN IMMEDIATE")
        plain.executemany("INSERT INTO readings VALUES (?, ?)", batch)
        plain.execute("COMMIT")
        yield from batch
    plain.close()
    full.close()


def batched(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """The items, so many at a time."""
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch


MEASUREMENTS: dict[str, Callable[[str, str], Iterator[object]]] = {
    "read": read, "model": model, "add": add, "store": store, "export": export, "bare": bare,
}  # fmt: skip


def peak_megabytes() -> float:
    """The most memory that this process has had; ru_maxrss would count the parent's."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def measure(what: str, articles: str, ledger: str) -> dict[str, float]:
    """Documents, seconds by the clock and of the processor, and peak memory."""
    outcomes = MEASUREMENTS[what](articles, ledger)
    sum(1 for _ in islice(outcomes, WARM))
    wall, cpu = time.perf_counter(), time.process_time()
    documents = sum(1 for _ in outcomes)
    return {
        "documents": documents,
        "wall": time.perf_counter() - wall,
        "cpu": time.process_time() - cpu,
        "megabytes": peak_megabytes(),
    }


if __name__ == "__main__":
    print(json.dumps(measure(*sys.argv[1:])))
