"""`sayso show`: one document of a ledger, one entry of it, or a cluster of claims that say the same."""

from typing import Any

import click

from sayso.cli.days import as_of_option, day_of
from sayso.cli.forms import FORMS
from sayso.cli.ledger import ledger_option, opened_ledger
from sayso.cli.rows import colour_option, output_option

CLUSTER = "cc_"  # what the ids of clusters begin with
ACCOUNT_FORMS = ("text", "json", "jsonl")


@click.command()
@click.argument("wanted", metavar="ID")
@ledger_option
@click.option("--format", "form", type=click.Choice(FORMS), help="What to print. [text on a terminal, jsonl otherwise]")
@as_of_option
@output_option
@colour_option
def command(
    wanted: str, ledger: str | None, form: str | None, as_of: str | None, output: str | None, colour: bool | None
) -> None:
    """Show a document, claim, attribution, entity or cluster of a ledger by its id or a beginning that no other id has.

    A person sees the document's summary, or what decided the entry; a program gets the whole Reading. Of a cluster (cc_…)
    both get the account: who reported it, on whose word, who denies it, what became of its words, which forecasts are due.
    """
    import sys

    from sayso.cli.forms import chosen, drawn, encoded
    from sayso.cli.rows import write_rows
    from sayso.cli.terminal import wants_colour

    form = chosen(form, output)
    if wanted.startswith(CLUSTER):
        write_account(wanted, ledger, day_of(as_of), form, output, colour=colour)
        return
    with opened_ledger(ledger) as opened:
        reading = opened.reading(wanted)
    if form != "text":
        write_rows(output, encoded(form, [reading]), screened=True)
    else:
        coloured = wants_colour(colour, sys.stdout)
        write_rows(output, drawn(shown(reading, wanted), [reading], colour=coloured), screened=False)


def write_account(
    wanted: str, ledger: str | None, day: str, form: str, output: str | None, *, colour: bool | None
) -> None:
    """Print the account of a cluster; UsageError where the form has no place for one."""
    import sys

    from sayso.cli.rows import drawn, write_rows
    from sayso.cli.terminal import wants_colour
    from sayso.codec import dumps
    from sayso.export.account.gathering import account_of, whole_id
    from sayso.export.account.rows import account_row

    if form not in ACCOUNT_FORMS:
        raise click.UsageError(f"a cluster is shown as {', '.join(ACCOUNT_FORMS)}; {form} has no place for it")
    with opened_ledger(ledger) as opened:
        account = account_of(opened, whole_id(opened.stories(), wanted), day)
    if form == "text":
        from sayso.cli.account import lines

        write_rows(output, drawn(lines(account, day), colour=wants_colour(colour, sys.stdout)), screened=False)
    else:
        write_rows(output, [dumps(account_row(account), indent=2 if form == "json" else None) + b"\n"], screened=True)


def shown(reading: Any, wanted: str) -> Any:
    """What draws the reading: as a whole if its document was asked for, else the entry with its reasons."""
    if reading.document.id.startswith((wanted, f"sha256:{wanted}")):
        from sayso.cli.summary import show

        return show
    from sayso.cli.explanation import find
    from sayso.cli.explanation import show as explain

    _, entry = find([reading], wanted)
    return lambda found, console: explain(found, entry, console)
