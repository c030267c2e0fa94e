"""Claims as rows: each claim's object with its document's names and the name of its claimant."""

from collections.abc import Iterator
from typing import Any

from sayso.codec import to_plain
from sayso.model.reading import Reading

DOCUMENT = ("document", "external_id", "path", "url", "outlet", "title", "authors", "language", "published_at")


def claim_rows(reading: Reading) -> Iterator[dict[str, Any]]:
    """A row per claim of a reading; `document` is the id of its text."""
    plain = to_plain(reading.document) | {"document": reading.document.id}
    names = {entity.id: entity.name for entity in reading.entities}
    claimants = {each.id: names.get(each.claimant or "") for each in reading.attributions}
    for claim in reading.claims:
        document = {name: plain[name] for name in DOCUMENT}
        yield document | {"claimant": claimants.get(claim.attribution or "")} | to_plain(claim)
