"""`sayso add`: articles into a ledger."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.ledger import ledger_option
from sayso.cli.rows import colour_option, form_option, output_option
from sayso.cli.sharded import read_in_shards, shard_options

if TYPE_CHECKING:
    from sayso.cli.progress import Progress
    from sayso.ports.ledger import Arrival


class Tally:
    """What became of the inputs so far, and since when."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.began = time.monotonic()

    def count(self, arrival: "Arrival") -> None:
        """Count one: a text that was there before is known, whatever else it is."""
        self.counts["known" if arrival.known and arrival.document else arrival.outcome.value] += 1

    def __str__(self) -> str:
        """The line that ends every `add`."""
        counted = ", ".join(f"{self.counts[each]} {each}" for each in ("stored", "known", "partial", "rejected"))
        return f"{counted}, {time.monotonic() - self.began:.1f} s"


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…|-")
@ledger_option
@click.option("--reader", metavar="NAME", help="Which reader answers the questions asked of a text.")
@click.option("--aliases", metavar="FILE", help="Names that are one, in a TOML file.")
@click.option("--packs", metavar="PATH", help="Term packs in YAML, beside the built-in ones; a file or a folder.")
@shard_options
@form_option
@output_option
@colour_option
@click.option("--quiet", "-q", is_flag=True, help="Say nothing on stderr about inputs; the exit code tells.")
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 # one for each option
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    ledger: str | None,
    reader: str | None,
    aliases: str | None,
    packs: str | None,
    quiet: bool,
    **options: Any,
) -> None:
    """Read articles into a ledger file, which is made where there is none.

    A line of output says that an input is on disk and will stay there. Adding the same again changes nothing, so that an
    interrupted run is completed by running it again.
    """
    from sayso.cli import PARTIAL, complain
    from sayso.cli.progress import Progress
    from sayso.wiring import load_settings, open_ingest, open_ledger, several, stages
    from sayso.workflow import add_outcomes, read_inputs

    settings = load_settings(ledger=ledger, reader=reader, aliases=aliases, packs=packs)
    on, shards = options.pop("on"), options.pop("shards")
    if on or shards:
        outcomes = read_in_shards(settings, paths, on, shards, quiet=quiet)
    else:
        outcomes = read_inputs(paths, open_ingest(settings), stages(settings), each=several(settings, paths))
    opened = open_ledger(settings, create=True)
    tally, progress = Tally(), Progress(quiet=quiet)
    try:
        arrivals = progress.through(add_outcomes(outcomes, opened))
        write_arrivals(told(arrivals, tally, progress, quiet=quiet), **options)
    finally:
        opened.close()
        if not quiet:
            complain(str(tally))
    if tally.counts["rejected"]:
        ctx.exit(PARTIAL)


def told(arrivals: "Iterable[Arrival]", tally: Tally, progress: "Progress", *, quiet: bool) -> "Iterator[Arrival]":
    """The same arrivals, counted; on stderr, why one could not be read."""
    from sayso.cli import complain

    for arrival in arrivals:
        tally.count(arrival)
        if arrival.document is None and not quiet:
            progress.clear()
            complain(f"{arrival.path or arrival.external_id or 'input'}: {arrival.reason}")
        yield arrival


def write_arrivals(arrivals: "Iterable[Arrival]", *, form: str | None, output: str | None, colour: bool | None) -> None:
    """A line per arrival, as in `sayso log`."""
    import sys

    from sayso.cli.forms import chosen
    from sayso.cli.log import COLUMNS, line
    from sayso.cli.rows import drawn, encoded, write_rows
    from sayso.cli.terminal import wants_colour
    from sayso.codec import to_plain

    form = chosen(form, output)
    if form == "text":
        write_rows(output, drawn(map(line, arrivals), colour=wants_colour(colour, sys.stdout)), screened=False)
    else:
        write_rows(output, encoded(form, map(to_plain, arrivals), COLUMNS), screened=True)
