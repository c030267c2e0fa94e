"""Rows of a ledger as text for a person, or as JSONL or CSV for a program."""

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.terminal import WIDEST, printable

if TYPE_CHECKING:
    from rich.text import Text

FORMS = ("text", "jsonl", "csv")
ID_SHOWN = 12  # digits of a document's id: two of a million documents share them in one ledger of 500
Row = Mapping[str, Any]

form_option: Callable[[Any], Any] = click.option(
    "--format", "form", type=click.Choice(FORMS), help="What to print. [text on a terminal, jsonl otherwise]"
)
output_option: Callable[[Any], Any] = click.option(
    "--output",
    "-o",
    metavar="FILE",
    help="Write there; its suffix says the format where --format does not.",
)
colour_option: Callable[[Any], Any] = click.option(
    "--color/--no-color", "colour", default=None, help="Use colours and styles, or none. [on a terminal]"
)


def encoded(form: str, rows: Iterable[Row], columns: Sequence[str]) -> Iterator[bytes]:
    """The rows for a program, one by one as they come."""
    from sayso.codec import dumps

    if form == "csv":
        from sayso.export.tables import line

        yield line(columns).encode()
        for row in rows:
            yield line([cell(row.get(name)) for name in columns]).encode("utf-8", "backslashreplace")
    else:
        for row in rows:
            yield dumps(dict(row)) + b"\n"


def cell(value: Any) -> str:
    """A value as one cell of a table."""
    if value is None:
        return ""
    return " ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def drawn(lines: Iterable["Text"], *, colour: bool) -> Iterator[bytes]:
    """Lines for a person; a terminal that lacks a character gets its escape."""
    from io import StringIO

    from sayso.cli.terminal import console, put

    encoding = sys.stdout.encoding or "utf-8"
    sheet = StringIO()
    screen = console(colour, sheet)
    for each in lines:
        put(screen, [each])
        yield sheet.getvalue().encode(encoding, "backslashreplace")
        sheet.seek(0)
        sheet.truncate()


def width() -> int:
    """Columns to fill."""
    return min(shutil.get_terminal_size().columns, WIDEST)


def padded(words: str | None, columns: int, style: str = "") -> "Text":
    """Words cut or filled to so many columns."""
    from rich.text import Text

    text = Text(printable(words or ""), style=style)
    text.truncate(columns, overflow="ellipsis", pad=True)
    return text


def short(document: str | None) -> str:
    """The beginning of a document's id, as `sayso show` takes it."""
    return (document or "").removeprefix("sha256:")[:ID_SHOWN]


def write_rows(output: str | None, pieces: Iterable[bytes], *, screened: bool) -> None:
    """Write the pieces as they come; `screened` keeps from a terminal what it would obey."""
    from sayso.cli.output import opened

    with opened(output, screened=screened) as write:
        for piece in pieces:
            write(piece)
