"""`sayso export`: a ledger for other tools."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.ledger import ledger_option, opened_ledger
from sayso.cli.rows import output_option

if TYPE_CHECKING:
    from sayso.model.document import Rejection
    from sayso.model.reading import Reading

DOCUMENT = ("document", "external_id", "path", "url", "outlet", "title", "authors", "language", "published_at")
COLUMNS = (*DOCUMENT, "fetched_at", "quotations", "attributions", "entities", "claims", "reader")


@click.command()
@ledger_option
@click.option("--what", type=click.Choice(["readings", "claims"]), default="readings", show_default=True,
              help="One row per arrival of a document, or per claim of each.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), help="[the output file's suffix, or jsonl]")
@output_option
def command(ledger: str | None, what: str, form: str | None, output: str | None) -> None:
    """Write out a ledger for other tools, the oldest arrival first.

    JSONL has everything, exactly: a reading is one object of the output contract (`sayso schema`), and a claim is its object
    with its document's names and its claimant. CSV is for spreadsheets: a cell that one would run as a formula begins with '.
    """
    from sayso.cli import complain
    from sayso.cli.forms import chosen
    from sayso.cli.rows import write_rows
    from sayso.model.document import Rejection

    if form is None:
        form = chosen(None, output)
    if form == "text":  # a terminal
        form = "jsonl"
    if form not in {"jsonl", "csv"}:
        raise click.UsageError(f"a ledger is exported as jsonl or csv, and {output} asks for {form}; give --format")
    with opened_ledger(ledger) as opened:
        gone = [Rejection(kind="redacted", message=str(each)) for each in opened.redactions()]
        write_rows(output, exported(what, form, opened.readings(), gone), screened=True)
    for each in gone:
        complain(each.message)


def exported(what: str, form: str, readings: "Iterable[Reading]", gone: "Iterable[Rejection]") -> Iterator[bytes]:
    """The rows, one by one: a ledger need not fit in memory. What was redacted comes last, as inputs that cannot be read."""
    from itertools import chain

    from sayso.cli.rows import encoded
    from sayso.export.lines import jsonl
    from sayso.export.tables import csv_claims

    if (what, form) == ("readings", "jsonl"):
        yield from jsonl(chain(readings, gone))
    elif (what, form) == ("claims", "csv"):
        yield from (piece.encode("utf-8", "backslashreplace") for piece in csv_claims(readings))
    elif what == "claims":
        yield from encoded(form, (row for reading in readings for row in claims(reading)), ())
    else:
        yield from encoded(form, map(counted, readings), COLUMNS)


def counted(reading: "Reading") -> dict[str, Any]:
    """A reading as one flat row: its document's names, and how much was found."""
    from sayso.codec import to_plain

    found = {name: len(getattr(reading, name)) for name in ("quotations", "attributions", "entities", "claims")}
    plain = to_plain(reading.document) | {"document": reading.document.id, "reader": reading.made_by.reader} | found
    return {name: plain[name] for name in COLUMNS}


def claims(reading: "Reading") -> Iterator[dict[str, Any]]:
    """Each claim's object with its document's names and the name of its claimant."""
    from sayso.codec import to_plain

    plain = to_plain(reading.document) | {"document": reading.document.id}
    names = {entity.id: entity.name for entity in reading.entities}
    claimants = {each.id: names.get(each.claimant or "") for each in reading.attributions}
    for claim in reading.claims:
        document = {name: plain[name] for name in DOCUMENT}
        yield document | {"claimant": claimants.get(claim.attribution or "")} | to_plain(claim)
