"""Why an entry of a reading is there: what decided, on which words, by which stage."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

from rich.console import Console
from rich.text import Text

from sayso.cli.folding import folded
from sayso.cli.terminal import printable, put
from sayso.errors import NotInLedger
from sayso.export.chain import chain, chain_of_claim
from sayso.model.attribution import Attribution
from sayso.model.claim import Claim
from sayso.model.document import Span
from sayso.model.entity import Entity
from sayso.model.reading import Reading
from sayso.model.world import Quantity, Timex, Toponym

Entry = Attribution | Claim | Entity | Timex | Toponym | Quantity

MADE_BY = {  # the stages that have a hand in each sort of entry
    Attribution: ("sentences", "quotations", "attributions", "claimants"),
    Entity: ("claimants",),
    Claim: ("claims",),
    Timex: ("times", "claims"),
    Toponym: ("places", "claims"),
    Quantity: ("quantities", "claims"),
}

SHOWN_OTHERWISE = {"id", "reasons", "text"}


def find(readings: Sequence[Reading], wanted: str) -> tuple[Reading, Entry]:
    """The entry with that id, a beginning of it that no other shares, or that claim's number where there is one article.

    Raises NotInLedger, saying which ids there are.
    """
    if wanted.isdecimal() and len(readings) == 1 and 0 < int(wanted) <= len(readings[0].claims):
        return readings[0], readings[0].claims[int(wanted) - 1]
    found = [(reading, entry) for reading in readings for entry in entries(reading) if entry.id.startswith(wanted)]
    exact = [each for each in found if each[1].id == wanted]
    if len(found) == 1 or exact:
        return (exact or found)[0]
    if found:
        raise NotInLedger(f"{len(found)} entries begin with {wanted!r}; give more of the id: {some(found)}")
    known = [(reading, entry) for reading in readings for entry in entries(reading)]
    raise NotInLedger(
        f"no entry {wanted!r}; expected the number of a claim or an id such as {some(known) or '(none found)'}"
    )


def some(found: Sequence[tuple[Reading, Entry]]) -> str:
    """A few of the ids."""
    return ", ".join(entry.id for _, entry in found[:3])


def entries(reading: Reading) -> Iterator[Entry]:
    """Everything in a reading that has an id."""
    yield from reading.claims
    yield from reading.attributions
    yield from reading.entities
    yield from reading.timexes
    yield from reading.toponyms
    yield from reading.quantities


def show(reading: Reading, entry: Entry, console: Console) -> None:
    """Print why the entry is there."""
    for line in lines(reading, entry):
        put(console, folded(line, console.width))


def lines(reading: Reading, entry: Entry) -> Iterator[Text]:
    """The entry, its parts with their words, what decided, and what made it."""
    yield Text(f"{type(entry).__name__.lower()} {entry.id}", style="bold")
    if isinstance(entry, Claim | Attribution):
        links = chain_of_claim(reading, entry) if isinstance(entry, Claim) else chain(reading, entry)
        yield Text(f"  on whose word  {printable(' > '.join(link.name for link in links))}")
    for each in fields(entry):
        if each.name not in SHOWN_OTHERWISE:
            yield from part(each.name.replace("_", " "), getattr(entry, each.name))
    yield Text("decided by", style="bold")
    yield from reasons(reading, entry)
    yield Text("made by", style="bold")
    yield from makers(reading, entry)


def reasons(reading: Reading, entry: Entry) -> Iterator[Text]:
    """The rules and words that decided the entry and, for a claim, those that decided its attribution."""
    for reason in getattr(entry, "reasons", ()) or ("(the stage gives no reasons)",):
        yield Text(f"  {printable(reason)}")
    for each in reading.attributions:
        if isinstance(entry, Claim) and each.id == entry.attribution:
            yield from (Text(f"  attribution {each.id}: {printable(reason)}") for reason in each.reasons)


def part(name: str, value: Any) -> Iterator[Text]:
    """One field: the words with their offsets where it has some, otherwise what it says; nothing where it is empty."""
    label = f"  {name:<13}  "
    if value is None or value == ():
        return
    if isinstance(value, Span):
        yield Text(f'{label}{value.start}–{value.end}  "{printable(value.text)}"')
    elif isinstance(value, tuple):
        for each in value:
            yield from part(name, each)
    elif hasattr(value, "__dataclass_fields__"):
        for each in fields(value):
            if each.name not in SHOWN_OTHERWISE | {"kind"}:
                yield from part(each.name.replace("_", " "), getattr(value, each.name))
    elif name == "confidence":
        yield Text(f"{label}{value} (how sure the software is of this annotation, not of what is said)")
    else:
        yield Text(f"{label}{printable(str(value))}")


def makers(reading: Reading, entry: Entry) -> Iterator[Text]:
    """The stages behind the entry with their versions, and the reader as a whole."""
    made_by = reading.made_by
    for stage in MADE_BY[type(entry)]:
        if stage in made_by.stages:
            yield Text(f"  {stage:<13}  {made_by.stages[stage]}")
    yield Text(f"  sayso          {made_by.sayso}")
    yield Text(f"  reader         {made_by.reader}")
