"""The chain of an attribution, outward: who is said to have said it, who passed it on, and who printed it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from sayso.model.attribution import Anonymity, Attribution
from sayso.model.claim import Claim
from sayso.model.document import Document, Span
from sayso.model.reading import Reading

UNNAMED = "(unnamed)"
DEEPEST = (
    12  # links before the outlet; nested reports in news end at four, and a text made to nest must not cost its square
)


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


CUT = Link(name="…", named=False)


class Chains:
    """The chains of one reading. It looks the reading's parts up once: many chains take time in line with their number."""

    def __init__(self, reading: Reading) -> None:
        self.attributions = {each.id: each for each in reading.attributions}
        self.names = {entity.id: entity.name for entity in reading.entities}
        self.outlet = Link(name=outlet(reading.document), named=reading.document.outlet is not None)

    def of(self, attribution: Attribution | None) -> tuple[Link, ...]:
        """The links from the innermost source to the outlet; the outlet alone where no attribution is given.

        "The unit reported, the minister said" read on example.org gives the unit, the minister, example.org.
        """
        outward = list(islice(self.outward(attribution), DEEPEST + 1))
        links = tuple(link(each, self.names) for each in outward[:DEEPEST])
        return (*links, *([CUT] if len(outward) > DEEPEST else []), self.outlet)

    def of_claim(self, claim: Claim) -> tuple[Link, ...]:
        """The chain of the attribution that a claim stands on; of the outlet alone where the narrator speaks."""
        return self.of(self.attributions.get(claim.attribution or ""))

    def outward(self, attribution: Attribution | None) -> Iterator[Attribution]:
        """The attribution and those it is nested in, innermost first; a circle ends where it closes."""
        seen: set[str] = set()
        while attribution is not None and attribution.id not in seen:
            seen.add(attribution.id)
            yield attribution
            attribution = self.attributions.get(attribution.within or "")


def chain(reading: Reading, attribution: Attribution | None) -> tuple[Link, ...]:
    """The chain of one attribution of a reading; for many of one reading make its Chains."""
    return Chains(reading).of(attribution)


def chain_of_claim(reading: Reading, claim: Claim) -> tuple[Link, ...]:
    """The chain that one claim of a reading stands on; for many of one reading make its Chains."""
    return Chains(reading).of_claim(claim)


def link(attribution: Attribution, names: dict[str, str]) -> Link:
    """One attribution as a link, under the name that says most."""
    name = names.get(attribution.claimant or "", "")
    # A quotation that goes on has no source of its own, and yet the speaker of the one before.
    named = attribution.anonymity in {Anonymity.NAMED, Anonymity.ROLE} if attribution.source else bool(name)
    shown = called(attribution, name)
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
