"""Claims as a table: one row per claim, for a spreadsheet or a statistics package."""

import csv
import io
from collections.abc import Iterable, Iterator

from sayso.export.chain import Chains
from sayso.model.attribution import Attribution
from sayso.model.claim import Claim
from sayso.model.document import Document, Span
from sayso.model.reading import Reading

GAP = " … "  # between spans that the text keeps apart
FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "\0",
    "＝",
    "＋",
    "－",
    "＠",
)  # OWASP ASVS 5.0, 1.2.10, and full-width twins
COLUMNS = (
    "document", "external_id", "path", "outlet", "title", "published_at", "claim", "kind", "voice", "type", "claimant",
    "anonymity", "chain", "source", "cue", "content", "text", "polarity", "hedges", "certainty", "start", "end", "spans",
    "flags", "attribution",
)  # fmt: skip


def csv_claims(readings: Iterable[Reading]) -> Iterator[str]:
    """CSV (RFC 4180) with a header and one row per claim; offsets are code points, half-open, of the document's text."""
    yield line(COLUMNS)
    for reading in readings:
        chains = Chains(reading)
        for claim in reading.claims:
            yield line(row(reading.document, claim, chains))


def line(cells: Iterable[str]) -> str:
    """One CSV record, with no cell that a spreadsheet would run as a formula."""
    record = io.StringIO()
    csv.writer(record).writerow([harmless(cell) for cell in cells])
    return record.getvalue()


def harmless(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take it for a formula."""
    return "'" + cell if cell.startswith(FORMULA) else cell


def row(document: Document, claim: Claim, chains: Chains) -> tuple[str, ...]:
    """The cells of one claim, in the order of COLUMNS."""
    return (
        document.id,
        document.external_id or "",
        document.path or "",
        document.outlet or "",
        document.title or "",
        document.published_at or "",
        claim.id,
        claim.kind,
        claim.voice,
        *on_whose_word(chains, chains.attributions.get(claim.attribution or "")),
        claim.text,
        claim.polarity,
        words(claim.hedges),
        claim.factuality.certainty,
        str(min((span.start for span in claim.spans), default="")),
        str(max((span.end for span in claim.spans), default="")),
        " ".join(f"{span.start}-{span.end}" for span in claim.spans),
        " ".join(claim.flags),
        claim.attribution or "",
    )


def on_whose_word(chains: Chains, attribution: Attribution | None) -> tuple[str, ...]:
    """Type, claimant, anonymity, chain, source, cue and content of an attribution; of the narrator the chain alone."""
    links = " > ".join(link.name for link in chains.of(attribution))
    if attribution is None:
        return ("", "", "", links, "", "", "")
    return (
        attribution.type,
        chains.names.get(attribution.claimant or "", ""),
        attribution.anonymity,
        links,
        words(attribution.source),
        words(attribution.cue),
        words(attribution.content),
    )


def words(spans: tuple[Span, ...]) -> str:
    """The words of the spans, with a gap where the text keeps them apart."""
    return GAP.join(span.text for span in spans)
