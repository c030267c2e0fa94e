"""`sayso read`: articles in, their ledgers out."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.forms import FORMS, Outcomes, chosen, drawn, encoded, readings
from sayso.cli.sharded import read_in_shards, shard_options
from sayso.cli.terminal import wants_colour
from sayso.model.document import Rejection
from sayso.model.reading import Reading

if TYPE_CHECKING:
    from rich.console import Console

    from sayso.cli.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the command line asks for beside the inputs."""

    form: str | None
    output: str | None
    article: bool
    explain: str | None
    colour: bool | None
    quiet: bool
    verbose: bool


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…|-")
@click.option("--format", "form", type=click.Choice(FORMS), help="What to print. [text on a terminal, jsonl otherwise]")
@click.option("--output", "-o", metavar="FILE", help="Write there; its suffix says the format where --format does not.")
@click.option("--reader", metavar="NAME", help="Which reader answers the questions asked of a text.")
@click.option("--aliases", metavar="FILE", help="Names that are one, in a TOML file.")
@click.option("--packs", metavar="PATH", help="Term packs in YAML, beside the built-in ones; a file or a folder.")
@shard_options
@click.option(
    "--text", "article", is_flag=True, help="Print the article itself, marked and with numbers in the margin."
)
@click.option(
    "--explain", metavar="ID", help="Print what decided an entry: a claim's number, or an id or its beginning."
)
@click.option("--color/--no-color", "colour", default=None, help="Use colours and styles, or none. [on a terminal]")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing on stderr about inputs; the exit code tells.")
@click.option("--verbose", "-v", is_flag=True, help="Say on stderr what was read, and how long it took.")
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 # one for each option
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    reader: str | None,
    aliases: str | None,
    packs: str | None,
    on: str | None,
    shards: str | None,
    **options: Any,
) -> None:
    """Read articles and print their ledgers.

    PATH is a text, HTML, JSONL, feed or WARC file, or a folder of such; - is standard input.
    """
    from sayso.cli import PARTIAL
    from sayso.cli.output import opened
    from sayso.cli.progress import Progress
    from sayso.wiring import load_settings, open_ingest, several, stages
    from sayso.workflow import read_inputs

    asked = Asked(**options)
    refuse_nonsense(asked, paths)
    settings = load_settings(reader=reader, aliases=aliases, packs=packs)
    progress = Progress(quiet=asked.quiet)
    if on or shards:
        outcomes = read_in_shards(settings, paths, on, shards, quiet=asked.quiet)
    else:
        outcomes = read_inputs(paths, open_ingest(settings), stages(settings), each=several(settings, paths))
    pieces, screened = rendered(asked, told(outcomes, progress, asked), progress)
    with opened(asked.output, screened=screened) as write:
        for piece in pieces:
            write(piece)
    if progress.refused:
        ctx.exit(PARTIAL)


def refuse_nonsense(asked: Asked, paths: tuple[str, ...]) -> None:
    """UsageError where two options ask for different things, or an input would be overwritten."""
    if asked.output not in {None, "-"} and any(same_file(str(asked.output), path) for path in paths):
        raise click.UsageError(f"--output {asked.output} is one of the inputs and would be lost; name another file")
    if asked.article and asked.explain:
        raise click.UsageError("--text and --explain print different things; give one of them")
    if (asked.article or asked.explain) and asked.form not in {None, "text"}:
        raise click.UsageError(
            f"--{'text' if asked.article else 'explain'} prints text; leave out --format {asked.form}"
        )


def same_file(one: str, other: str) -> bool:
    """Whether both names lead to one file that is there."""
    import os

    return os.path.exists(one) and os.path.exists(other) and os.path.samefile(one, other)  # noqa: PTH110, PTH121 # `-` and any bytes are names


def told(outcomes: Outcomes, progress: "Progress", asked: Asked) -> Iterator[Reading | Rejection]:
    """The same outcomes; what became of them is said on stderr as far as that is wanted."""
    from sayso.cli import complain

    for outcome in progress.through(outcomes):
        if isinstance(outcome, Rejection) and not asked.quiet:
            named = outcome.path or outcome.external_id or "input"
            # A record's message begins with its line: "a.jsonl:2: ...".
            complain(outcome.message if outcome.message.startswith(named) else f"{named}: {outcome.message}")
        elif isinstance(outcome, Reading) and asked.verbose:
            name = outcome.document.external_id or outcome.document.path or outcome.document.id
            complain(f"{name}: {len(outcome.claims)} claims, {progress.took:.2f} s")
        yield outcome


def rendered(asked: Asked, outcomes: Outcomes, progress: "Progress") -> tuple[Iterator[bytes], bool]:
    """The output in pieces, and whether it must be screened for what a terminal would obey; what is drawn is screened already."""
    on_stdout = asked.output in {None, "-"}
    colour = wants_colour(asked.colour, sys.stdout) if on_stdout else bool(asked.colour)
    form = chosen(asked.form, asked.output)
    if asked.explain:
        return explained(asked.explain, outcomes, colour=colour), False
    if asked.article:
        from sayso.cli.article import show as show_article

        return drawn(show_article, outcomes, colour=colour), False
    if form != "text":
        return encoded(form, outcomes), True
    from sayso.cli.summary import show

    timed = on_stdout and sys.stdout.isatty()  # a file has the same bytes each time

    def summarise(reading: Reading, console: "Console") -> None:
        show(reading, console, progress.took if timed else None)

    return drawn(summarise, outcomes, colour=colour), False


def explained(wanted: str, outcomes: Outcomes, *, colour: bool) -> Iterator[bytes]:
    """Why one entry is there, of all that was read."""
    from sayso.cli.explanation import find, show

    reading, entry = find(list(readings(outcomes)), wanted)
    return drawn(lambda found, console: show(found, entry, console), [reading], colour=colour)
