"""`sayso relate`: what the documents and claims of a ledger say about one another."""

from collections import Counter
from typing import TYPE_CHECKING

import click

from sayso.cli.ledger import ledger_option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.model.relation import Related, Relation


@click.command()
@ledger_option
@click.option("--quiet", "-q", is_flag=True, help="Say nothing on stderr.")
def command(ledger: str | None, quiet: bool) -> None:
    """Find what the documents and claims of a ledger say about one another: copies, echoes, denials, newer figures, origins.

    Only what has come in since the last time is looked at, with the stories that it belongs to.
    `sayso export --what relations` and `--what clusters` write out what was found.
    """
    from sayso.cli import complain
    from sayso.cli.progress import Progress
    from sayso.export.relations import relations
    from sayso.wiring import load_settings, open_ledger
    from sayso.workflow import decided_stories, relate, relate_copies

    opened = open_ledger(load_settings(ledger=ledger))
    try:
        for _ in Progress(quiet=quiet, done="compared").through(relate_copies(opened)):
            pass
        placing = Progress(quiet=quiet, done="placed in stories")
        found = relate(opened, placed=placing.passed, all_placed=placing.clear)
        touched = sum(1 for _ in Progress(quiet=quiet, what="stories ", done="related").through(found))
        if not quiet:
            complain(told(opened.size(), touched, relations(opened), decided_stories(opened).all_related()))
    finally:
        opened.close()


def told(documents: int, touched: int, relations: "Iterable[Relation]", stories: "Iterable[Related]") -> str:
    """The line that ends every `relate`; what people rejected counts only as that."""
    from sayso.model.relation import Status

    kinds: Counter[str] = Counter()
    for relation in relations:
        kinds[relation.status] += relation.decided_by is not None
        kinds[relation.kind] += relation.status is not Status.REJECTED
    clusters = origins = count = made = 0
    for story in stories:
        count += 1
        clusters += len(story.clusters)
        origins += sum(len(each.origins) for each in story.clusters)
        made += sum(1 for each in story.clusters if each.decided_by)
    found = ", ".join(f"{kinds[kind]} {kind}" for kind in ("copy", "echo", "denial", "supersedes"))
    counts = ((kinds[Status.CONFIRMED], "confirmed"), (kinds[Status.REJECTED], "rejected"), (made, "clusters made"))
    people = ", ".join(f"{number} {what}" for number, what in counts if number)
    return (
        f"{documents} documents in {count} stories ({touched} related now): {found}; {clusters} clusters, {origins} origins"
        + (f"; by people: {people}" if people else "")
    )
