"""What may reach a terminal, and how it looks there."""

import os
import re
import shutil
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

WIDEST = 100  # columns; longer lines are hard to read, however wide the window
OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls but tab and line end: they start escape sequences
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls: they can show words in another order
    "\u2028\u2029"  # line and paragraph separators
    "\ud800-\udfff]"  # lone surrogates: no encoding has them
)
BREAKS = re.compile("\r\n|[\t\n\r]")


def harmless(text: str) -> str:
    """The text without the characters that a terminal would obey; tabs and line ends stay."""
    return OBEYED.sub("", text)


def printable(text: str) -> str:
    """The text on one line, without the characters that a terminal would obey."""
    return harmless(BREAKS.sub(" ", text))


def wants_colour(asked: bool | None, stream: TextIO) -> bool:
    """Whether to colour: as asked; otherwise on a terminal that can, unless NO_COLOR is set (no-color.org)."""
    if asked is not None:
        return asked
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def console(colour: bool | None = None, stream: TextIO | None = None) -> "Console":
    """A rich console that takes text as text: no markup, no emoji codes, no guessing of what to highlight.

    `colour` is what the user asked for, None if nothing. It is as wide as the terminal, at most WIDEST; 80 where there is none.
    """
    from rich.console import Console

    stream = stream or sys.stdout
    coloured = wants_colour(colour, stream)
    return Console(
        file=stream,
        width=min(shutil.get_terminal_size().columns, WIDEST),
        markup=False,
        emoji=False,
        highlight=False,
        no_color=not coloured,
        force_terminal=coloured,
        color_system="standard" if coloured else None,
        legacy_windows=False,
    )


def put(console: "Console", lines: "Iterable[Text]") -> None:
    """Print lines that are folded already, as they are."""
    for line in lines:
        if console.no_color:  # rich takes 0.3 ms to lay out a line that is laid out already
            console.file.write(f"{line.plain}\n")
        else:
            console.print(line, no_wrap=True, overflow="ignore", crop=False)
