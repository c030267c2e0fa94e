"""`sayso read`: articles in, their ledgers out."""

import sys

import click


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…|-")
@click.option("--reader", metavar="NAME", help="Which reader answers the questions asked of a text.")
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", help="What to print.")
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], reader: str | None, form: str) -> None:  # noqa: ARG001 # one form so far
    """Read articles and print their ledgers."""
    from sayso.cli import PARTIAL, complain
    from sayso.codec import encode
    from sayso.model.document import Rejection
    from sayso.wiring import load_settings, open_ingest, stages
    from sayso.workflow import read_inputs

    settings = load_settings(reader=reader)
    out = sys.stdout.buffer
    refused = False
    for outcome in read_inputs(paths, open_ingest(settings), stages(settings)):
        out.write(encode(outcome) + b"\n")
        out.flush()
        if isinstance(outcome, Rejection):
            refused = True
            complain(f"{outcome.path or outcome.external_id}: {outcome.message}")
    if refused:
        ctx.exit(PARTIAL)
