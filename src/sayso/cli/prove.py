"""`sayso prove`: a proof to hand out."""

import click

from sayso.cli.ledger import ledger_option, opened_ledger
from sayso.cli.rows import output_option


@click.command()
@click.argument("wanted", metavar="ID")
@ledger_option
@click.option("--since", metavar="FILE", help="An older head or proof: shows too that the log only grew since then.")
@output_option
def command(wanted: str, ledger: str | None, since: str | None, output: str | None) -> None:
    """Hand out a proof that a document is in a ledger, to be checked without it.

    JSON with what the log says of the document, its arrivals and readings, their ways through the Merkle tree (RFC 6962), and
    the head of the log. `sayso verify --proof FILE` checks it anywhere. Keep it: it is an older head for a later `--since`.
    """
    from sayso.cli.rows import write_rows
    from sayso.cli.verify import head_in
    from sayso.codec import dumps

    with opened_ledger(ledger) as opened:
        proof = opened.prove(wanted, since=head_in(since) if since else None)
    write_rows(output, [dumps(proof, indent=2) + b"\n"], screened=True)
