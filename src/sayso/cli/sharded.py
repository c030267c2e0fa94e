"""Reading in shards: the options of it, and what is said meanwhile."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from sayso.model.document import Rejection
    from sayso.model.reading import Reading
    from sayso.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])
FOLDER = "sayso.shards"


def shard_options(command: Command) -> Command:
    """The options --on and --shards."""
    on = click.option(
        "--on",
        type=click.Choice(("local", "ray")),
        help="Read in shards: by processes of this machine, or by the workers of Ray.",
    )
    shards = click.option(
        "--shards", metavar="FOLDER", help=f"Read in shards, and keep their readings there. [{FOLDER}]"
    )
    return on(shards(command))


def read_in_shards(
    settings: "Settings", paths: Sequence[str], on: str | None, folder: str | None, *, quiet: bool
) -> "Iterator[Reading | Rejection]":
    """What is read of the paths, when all shards have been; what a shard failed of is said on stderr.

    What cannot be used is refused here and now, the shards are read when the first outcome is asked for.
    """
    from sayso.cli import complain
    from sayso.cli.progress import Progress
    from sayso.wiring import open_run, open_workers, shard_reader

    run = open_run(settings, paths, folder or FOLDER)
    workers = open_workers(settings, on or "local")
    progress = Progress(quiet=quiet, what="shards ")

    def outcomes() -> "Iterator[Reading | Rejection]":
        with closing(workers):
            for shard, failure in progress.through(run.finish(workers, shard_reader(settings, run))):
                if failure and not quiet:
                    progress.clear()
                    complain(f"shard {shard.name}: {failure.message}")
        if not quiet:
            complain(f"shards: {len(run.shards)}, {run.known} of them read before, in {run.folder.path}")
        yield from run.outcomes()

    return outcomes()
