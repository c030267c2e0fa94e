"""`sayso framing`: whose words articles or outlets carry, by sides that the user names."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.rows import colour_option, output_option

if TYPE_CHECKING:
    from rich.text import Text

    from sayso.export.balance.measures import Row
    from sayso.export.balance.sides import Sides
    from sayso.settings import Settings

FORMS = ("text", "jsonl", "csv", "html")
COLUMNS = ("group", "measure", "side", "detail", "n", "of", "value", "assessed")
NAMED = {".html": "html", ".htm": "html", ".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl"}


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH…|-")
@click.option("--sides", metavar="FILE", help="Who the sides are: [[side]] tables with name and names, in TOML.")
@click.option("--by", type=click.Choice(["article", "outlet"]), default="article", show_default=True,
              help="What is compared.")  # fmt: skip
@click.option("--rules", is_flag=True, help="Print the rules that flags follow, with the style guides that have them.")
@click.option(
    "--format", "form", type=click.Choice(FORMS), help="[the output file's suffix, text on a terminal, jsonl]"
)
@click.option("--reader", metavar="NAME", help="Which reader answers the questions asked of a text.")
@click.option("--aliases", metavar="FILE", help="Names that are one, in a TOML file.")
@click.option("--packs", metavar="PATH", help="Term packs in YAML, beside the built-in ones; a file or a folder.")
@output_option
@colour_option
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], *, sides: str | None, rules: bool, **options: Any) -> None:
    """Compare whose words articles or outlets carry: words quoted, speakers, reporting verbs, contested words by voice.

    Counts stand with what they are counted from, in the order of the inputs: no score and no ranking. Every count of the JSON
    lines lists its instances. A side's verbs are assessed from ten on.
    """
    from sayso.cli import PARTIAL
    from sayso.cli.rows import write_rows
    from sayso.wiring import load_settings

    output, form = options["output"], form_of(options["form"], options["output"])
    if rules:
        write_rows(output, rule_rows(form, colour=options["colour"]), screened=True)
        return
    if not paths or sides is None:
        raise click.UsageError("expected PATH… and --sides FILE (or --rules alone); see `sayso framing --help`")
    named = {key: options[key] for key in ("reader", "aliases", "packs")}
    counted, refused = count(paths, load_sides(sides), options["by"], load_settings(**named))
    write_rows(output, encoded(form, counted, colour=options["colour"]), screened=form != "text")
    if refused:
        ctx.exit(PARTIAL)


def form_of(asked: str | None, output: str | None) -> str:
    """The form asked for; otherwise that of the output file's suffix, text for a terminal and jsonl for a program."""
    import sys
    from pathlib import PurePath

    if asked:
        return asked
    if output not in {None, "-"}:
        return NAMED.get(PurePath(str(output)).suffix.lower(), "jsonl")
    return "text" if sys.stdout.isatty() else "jsonl"


def load_sides(path: str) -> "Sides":
    """The sides of a file; ConfigError where it cannot be used."""
    from pathlib import Path

    from sayso.errors import ConfigError
    from sayso.export.balance.sides import Sides
    from sayso.settings import load

    try:
        return Sides.of(load(Path(path)))
    except ValueError as error:
        raise ConfigError(f"{path}: {error}") from error


def count(paths: Sequence[str], sides: "Sides", by: str, settings: "Settings") -> "tuple[tuple[Row, ...], int]":
    """The rows of what could be read, and how many inputs could not."""
    from sayso.cli import complain
    from sayso.cli.progress import Progress
    from sayso.export.balance.measures import compare
    from sayso.model.document import Rejection
    from sayso.model.reading import Reading
    from sayso.wiring import open_ingest, several, stages
    from sayso.workflow import read_inputs

    progress = Progress(quiet=False)

    def readable() -> Iterator[Reading]:
        each = several(settings, paths)
        for outcome in progress.through(read_inputs(paths, open_ingest(settings), stages(settings), each=each)):
            if isinstance(outcome, Rejection):
                complain(f"{outcome.path or outcome.external_id or 'input'}: {outcome.message}")
            else:
                yield outcome

    return compare(readable(), sides, by), progress.refused


def encoded(form: str, rows: "Sequence[Row]", *, colour: bool | None) -> Iterator[bytes]:
    """The rows in a form."""
    from sayso.cli import rows as tables

    if form == "html":
        from sayso.export.balance.drawing import page

        yield page(rows, measured()).encode("utf-8", "backslashreplace")
    elif form == "text":
        yield from drawn(lines(rows), colour=colour)
    else:
        yield from tables.encoded(form, (row.plain() for row in rows), COLUMNS)


def drawn(found: "Iterable[Text]", *, colour: bool | None) -> Iterator[bytes]:
    """Lines for a person."""
    import sys

    from sayso.cli import rows as tables
    from sayso.cli.terminal import wants_colour

    return tables.drawn(found, colour=wants_colour(colour, sys.stdout))


def measured() -> str:
    """How often the reader errs at what is counted."""
    from sayso.lexicons import lexicon

    return "Measured: " + "; ".join(lexicon("measured")["measured"].values()) + "."


def lines(rows: "Sequence[Row]") -> "Iterator[Text]":
    """A heading for each group and measure, a line for each count."""
    from itertools import groupby

    from rich.text import Text

    from sayso.cli.folding import folded
    from sayso.cli.rows import width
    from sayso.cli.terminal import printable

    for group, of_group in groupby(rows, key=lambda row: row.group):
        yield from folded(Text(printable(group), style="bold"), width())
        for measure, found in groupby(of_group, key=lambda row: row.measure):
            yield Text(f"  {measure}")
            for row in found:
                yield from folded(Text(printable(told(row))), width(), 4)
        yield Text("")
    yield from folded(Text(measured(), style="dim"), width())


def told(row: "Row") -> str:
    """A count in words."""
    name = ": ".join(part for part in (row.side, row.detail) if part)
    if not row.assessed:
        return f"{name}: not assessed (n = {row.n})"
    mean = f", mean {row.value:.2f}" if row.value is not None else ""
    return f"{name}: {row.n} of {row.of}{mean}"


def rule_rows(form: str, *, colour: bool | None) -> Iterator[bytes]:
    """The rules that flags follow: as text, or one object each."""
    from dataclasses import asdict

    from sayso.cli import rows as tables
    from sayso.export.questions import rules

    if form in {"jsonl", "csv"}:
        columns = ("name", "title", "asks", "says", "guide", "url", "read")
        yield from tables.encoded(form, (asdict(rule) for rule in rules().values()), columns)
        return
    yield from drawn(rule_lines(), colour=colour)


def rule_lines() -> "Iterator[Text]":
    """The rules as a person reads them."""
    from rich.text import Text

    from sayso.cli.folding import folded
    from sayso.cli.rows import width
    from sayso.export.questions import rules

    for rule in rules().values():
        yield from folded(Text.assemble((rule.name, "bold"), f": {rule.says}"), width())
        yield from folded(Text(f"{rule.guide}{f', {rule.url}' if rule.url else ''}", style="dim"), width(), 4)
