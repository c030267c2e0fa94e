"""`sayso schema`: the contract of the output, for programs."""

import click


@click.command()
@click.option("--output", "-o", metavar="FILE", help="Write there instead of to standard output.")
def command(output: str | None) -> None:
    """Print the JSON Schema of the output.

    It is draft 2020-12 and holds for every line that `sayso read --format jsonl` prints.
    """
    from sayso.cli.output import opened
    from sayso.codec import dumps, reading_schema

    with opened(output) as write:
        write(dumps(reading_schema(), indent=2) + b"\n")
