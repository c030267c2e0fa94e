"""`sayso doctor`: whether this installation can do its work, and what to do where it cannot."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import click

from sayso.errors import SaysoError

PYTHON = (3, 11)  # requires-python
SQLITE = (3, 37)  # Ubuntu 22.04's, the oldest supported system with a Python 3.11; older ones were never tried
LIBRARIES = ("click", "fastapi", "fastwarc", "feedparser", "jinja2", "lxml", "numpy", "onnxruntime", "pydantic", "rich", "snowballstemmer", "sqlalchemy", "trafilatura", "uvicorn")  # fmt: skip
SENTENCE = "“The bridge is open,” said Ida Brandt."
ASSETS = (
    ("sayso.lexicons", ".toml"),
    ("sayso.engines", ".npy"),
    ("sayso.engines", ".onnx"),
    ("sayso.engines", ".sqlite"),
    ("sayso.serve", ".html"),
    ("sayso.serve", ".css"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at: what was found, and the cure where it is not well."""

    name: str
    found: str
    cure: str | None = None


@click.command()
@click.pass_context
def command(ctx: click.Context, /) -> None:
    """Check that this installation works.

    Prints what was found, and a cure where something is wrong; the exit code is 1 then.
    """
    from sayso.cli.terminal import printable

    findings = [finding for look in LOOKS for finding in look()]
    for finding in findings:
        click.echo(f"{'ok   ' if finding.cure is None else 'WRONG'} {finding.name}: {printable(finding.found)}")
        if finding.cure:
            click.echo(f"      {printable(finding.cure)}")
    if any(finding.cure for finding in findings):
        ctx.exit(1)


def python() -> Iterator[Finding]:
    """The interpreter."""
    found = ".".join(map(str, sys.version_info[:3]))
    wrong = sys.version_info < PYTHON
    yield Finding(name="python", found=found, cure="install Python 3.11 or newer" if wrong else None)


def sqlite() -> Iterator[Finding]:
    """The SQLite that Python was built with, and its full-text search."""
    import sqlite3

    old = sqlite3.sqlite_version_info < SQLITE
    yield Finding(
        name="sqlite",
        found=sqlite3.sqlite_version,
        cure="use a Python built with SQLite 3.37 or newer" if old else None,
    )
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.execute("create virtual table probe using fts5(words, content='', detail=none)")
        yield Finding(name="full-text search", found="FTS5")
    except sqlite3.OperationalError as error:
        yield Finding(name="full-text search", found=str(error), cure="use a Python whose SQLite has FTS5")


def libraries() -> Iterator[Finding]:
    """The libraries that sayso stands on."""
    from importlib import import_module
    from importlib.metadata import PackageNotFoundError, version

    for name in LIBRARIES:
        try:
            import_module(name)
            yield Finding(name=name, found=version(name))
        except (ImportError, OSError, PackageNotFoundError) as error:  # OSError: a shared library it needs is missing
            yield Finding(name=name, found=str(error), cure=f"pip install --force-reinstall {name}")


def assets() -> Iterator[Finding]:
    """The words and pages that ship inside the package."""
    from importlib.resources import files

    for package, suffix in ASSETS:
        count = sum(path.suffix == suffix for path in Path(str(files(package))).rglob("*"))
        name = f"{package} *{suffix}"
        yield Finding(
            name=name, found=f"{count} files", cure=None if count else "reinstall sayso: its package is incomplete"
        )


def settings() -> Iterator[Finding]:
    """Whether the settings can be used, and the files they name or live in be written."""
    from sayso.annotate.read import read as read_document
    from sayso.model.document import Document
    from sayso.settings import resolve, strays, user_file
    from sayso.wiring import stages

    for stray in strays(os.environ):
        yield Finding(name=stray, found="names no setting", cure=f"unset {stray}, or see `sayso config show`")
    try:
        found = resolve({}).settings
        made = stages(found)
        yield Finding(name="settings", found=f"reader {found.reader}, {made.made_by.reader[:12]}")
        read = len(read_document(Document(text=SENTENCE), by=made).attributions)
        cure = None if read else "reinstall sayso: its reader does not find the plainest of quotations"
        yield Finding(name="reading", found=f"{read} attribution in a plain sentence", cure=cure)
        yield writable("ledger", Path(found.ledger))
    except SaysoError as error:
        yield Finding(
            name="settings", found=str(error), cure="correct that setting; `sayso config show --origin` shows all"
        )
    yield writable("user settings", user_file(os.environ))


def writable(name: str, path: Path) -> Finding:
    """Whether the file can be written, or made in the nearest folder that there is."""
    nearest = next(each for each in (path, *path.absolute().parents) if each.exists())
    if os.access(nearest, os.W_OK):
        return Finding(name=name, found=str(path))
    return Finding(name=name, found=f"{nearest} cannot be written", cure=f"make it writable: chmod u+w {nearest}")


LOOKS: tuple[Callable[[], Iterator[Finding]], ...] = (python, sqlite, libraries, assets, settings)
