"""Runs the shared scorers on the public corpora and writes RESULTS.md: `make eval CORPORA=path`.

The scorers stand beside the corpora (`CORPORA/../score`); each runs `sayso read` itself and writes its figures as JSON.
RESULTS.md gets figures, counts, versions and digests, and no text of any corpus. Exit status 2 where a corpus, a scorer or
a package that a scorer needs is missing, with its name; what could be run is written all the same.
"""

import argparse
import hashlib
import json
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from results import ROWS, Row

from sayso import __version__
from sayso.settings import Settings
from sayso.wiring import stages

RESULTS = Path(__file__).parent / "RESULTS.md"
LIMIT = 3600  # seconds for one scorer; the longest needs some minutes, so an hour means that something hangs


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorer:
    """One shared scorer: its heading, what it scores (relative to the corpora), how the command names that, what it imports.

    `file` is that of the scorer where the heading is another, `options` are added to its command line; `flags` name what it scores one
    by one. It runs `sayso read`, or `sayso match`.
    """

    name: str
    gold: tuple[str, ...] = ()
    flag: str | None = None
    needs: str | None = None
    more: tuple[str, ...] = ()  # files beside the scorer that decide its figures
    file: str = ""
    options: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    matches: bool = False

    @property
    def script(self) -> str:
        """The scorer's file."""
        return f"{self.file or self.name}.py"


EXTENTS = ("extents.py", "readings.py")
SCORERS = (
    Scorer(name="attribution", gold=("polnear/dev.jsonl",), flag="--gold", more=("readings.py",)),
    Scorer(name="probes", more=("probe_match.py", "probes_sample.jsonl")),
    Scorer(name="extraction", gold=("pages",), more=("extents.py", "readings.py")),
    Scorer(
        name="statements",
        gold=("sourced-statements/dev.jsonl",),
        flag="--gold",
        needs="rapidfuzz",
        more=("readings.py",),
    ),
    Scorer(name="warnews", gold=("warnews/gold.json",), flag="--gold", more=("readings.py",)),
    Scorer(name="times", gold=("timex/timebank.jsonl", "timex/aquaint.jsonl", "timex/meantime.jsonl"), more=EXTENTS),
    Scorer(name="places", gold=("toponyms/lgl-dev.jsonl",), more=EXTENTS),
    Scorer(
        name="contested places",
        file="places",
        gold=("toponyms/contested-dev.jsonl",),
        more=EXTENTS,
        options=("--contested",),
    ),
    Scorer(name="quantities", gold=("quantities/probes-dev.jsonl",), more=EXTENTS),
    Scorer(
        name="match",
        gold=tuple(f"claim-matching/{name}.jsonl" for name in ("dev-queries", "dev-gold", "claims")),
        flags=("--queries", "--gold", "--claims"),
        options=("--unseen",),
        matches=True,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one scorer gave: its rows, the digests of what it read and ran, and how long it took."""

    scorer: Scorer
    rows: Sequence[Row]
    digests: Sequence[tuple[str, str]]
    seconds: float


def digest(path: Path) -> str:
    """SHA-256 of a file, or over names and bytes of a folder's files."""
    whole = hashlib.sha256()
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file():
            name = str(file.relative_to(path)).encode() + b"\0" if path.is_dir() else b""
            whole.update(name + file.read_bytes())
    return whole.hexdigest()


def missing(scorer: Scorer, corpora: Path) -> list[str]:
    """What this scorer would need and has not got, in words."""
    beside = corpora.parent / "score"
    files = [beside / name for name in (scorer.script, *scorer.more)] + [corpora / gold for gold in scorer.gold]
    absent = [f"{scorer.name}: {path} is not there" for path in files if not path.exists()]
    if scorer.needs and find_spec(scorer.needs) is None:
        absent.append(f"{scorer.name}: the package {scorer.needs} is not installed")
    return absent


def command(scorer: Scorer, corpora: Path, reader: str, report: Path) -> list[str]:
    """The command line of one scorer."""
    gold = [str(corpora / name) for name in scorer.gold]
    task = "match" if scorer.matches else f"read --reader {reader} --format jsonl"
    sayso = f"{Path(sys.executable).with_name('sayso')} {task}"
    where = [scorer.flag, *gold] if scorer.flag else gold
    if scorer.flags:
        where = [word for pair in zip(scorer.flags, gold, strict=True) for word in pair]
    script = str(corpora.parent / "score" / scorer.script)
    return [sys.executable, script, *where, *scorer.options, "--run", sayso, "--json", str(report)]


def run(scorer: Scorer, corpora: Path, reader: str) -> Outcome:
    """Run one scorer; SystemExit with its own words where it fails."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        done = subprocess.run(
            command(scorer, corpora, reader, report), capture_output=True, text=True, timeout=LIMIT, check=False
        )
        if done.returncode or not report.exists():
            raise SystemExit(f"{scorer.name}: the scorer ended with {done.returncode}: {done.stderr.strip()[-2000:]}")
        rows = ROWS[scorer.name](json.loads(report.read_text(encoding="utf-8")))
    beside = corpora.parent / "score"
    files = [corpora / name for name in scorer.gold] + [beside / name for name in (scorer.script, *scorer.more)]
    digests = [(str(path.relative_to(corpora.parent)), digest(path)) for path in files]
    return Outcome(scorer=scorer, rows=rows, digests=digests, seconds=time.monotonic() - started)


def page(outcomes: Iterable[Outcome], reader: str) -> Iterator[str]:
    """RESULTS.md, line by line."""
    fingerprint = stages(Settings(reader=reader)).made_by.reader
    yield "# Figures on public corpora"
    yield ""
    yield "Written by `make eval CORPORA=path`; what the figures mean stands in each scorer's own words (`--help`)."
    yield ""
    yield f"sayso {__version__}, reader `{reader}` {fingerprint}, Python {platform.python_version()}, {datetime.now(UTC):%d %B %Y}."  # fmt: skip
    for outcome in outcomes:
        yield from ("", f"## {outcome.scorer.name}", "", "| figure | value | counted |", "|---|---|---|")
        yield from (f"| {row.name} | {row.value} | {row.counted} |" for row in outcome.rows)
        yield from ("", f"{outcome.seconds:.0f} s. SHA-256 of what was read and run:", "")
        yield from (f"- `{name}` {value}" for name, value in outcome.digests)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, help="the folder of the corpora; the scorers stand in ../score beside it")
    parser.add_argument("--reader", default="model", help="(default: %(default)s)")
    parser.add_argument("--results", type=Path, default=RESULTS, help="(default: %(default)s)")
    chosen = parser.parse_args(arguments)
    corpora = chosen.corpora.resolve()
    absent = {scorer.name: missing(scorer, corpora) for scorer in SCORERS}
    outcomes = []
    for scorer in SCORERS:
        if not absent[scorer.name]:
            outcomes.append(run(scorer, corpora, chosen.reader))
            print(f"{scorer.name}: {outcomes[-1].seconds:.0f} s", *map(str, outcomes[-1].rows[:3]), sep="\n  ")
    if outcomes:
        chosen.results.write_text("\n".join(page(outcomes, chosen.reader)) + "\n", encoding="utf-8")
    told = [line for lines in absent.values() for line in lines]
    print(*told, sep="\n", file=sys.stderr, end="\n" if told else "")
    return 2 if told else 0


if __name__ == "__main__":
    sys.exit(main())
