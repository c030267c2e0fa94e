"""Reads the project's own probes and counts what is met: `python evals/probes.py [--family F] [--failures]`.

A probe passes when every check of its texts is met; `probe_language` says what can be asked. Each text is read in this
process under a limit of processor time, so that a text that hangs the reader fails and the rest go on.
"""

import argparse
import json
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from probe_language import Check, Plain, check_case, full_text
from probe_mirror import check_mirror, exchange

from sayso.annotate.read import read as read_by
from sayso.codec import to_plain
from sayso.model.document import Document
from sayso.model.reading import Reading
from sayso.settings import Settings
from sayso.wiring import stages

PROBES = Path(__file__).with_suffix("")
SECONDS = 20  # processor time for one text; the hidden check allows 60 s of wall time for a hostile text
FED = ("published_at", "title", "outlet", "language")
Read = Callable[[Document], Reading]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of a family's probes passed, and of their single checks were met."""

    passed: int = 0
    probes: int = 0
    met: int = 0
    checks: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(
            self.passed + other.passed, self.probes + other.probes, self.met + other.met, self.checks + other.checks
        )

    @property
    def pass_rate(self) -> float:
        """Probes passed of probes, 0 to 1."""
        return self.passed / self.probes if self.probes else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """What a reader met: by family, all together, and for each failed probe what it missed."""

    families: Mapping[str, Tally]
    failures: Mapping[str, Sequence[str]]

    @property
    def total(self) -> Tally:
        """All families together."""
        return sum(self.families.values(), Tally())


def load_probes(folder: Path = PROBES, families: Sequence[str] = ()) -> list[Plain]:
    """The probes of a folder, a file for each family, in order; of these families only, where some are named."""
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").split("\n") if line]
    probes: list[Plain] = [json.loads(line) for line in lines]
    return [probe for probe in probes if not families or probe["family"] in families]


def run(read: Read, probes: Sequence[Plain] | None = None, *, seconds: float = SECONDS) -> Figures:
    """Read every text of the probes (all of the project's where none are given) and count what is met."""
    families: dict[str, Tally] = {}
    failures: dict[str, list[str]] = {}
    for probe in load_probes() if probes is None else probes:
        checks = judge(probe, lambda case: reading_of(read, case, seconds))
        missed = [what for met, what in checks if not met]
        tally = Tally(not missed, 1, len(checks) - len(missed), len(checks))
        families[probe["family"]] = families.get(probe["family"], Tally()) + tally
        if missed:
            failures[probe["id"]] = missed
    return Figures(families, failures)


def judge(probe: Plain, reading: Callable[[Plain], Plain | str]) -> list[Check]:
    """All checks of one probe: of its text, its variants and its mirror image."""
    first = reading(probe)
    checks = check_case(probe, first)
    for variant in probe.get("variants", []):
        checks += check_case(variant, reading(variant))
    if "swap" in probe:
        exchanged = exchange(full_text(probe), probe["swap"])
        mirror = {"text": exchanged.text, "published_at": probe.get("published_at")}
        second = reading(mirror)
        checks += check_case(mirror, second)
        if not isinstance(first, str) and not isinstance(second, str):
            checks += check_mirror(first, second, exchanged, probe["swap"])
    return checks


def reading_of(read: Read, case: Plain, seconds: float) -> Plain | str:
    """The plain Reading of one text, or why there is none: the reader raised, or took too long."""
    document = Document(text=full_text(case), **{key: case[key] for key in FED if case.get(key)})
    try:
        with time_limit(seconds):
            plain: Plain = to_plain(read(document))
    except TimeoutError:
        return f"no Reading within {seconds} s of processor time"
    except Exception as error:  # noqa: BLE001 - whatever a reader raises on a text is a failed probe, and is shown
        return f"the reader raised {error!r}"
    return plain


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """TimeoutError once the process has worked for so long (POSIX, main thread)."""

    def stop(*_: Any) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def report(figures: Figures, probes: Sequence[Plain], *, failures: bool) -> Iterator[str]:
    """The figures as lines: a family each, then all; before them, where asked, each failed probe with what it missed."""
    for probe in probes if failures else ():
        if probe["id"] in figures.failures:
            yield f"{probe['id']}: {full_text(probe)[:400]!r}"
            yield from (f"    {missed[:400]}" for missed in figures.failures[probe["id"]])
    for name, tally in (*sorted(figures.families.items()), ("all", figures.total)):
        yield (
            f"{name:16} {tally.passed:3}/{tally.probes:<3} probes = {tally.pass_rate:.3f}  {tally.met:4}/{tally.checks:<4} checks"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--family", action="append", default=[], help="only this family; may be repeated")
    parser.add_argument("--failures", action="store_true", help="list what each failed probe missed")
    parser.add_argument("--reader", default="model", help="the reader that is asked (default: %(default)s)")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="limit for one text (default: %(default)s)")
    chosen = parser.parse_args(arguments)
    probes = load_probes(families=chosen.family)
    if not probes:
        parser.error(
            f"no probes of {chosen.family}; families: {', '.join(sorted({p['family'] for p in load_probes()}))}"
        )
    by = stages(Settings(reader=chosen.reader))
    figures = run(lambda document: read_by(document, by), probes, seconds=chosen.seconds)
    for line in report(figures, probes, failures=chosen.failures):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
