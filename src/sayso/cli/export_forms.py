"""The forms of `sayso export` that have a standard of their own; JSONL and CSV are made in `export`."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import get_type_hints

import click

from sayso.errors import InstallError
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.reading import Reading
from sayso.ports.ledger import Ledger

CLAIMS = 4096  # of claims, as many at once as a group of readings holds: the demo's articles have 24 each

TABLES = ("readings", "claims", "relations", "clusters", "places", "forecasts")
UNDECIDED = {".jsonld"}  # suffixes of several forms


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be written out of which ledger; `as_of` is the ISO day for which forecasts are asked."""

    what: str
    ledger: Ledger
    as_of: str = ""
    reviews: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a form is written, of what, and which suffix asks for it."""

    write: Callable[[Asked], Iterator[bytes]]
    of: tuple[str, ...] = ("readings", "claims")
    reviewed: bool = False
    suffix: str | None = None
    binary: bool = False


def settled(form: str | None, output: str | None, reviews: str | None) -> str:
    """The form asked for, or by the output file's suffix, or jsonl; UsageError where a ledger has no such form, or it no reviews."""
    from sayso.cli.forms import chosen

    known = ("jsonl", "csv", *FORMS)
    suffix = PurePath(output or "").suffix.lower()
    if form is None and suffix in UNDECIDED:
        raise click.UsageError(f"{output} can be several forms; give --format: {', '.join(FORMS)}")
    if form is None:
        own = {each.suffix: name for name, each in FORMS.items() if each.suffix}
        form = own.get(suffix) or chosen(None, output)
    if form == "text":  # a terminal
        form = "jsonl"
    if form not in known:
        raise click.UsageError(
            f"a ledger's claims and readings are {', '.join(known)}; {output} asks for {form}; give --format"
        )
    if reviews and not (form in FORMS and FORMS[form].reviewed):
        raise click.UsageError(f"--format {form} has no place for --reviews; use --format schemaorg")
    return form


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
    """Any of them as a typed table; InstallError where pyarrow is not installed."""
    from sayso.codec import to_plain
    from sayso.export.claim_rows import DOCUMENT, claim_rows
    from sayso.export.relation_columns import COLUMNS
    from sayso.export.relations import rows as related_rows

    try:
        from sayso.export.parquet import parquet as write
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "pyarrow":
            raise
        raise InstallError(
            "--format parquet needs pyarrow, which is not installed; it comes with an extra: pip install 'sayso[parquet]'"
        ) from error
    if asked.what in COLUMNS:
        return write(related_rows(asked.what, asked.ledger, asked.as_of), COLUMNS[asked.what], CLAIMS)
    readings = asked.ledger.readings()
    if asked.what == "readings":
        rows = (to_plain(each) | {"published_on": each.document.published_at} for each in readings)
        return write(rows, get_type_hints(Reading) | {"published_on": date})
    named = get_type_hints(Document) | {"document": str}
    columns = {name: named[name] for name in DOCUMENT} | {"claimant": str, "published_on": date, "due_on": date}
    rows = (
        row | {"published_on": row["published_at"], "due_on": due(row)} for each in readings for row in claim_rows(each)
    )
    return write(rows, columns | get_type_hints(Claim), CLAIMS)


def due(row: dict[str, object]) -> object:
    """The last day that a forecast's row gives itself."""
    terms = row["terms"]
    return terms.get("due_latest") if isinstance(terms, dict) else None


def webannotation(asked: Asked) -> Iterator[bytes]:
    """Claims, and with readings the roles of attributions too, as Web Annotations."""
    from sayso.export.webannotation import webannotation as write

    return write(asked.ledger.readings(), roles=asked.what == "readings")


def schemaorg(asked: Asked) -> Iterator[bytes]:
    """Articles and claims, and what people found of them."""
    from sayso.cli.reviews import reviews_in
    from sayso.export.claimreview import schemaorg as write
    from sayso.workflow import decided_stories

    reviews = reviews_in(Path(asked.reviews)) if asked.reviews else ()
    clusters = (each.claims for story in decided_stories(asked.ledger).all_related() for each in story.clusters)
    return write(asked.ledger.readings, reviews, clusters)


def prov(asked: Asked) -> Iterator[bytes]:
    """Where each reading and claim comes from."""
    from sayso.export.prov import Derivation
    from sayso.export.prov import prov as write
    from sayso.export.relations import relations
    from sayso.model.relation import RelationKind, Status

    repeats = {RelationKind.COPY, RelationKind.ECHO}
    derivations = (
        Derivation(kind=each.kind, later=each.from_id, earlier=each.to_id)
        for each in relations(asked.ledger)
        if each.kind in repeats and each.status is not Status.REJECTED
    )
    return write(asked.ledger.readings(), derivations)


FORMS = {
    "parquet": Form(write=parquet, of=TABLES, suffix=".parquet", binary=True),
    "webannotation": Form(write=webannotation),
    "schemaorg": Form(write=schemaorg, reviewed=True),
    "prov": Form(write=prov),
}
