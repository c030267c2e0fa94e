"""Where readings and claims come from, as W3C PROV in PROV-JSON (W3C Member Submission of 24 April 2013).

A reading is an activity: the reader, a software agent named by the digest of its models, lexicons and settings, used the text and
generated a reading; each claim is quoted from the text by it. Each reading is a bundle of its own, so that a file can be written
while the ledger is read. No clock is asked: an activity has no times.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.codec import dumps
from sayso.export.iris import TERM, arrival_iri, web_address
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.provenance import Provenance, digest_id
from sayso.model.reading import Reading

PREFIXES = {
    "sayso": TERM,
    "document": "urn:sayso:document:sha256:",
    "arrival": "urn:sayso:arrival:",
    "reading": "urn:sayso:reading:",
    "activity": "urn:sayso:activity:",
    "reader": "urn:sayso:reader:",
    "claim": "urn:sayso:claim:",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """A claim that repeats an earlier one, or a document made out of an earlier one: `kind` says which ("echo", "copy")."""

    kind: str
    later: str
    earlier: str


def prov(readings: Iterable[Reading], derivations: Iterable[Derivation] = ()) -> Iterator[bytes]:
    """One PROV-JSON document, piece by piece: a bundle per reading, and between them what is derived from what."""
    yield dumps({"prefix": PREFIXES})[:-1]
    before, told = b',"bundle":{', set[str]()
    for reading in readings:
        id, bundle = bundle_of(reading)
        if id not in told:
            told.add(id)
            yield before + b"\n" + dumps({id: bundle})[1:-1]
            before = b","
    if told:
        yield b"\n}"
    derived = {f"_:d{number}": derivation(each) for number, each in enumerate(derivations, 1)}
    yield (b"," + dumps({"wasDerivedFrom": derived})[1:] if derived else b"}") + b"\n"


def bundle_of(reading: Reading) -> tuple[str, dict[str, Any]]:
    """The id and the statements of one reading; no key of PROV-JSON is there without a statement."""
    document, text, made_by = reading.document, text_name(reading.document.id), reading.made_by
    mark = digest_id(
        "rd", arrival_iri(document), made_by.reader, document.published_at, *(each.id for each in reading.claims)
    )
    activity, found, agent = f"activity:{mark}", f"reading:{mark}", f"reader:{made_by.reader}"
    arrival = "arrival:" + arrival_iri(document).rpartition(":")[2]
    claims = {f"claim:{claim.id}": claim for claim in reading.claims}
    return f"reading:{mark}-bundle", {
        "entity": {
            text: {"prov:type": name("sayso:Document")},
            arrival: arrival_entity(document),
            found: {"prov:type": name("sayso:Reading")},
            **{id: claim_entity(claim) for id, claim in claims.items()},
        },
        "activity": {activity: {"prov:type": name("sayso:reading")} | stages(made_by)},
        "agent": {agent: reader(made_by)},
        "specializationOf": {"_:s1": {"prov:specificEntity": arrival, "prov:generalEntity": text}},
        "used": {
            f"_:u{number}": {"prov:activity": activity, "prov:entity": id}
            for number, id in enumerate((text, arrival), 1)
        },
        "wasAssociatedWith": {"_:a1": {"prov:activity": activity, "prov:agent": agent}},
        "wasGeneratedBy": {
            f"_:g{number}": {"prov:entity": id, "prov:activity": activity}
            for number, id in enumerate((found, *claims), 1)
        },
        "wasDerivedFrom": {
            f"_:d{number}": {
                "prov:generatedEntity": id,
                "prov:usedEntity": text,
                "prov:activity": activity,
                "prov:type": name("prov:Quotation" if id in claims else "sayso:reading"),
            }
            for number, id in enumerate((found, *claims), 1)
        },
    }


def arrival_entity(document: Document) -> dict[str, Any]:
    """The text as it arrived under one name."""
    known = {
        "prov:label": document.title,
        "sayso:outlet": document.outlet,
        "sayso:externalId": document.external_id,
        "sayso:publishedAt": document.published_at,
        "sayso:fetchedAt": document.fetched_at,
        "sayso:rawSha256": document.raw_sha256,
    }
    address = web_address(document.url)
    location = {"prov:location": {"$": address, "type": "xsd:anyURI"}} if address else {}
    return {"prov:type": name("sayso:Arrival")} | location | {each: value for each, value in known.items() if value}


def claim_entity(claim: Claim) -> dict[str, Any]:
    """A claim's words and the stretches of the text where they stand, "start-end" in code points."""
    spans = [f"{span.start}-{span.end}" for span in claim.spans]
    return {
        "prov:type": name("sayso:Claim"),
        "prov:value": claim.text,
        "sayso:kind": claim.kind,
        "sayso:voice": claim.voice,
        "sayso:polarity": claim.polarity,
    } | ({"sayso:span": spans} if spans else {})


def reader(made_by: Provenance) -> dict[str, Any]:
    """The software agent."""
    return {
        "prov:type": name("prov:SoftwareAgent"),
        "prov:label": f"sayso {made_by.sayso}",
        "sayso:version": made_by.sayso,
    }


def stages(made_by: Provenance) -> dict[str, list[str]]:
    """The stages of the reader, each with its version, in the order of their names."""
    told = [f"{stage}={by}" for stage, by in sorted(made_by.stages.items())]
    return {"sayso:stage": told} if told else {}


def derivation(each: Derivation) -> Mapping[str, Any]:
    """A statement that one was made out of, or repeats, another."""
    return {
        "prov:generatedEntity": entry_name(each.later),
        "prov:usedEntity": entry_name(each.earlier),
        "prov:type": name(f"sayso:{each.kind}"),
    }


def entry_name(id: str) -> str:
    """A document's or a claim's qualified name."""
    return text_name(id) if id.startswith("sha256:") else f"claim:{id}"


def text_name(id: str) -> str:
    """A text's qualified name, by its digest."""
    return "document:" + id.removeprefix("sha256:")


def name(qualified: str) -> dict[str, str]:
    """A qualified name as a value."""
    return {"$": qualified, "type": "prov:QUALIFIED_NAME"}
