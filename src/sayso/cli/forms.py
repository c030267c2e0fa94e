"""The forms in which readings leave: what `--format` names."""

import sys
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from itertools import islice
from pathlib import PurePath
from typing import TYPE_CHECKING

from sayso.errors import ConfigError
from sayso.model.document import Rejection
from sayso.model.reading import Reading

if TYPE_CHECKING:
    from rich.console import Console

Outcomes = Iterable[Reading | Rejection]
FORMS = ("text", "json", "jsonl", "csv", "md", "html")
SUFFIXES = {".txt": "text", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".md": "md", ".html": "html"}  # fmt: skip


def chosen(asked: str | None, target: str | None) -> str:
    """The form asked for; otherwise the output file's suffix, text for a terminal and jsonl for a program."""
    if asked:
        return asked
    if target not in {None, "-"}:
        return SUFFIXES.get(PurePath(str(target)).suffix.lower(), "jsonl")
    return "text" if sys.stdout.isatty() else "jsonl"


def encoded(form: str, outcomes: Outcomes) -> Iterator[bytes]:
    """The outcomes in one of the forms for programs, piece by piece as they come; only JSON has a place for rejections."""
    from sayso.export.lines import array, jsonl
    from sayso.export.markdown import markdown
    from sayso.export.tables import csv_claims

    if form in {"json", "jsonl"}:
        yield from (array if form == "json" else jsonl)(outcomes)
        return
    write: Callable[[Iterable[Reading]], Iterator[str]] = {"csv": csv_claims, "md": markdown, "html": page}[form]
    for piece in write(readings(outcomes)):
        yield piece.encode("utf-8", "backslashreplace")  # a lone surrogate as its escape, as in JSON


def readings(outcomes: Outcomes) -> Iterator[Reading]:
    """The readings among the outcomes."""
    return (each for each in outcomes if isinstance(each, Reading))


def page(found: Iterable[Reading]) -> Iterator[str]:
    """The one reading as a page of its own; ConfigError where there are more, before anything is written."""
    from sayso.export.html import to_html

    pair = list(islice(found, 2))
    if len(pair) > 1:
        raise ConfigError("--format html makes one page of one article and this input holds several; name one of them")
    yield from (to_html(each) for each in pair)


def drawn(show: Callable[[Reading, "Console"], None], outcomes: Outcomes, *, colour: bool) -> Iterator[bytes]:
    """Each reading as a person reads it, drawn by `show`; a terminal that lacks a character gets its escape."""
    from sayso.cli.terminal import console

    encoding = sys.stdout.encoding or "utf-8"
    for reading in readings(outcomes):
        sheet = StringIO()
        show(reading, console(colour, sheet))
        yield (sheet.getvalue() + "\n").encode(encoding, "backslashreplace")
