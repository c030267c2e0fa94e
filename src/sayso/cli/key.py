"""`sayso key`: a key that signs the heads of ledgers."""

import click


@click.command()
@click.argument("file", metavar="FILE")
def command(file: str) -> None:
    """Make a key that signs what is added to ledgers, in FILE, and print its public half.

    Set it with `signing_key = "FILE"` in sayso.toml, or SAYSO_SIGNING_KEY=FILE, and keep it off the machine's backups that
    others read. Hand out the public half: `sayso verify --key` and whoever checks a proof ask for it.
    """
    from sayso.proving import make_key

    click.echo(make_key(file))
