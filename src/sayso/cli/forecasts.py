"""`sayso forecasts`: the register of forecasts of a ledger."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from sayso.cli.days import as_of_option, day_of
from sayso.cli.ledger import ledger_option, opened_ledger
from sayso.cli.rows import colour_option, output_option

if TYPE_CHECKING:
    from rich.text import Text

    from sayso.relate.register import Forecast

INDENT = 12  # under the words, beside the day


@click.command()
@ledger_option
@as_of_option
@click.option(
    "--format", "form", type=click.Choice(["text", "jsonl", "csv", "ics"]),
    help="What to print; ics is a calendar. [text on a terminal, jsonl otherwise]",
)  # fmt: skip
@output_option
@colour_option
def command(ledger: str | None, as_of: str | None, form: str | None, output: str | None, colour: bool | None) -> None:
    """List the forecasts of a ledger and when they are due: who says what, on what condition, how probable it is said to be.

    A forecast is due from its last day on. sayso never says what became of it: that is for a person, by
    `sayso decide resolve`.
    """
    import sys

    from sayso.cli.forms import chosen
    from sayso.cli.rows import drawn, encoded, write_rows
    from sayso.cli.terminal import wants_colour
    from sayso.codec import to_plain
    from sayso.relate.decided import resolved
    from sayso.relate.register import find_register
    from sayso.workflow import standing_now

    day = day_of(as_of)
    if form is None:
        form = "ics" if (output or "").lower().endswith(".ics") else chosen(None, output)
    with opened_ledger(ledger) as opened:
        found = tuple(resolved(find_register(opened.readings(), day), standing_now(opened)))
    if form == "text":
        write_rows(output, drawn(lines(found, day), colour=wants_colour(colour, sys.stdout)), screened=False)
    elif form == "ics":
        from sayso.export.ics import ics

        write_rows(output, [ics(found, day)], screened=True)
    elif form in {"jsonl", "csv"}:
        write_rows(output, encoded(form, map(to_plain, found), columns()), screened=True)
    else:
        raise click.UsageError(
            f"forecasts are written as text, jsonl, csv or ics, and {output} asks for {form}; give --format"
        )


def columns() -> Sequence[str]:
    """The columns of the table: the fields of a Forecast."""
    from dataclasses import fields

    from sayso.relate.register import Forecast

    return [each.name for each in fields(Forecast)]


def lines(found: "Sequence[Forecast]", day: str) -> "Iterator[Text]":
    """The register for a person: what is due first, then what is open, then what has no day."""
    from rich.text import Text

    from sayso.relate.due import State

    if not found:
        yield Text("No forecasts.")
    order = [State.DUE, State.OPEN, State.CANNOT_BE_DATED, State.NO_DEADLINE]
    for state, group in groupby(sorted(found, key=lambda each: order.index(each.state)), key=lambda each: each.state):
        those = list(group)
        yield Text.assemble((f"{state.value} on {day}", "bold"), (f"  {len(those)} of {len(found)}", "dim"))
        for forecast in those:
            yield from card(forecast)
        yield Text()


def card(forecast: "Forecast") -> "Iterator[Text]":
    """One forecast: its day and words, then on whose word, how the day was computed, and the rest."""
    from rich.text import Text

    from sayso.cli.folding import folded
    from sayso.cli.rows import short, width
    from sayso.cli.terminal import printable
    from sayso.export.forecasts import became, chances, computation

    first, *rest = folded(Text(printable(forecast.text)), width(), INDENT)
    yield Text.assemble(((forecast.due or "").ljust(INDENT), "bold"), first.plain[INDENT:])
    yield from rest
    document = " ".join(
        filter(None, (forecast.outlet, f"“{forecast.title}”" if forecast.title else forecast.external_id))
    )
    details = (
        ("said by", forecast.claimant or forecast.source or "the outlet itself"),
        ("deadline", computation(forecast)),
        ("condition", "; ".join(forecast.conditions)),
        ("said as", chances(forecast)),
        ("flags", ", ".join(forecast.flags)),
        ("moved from", forecast.moved_from or ""),
        ("what became of it", became(forecast)),
        (
            "in",
            f"{document} {(forecast.published_at or '')[:10]}".strip()
            + f"  {forecast.claim} in {short(forecast.document)}",
        ),
    )
    for name, words in details:
        if words:
            yield from folded(Text.assemble((f"{name}: ", "dim"), printable(words)), width(), INDENT)
