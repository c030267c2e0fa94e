"""`sayso gazetteer`: places from a dump of GeoNames instead of the built-in ones."""

import click


@click.group()
def command() -> None:
    """Read places from a dump of GeoNames instead of the built-in ones."""


@command.command("import")
@click.argument("paths", metavar="FILE…", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
@click.option(
    "-o", "--output", metavar="FILE", default="places.gazetteer", show_default=True, help="Where the places go."
)
def import_(paths: tuple[str, ...], output: str) -> None:
    """Make a file of places out of dumps of GeoNames (allCountries, cities500, UA …; alternateNamesV2), as .txt, .zip or .gz.

    Set it with `gazetteer = "FILE"` in sayso.toml, or SAYSO_GAZETTEER=FILE; every reading is then signed with it.
    """
    from sayso.cli.terminal import printable
    from sayso.wiring import import_gazetteer

    counts = import_gazetteer(paths, output)
    click.echo(
        f"{printable(output)}: {counts['places']} places, {counts['names']} further names, {counts['divisions']} divisions of the built-in file"
    )
