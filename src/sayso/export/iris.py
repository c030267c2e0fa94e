"""The names under which our values stand in linked formats: they lead nowhere and need nobody's server."""

import re
from urllib.parse import urlsplit

from sayso.model.document import Document
from sayso.model.provenance import digest_id

TERM = "urn:sayso:term:"  # our own words, such as urn:sayso:term:polarity
UNFIT = re.compile(r"[\x00-\x20<>\"{}|\\^`\ud800-\udfff]")  # RFC 3987: what an IRI cannot hold


def document_iri(document: Document) -> str:
    """The text, whoever published it: its digest."""
    return f"urn:sayso:document:{document.id}"


def arrival_iri(document: Document) -> str:
    """The text as it arrived under one name: one outlet's article. Decision 0003 says what makes two of them the same."""
    named = (document.id, document.external_id, document.path, document.url)
    return f"urn:sayso:arrival:{digest_id('ar', *named)}"


def entry_iri(kind: str, id: str) -> str:
    """A claim, an attribution or an entity, by its id."""
    return f"urn:sayso:{kind}:{id}"


def web_address(url: str | None) -> str | None:
    """The address where it is one of the web that an IRI can hold; None otherwise."""
    if not url or UNFIT.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None
