"""The forms of `sayso export` that have a standard of their own; JSONL and CSV are made in `export`."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import get_type_hints

import click

from sayso.errors import InstallError
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.reading import Reading
from sayso.ports import Ledger

CLAIMS = 4096  # of claims, as many at once as a group of readings holds: the demo's articles have 24 each


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be written out of which ledger."""

    what: str
    ledger: Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a form is written, of what, and which suffix asks for it."""

    write: Callable[[Asked], Iterator[bytes]]
    of: tuple[str, ...] = ("readings", "claims")
    suffix: str | None = None
    binary: bool = False


def by_suffix(output: str | None) -> str | None:
    """The form that the output file's suffix asks for; None where none of FORMS does."""
    suffix = PurePath(output or "").suffix.lower()
    return next((name for name, form in FORMS.items() if suffix and form.suffix == suffix), None)


def write_form(name: str, asked: Asked, output: str | None) -> None:
    """Write the form to the file, or to stdout; UsageError where it does not go together with what is asked."""
    from sayso.cli.rows import write_rows

    form = FORMS[name]
    if asked.what not in form.of:
        raise click.UsageError(f"--format {name} holds {' or '.join(form.of)}, not {asked.what}; use jsonl or csv")
    if form.binary and output in {None, "-"} and sys.stdout.isatty():
        raise click.UsageError(f"--format {name} is not for a terminal; name a file with -o FILE")
    write_rows(output, form.write(asked), screened=not form.binary)


def parquet(asked: Asked) -> Iterator[bytes]:
    """Readings or claims as typed tables; InstallError where pyarrow is not installed."""
    from sayso.cli.export import DOCUMENT, claims
    from sayso.codec import to_plain

    try:
        from sayso.export.parquet import parquet as write
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "pyarrow":
            raise
        raise InstallError(
            "--format parquet needs pyarrow, which is not installed; it comes with an extra: pip install 'sayso[parquet]'"
        ) from error
    readings = asked.ledger.readings()
    if asked.what == "readings":
        rows = (to_plain(each) | {"published_on": each.document.published_at} for each in readings)
        return write(rows, get_type_hints(Reading) | {"published_on": date})
    named = get_type_hints(Document) | {"document": str}
    columns = {name: named[name] for name in DOCUMENT} | {"claimant": str, "published_on": date, "due_on": date}
    rows = (
        row | {"published_on": row["published_at"], "due_on": due(row)} for each in readings for row in claims(each)
    )
    return write(rows, columns | get_type_hints(Claim), CLAIMS)


def due(row: dict[str, object]) -> object:
    """The last day that a forecast's row gives itself."""
    terms = row["terms"]
    return terms.get("due_latest") if isinstance(terms, dict) else None


FORMS = {
    "parquet": Form(write=parquet, suffix=".parquet", binary=True),
}
