"""`sayso search`: claims and texts that hold words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from sayso.cli.ledger import ledger_option, opened_ledger
from sayso.cli.rows import colour_option, form_option, output_option

if TYPE_CHECKING:
    from rich.text import Text

    from sayso.ports.ledger import Found

COLUMNS = ("document", "claim", "before", "text", "after")
INDENT = 2


@click.command()
@click.argument("words", nargs=-1, required=True)
@ledger_option
@form_option
@output_option
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many hits.")
@colour_option
def command(
    words: tuple[str, ...], ledger: str | None, form: str | None, output: str | None, limit: int, colour: bool | None
) -> None:
    """Search the claims and texts of a ledger for all of the words, claims first.

    Case and accents do not count. A word with an apostrophe or a hyphen in it is found as it stands.
    """
    import sys

    from sayso.cli import complain
    from sayso.cli.forms import chosen
    from sayso.cli.rows import drawn, encoded, write_rows
    from sayso.cli.terminal import wants_colour
    from sayso.codec import to_plain

    with opened_ledger(ledger) as opened:
        if count := sum(1 for _ in opened.redactions()):
            complain(f"not searched: {count} redacted {'document' if count == 1 else 'documents'}, see `sayso log`")
        found = opened.search(" ".join(words), limit=limit)
        form = chosen(form, output)
        if form == "text":
            write_rows(output, drawn(lines(found), colour=wants_colour(colour, sys.stdout)), screened=False)
        else:
            write_rows(output, encoded(form, map(to_plain, found), COLUMNS), screened=True)


def lines(found: "Iterator[Found]") -> "Iterator[Text]":
    """Each hit: what to give to `sayso show`, and the words in their surroundings."""
    from rich.text import Text

    from sayso.cli.folding import folded
    from sayso.cli.rows import short, width
    from sayso.cli.terminal import printable

    nothing = True
    for each in found:
        nothing = False
        yield Text.assemble(
            (each.claim or short(each.document), "bold"), ("  claim" if each.claim else "  text", "dim")
        )
        words = Text.assemble(
            printable(each.before).lstrip(), (printable(each.text), "bold underline"), printable(each.after).rstrip()
        )
        yield from folded(words, width(), INDENT)
    if nothing:
        yield Text("Nothing found.")
