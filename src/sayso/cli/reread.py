"""`sayso reread`: the texts of a ledger read again."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from sayso.cli.ledger import ledger_option
from sayso.cli.rows import colour_option, form_option, output_option

if TYPE_CHECKING:
    from rich.text import Text

    from sayso.model.rereading import Changes

COLUMNS = ("document", "kept", "gone", "found", "decisions")


@click.command()
@ledger_option
@click.option("--reader", metavar="NAME", help="Which reader reads again.")
@form_option
@output_option
@colour_option
def command(ledger: str | None, reader: str | None, form: str | None, output: str | None, colour: bool | None) -> None:
    """Read the texts of a ledger again with the reader of now, and say what changes.

    A text that this reader has read is left alone; older readings stay beside the new ones, which count from then on. What
    people decided about a claim stays with the words that it was decided about, whatever id the claim has now.
    """
    import sys

    from sayso.cli.forms import chosen
    from sayso.cli.progress import Progress
    from sayso.cli.rows import drawn, encoded, write_rows
    from sayso.cli.terminal import wants_colour
    from sayso.codec import to_plain
    from sayso.wiring import load_settings, open_ledger, stages
    from sayso.workflow import reread

    settings = load_settings(ledger=ledger, reader=reader)
    by, opened, form = stages(settings), open_ledger(settings), chosen(form, output)
    try:
        found = Progress(quiet=False).through(reread(opened, by))
        if form == "text":
            lines = (line for each in found for line in drawn_changes(each))
            write_rows(output, drawn(lines, colour=wants_colour(colour, sys.stdout)), screened=False)
        else:
            write_rows(output, encoded(form, map(to_plain, found), COLUMNS), screened=True)
    finally:
        opened.close()


def drawn_changes(changes: "Changes") -> "Iterator[Text]":
    """What changed of one document, and where its decisions are now."""
    from rich.text import Text

    from sayso.cli.rows import short

    counts = f"  {changes.kept} claims as before, {len(changes.gone)} gone, {len(changes.found)} new"
    yield Text.assemble((short(changes.document), "bold"), counts)
    for each in changes.decisions:
        yield Text(f"  {each.decision}: {each.was} is now {each.now or 'not found any more'}")
