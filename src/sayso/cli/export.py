"""`sayso export`: a ledger for other tools."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.days import day_of
from sayso.cli.export_forms import FORMS, Asked, settled, write_form
from sayso.cli.ledger import ledger_option, opened_ledger
from sayso.cli.rows import output_option

if TYPE_CHECKING:
    from sayso.model.document import Rejection
    from sayso.model.reading import Reading
    from sayso.ports.ledger import Ledger

RELATED = ("relations", "clusters", "places", "forecasts")
WHAT = ("readings", "claims", *RELATED)
COLUMNS = (
    "document", "external_id", "path", "url", "outlet", "title", "authors", "language", "published_at", "fetched_at",
    "quotations", "attributions", "entities", "claims", "reader",
)  # fmt: skip


@click.command()
@ledger_option
@click.option("--what", type=click.Choice(WHAT), default="readings", show_default=True,
              help="One row per arrival of a document, or per each of what was found.")  # fmt: skip
@click.option("--as-of", metavar="DATE", help="With forecasts: the day on which they are due or not. [today]")
@click.option("--format", "form", type=click.Choice(["jsonl", "csv", *FORMS]),
              help="[the output file's suffix, or jsonl]")  # fmt: skip
@click.option("--reviews", metavar="FILE", help="With schemaorg: a JSON list of reviews that people wrote.")
@output_option
def command(
    ledger: str | None, what: str, as_of: str | None, form: str | None, reviews: str | None, output: str | None
) -> None:
    """Write out a ledger for other tools, the oldest arrival first.

    JSONL has everything, exactly: a reading is one object of the output contract (`sayso schema`), and a claim is its object
    with its document's names and its claimant. CSV is for spreadsheets: a cell that one would run as a formula begins with '.
    Parquet is for statistics; webannotation (W3C), schemaorg (Claim) and prov (W3C PROV-JSON) are for tools that speak these.
    """
    from sayso.cli import complain
    from sayso.cli.rows import write_rows
    from sayso.model.document import Rejection

    form = settled(form, output, reviews)
    with opened_ledger(ledger) as opened:
        gone = [Rejection(kind="redacted", message=str(each)) for each in opened.redactions()]
        if form in FORMS:
            write_form(form, Asked(what=what, ledger=opened, as_of=day_of(as_of), reviews=reviews), output)
        elif what in RELATED:
            write_rows(output, related(what, form, opened, day_of(as_of)), screened=True)
        else:
            write_rows(output, exported(what, form, opened.readings(), gone), screened=True)
    for each in gone:
        complain(each.message)


def related(what: str, form: str, ledger: "Ledger", as_of: str) -> Iterator[bytes]:
    """What documents and claims say about one another, where the forecasts stand, and the places."""
    from sayso.cli.rows import encoded
    from sayso.export.relations import TABLES, rows

    yield from encoded(form, rows(what, ledger, as_of), TABLES[what])


def exported(what: str, form: str, readings: "Iterable[Reading]", gone: "Iterable[Rejection]") -> Iterator[bytes]:
    """The rows, one by one: a ledger need not fit in memory. What was redacted comes last, as inputs that cannot be read."""
    from itertools import chain

    from sayso.cli.rows import encoded
    from sayso.export.claim_rows import claim_rows
    from sayso.export.lines import jsonl
    from sayso.export.tables import csv_claims

    if (what, form) == ("readings", "jsonl"):
        yield from jsonl(chain(readings, gone))
    elif (what, form) == ("claims", "csv"):
        yield from (piece.encode("utf-8", "backslashreplace") for piece in csv_claims(readings))
    elif what == "claims":
        yield from encoded(form, (row for reading in readings for row in claim_rows(reading)), ())
    else:
        yield from encoded(form, map(counted, readings), COLUMNS)


def counted(reading: "Reading") -> dict[str, Any]:
    """A reading as one flat row: its document's names, and how much was found."""
    from sayso.codec import to_plain

    found = {name: len(getattr(reading, name)) for name in ("quotations", "attributions", "entities", "claims")}
    plain = to_plain(reading.document) | {"document": reading.document.id, "reader": reading.made_by.reader} | found
    return {name: plain[name] for name in COLUMNS}
