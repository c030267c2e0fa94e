"""`sayso decide`: what a person makes of what was proposed."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.ledger import by_option, ledger_option, opened_ledger

if TYPE_CHECKING:
    from rich.text import Text

    from sayso.model.decision import Decision

KINDS = ("confirm", "reject", "merge", "split", "resolve", "note", "undo")
OUTCOMES = ("came-about", "did-not", "condition-not-met", "cannot-be-judged")
RELATIONS = ("copy", "echo", "denial", "supersedes")
COLUMNS = ("id", "at", "in_force", "kind", "subjects", "relation", "outcome", "evidence", "by", "reason")
INDENT = 2


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("subjects", metavar="ID…", nargs=-1, required=True)
@by_option
@click.option("--reason", metavar="TEXT", default="", help="Why; the words of a note.")
@click.option("--relation", type=click.Choice(RELATIONS), help="Which relation from the first to the second is meant.")
@click.option("--outcome", type=click.Choice(OUTCOMES), help="What became of the forecast.")
@click.option("--evidence", metavar="ID|URL", multiple=True, help="What shows it; may be given several times.")
@ledger_option
def command(kind: str, subjects: tuple[str, ...], ledger: str | None, **given: Any) -> None:
    """Confirm or reject a relation, merge or split clusters, resolve a forecast, note something, or undo a decision.

    A decision is added to the ledger and never changed: one that was wrong is undone by another, and an undoing can be undone.
    It stands beside what a machine proposes and is not overwritten by it. `sayso log --decisions` lists them.
    """
    from sayso.errors import ConfigError, InputError
    from sayso.model.decision import Decision, DecisionKind, ForecastOutcome

    given["outcome"] = ForecastOutcome(given["outcome"]) if given["outcome"] else None
    try:
        decision = Decision(kind=DecisionKind(kind), subjects=subjects, **given)
    except InputError as error:
        raise ConfigError(str(error)) from error  # a wrong command line
    with opened_ledger(ledger) as opened:
        click.echo(opened.decide(decision).id)


def write_decisions(decisions: "Sequence[Decision]", limit: int | None, **options: Any) -> None:
    """What was decided, the oldest first, or the newest so many of it, and whether it is in force."""
    import sys

    from sayso.cli.forms import chosen
    from sayso.cli.rows import drawn, encoded, write_rows
    from sayso.cli.terminal import wants_colour
    from sayso.codec import to_plain
    from sayso.model.standing import in_force

    standing = {each.id for each in in_force(decisions)}
    shown = decisions if limit is None else decisions[::-1][:limit]
    form, output = chosen(options["form"], options["output"]), options["output"]
    if form == "text":
        lines = (line for each in shown for line in drawn_decision(each, in_force=each.id in standing))
        write_rows(output, drawn(lines, colour=wants_colour(options["colour"], sys.stdout)), screened=False)
    else:
        rows = (to_plain(each) | {"in_force": each.id in standing} for each in shown)
        write_rows(
            output, encoded(form, ({name: row[name] for name in COLUMNS} for row in rows), COLUMNS), screened=True
        )


def drawn_decision(decision: "Decision", *, in_force: bool) -> "Iterator[Text]":
    """A decision on a few lines: what, about what, who, when and why."""
    from rich.text import Text

    from sayso.cli.folding import folded
    from sayso.cli.rows import width
    from sayso.cli.terminal import printable

    what = " ".join(filter(None, (decision.kind, decision.relation, decision.outcome)))
    undone = "" if in_force or decision.kind == "undo" else ", undone"
    yield Text.assemble((decision.id, "bold"), f"  {what}", (undone, "dim"))
    told = f"{' '.join(decision.subjects)}  {decision.by}, {decision.at}"
    for words in filter(None, (told, decision.reason, " ".join(decision.evidence))):
        yield from folded(Text(printable(words)), width(), INDENT)
