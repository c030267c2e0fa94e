"""`sayso log`: what became of every input."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from sayso.cli.ledger import ledger_option, opened_ledger
from sayso.cli.rows import colour_option, form_option, output_option

if TYPE_CHECKING:
    from rich.text import Text

    from sayso.ports.ledger import Arrival

COLUMNS = ("number", "at", "outcome", "known", "document", "external_id", "path", "title", "outlet", "published_at",
           "reason")  # fmt: skip
INDENT = 6  # under the outcome


@click.command()
@ledger_option
@form_option
@output_option
@click.option("--decisions", is_flag=True, help="What people decided, instead, and whether it is in force.")
@click.option("--limit", type=click.IntRange(min=0), help="Only so many lines, the newest. [all, the oldest first]")
@colour_option
def command(
    ledger: str | None, form: str | None, output: str | None, *, decisions: bool, limit: int | None, colour: bool | None
) -> None:
    """Show what became of every input of a ledger: stored, partial or rejected, and why."""
    import sys

    from sayso.cli.forms import chosen
    from sayso.cli.rows import drawn, encoded, write_rows
    from sayso.cli.terminal import wants_colour
    from sayso.codec import to_plain

    with opened_ledger(ledger) as opened:
        if decisions:
            from sayso.cli.decide import write_decisions

            write_decisions(list(opened.decisions()), limit, form=form, output=output, colour=colour)
            return
        arrivals = opened.arrivals(limit=limit, newest_first=limit is not None)
        form = chosen(form, output)
        if form == "text":
            lines = (each for arrival in arrivals for each in (line(arrival), *reason(arrival)))
            write_rows(output, drawn(lines, colour=wants_colour(colour, sys.stdout)), screened=False)
        else:
            write_rows(output, encoded(form, map(to_plain, arrivals), COLUMNS), screened=True)


def line(arrival: "Arrival") -> "Text":
    """One arrival on one line: what became of which input."""
    from rich.text import Text

    from sayso.cli.rows import ID_SHOWN, padded, short, width

    outcome = "again" if arrival.known and arrival.document else str(arrival.outcome)
    left = Text.assemble(
        padded(str(arrival.number), 6, "dim"),
        padded(outcome, 9, "" if arrival.outcome == "stored" else "bold"),
        padded(short(arrival.document), ID_SHOWN + 1),
    )
    file = PurePath(arrival.path).name if arrival.path else None
    names = (file, arrival.external_id, arrival.outlet, arrival.title)
    return Text.assemble(left, padded(" · ".join(each for each in names if each), width() - left.cell_len))


def reason(arrival: "Arrival") -> "Iterator[Text]":
    """Why it was rejected, or what of it was not read."""
    from rich.text import Text

    from sayso.cli.folding import folded
    from sayso.cli.rows import width
    from sayso.cli.terminal import printable

    if arrival.reason:
        yield from folded(Text(printable(arrival.reason)), width(), INDENT)
