"""`sayso relate`: what the documents and claims of a ledger say about one another."""

from collections import Counter
from typing import TYPE_CHECKING

import click

from sayso.cli.ledger import ledger_option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.model.copy import Copy
    from sayso.model.relation import Related


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
    from sayso.wiring import load_settings, open_ledger
    from sayso.workflow import relate, relate_copies

    opened = open_ledger(load_settings(ledger=ledger))
    try:
        for _ in Progress(quiet=quiet).through(relate_copies(opened)):
            pass
        touched = sum(1 for _ in Progress(quiet=quiet).through(relate(opened)))
        if not quiet:
            complain(told(opened.size(), touched, opened.stories().all_related(), opened.copies().all_copies()))
    finally:
        opened.close()


def told(documents: int, touched: int, stories: "Iterable[Related]", copies: "Iterable[Copy]") -> str:
    """The line that ends every `relate`."""
    kinds: Counter[str] = Counter(copy=sum(1 for _ in copies))
    clusters = origins = count = 0
    for story in stories:
        count += 1
        kinds.update(each.kind for each in story.relations)
        clusters += len(story.clusters)
        origins += sum(len(each.origins) for each in story.clusters)
    found = ", ".join(f"{kinds[kind]} {kind}" for kind in ("copy", "echo", "denial", "supersedes"))
    return f"{documents} documents in {count} stories ({touched} related now): {found}; {clusters} clusters, {origins} origins"
