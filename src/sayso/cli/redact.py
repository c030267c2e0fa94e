"""`sayso redact`: words taken out of a ledger."""

import click

from sayso.cli.ledger import by_option, ledger_option, opened_ledger


@click.command()
@click.argument("wanted", metavar="ID")
@by_option
@click.option("--reason", metavar="TEXT", required=True, help="Why.")
@ledger_option
def command(wanted: str, by: str, reason: str, ledger: str | None) -> None:
    """Take the words of a document out of a ledger, for good.

    Its text, titles, authors and everything that was read in it go, from the file and its index; its id and its place in the
    log stay, with who redacted it, when and why.
    """
    from sayso.cli.terminal import printable

    with opened_ledger(ledger) as opened:
        click.echo(printable(str(opened.redact(wanted, by=by, reason=reason))))
