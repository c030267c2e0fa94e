"""`sayso show`: one document of a ledger, or one entry of it."""

from typing import Any

import click

from sayso.cli.forms import FORMS
from sayso.cli.ledger import ledger_option, opened_ledger
from sayso.cli.rows import colour_option, output_option
from sayso.errors import Redacted

TOLD = ("text", "md")  # forms that are words


@click.command()
@click.argument("wanted", metavar="ID")
@ledger_option
@click.option("--format", "form", type=click.Choice(FORMS), help="What to print. [text on a terminal, jsonl otherwise]")
@output_option
@colour_option
def command(wanted: str, ledger: str | None, form: str | None, output: str | None, colour: bool | None) -> None:
    """Show a document, claim, attribution or entity of a ledger by its id or a beginning that no other id has.

    A person sees the document's summary, or what decided the entry; a program gets the whole Reading.
    """
    import sys

    from sayso.cli.forms import chosen, drawn, encoded
    from sayso.cli.rows import write_rows
    from sayso.cli.terminal import wants_colour

    form = chosen(form, output)
    try:
        with opened_ledger(ledger) as opened:
            reading = opened.reading(wanted)
    except Redacted as gone:
        tell(str(gone), form, output)
        return
    if form != "text":
        write_rows(output, encoded(form, [reading]), screened=True)
    else:
        coloured = wants_colour(colour, sys.stdout)
        write_rows(output, drawn(shown(reading, wanted), [reading], colour=coloured), screened=False)


def tell(redacted: str, form: str, output: str | None) -> None:
    """What is left to say of a document whose words were taken out."""
    from sayso.cli.rows import write_rows
    from sayso.cli.terminal import printable
    from sayso.codec import encode
    from sayso.model.document import Rejection

    line = printable(redacted).encode() if form in TOLD else encode(Rejection(kind="redacted", message=redacted))
    write_rows(output, [line + b"\n"], screened=form not in TOLD)


def shown(reading: Any, wanted: str) -> Any:
    """What draws the reading: as a whole if its document was asked for, else the entry with its reasons."""
    if reading.document.id.startswith((wanted, f"sha256:{wanted}")):
        from sayso.cli.summary import show

        return show
    from sayso.cli.explanation import find
    from sayso.cli.explanation import show as explain

    _, entry = find([reading], wanted)
    return lambda found, console: explain(found, entry, console)
