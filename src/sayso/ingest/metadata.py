"""What a page says of itself: title, outlet, authors, publication time, language, address; runs in a worker process."""

from typing import Any

from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata


def find_metadata(tree: HtmlElement) -> tuple[dict[str, Any], dict[str, str]]:
    """Fields of a Document, and where each was found."""
    found = extract_metadata(tree)
    authors = tuple(found.author.split("; ")) if found.author else ()
    known = {
        "title": found.title,
        "outlet": found.sitename,
        "published_at": found.date,
        "url": found.url,
        "authors": authors,
    }
    known = {name: value for name, value in known.items() if value}
    return known, dict.fromkeys(known, "trafilatura")
