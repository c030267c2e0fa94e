"""`sayso verify`: whether a ledger, or a proof from one, holds."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.ledger import ledger_option
from sayso.cli.rows import colour_option, form_option, output_option

if TYPE_CHECKING:
    from rich.text import Text

    from sayso.proof.flaw import Flaw
    from sayso.proof.head import Head

COLUMNS = ("kind", "id", "expected", "found", "cure")
INDENT = 2


@click.command()
@ledger_option
@click.option(
    "--reread", is_flag=True, help="Read every text again: the same reader has to find the same, byte for byte."
)
@click.option("--reader", metavar="NAME", help="Which reader reads again.")
@click.option("--proof", metavar="FILE", help="Check a proof made by `sayso prove`, and no ledger.")
@click.option("--head", metavar="FILE", help="An older head or proof, which has to be part of what is checked.")
@click.option("--key", metavar="HEX", help="The public key that has to have signed the newest head.")
@form_option
@output_option
@colour_option
@click.pass_context
def command(ctx: click.Context, /, ledger: str | None, proof: str | None, **options: Any) -> None:
    """Check that a ledger or a proof holds, and name what does not.

    Recomputes the ids of documents from their texts, the digests of readings, the log and its Merkle tree, the heads and their
    signatures, and the index of words. A damaged file is reported as far as it can be read. The exit code is 4 where
    something does not hold.

    Only who has an older head can tell that a log was not rewritten as a whole: hand out what `sayso prove` gives.
    """
    from sayso.cli import FLAWED, complain

    older = head_in(options["head"]) if options["head"] else None
    flaws = proof_flaws(proof, options["key"], older) if proof else ledger_flaws(ledger, older, options)
    found = list(flaws)
    write_flaws(found, form=options["form"], output=options["output"], colour=options["colour"])
    if found:
        complain(f"{len(found)} {'thing does' if len(found) == 1 else 'things do'} not hold")
        ctx.exit(FLAWED)
    complain("all of it holds" if proof else holding(ledger))


def ledger_flaws(ledger: str | None, older: "Head | None", options: dict[str, Any]) -> "Iterator[Flaw]":
    """What does not hold in a ledger, as it is found."""
    from sayso.proving import verify_ledger
    from sayso.wiring import load_settings

    settings = load_settings(ledger=ledger, reader=options["reader"])
    sound = True
    for flaw in verify_ledger(settings, key=options["key"], head=older):
        sound = False
        yield flaw
    if options["reread"] and sound:
        yield from reread(settings)


def reread(settings: Any) -> "Iterator[Flaw]":
    """What of the readings the same reader does not find again."""
    from sayso.cli.progress import Progress
    from sayso.wiring import open_ledger, stages
    from sayso.workflow import reread_flaws

    opened = open_ledger(settings)
    try:
        flaws = Progress(quiet=False).through(reread_flaws(opened.readings(), stages(settings)))
        yield from (flaw for flaw in flaws if flaw)
    finally:
        opened.close()


def proof_flaws(proof: str, key: str | None, older: "Head | None") -> "Iterator[Flaw]":
    """What does not hold in a proof."""
    from sayso.errors import InputError
    from sayso.proving import verify_proof

    try:
        yield from verify_proof(plain_in(proof), key=key, older=older)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError("proof", f"{proof} is no proof: {error}; expected what `sayso prove` gives") from error


def head_in(path: str) -> "Head":
    """The head in a file; InputError where there is none."""
    from sayso.errors import InputError
    from sayso.proof.exported import head_of

    try:
        return head_of(plain_in(path))
    except ValueError as error:
        raise InputError("head", f"{path}: {error}") from error


def plain_in(path: str) -> Any:
    """The JSON of a file; InputError where it cannot be read."""
    from pathlib import Path

    from sayso.codec import loads
    from sayso.errors import InputError

    try:
        return loads(Path(path).read_bytes())
    except OSError as error:
        raise InputError("file", f"{path} cannot be read: {error.strerror}") from error
    except InputError as error:
        raise InputError(error.kind, f"{path}: {error}; expected what `sayso prove` gives") from error


def holding(ledger: str | None) -> str:
    """What it is that holds, and its newest head."""
    from sayso.cli.ledger import opened_ledger

    with opened_ledger(ledger) as opened:
        head, size = opened.head(), opened.size()
    signed = f"signed by {head.key}" if head.key else "unsigned"
    return f"all of it holds: {size} documents, {head.size} entries, root {head.root}, {signed}"


def write_flaws(flaws: "Iterable[Flaw]", *, form: str | None, output: str | None, colour: bool | None) -> None:
    """The flaws for a person or a program."""
    import sys
    from dataclasses import asdict

    from sayso.cli.forms import chosen
    from sayso.cli.rows import drawn, encoded, write_rows
    from sayso.cli.terminal import wants_colour

    form = chosen(form, output)
    if form == "text":
        lines = (each for flaw in flaws for each in drawn_flaw(flaw))
        write_rows(output, drawn(lines, colour=wants_colour(colour, sys.stdout)), screened=False)
    else:
        write_rows(output, encoded(form, map(asdict, flaws), COLUMNS), screened=True)


def drawn_flaw(flaw: "Flaw") -> "Iterator[Text]":
    """A flaw on a few lines: which thing, what was expected and found, what to do."""
    from rich.text import Text

    from sayso.cli.folding import folded
    from sayso.cli.rows import width
    from sayso.cli.terminal import printable

    yield Text.assemble((printable(f"{flaw.kind} {flaw.id}"), "bold"))
    for name in ("expected", "found", "cure"):
        words = Text.assemble((f"{'do' if name == 'cure' else name}: ", "dim"), printable(getattr(flaw, name)))
        yield from folded(words, width(), INDENT)
