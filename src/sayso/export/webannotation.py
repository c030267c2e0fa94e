"""Claims and attributions as W3C Web Annotations (Web Annotation Data Model, Recommendation of 23 February 2017), in JSON-LD.

Each annotation points at its words twice: by position and by quotation. Positions count Unicode code points, as the Recommendation
demands (4.2.4, 4.2.5) and our spans do; a client that counts UTF-16 units has to convert, or go by the quotation. They count in the
text that was read: where the document came from the web, its address is the source, and the state names that text (4.3.1).
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from sayso.codec import dumps
from sayso.export.iris import TERM, arrival_iri, document_iri, entry_iri, web_address
from sayso.model.attribution import Attribution
from sayso.model.claim import Claim
from sayso.model.days import instant_of
from sayso.model.document import Document, Span
from sayso.model.provenance import Provenance, digest_id
from sayso.model.reading import Reading

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sayso": TERM}]
# Characters quoted before and after. Of the 1,495 spans of the demo's ledger 299 stand more than once in their text, 3 with 4
# characters on either side, none with 8; 32 leaves room for longer texts that repeat themselves, and is what Hypothesis writes.
NEAR = 32
ROLES = ("source", "cue", "content", "occasion", "addressee")


def webannotation(readings: Iterable[Reading], *, roles: bool = True) -> Iterator[bytes]:
    """One Annotation Collection with its one page embedded, piece by piece: a claim an annotation, and with `roles` a role too.

    Its id, which follows from what it holds, and its total stand at its end, where they are known.
    """
    digest, total = sha256(), 0
    yield dumps(
        {"@context": CONTEXT, "type": "AnnotationCollection", "label": "Claims and attributions read by sayso"}
    )[:-1]
    for annotation in (each for reading in readings for each in annotations(reading, roles=roles)):
        data = dumps(annotation)
        digest.update(data)
        yield (b",\n" if total else b',"first":{"type":"AnnotationPage","startIndex":0,"items":[\n') + data
        total += 1
    id = f"urn:sayso:annotations:{digest.hexdigest()}"
    if total:
        yield b"\n]," + dumps({"id": f"{id}:1"})[1:]
    yield b"," + dumps({"id": id, "total": total})[1:] + b"\n"


def annotations(reading: Reading, *, roles: bool = True) -> Iterator[dict[str, Any]]:
    """The annotations of one reading: its claims, and with `roles` the source, cue, content, occasion and addressee of each attribution."""
    document = reading.document
    names = {entity.id: entity.name for entity in reading.entities}
    claimants = {each.id: each.claimant for each in reading.attributions}
    for claim in reading.claims:
        body = claim_body(claim, claimants.get(claim.attribution or ""), names)
        yield annotation(reading, "describing", (claim.id, ""), body) | {"target": targets(claim.spans, document)}
    for each in reading.attributions if roles else ():
        for role in ROLES:
            if spans := getattr(each, role):
                body = role_body(role, each, names)
                yield annotation(reading, "classifying", (each.id, role), body) | {"target": targets(spans, document)}


def annotation(reading: Reading, motivation: str, of: tuple[str, str], body: dict[str, Any]) -> dict[str, Any]:
    """An annotation without its target; the same entry in two arrivals of one text is two annotations."""
    return {
        "id": entry_iri("annotation", digest_id("an", arrival_iri(reading.document), *of)),
        "type": "Annotation",
        "motivation": motivation,
        "generator": generator(reading.made_by),
        "body": {name: value for name, value in body.items() if value not in (None, [])},
    }


def generator(made_by: Provenance) -> dict[str, str]:
    """The software that read the text, by the digest of its models, lexicons and settings."""
    return {"id": entry_iri("reader", made_by.reader), "type": "Software", "name": f"sayso {made_by.sayso}"}


def claim_body(claim: Claim, claimant: str | None, names: Mapping[str, str]) -> dict[str, Any]:
    """What is said of a claim's words."""
    return {
        "id": entry_iri("claim", claim.id),
        "type": "sayso:Claim",
        "sayso:kind": claim.kind,
        "sayso:voice": claim.voice,
        "sayso:polarity": claim.polarity,
        "sayso:certainty": claim.factuality.certainty,
        "sayso:hedge": [span.text for span in claim.hedges],
        "sayso:flag": list(claim.flags),
        "sayso:attribution": linked("attribution", claim.attribution),
        "sayso:claimant": entity(claimant, names),
    }


def role_body(role: str, attribution: Attribution, names: Mapping[str, str]) -> dict[str, Any]:
    """What is said of the words of one role of an attribution."""
    body: dict[str, Any] = {
        "type": f"sayso:{role.capitalize()}",
        "sayso:attribution": linked("attribution", attribution.id),
    }
    if role == "source":
        body |= {"sayso:anonymity": attribution.anonymity, "sayso:claimant": entity(attribution.claimant, names)}
    elif role == "cue":
        body |= {"sayso:cueKind": attribution.cue_kind, "sayso:veridicality": attribution.veridicality}
    elif role == "content":
        body |= {"sayso:rendering": attribution.type, "sayso:within": linked("attribution", attribution.within)}
    return body | {"sayso:confidence": attribution.confidence}


def linked(kind: str, id: str | None) -> dict[str, str] | None:
    """A reference to another entry."""
    return {"id": entry_iri(kind, id)} if id else None


def entity(id: str | None, names: Mapping[str, str]) -> dict[str, str] | None:
    """A reference to an entity, with its name."""
    return {"id": entry_iri("entity", id), "name": names[id]} if id in names and id else None


def targets(spans: tuple[Span, ...], document: Document) -> Any:
    """The words: one target per span, for selectors of one target are alternatives; the document as a whole where there are none."""
    found = [target(span, document) for span in spans]
    return (found[0] if len(found) == 1 else found) or place(document)["source"]


def target(span: Span, document: Document) -> dict[str, Any]:
    """One stretch of the document, by position and by quotation with what stands around it."""
    text = document.text
    return place(document) | {
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.text,
                "prefix": text[max(0, span.start - NEAR) : span.start],
                "suffix": text[span.end : span.end + NEAR],
            },
        ]
    }


def place(document: Document) -> dict[str, Any]:
    """Where the words stand: at an address of the web in the state that was read, or in the text itself."""
    address = web_address(document.url)
    if address is None:
        return {"source": document_iri(document)}
    state = {"type": "TimeState", "cached": document_iri(document)}
    fetched = utc(document.fetched_at)
    return {"source": address, "state": state | ({"sourceDate": fetched} if fetched else {})}


def utc(published: str | None) -> str | None:
    """An ISO time in UTC, as 4.3.1 demands; None where its zone is not known."""
    found = instant_of(published)
    return found.replace(tzinfo=None).isoformat(timespec="seconds") + "Z" if found else None
