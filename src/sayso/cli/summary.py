"""The ledger of one article as a person reads it in a terminal."""

import re
from collections import Counter
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from sayso.cli.folding import folded
from sayso.cli.questions import sourcing, would_ask
from sayso.cli.terminal import printable, put
from sayso.export.chain import Chains, Link, outlet
from sayso.model.claim import Claim, ForecastTerms
from sayso.model.document import Span
from sayso.model.framing import TermVoice
from sayso.model.reading import Reading
from sayso.model.stance import Polarity
from sayso.model.world import Quantity, Timex, Toponym

NARROW = 64  # columns: below, a tag line and its offsets no longer fit side by side
INDENT = 4  # under the claim's number
SECONDS = re.compile(r"(\d\d:\d\d):\d\d(?:\.\d+)?")  # nobody needs them of a publication time
GAP = " … "  # between spans that the text keeps apart
FOR_A_PERSON = (
    "place_garbled",
    "place_ambiguous",
    "vague_source",
    "no_deadline",
    "unattributed",
)  # flags that only people can settle


def show(reading: Reading, console: Console, seconds: float | None = None) -> None:
    """Print the summary; nothing in it is wider than the console, and article text is never taken for markup."""
    put(console, lines(reading, console.width, seconds))


def lines(reading: Reading, width: int, seconds: float | None = None) -> Iterator[Text]:
    """Every line of the summary, folded to the width."""
    rule = Text("─" * width, style="dim")
    yield from header(reading, width, seconds)
    yield rule
    world = World(reading)
    for number, claim in enumerate(reading.claims, start=1):
        yield from entry(world, claim, number, width)
        yield Text("")
    if not reading.claims:
        yield Text("No claims found.")
        yield Text("")
    yield rule
    yield from spoken_of(reading, width)
    yield from footer(reading, width)
    yield from would_ask(reading, width)


def header(reading: Reading, width: int, seconds: float | None) -> Iterator[Text]:
    """Where the text comes from, what was found in it, and its title."""
    document, made = reading.document, f"{len(reading.claims)} claims"
    known = [
        outlet(document),
        SECONDS.sub(r"\1", (document.published_at or "").replace("T", " ")).replace("+00:00", "Z"),
        f"{reading.framing.counts.words} words",
        document.language or "",
        document.id[:15].replace(":", " "),
    ]
    left = Text("   ".join(printable(each) for each in known if each))
    right = Text(made if seconds is None else f"{made}  {duration(seconds)}")
    yield from sides(left, right, width)
    if document.title:
        yield from folded(Text(printable(document.title), style="bold"), width)


def duration(seconds: float) -> str:
    """Seconds as a person says them."""
    return f"{seconds:.1f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"


def sides(left: Text, right: Text, width: int) -> Iterator[Text]:
    """Two texts on one line where they fit, one above the other where they do not."""
    space = width - left.cell_len - right.cell_len
    if width >= NARROW and space > 1:
        yield left + Text(" " * space) + right
    else:
        yield from folded(left, width)
        yield from folded(right, width)


class World:
    """What claims refer to, looked up once for all of them."""

    def __init__(self, reading: Reading) -> None:
        self.chains = Chains(reading)
        self.timexes = {each.id: each.span.text for each in reading.timexes}
        self.toponyms = {each.id: each for each in reading.toponyms}


def entry(world: World, claim: Claim, number: int, width: int) -> Iterator[Text]:
    """One claim: what kind, how surely and where; on whose word; in which words."""
    attribution = world.chains.attributions.get(claim.attribution or "")
    tags = Text.assemble(
        (f"[{number}] ", "bold"),
        (claim.kind.value, "bold cyan"),
        f"  {attribution.type if attribution else 'narrator'}",
        ("  denied" if claim.polarity is Polarity.DENIED else "", "bold"),
        ("  hedge: ", "dim"),
        ", ".join(printable(each.text) for each in claim.hedges) or "none",
    )
    where = ", ".join(f"{span.start}–{span.end}" for span in claim.spans)
    yield from sides(tags, Text(f"chars {where}", style="dim"), width)
    yield from folded(chained(world.chains.of(attribution)), width, INDENT)
    yield from folded(words(claim.spans), width, INDENT)
    for note in notes(world, claim):
        yield from folded(Text(printable(note), style="dim"), width, INDENT)


def chained(links: tuple[Link, ...]) -> Text:
    """The chain, the named in bold: `the Grouping > the minister > example.org`."""
    return Text(" > ").join(Text(printable(link.name), style="bold" if link.named else "italic") for link in links)


def words(spans: tuple[Span, ...]) -> Text:
    """The words of the text, on one line."""
    return Text(printable(GAP.join(span.text for span in spans)))


def notes(world: World, claim: Claim) -> Iterator[str]:
    """What the words are tied to: a deadline and its conditions, places, and what a rule has flagged."""
    if isinstance(claim.terms, ForecastTerms):
        wording = world.timexes.get(claim.terms.due or "")
        yield f"due {claim.terms.due_latest or 'never said'}" + (f' (from "{wording}")' if wording else "")
        yield from (f'if: "{condition.text}"' for condition in claim.terms.conditions)
    yield from (f"place: {place(world.toponyms[each])}" for each in claim.toponyms if each in world.toponyms)
    if claim.flags:
        yield f"flags: {', '.join(claim.flags)}"


def place(toponym: Toponym) -> str:
    """The place that a name is taken for, and how sure that is where it is not certain."""
    if toponym.place is None:
        return f'? (wrote "{toponym.span.text}")'
    if toponym.place.name == toponym.span.text:
        return toponym.place.name
    return f'{toponym.place.name}? (wrote "{toponym.span.text}", {toponym.score:.2f})'


def spoken_of(reading: Reading, width: int) -> Iterator[Text]:
    """The times, places and figures of the text in a line each, everything once."""
    found = (
        ("times", map(time, reading.timexes)),
        ("places", map(place, reading.toponyms)),
        ("figures", map(figure, reading.quantities)),
    )
    for kind, phrases in found:
        if listed := "; ".join(dict.fromkeys(phrases)):
            yield from folded(Text.assemble((f"{kind}: ", "dim"), printable(listed)), width)


def time(timex: Timex) -> str:
    """A time as written, and the days that it can mean."""
    days = (timex.earliest, timex.latest)
    means = " – ".join(each or "…" for each in dict.fromkeys(days)) if any(days) else timex.value
    return f"{timex.span.text} ({means})"


def figure(quantity: Quantity) -> str:
    """A figure as written, with what is counted and what became of it."""
    counted = quantity.counted.text if quantity.counted else quantity.unit
    return " ".join(part for part in (quantity.span.text, counted, quantity.role) if part)


def footer(reading: Reading, width: int) -> Iterator[Text]:
    """The totals, and what a person should look at."""
    types = Counter(each.type.value for each in reading.attributions)
    counts = reading.framing.counts
    loaded = sum(term.voice is TermVoice.NARRATOR and term.favours is not None for term in reading.framing.terms)
    totals = (
        ", ".join(f"{types[kind]} {kind}" for kind in ("direct", "mixed", "indirect")),
        f"{counts.speakers} speakers, {counts.speakers - counts.named_speakers} unnamed",
        f"loaded in narrator voice: {loaded} of {counts.words} words",
    )
    yield from folded(Text(" | ".join(totals)), width)
    yield from sourcing(reading, width)
    flags = Counter(flag for claim in reading.claims for flag in claim.flags if flag in FOR_A_PERSON)
    if flags:
        asked = ", ".join(f"{number} {flag.replace('_', ' ')}" for flag, number in flags.items())
        yield from folded(Text(f"needs a human: {asked}"), width)
