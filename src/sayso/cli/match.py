"""`sayso match`: was this said before?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.ledger import ledger_option, opened_ledger
from sayso.cli.rows import colour_option, output_option

if TYPE_CHECKING:
    from rich.text import Text

    from sayso.cli.progress import Progress
    from sayso.model.document import Rejection
    from sayso.relate.matching.collection import Known
    from sayso.relate.matching.search import Match

    Answer = tuple[Known, Sequence[Match]]
    Shown = Mapping[str, Mapping[str, Any]]  # what is shown of each claim, by its id

INDENT = 6


@click.command()
@click.argument("queries", nargs=-1, metavar="[QUERIES|-]…")
@click.option("--text", metavar="SENTENCE", help="A sentence to look for, instead of QUERIES.")
@click.option("--against", metavar="CLAIMS", help="Look among the claims of this file instead of a ledger's.")
@ledger_option
@click.option(
    "--top", type=click.IntRange(min=1), default=5, show_default=True, help="At most so many claims for each."
)
@click.option("--format", "form", type=click.Choice(("text", "jsonl")), help="[text on a terminal, jsonl otherwise]")
@output_option
@colour_option
@click.pass_context
def command(ctx: click.Context, /, queries: tuple[str, ...], text: str | None, **options: Any) -> None:
    """Find known claims that say what a sentence says: those of a ledger, or of a file.

    QUERIES and CLAIMS hold one JSON object a line, {"id", "text", "title"?}; QUERIES may also be plain texts. The score, 0 to 1, is
    how sure the software is that a claim says the same. It says nothing about whether the claim holds.
    """
    from sayso.cli import PARTIAL
    from sayso.cli.progress import Progress

    if bool(queries) == (text is not None):
        raise click.UsageError("expected either QUERIES or --text SENTENCE")
    progress = Progress(quiet=False)
    answer(queries, text, progress, **options)
    if progress.refused:
        ctx.exit(PARTIAL)


def answer(
    queries: Sequence[str],
    text: str | None,
    progress: "Progress",
    *,
    against: str | None,
    ledger: str | None,
    top: int,
    **how: Any,
) -> None:
    """Read what is asked and what is known, and write the answers as they come."""
    from sayso.relate.matching.collection import Known
    from sayso.wiring import load_settings, meanings, open_ingest
    from sayso.workflow import known_claims, match

    ingest = open_ingest(load_settings())
    if text is not None:
        asked: Iterable[Known] = [Known(id="1", text=text)]
    else:
        asked = usable(progress.through(known_claims(queries, ingest)))
    shown: dict[str, Mapping[str, Any]] = {}
    known = file_claims(known_claims([against], ingest), progress, shown) if against else ledger_claims(ledger, shown)
    write(match(asked, known, meanings(), top=top), shown, more=against is None, **how)


def usable(items: "Iterable[Known | Rejection]") -> "Iterator[Known]":
    """What could be read; on stderr, why something could not."""
    from sayso.cli import complain
    from sayso.model.document import Rejection

    for item in items:
        if isinstance(item, Rejection):
            complain(item.message)
        else:
            yield item


def file_claims(items: "Iterable[Known | Rejection]", progress: "Progress", shown: dict[str, Any]) -> "Iterator[Known]":
    """The claims of a file, each noted for being shown."""
    for claim in usable(progress.through(items)):
        shown[claim.id] = {"text": claim.text, "title": claim.title or None}
        yield claim


def ledger_claims(path: str | None, shown: dict[str, Any]) -> "Iterator[Known]":
    """The claims of a ledger, each noted for being shown."""
    from sayso.codec import to_plain
    from sayso.relate.matching.collection import Known
    from sayso.relate.matching.sightings import sightings

    with opened_ledger(path) as opened:
        for sighting in sightings(opened.readings()):
            shown[sighting.id] = to_plain(sighting)
            yield Known(id=sighting.id, text=sighting.text)


def write(
    answers: "Iterable[Answer]",
    shown: "Shown",
    *,
    more: bool,
    form: str | None,
    output: str | None,
    colour: bool | None,
) -> None:
    """The answers as text, or a JSON object a line; `more`: with what is shown of each claim."""
    import sys

    from sayso.cli.forms import chosen
    from sayso.cli.rows import drawn, encoded, write_rows
    from sayso.cli.terminal import wants_colour

    if chosen(form, output) == "text":
        write_rows(output, drawn(lines(answers, shown), colour=wants_colour(colour, sys.stdout)), screened=False)
        return
    rows = (
        {
            "query": asked.id,
            "matches": [{"id": each.id, "score": each.score, **(shown[each.id] if more else {})} for each in matches],
        }
        for asked, matches in answers
    )
    write_rows(output, encoded("jsonl", rows, ()), screened=True)


def lines(answers: "Iterable[Answer]", shown: "Shown") -> "Iterator[Text]":
    """Each sentence, and under it the claims: score, words, who said it, where and when."""
    from rich.text import Text

    from sayso.cli.folding import folded
    from sayso.cli.rows import width
    from sayso.cli.terminal import printable

    for asked, matches in answers:
        yield from folded(Text(printable(asked.text), style="bold"), width())
        for each in matches:
            claim = shown[each.id]
            first, *rest = folded(Text(printable(claim["text"])), width(), INDENT)
            yield Text.assemble((f"{each.score:4.2f}", "bold"), "  ", first.plain.lstrip())
            yield from rest
            yield from folded(Text(printable(origin(each.id, claim)), style="dim"), width(), INDENT)
        if not matches:
            yield Text("      Nothing like it is known.")


def origin(id: str, claim: Mapping[str, Any]) -> str:
    """Who said it, where and when, and the id; of a file's claim its title."""
    if "document" not in claim:
        return " · ".join(part for part in (claim["title"], id) if part)
    parts = (
        claim["who"] or "the outlet itself",
        claim["outlet"],
        claim["title"],
        (claim["published_at"] or "")[:10],
        id,
    )
    return " · ".join(part for part in parts if part)
