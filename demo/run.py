"""Reads the demo articles into a fresh ledger, relates them, says what it found and how long that took, and serves it: `make demo`.

`DEMO_SERVE=0` only prints; `python demo/run.py FILE` makes the ledger there, in place of what is there. The story is fiction; README.md beside this file tells it.
"""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.text import Text

from sayso.cli.account import heading, lines
from sayso.export.account.account import Account
from sayso.export.account.gathering import account_of, seen
from sayso.export.chain import Link, chain
from sayso.export.phrasing import when
from sayso.model.attribution import Anonymity, Attribution
from sayso.model.claim import Voice
from sayso.model.reading import Reading
from sayso.model.relation import RelationKind
from sayso.ports.ledger import Arrival, Ledger, Outcome
from sayso.settings import Settings
from sayso.wiring import open_ingest, open_ledger, stages
from sayso.workflow import add_inputs, relate, relate_copies

ARTICLES = Path(__file__).parent / "articles"
LEDGER = Path(__file__).parent / "story.ledger"
ARROW = " → "
TOWN = "Karrow"  # of which outlets say that it was taken
AS_OF = "2026-05-15"  # a day on which the forecast about the town is overdue, whatever the reader's clock says
RELAYS = 6  # shown; one for each article that has one would fill the screen


def main(ledger: Path = LEDGER) -> int:
    """Read, print, serve; 1 where an article could not be read."""
    settings = fresh(ledger)
    arrivals, readings, seconds = read_into(settings)
    print("\n".join(summary(arrivals, readings, seconds)))
    sys.stdout.flush()  # relating takes a few seconds more
    print("\n".join(town(settings)))
    print(f"\nThe ledger is {ledger}; `sayso search Vessin --ledger {ledger}` looks into it.")
    refused = [arrival for arrival in arrivals if arrival.outcome is not Outcome.STORED]
    for arrival in refused:
        print(f"{arrival.outcome}: {arrival.path}: {arrival.reason}", file=sys.stderr)
    if refused or not arrivals:
        return 1
    if os.environ.get("DEMO_SERVE") != "0":
        sys.stdout.flush()
        sayso = str(Path(sys.executable).with_name("sayso"))
        os.execv(sayso, [sayso, "serve", "--ledger", str(ledger)])  # noqa: S606 # the server takes this process over
    return 0


def fresh(ledger: Path) -> Settings:
    """Settings with that ledger, and nothing left of the last demonstration's."""
    for path in ledger.parent.glob(f"{ledger.name}*"):
        path.unlink()
    return Settings(ledger=str(ledger))


def read_into(settings: Settings) -> tuple[Sequence[Arrival], Sequence[Reading], float]:
    """Every article of the demo, added to the ledger; what arrived, what was read, and how long it took in seconds."""
    paths = [str(path) for path in sorted(ARTICLES.iterdir())]
    ledger = open_ledger(settings, create=True)
    try:
        started = time.perf_counter()
        arrivals = list(add_inputs(paths, open_ingest(settings), stages(settings), ledger))
        seconds = time.perf_counter() - started
        return arrivals, list(ledger.readings()), seconds
    finally:
        ledger.close()


def town(settings: Settings) -> Iterator[str]:
    """What became of the claim that a town was taken: its origins, echoes, denial and forecast."""
    ledger = open_ledger(settings)
    try:
        started = time.perf_counter()
        account = contested(ledger)
        yield row(
            "related", f"{time.perf_counter() - started:.2f} s; {account.documents} articles say the same of {TOWN}"
        )
        yield ""
        yield from printed(account, ledger)
    finally:
        ledger.close()


def contested(ledger: Ledger) -> Account:
    """Relate the articles, and give the account of what most of them say of the town."""
    for _ in relate_copies(ledger):
        pass
    for _ in relate(ledger):
        pass
    named = {found.claim for found in ledger.search(TOWN) if found.claim}
    stories = ledger.stories().all_related()
    about = [each for story in stories for each in story.clusters if named.intersection(each.claims)]
    return account_of(seen(ledger), max(about, key=lambda each: (each.documents, each.id)).id, AS_OF)


def printed(account: Account, ledger: Ledger) -> Iterator[str]:
    """The account as `sayso show` prints it, then the figures of the same story that were replaced."""
    yield f"Who says that {TOWN} was taken? `sayso show {account.id}`, on {AS_OF}:"
    yield ""
    for line in (*lines(account, AS_OF), *newer(account, ledger)):
        yield f"  {line.plain}".rstrip()


def newer(account: Account, ledger: Ledger) -> Iterator[Text]:
    """Newer figures of the story with those that they replace, each by its outlet."""
    yield from heading("newer figures in the same story")
    for each in ledger.stories().related(account.story).relations:
        if each.kind is RelationKind.SUPERSEDES:
            for name, id in (("was", each.to_id), ("now", each.from_id)):
                reading = ledger.reading(id)
                claim = next(claim for claim in reading.claims if claim.id == id)
                yield Text(f"  {name}  {claim.text} ({reading.document.outlet}, {when(reading.document.published_at)})")


def summary(arrivals: Sequence[Arrival], readings: Sequence[Reading], seconds: float) -> Iterator[str]:
    """The story in figures, then the relays with the words that were passed on."""
    outlets = {reading.document.outlet for reading in readings if reading.document.outlet}
    words = sum(len(reading.document.text.split()) for reading in readings)
    attributions = [each for reading in readings for each in reading.attributions]
    claims = [claim for reading in readings for claim in reading.claims]
    yield "Two towns and a ferry line: an invented story, told by invented outlets (demo/README.md)"
    yield ""
    yield row("articles", f"{len(readings)} of {len(arrivals)} inputs, {len(outlets)} outlets named, {words:,} words")
    yield row("attributions", f"{len(attributions)}: {tally(each.type.value for each in attributions)}")
    yield row("claims", f"{len(claims)}: {tally(claim.kind.value for claim in claims)}")
    own = sum(claim.voice is Voice.NARRATOR for claim in claims)
    yield row("voice", f"{len(claims) - own} on a source's word, {own} on the narrator's")
    yield row("polarity", tally(claim.polarity.value for claim in claims))
    yield row("speakers", speakers(readings))
    yield row(
        "time", f"{seconds:.2f} s from files to a ledger on disk, {len(readings) / seconds:.0f} articles a second"
    )
    yield ""
    yield "  Passed on, from whoever is said to have said it to whoever printed it:"
    yield from relays(readings)


def row(name: str, value: str) -> str:
    """A line with its name in front."""
    return f"  {name:14}{value}"


def tally(values: Iterator[str]) -> str:
    """How many of each, the most first."""
    ranked = sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{count} {value}" for value, count in ranked)


def speakers(readings: Sequence[Reading]) -> str:
    """How many are named over all articles, who is quoted most, and how much stands on the word of nobody named."""
    names: Counter[str] = Counter()
    unnamed = 0
    for reading in readings:
        entities = {entity.id: entity.name for entity in reading.entities}
        for attribution in reading.attributions:
            if attribution.anonymity is Anonymity.NAMED and attribution.claimant in entities:
                names[entities[attribution.claimant]] += 1
            else:
                unnamed += 1
    most = ", ".join(
        f"{name} {count}" for name, count in sorted(names.items(), key=lambda item: (-item[1], item[0]))[:4]
    )
    return f"{len(names)} named ({most} …); {unnamed} attributions to somebody unnamed"


def weight(found: tuple[Sequence[Link], Attribution]) -> tuple[int, int]:
    """Long chains before short ones, and those with names before those without."""
    links, _ = found
    return len(links), sum(link.named for link in links)


def relays(readings: Sequence[Reading]) -> Iterator[str]:
    """The longest chain of each article: whoever is said to have said it first, who passed it on, who printed it."""
    longest = []
    for reading in readings:
        passed_on = [(chain(reading, each), each) for each in reading.attributions if each.within]
        longest += [max(passed_on, key=weight)] if passed_on else []
    ranked = sorted(longest, key=weight, reverse=True)
    for links, innermost in ranked[:RELAYS]:
        yield "  " + ARROW.join(link.name for link in links)
        yield "      " + " … ".join(span.text for span in innermost.content)


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
