"""`sayso read`: articles in, their ledgers out."""

import click


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…|-")
@click.option("--reader", metavar="NAME", help="Which reader answers the questions asked of a text.")
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", help="What to print.")
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], reader: str | None, form: str) -> None:  # noqa: ARG001 # one form so far
    """Read articles and print their ledgers."""
    from sayso import codec, wiring, workflow
    from sayso.cli import PARTIAL, complain
    from sayso.model.document import Rejection

    settings = wiring.load_settings(reader=reader)
    out = click.get_binary_stream("stdout")
    refused = False
    for outcome in workflow.read_inputs(paths, wiring.open_ingest(settings), wiring.stages(settings)):
        out.write(codec.encode(outcome) + b"\n")
        out.flush()
        if isinstance(outcome, Rejection):
            refused = True
            complain(f"{outcome.path or outcome.external_id}: {outcome.message}")
    if refused:
        ctx.exit(PARTIAL)
