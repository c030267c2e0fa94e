"""What a page of a web archive costs on its way into a ledger: `python benchmarks/shards.py [--reader NAME] [--html FOLDER]`.

Processor time in milliseconds per page, one process: finding it in the archive (what cutting costs, and passing over it),
extraction, reading, writing as Parquet, reading that back, and the ledger. The pages are invented (`pages.py`); FOLDER holds
others, `*.html` or `*.html.gz`, for extraction alone. A round before the one that counts warms up.
"""

import argparse
import gzip
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pages import write_pages

from sayso.annotate.read import Stages, read
from sayso.ingest.archive import Archive
from sayso.ingest.extract import extract
from sayso.ingest.limits import STANDARD
from sayso.ingest.original import Form, Original
from sayso.model.document import Document
from sayso.model.reading import Reading
from sayso.scale.parquet import read_outcomes, write_outcomes
from sayso.settings import Settings
from sayso.store import open_ledger
from sayso.wiring import stages

COUNT = 84
MANY = 2000  # pages that are only found: one takes less than a clock can tell
Answer = TypeVar("Answer")


def main() -> None:
    """Print a line per step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reader", default="model")
    parser.add_argument("--html", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "pages.warc.gz"
        write_pages(archive, MANY)
        found = clocked("found in the archive", MANY, lambda: originals(archive))[:COUNT]
        follow(found, stages(Settings(reader=chosen.reader)), Path(folder))
    if chosen.html:
        others = [html(path) for path in sorted(chosen.html.iterdir()) if ".html" in path.name]
        size = sum(len(each.raw) for each in others) / len(others)
        clocked(f"extracted, {len(others)} others of {size / 1000:.0f} kB", len(others), lambda: documents(others))


def follow(found: list[Original], by: Stages, folder: Path) -> None:
    """The steps after the archive, each on what the one before it made."""
    texts = clocked("extracted", COUNT, lambda: documents(found))
    words = sum(len(text.text.split()) for text in texts) / len(texts)
    readings = clocked(f"read, {words:.0f} words", COUNT, lambda: [read(text, by) for text in texts])
    path = folder / "a.parquet"
    clocked("written as Parquet", COUNT, lambda: write_outcomes(path, readings))
    print(f"{'':32} {path.stat().st_size / COUNT / 1000:8.1f} kB of Parquet a page")
    clocked("read back", COUNT, lambda: list(read_outcomes([path])))
    turns = iter(range(9))
    clocked("into the ledger", COUNT, lambda: add(readings, folder / f"{next(turns)}.ledger"))


def clocked(step: str, count: int, run: Callable[[], Answer]) -> Answer:
    """Run a step twice and print what the second time took."""
    run()
    began = time.process_time()
    answer = run()
    print(f"{step:32} {1000 * (time.process_time() - began) / count:8.2f} ms a page", flush=True)
    return answer


def originals(path: Path) -> list[Original]:
    """The pages of an archive, not extracted."""
    with path.open("rb") as stream:
        return [each for each in Archive(stream, str(path), STANDARD).originals() if isinstance(each, Original)]


def documents(found: list[Original]) -> list[Document]:
    """What is extracted of pages, as far as there is an article."""
    return [each for original in found for each in extract(original) if isinstance(each, Document)]


def html(path: Path) -> Original:
    """A page of a file."""
    raw = path.read_bytes()
    return Original(form=Form.HTML, raw=gzip.decompress(raw) if path.suffix == ".gz" else raw, path=str(path))


def add(readings: list[Reading], path: Path) -> None:
    """Readings into a new ledger, in one batch."""
    ledger = open_ledger(path, create=True)
    ledger.append(readings)
    ledger.close()


if __name__ == "__main__":
    main()
