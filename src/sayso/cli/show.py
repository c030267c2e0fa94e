"""`sayso show`: one document of a ledger, one entry of it, or a cluster of claims that say the same."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.days import as_of_option, day_of
from sayso.cli.forms import FORMS
from sayso.cli.ledger import ledger_option, opened_ledger
from sayso.cli.rows import colour_option, output_option
from sayso.errors import Redacted

if TYPE_CHECKING:
    from rich.text import Text

    from sayso.model.reading import Reading
    from sayso.ports.ledger import Ledger

TOLD = ("text", "md")  # forms that are words
CLUSTER = "cc_"  # what the ids of clusters begin with
ACCOUNT_FORMS = ("text", "json", "jsonl")


@click.command()
@click.argument("wanted", metavar="ID")
@ledger_option
@click.option("--format", "form", type=click.Choice(FORMS), help="What to print. [text on a terminal, jsonl otherwise]")
@as_of_option
@output_option
@colour_option
def command(
    wanted: str, ledger: str | None, form: str | None, as_of: str | None, output: str | None, colour: bool | None
) -> None:
    """Show a document, claim, attribution, entity or cluster of a ledger by its id or a beginning that no other id has.

    A person sees the document's summary, or what decided the entry; a program gets the whole Reading. Of a cluster (cc_…)
    both get the account: who reported it, on whose word, who denies it, what became of its words, which forecasts are due.
    """
    import sys

    from sayso.cli.forms import chosen, drawn, encoded
    from sayso.cli.rows import write_rows
    from sayso.cli.terminal import wants_colour

    form = chosen(form, output)
    if wanted.startswith(CLUSTER):
        write_account(wanted, ledger, day_of(as_of), form, output, colour=colour)
        return
    try:
        with opened_ledger(ledger) as opened:
            reading = opened.reading(wanted)
            beside = decided(opened, reading, wanted) if form == "text" else []
    except Redacted as gone:
        tell(str(gone), form, output)
        return
    if form != "text":
        write_rows(output, encoded(form, [reading]), screened=True)
    else:
        coloured = wants_colour(colour, sys.stdout)
        write_rows(output, drawn(shown(reading, wanted, beside), [reading], colour=coloured), screened=False)


def write_account(
    wanted: str, ledger: str | None, day: str, form: str, output: str | None, *, colour: bool | None
) -> None:
    """Print the account of a cluster; UsageError where the form has no place for one."""
    import sys

    from sayso.cli.rows import drawn, write_rows
    from sayso.cli.terminal import wants_colour
    from sayso.codec import dumps
    from sayso.export.account.gathering import account_of, seen, whole_id
    from sayso.export.account.rows import account_row

    if form not in ACCOUNT_FORMS:
        raise click.UsageError(f"a cluster is shown as {', '.join(ACCOUNT_FORMS)}; {form} has no place for it")
    with opened_ledger(ledger) as opened:
        shown = seen(opened)
        account = account_of(shown, whole_id(shown.stories, wanted), day)
    if form == "text":
        from sayso.cli.account import lines

        write_rows(output, drawn(lines(account, day), colour=wants_colour(colour, sys.stdout)), screened=False)
    else:
        write_rows(output, [dumps(account_row(account), indent=2 if form == "json" else None) + b"\n"], screened=True)


def tell(redacted: str, form: str, output: str | None) -> None:
    """What is left to say of a document whose words were taken out."""
    from sayso.cli.rows import write_rows
    from sayso.cli.terminal import printable
    from sayso.codec import encode
    from sayso.model.document import Rejection

    line = printable(redacted).encode() if form in TOLD else encode(Rejection(kind="redacted", message=redacted))
    write_rows(output, [line + b"\n"], screened=form not in TOLD)


def decided(ledger: "Ledger", reading: "Reading", wanted: str) -> "list[Text]":
    """What people decided about what was asked for: about a document also what they decided about its claims."""
    from rich.text import Text

    from sayso.cli.decide import drawn_decision
    from sayso.cli.explanation import find
    from sayso.model.standing import about
    from sayso.workflow import decided_stories, standing_now

    whole = is_document(reading, wanted)
    ids = {reading.document.id, *(each.id for each in reading.claims)} if whole else {find([reading], wanted)[1].id}
    found = about(standing_now(ledger), ids)
    if not found:
        return []
    lines = [Text("\ndecided by people", style="bold")]
    lines += [line for each in found for line in drawn_decision(each, in_force=True)]
    for story in decided_stories(ledger).all_related():
        for cluster in story.clusters:
            if cluster.decided_by and not ids.isdisjoint(cluster.claims):
                size = f"{len(cluster.claims)} claims of {cluster.documents} documents"
                lines.append(Text.assemble((cluster.id, "bold"), f"  {size}, as {cluster.decided_by} has it"))
    return lines


def is_document(reading: "Reading", wanted: str) -> bool:
    """Whether the document was asked for, and no entry of it."""
    return reading.document.id.startswith((wanted, f"sha256:{wanted}"))


def shown(reading: "Reading", wanted: str, beside: "Iterable[Text]") -> Any:
    """What draws the reading: as a whole if its document was asked for, else the entry with its reasons; then what stands beside."""
    from sayso.cli.explanation import find
    from sayso.cli.explanation import show as explain
    from sayso.cli.summary import show
    from sayso.cli.terminal import put

    def draw(found: "Reading", console: Any) -> None:
        if is_document(reading, wanted):
            show(found, console)
        else:
            explain(found, find([reading], wanted)[1], console)
        put(console, beside)

    return draw
