"""Claims as schema.org `Claim` in JSON-LD, and `ClaimReview` for those that a person has reviewed.

A `Claim` says who is said to have said what in which articles; nothing here rates it. The context is part of the file, so that
nothing has to be fetched to read it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sayso.codec import dumps
from sayso.errors import InputError
from sayso.export.appearances import Appearance, Appearances, appearances_in, first, joined
from sayso.export.chain import Chains
from sayso.export.iris import TERM, arrival_iri, entry_iri, web_address
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.entity import Entity, EntityKind
from sayso.model.reading import Reading
from sayso.model.review import Review
from sayso.model.stance import Polarity

REFERENCE = {"@type": "@id"}
CONTEXT = {
    "@vocab": "https://schema.org/",
    "sayso": TERM,
    "url": REFERENCE,
    "appearance": REFERENCE,
    "firstAppearance": REFERENCE,
    "itemReviewed": REFERENCE,
}
TYPES = {EntityKind.PERSON: "Person", EntityKind.ORGANISATION: "Organization"}  # what schema.org takes for an author


Readings = Callable[[], Iterable[Reading]]


def schemaorg(
    readings: Readings, reviews: Sequence[Review] = (), clusters: Iterable[Sequence[str]] = ()
) -> Iterator[bytes]:
    """One JSON-LD graph, a node a line: each article, each claim once, and the reviews.

    `readings` gives them from the start each time it is called: who carries a claim has to be known before the claim is written.
    `clusters` are the ids of claims that say the same of the same thing: each appears wherever one of them does. InputError
    where a review is of no claim of these readings, or of a denial without saying what was reviewed; then nothing is written.
    """
    appearances = joined(appearances_in(readings()), clusters)
    reviewed = checked(reviews, appearances, readings)
    yield dumps({"@context": CONTEXT})[:-1] + b',"@graph":['
    before = b"\n"
    for node in nodes(readings(), appearances):
        yield before + dumps(node)
        before = b",\n"
    for node in (review_node(review, words) for review, words in reviewed):
        yield before + dumps(node)
        before = b",\n"
    yield b"\n]}\n"


def nodes(readings: Iterable[Reading], appearances: Appearances) -> Iterator[dict[str, Any]]:
    """Each article, and behind the first that carries it each claim."""
    articles: set[str] = set()
    told: set[str] = set()
    for reading in readings:
        article = article_node(reading.document)
        if article["@id"] not in articles:
            yield article
            articles.add(article["@id"])
        chains, entities = Chains(reading), {entity.id: entity for entity in reading.entities}
        for claim in reading.claims:
            if claim.id not in told:
                told.add(claim.id)
                yield claim_node(claim, chains, entities) | where(appearances[claim.id])


def article_node(document: Document) -> dict[str, Any]:
    """A document as it arrived under one name. A byline is credit, for it may name an agency or a desk."""
    node = {
        "@id": arrival_iri(document),
        "@type": "Article",
        "identifier": document.id,
        "url": web_address(document.url),
        "headline": document.title,
        "publisher": {"@type": "Organization", "name": document.outlet} if document.outlet else None,
        "creditText": ", ".join(document.authors),
        "datePublished": dated(document.published_at),
        "inLanguage": document.language,
    }
    return filled(node)


def dated(moment: str | None) -> str | None:
    """The moment where it is an ISO 8601 day or time."""
    try:
        datetime.fromisoformat(moment or "")
    except ValueError:
        return None
    return moment


def claim_node(claim: Claim, chains: Chains, entities: Mapping[str, Entity]) -> dict[str, Any]:
    """A claim in the document's own words, by whom it is said, and what in the words must not get lost.

    A denial has no author: its words may be those that the claimant denies, and then nobody in the text says them.
    """
    attribution = chains.attributions.get(claim.attribution or "")
    claimant = entities.get(attribution.claimant or "") if attribution else None
    author = TYPES.get(claimant.kind) if claimant and claim.polarity is Polarity.ASSERTED else None
    node = {
        "@id": entry_iri("claim", claim.id),
        "@type": "Claim",
        "text": claim.text,
        "author": {"@type": author, "name": claimant.name} if claimant and author else None,
        "sayso:claimant": claimant.name if claimant else None,
        "sayso:chain": " > ".join(link.name for link in chains.of(attribution)),
        "sayso:kind": claim.kind,
        "sayso:voice": claim.voice,
        "sayso:polarity": claim.polarity,
        "sayso:certainty": claim.factuality.certainty,
        "sayso:hedge": [span.text for span in claim.hedges],
        "sayso:flag": list(claim.flags),
    }
    return filled(node)


def where(appearances: Sequence[Appearance]) -> dict[str, Any]:
    """The articles that carry a claim, and the earliest of them in this ledger."""
    return {"appearance": [each.iri for each in appearances], "firstAppearance": first(appearances).iri}


def checked(reviews: Sequence[Review], appearances: Appearances, readings: Readings) -> list[tuple[Review, str]]:
    """Each review with the words that were reviewed; InputError where there are none."""
    wanted = {review.claim for review in reviews}
    if unknown := sorted(wanted - appearances.keys()):
        raise InputError("review", f"a review is of claim {unknown[0]}, which is not among the claims exported here")
    claims = (
        {claim.id: claim for reading in readings() for claim in reading.claims if claim.id in wanted} if wanted else {}
    )
    return [(review, words(review, claims[review.claim])) for review in reviews]


def words(review: Review, claim: Claim) -> str:
    """What was reviewed, in the author's words or the document's."""
    if review.reviewed is None and claim.polarity is Polarity.DENIED:
        raise InputError(
            "review",
            f"a review is of claim {claim.id}, a denial, whose words may be those denied; say in `reviewed` what was checked",
        )
    return review.reviewed or claim.text


def review_node(review: Review, words: str) -> dict[str, Any]:
    """A person's review; its rating is the person's own words and has no number."""
    author: dict[str, Any] = {"@type": "Person", "name": review.author}
    if review.organisation:
        author["affiliation"] = {"@type": "Organization", "name": review.organisation}
    return {
        "@id": review.url,
        "@type": "ClaimReview",
        "url": review.url,
        "author": author,
        "datePublished": review.date,
        "itemReviewed": entry_iri("claim", review.claim),
        "claimReviewed": words,
        "reviewRating": {"@type": "Rating", "alternateName": review.verdict},
    }


def filled(node: Mapping[str, Any]) -> dict[str, Any]:
    """The node without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, "", [])}
