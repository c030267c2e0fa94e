"""`sayso config`: what is set, and where."""

import click


@click.group()
def command() -> None:
    """Show the settings in force and where each comes from.

    A flag wins over a SAYSO_* variable, that over the project's sayso.toml or [tool.sayso] in pyproject.toml, that over
    the user's sayso/config.toml, and that over the default.
    """


@command.command("show")
@click.option("--origin", is_flag=True, help="Say where each value comes from.")
def show(*, origin: bool) -> None:
    """Print the settings in force as TOML."""
    import json
    from dataclasses import asdict

    from sayso.cli.terminal import printable
    from sayso.settings import resolve, rules

    resolved = resolve({})
    for name, value in asdict(resolved.settings).items():
        if origin:
            click.echo(f"# {rules()[name].help}; from: {printable(resolved.origins[name])}")
        click.echo(f"{name} = {json.dumps(value)}")  # TOML's basic strings and integers are written like JSON's
