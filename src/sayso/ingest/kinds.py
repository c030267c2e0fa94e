"""What an input is: by its name, or else by how it begins."""

import re
from enum import StrEnum

from sayso.errors import InputError

HEAD = 4096  # bytes that are looked at; the first line that is not blank decides


class Kind(StrEnum):
    """The ways in."""

    TEXT = "text"
    HTML = "html"
    RECORDS = "records"
    FEED = "feed"
    ARCHIVE = "archive"


BY_NAME = {
    ".txt": Kind.TEXT,
    ".md": Kind.TEXT,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".jsonl": Kind.RECORDS,
    ".ndjson": Kind.RECORDS,
    ".xml": Kind.FEED,
    ".warc": Kind.ARCHIVE,
    ".warc.gz": Kind.ARCHIVE,
}
FOREIGN = (  # how a file begins, what it is, what to do
    (b"%PDF-", "a PDF", "save its text, for instance with `pdftotext FILE`"),
    (b"PK\x03\x04", "a ZIP archive or office document", "unpack it, or save the text as .txt"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save its text as .txt"),
    (b"{\\rtf", "an RTF document", "save its text as .txt"),
    (b"\x89PNG", "a PNG image", "give the text that it shows"),
    (b"\xff\xd8\xff", "a JPEG image", "give the text that it shows"),
    (b"GIF8", "a GIF image", "give the text that it shows"),
    (b"RIFF", "an image, sound or film", "give its text"),
    (b"\x1f\x8b", "gzip-compressed", "unpack it with `gunzip` (web archives are read as .warc.gz)"),
    (b"BZh", "bzip2-compressed", "unpack it with `bunzip2`"),
    (b"\xfd7zXZ", "xz-compressed", "unpack it with `unxz`"),
    (b"\x28\xb5\x2f\xfd", "Zstandard-compressed", "unpack it with `unzstd`"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it"),
    (b"SQLite format 3\x00", "an SQLite database", "name it with --ledger if it is a ledger"),
    (b"\x7fELF", "a program", "give a text"),
)
FIRST_TAG = re.compile(
    rb"<(?:!doctype\s+html|!--|/?(?:html|head|body|title|meta|article|main|section|div|p|h1)\b)", re.IGNORECASE
)
FIRST_FEED = re.compile(rb"<(?:\?xml|rss|feed|rdf:RDF)\b", re.IGNORECASE)
FIRST_RECORD = re.compile(rb'\{\s*"[^"\\]{1,64}"\s*:')


def kind_by_name(name: str) -> Kind | None:
    """The kind that a file's name says, or None where it says nothing."""
    lowered = name.lower()
    return next((kind for ending, kind in BY_NAME.items() if lowered.endswith(ending)), None)


def kind_by_content(head: bytes) -> Kind:
    """The kind that the first line says; InputError for what is no text and for JSON that is not one record a line."""
    refuse_foreign(head)
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n", 1)[0].rstrip()
    if first.startswith(b"WARC/"):
        return Kind.ARCHIVE
    if FIRST_FEED.match(first):
        return Kind.FEED
    if FIRST_TAG.match(first):
        return Kind.HTML
    if FIRST_RECORD.match(first):
        return Kind.RECORDS
    if first in {b"{", b"[", b"[{"} or re.match(rb"\[\s*\{", first):
        raise InputError(
            "json", "JSON over several lines; expected one record a line: `jq -c .` or `jq -c '.[]'` makes that"
        )
    return Kind.TEXT


def refuse_foreign(head: bytes) -> None:
    """InputError where the bytes begin like a file that holds no plain text."""
    for beginning, what, cure in FOREIGN:
        if head.startswith(beginning):
            raise InputError("not-text", f"is {what}; expected text, HTML, JSONL, a feed or a web archive: {cure}")
