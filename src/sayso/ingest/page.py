"""An HTML page to a document; runs in a worker process."""

import hashlib
import re

from lxml.html import HtmlElement
from trafilatura.utils import HTML_PARSER, load_html

from sayso.errors import InputError
from sayso.ingest.article import extract_text
from sayso.ingest.encoding import Decoded, decode, refuse_binary
from sayso.ingest.limits import STANDARD
from sayso.ingest.markup import DEPTHS, MOST_ATTRIBUTES, cap_attributes, cuts_of, flatten
from sayso.ingest.metadata import find_metadata
from sayso.ingest.original import Original
from sayso.model.document import Cut, Document

DECLARED = re.compile(rb"<meta\s[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
DECLARED_WITHIN = 4096  # bytes; browsers look at 1,024, pages put it later


def read_page(original: Original) -> Document:
    """The document of a page: what the extractor takes for the article, and what the page says of itself."""
    raw, cuts = original.raw[: STANDARD.html], list(original.cuts)
    if len(original.raw) > STANDARD.html:
        reason = f"the page is longer than {STANDARD.html >> 20} MiB: the rest was not read"
        cuts.append(Cut(reason=reason, start=STANDARD.html, end=None))
    declared = DECLARED.search(raw[:DECLARED_WITHIN])
    label = declared[1].decode("ascii", "replace") if declared else None
    decoded = decode(raw, ((original.charset, "declared by the server"), (label, "declared by the page")))
    refuse_binary(raw, decoded)
    tree, taken = parse(decoded)
    known, found_in = find_metadata(tree, original.known.get("fetched_at"))
    text, how = extract_text(tree)
    return Document(
        text=text,
        external_id=original.external_id,
        path=original.path,
        raw_sha256=hashlib.sha256(original.raw).hexdigest(),
        found_in={**decoded.found_in, **found_in, "text": how, **original.found_in},
        cuts=(*cuts, *decoded.cuts, *taken),
        **{**known, **original.known},
    )


def parse(decoded: Decoded) -> tuple[HtmlElement, list[Cut]]:
    """The page's tree, and what had to be taken out of the page for that; InputError where there is no HTML in it."""
    html, taken = cap_attributes(decoded.text)
    reason = f"attributes beyond the first {MOST_ATTRIBUTES} of an element were left out"
    cuts = [*cuts_of(taken, reason, decoded)]
    tree, complete = load(html)
    for deepest in () if complete else DEPTHS:
        flat, taken = flatten(html, deepest)
        tree, complete = load(flat)
        if complete:
            reason = f"tags of elements nested deeper than {deepest} were left out, their text was kept"
            cuts += cuts_of(taken, reason, decoded)
            break
    if not complete:
        cuts.append(Cut(reason="nested too deeply for the parser: some of the text is missing", start=0, end=None))
    if tree is None:
        raise InputError("not-html", "holds no HTML; expected a web page: save it again, or its text as .txt")
    return tree, cuts


def load(html: str) -> tuple[HtmlElement | None, bool]:
    """The tree, and whether libxml2 took all of the page into it."""
    tree = load_html(html)
    if tree is None and html.strip():
        tree = load_html(f"<html><body><div>{html}</div></body></html>")
    return tree, not any("depth" in entry.message for entry in HTML_PARSER.error_log)
