"""`sayso serve`: look at a ledger in the browser."""

import click


@click.command()
@click.option("--ledger", metavar="FILE", help="The ledger file.")
@click.option("--host", metavar="NAME", help="Where to listen; 127.0.0.1 lets nobody but this machine in.")
@click.option("--port", type=click.IntRange(0, 65_535), help="The port; 0 picks a free one.")
@click.option("--allow-host", "names", multiple=True, metavar="NAME", help="Answer to this name too; may be repeated.")
def command(ledger: str | None, host: str | None, port: int | None, names: tuple[str, ...]) -> None:
    """Look at a ledger in the browser. It runs until it is interrupted, and only reads."""
    from contextlib import closing

    import uvicorn

    from sayso.cli.listening import address, listen, warn_if_open
    from sayso.serve.app import create_app
    from sayso.wiring import load_settings, open_ledger

    settings = load_settings(ledger=ledger, host=host, port=port)
    with closing(open_ledger(settings)) as opened, listen(settings.host, settings.port) as door:
        app = create_app(opened, names=(*names, settings.host))
        warn_if_open(settings.host)
        click.echo(f"sayso: {settings.ledger} is at {address(door)} (Ctrl-C ends it)", err=True)
        uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[door])
