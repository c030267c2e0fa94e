"""The chain of an attribution, outward: who is said to have said it, who passed it on, and who printed it."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from sayso.model.attribution import Anonymity, Attribution
from sayso.model.claim import Claim
from sayso.model.document import Document, Span
from sayso.model.reading import Reading

UNNAMED = "(unnamed)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One on whose word it stands: the name to show, where the text says so, and whether the text names them.

    `attribution` and `claimant` are ids of the reading; both are null for the outlet, which is always the last link.
    """

    name: str
    attribution: str | None = None
    claimant: str | None = None
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    named: bool = True


def chain(reading: Reading, attribution: Attribution | None) -> tuple[Link, ...]:
    """The links from the innermost source to the outlet; the outlet alone where no attribution is given.

    "The unit reported, the minister said" read on example.org gives the unit, the minister, example.org.
    """
    names = {entity.id: entity.name for entity in reading.entities}
    links = tuple(link(each, names) for each in outward(reading, attribution))
    return (*links, Link(name=outlet(reading.document), named=reading.document.outlet is not None))


def chain_of_claim(reading: Reading, claim: Claim) -> tuple[Link, ...]:
    """The chain of the attribution that a claim stands on; of the outlet alone where the narrator speaks."""
    return chain(reading, next((each for each in reading.attributions if each.id == claim.attribution), None))


def outward(reading: Reading, attribution: Attribution | None) -> Iterator[Attribution]:
    """The attribution and those it is nested in, innermost first; a circle ends where it closes."""
    by_id = {each.id: each for each in reading.attributions}
    seen: set[str] = set()
    while attribution is not None and attribution.id not in seen:
        seen.add(attribution.id)
        yield attribution
        attribution = by_id.get(attribution.within) if attribution.within else None


def link(attribution: Attribution, names: dict[str, str]) -> Link:
    """One attribution as a link, under the name that says most."""
    named = bool(attribution.source) and attribution.anonymity in {Anonymity.NAMED, Anonymity.ROLE}
    shown = called(attribution, names.get(attribution.claimant or "", ""))
    return Link(
        name=shown if named else f"{UNNAMED} {shown}".strip(),
        attribution=attribution.id,
        claimant=attribution.claimant,
        source=attribution.source,
        cue=attribution.cue,
        named=named,
    )


def called(attribution: Attribution, name: str) -> str:
    """A person's or institution's full name; of one who has none the words of the text, unless they only point back."""
    words = " ".join(" ".join(span.text for span in attribution.source).split()).strip(" ,;:")
    if words.casefold() == f"the {name.casefold()}":
        return words  # "the Grouping", "the rescue service"
    if name and (attribution.anonymity is Anonymity.NAMED or name.casefold() not in words.casefold()):
        return name  # "she" and "the service" say less than the name that they stand for
    return words


def outlet(document: Document) -> str:
    """Who published the document, as far as it says."""
    return document.outlet or host(document.url or "") or "this article"


def host(url: str) -> str | None:
    """The host of a URL; none where it is no URL."""
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None
