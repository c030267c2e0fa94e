"""An RSS or Atom feed: a document for each entry; runs in a worker process."""

import hashlib
import io
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser
from lxml import html

from sayso.errors import InputError
from sayso.ingest.article import shown_text
from sayso.ingest.dates import to_iso
from sayso.ingest.encoding import decode
from sayso.ingest.original import Original
from sayso.model.document import Document, Rejection

DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)
BEFORE_ROOT = re.compile(r"(?:\s|<\?(?:.*?\?>|.*+)|<!--(?:.*?-->|.*+))*+", re.DOTALL)
ROOT = re.compile(r"<(?:[\w.-]+:)?(rss|feed|rdf|channel|html)\b", re.IGNORECASE)
PROLOG = 4096  # characters in which a document type and the root element stand
HEADERS = {"content-type": "application/xml; charset=utf-8"}
PLAIN = frozenset({"text/plain", "text"})


def is_page(raw: bytes) -> bool:
    """Whether a file named .xml is a web page in XHTML."""
    root = ROOT.search(raw[:PROLOG].decode("latin-1"))
    return root is not None and root[1].lower() == "html"


def read_feed(original: Original) -> Iterator[Document | Rejection]:
    """The entries of a feed, in its order; InputError where it is no feed, or one with a document type of its own.

    A document type is refused whole: entities that expand to gigabytes, or to files of this machine, come in no other way,
    and no feed needs one.
    """
    declared = DECLARED.search(original.raw[:PROLOG])
    decoded = decode(original.raw, ((declared[1].decode("ascii") if declared else None, "declared by the feed"),))
    before = BEFORE_ROOT.match(decoded.text)
    if decoded.text.startswith("<!", before.end() if before else 0):
        raise InputError("dtd", "declares a document type (DTD), which a feed needs not and a bomb does: take it out")
    text = re.sub(r"^\s*<\?xml[^>]{0,500}\?>", "", decoded.text, count=1)
    parsed = feedparser.parse(
        io.BytesIO(text.encode("utf-8", "replace")),
        response_headers=HEADERS,
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not parsed.get("version") and not parsed.entries:
        raise InputError("not-a-feed", "is XML but no RSS or Atom feed; expected a feed: save its text as .txt")
    digest = hashlib.sha256(original.raw).hexdigest()
    for number, entry in enumerate(parsed.entries, 1):
        yield read_entry(entry, number, parsed.feed, (original, digest, decoded.found_in, decoded.cuts))
    if not parsed.entries:
        raise InputError("empty", "the feed has no entries")
    if parsed.bozo and not isinstance(parsed.bozo_exception, feedparser.CharacterEncodingOverride):
        message = f"the feed is not well-formed ({parsed.bozo_exception}): {len(parsed.entries)} entries were read, others may be missing"
        yield Rejection(kind="damaged", message=message, path=original.path)


def read_entry(
    entry: Any, number: int, feed: Any, source: tuple[Original, str, dict[str, str], Any]
) -> Document | Rejection:
    """The document of one entry: its content, or else its summary."""
    original, digest, decoded_in, cuts = source
    external_id = entry.get("id") or entry.get("link")
    text, where = entry_text(entry)
    if not text:
        message = f"entry {number} has neither content nor summary; fetch the page that it links to"
        return Rejection(kind="no-text", message=message, path=original.path, external_id=external_id)
    author_names = tuple(name for each in entry.get("authors", ()) if (name := each.get("name")))
    fields: dict[str, Any] = {
        "title": as_text(entry.get("title_detail")),
        "url": entry.get("link"),
        "outlet": as_text(feed.get("title_detail")),
        "authors": author_names or ((entry["author"],) if entry.get("author") else ()),
        "language": (feed.get("language") or "").split("-")[0].lower() or None,
        "published_at": moment(entry.get("published")) or moment(entry.get("updated")),
    }
    known = {name: value for name, value in fields.items() if value}
    found_in = {**decoded_in, **dict.fromkeys(known, "feed"), "text": where}
    return Document(
        text=text, external_id=external_id, path=original.path, raw_sha256=digest, found_in=found_in, cuts=cuts, **known
    )


def entry_text(entry: Any) -> tuple[str, str]:
    """The longest content, or the summary; and which it was."""
    contents = [text for content in entry.get("content", ()) if (text := as_text(content, lines=True))]
    if contents:
        return max(contents, key=len), "feed content"
    return as_text(entry.get("summary_detail"), lines=True) or "", "feed summary"


def as_text(detail: Any, *, lines: bool = False) -> str | None:
    """A construct of text or HTML as text; on one line unless `lines`."""
    value = (detail or {}).get("value") or ""
    if detail and detail.get("type") not in PLAIN and value.strip():
        try:
            value = shown_text(html.fragment_fromstring(value, create_parent="div"))
        except (ValueError, html.etree.ParserError):
            value = ""
    return (value if lines else " ".join(value.split())) or None


def moment(value: str | None) -> str | None:
    """A feed's date in ISO 8601, in the zone in which it was written."""
    try:
        return to_iso(value) or parsedate_to_datetime(value or "").isoformat()
    except (ValueError, TypeError, IndexError):
        return None
