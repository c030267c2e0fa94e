"""An HTML page to a document; runs in a worker process."""

import hashlib
import re

from lxml.html import HtmlElement
from trafilatura.utils import HTML_PARSER, load_html

from sayso.errors import InputError
from sayso.ingest.article import extract_text
from sayso.ingest.encoding import Decoded, decode, refuse_binary
from sayso.ingest.markup import DEPTHS, MOST_ATTRIBUTES, cap_attributes, cuts_of, flatten
from sayso.ingest.metadata import find_metadata
from sayso.ingest.original import Original
from sayso.model.document import Cut, Document

DECLARED = re.compile(rb"<meta\s[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
DECLARED_WITHIN = 4096  # bytes; browsers look at 1,024, pages put it later


def read_page(original: Original) -> Document:
    """The document of a page: what the extractor takes for the article, and what the page says of itself."""
    most = original.limits.html
    raw, cuts = original.raw[:most], list(original.cuts)
    if len(original.raw) > most:
        cuts.append(Cut(reason=f"the page is longer than {most:,} bytes: the rest was not read", start=most, end=None))
    declared = DECLARED.search(raw[:DECLARED_WITHIN])
    label = declared[1].decode("ascii", "replace") if declared else None
    decoded = decode(raw, ((original.charset, "declared by the server"), (label, "declared by the page")))
    if "utf-16" not in decoded.encoding and "utf-32" not in decoded.encoding:
        refuse_binary(raw)
    tree, taken = parse(decoded)
    known, found_in = find_metadata(tree, original.known.get("fetched_at"))
    try:
        text, how = extract_text(tree)
    except InputError as error:
        reasons = "; ".join(cut.reason for cut in (*cuts, *decoded.cuts[:1], *taken))
        raise InputError(error.kind, f"{error}{reasons and f' ({reasons})'}") from error
    return Document(
        text=text,
        external_id=original.external_id,
        path=original.path,
        raw_sha256=hashlib.sha256(raw).hexdigest(),
        found_in={**decoded.found_in, **found_in, "text": how, **original.found_in},
        cuts=(*cuts, *decoded.cuts, *taken),
        **{**known, **original.known},
    )


def parse(decoded: Decoded) -> tuple[HtmlElement, list[Cut]]:
    """The page's tree, and what had to be taken out of the page for that; InputError where there is no HTML in it."""
    html, taken = cap_attributes(decoded.text)
    reason = f"attributes beyond the first {MOST_ATTRIBUTES} of an element were left out"
    cuts = [*cuts_of(taken, reason, decoded)]
    tree, limit = load(html)
    for deepest in DEPTHS if "depth" in limit else ():
        flat, taken = flatten(html, deepest)
        tree, limit = load(flat)
        if "depth" not in limit:
            reason = f"tags of elements nested deeper than {deepest} were left out, their text was kept"
            cuts += cuts_of(taken, reason, decoded)
            break
    if limit:
        cuts.append(Cut(reason=f"text is missing: the parser met a limit ({limit})", start=0, end=None))
    if tree is None:
        raise InputError("not-html", "holds no HTML; expected a web page: save it again, or its text as .txt")
    return tree, cuts


def load(html: str) -> tuple[HtmlElement | None, str]:
    """The tree, and the limit of libxml2 that kept a part of the page out of it (in silence), if one did."""
    tree = load_html(html)
    if tree is None and html.strip():
        tree = load_html(f"<html><body><div>{html}</div></body></html>")
    if tree is not None:
        tree = (
            tree.getroottree().getroot()
        )  # of a fragment, lxml gives an inner element, which nothing may be taken out of
    met = (entry.message.strip() for entry in HTML_PARSER.error_log if entry.type_name == "ERR_RESOURCE_LIMIT")
    return tree, next(met, "")
