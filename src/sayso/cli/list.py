"""`sayso list`: the documents of a ledger."""

from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from sayso.cli.ledger import ledger_option, opened_ledger
from sayso.cli.rows import colour_option, form_option, output_option

if TYPE_CHECKING:
    from rich.text import Text

    from sayso.ports.ledger import Arrival

COLUMNS = ("document", "published_at", "outlet", "title", "external_id", "path", "number", "at", "outcome")


@click.command()
@ledger_option
@form_option
@output_option
@click.option("--limit", type=click.IntRange(min=0), help="Only so many documents. [all]")
@colour_option
def command(ledger: str | None, form: str | None, output: str | None, limit: int | None, colour: bool | None) -> None:
    """List the documents of a ledger as they first arrived; `sayso log` has every arrival."""
    import sys
    from itertools import islice

    from sayso.cli.forms import chosen
    from sayso.cli.rows import drawn, encoded, write_rows
    from sayso.cli.terminal import wants_colour
    from sayso.codec import to_plain

    with opened_ledger(ledger) as opened:
        first = islice((each for each in opened.arrivals() if each.document and not each.known), limit)
        form = chosen(form, output)
        if form == "text":
            lines = (line(each) for each in first)
            write_rows(output, drawn(lines, colour=wants_colour(colour, sys.stdout)), screened=False)
        else:
            rows = ({name: plain[name] for name in COLUMNS} for plain in map(to_plain, first))
            write_rows(output, encoded(form, rows, COLUMNS), screened=True)


def line(arrival: "Arrival") -> "Text":
    """One document on one line: its id, when and where it appeared, and what it is called."""
    from rich.text import Text

    from sayso.cli.rows import ID_SHOWN, padded, short, width

    left = Text.assemble(
        padded(short(arrival.document), ID_SHOWN + 2),
        padded((arrival.published_at or "")[:10], 12, "dim"),
        padded(arrival.outlet, 20),
        "  ",
    )
    name = arrival.title or arrival.external_id or PurePath(arrival.path or "").name
    return Text.assemble(left, padded(name, width() - left.cell_len))
