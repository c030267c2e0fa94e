"""Claims of a ledger as something to be searched: each with who said it, where and when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.model.attribution import Attribution
from sayso.model.claim import Claim
from sayso.model.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A claim in a document's words, on whose word it stands (None: the outlet's own), and where and when it was published."""

    id: str
    text: str
    who: str | None
    document: str
    title: str | None
    outlet: str | None
    published_at: str | None


def sightings(readings: Iterable[Reading]) -> Iterator[Sighting]:
    """Every claim of the readings, once; a text that came in twice is told by its first arrival."""
    seen: set[str] = set()
    for reading in readings:
        document = reading.document
        for claim in reading.claims:
            if claim.id not in seen:
                seen.add(claim.id)
                yield Sighting(
                    id=claim.id,
                    text=claim.text,
                    who=speaker(claim, reading),
                    document=document.id,
                    title=document.title,
                    outlet=document.outlet,
                    published_at=document.published_at,
                )


def speaker(claim: Claim, reading: Reading) -> str | None:
    """The name of whoever a claim is attributed to, or the words that the text has for the source; None: the narrator."""
    attribution = next((each for each in reading.attributions if each.id == claim.attribution), None)
    if attribution is None:
        return None
    return next((each.name for each in reading.entities if each.id == attribution.claimant), None) or in_words(
        attribution
    )


def in_words(attribution: Attribution) -> str:
    """The source as the text has it."""
    return " ".join(" ".join(span.text for span in attribution.source).split()).strip(" ,;:") or "not named"
