"""HTML made fit for the parser: too many attributes and too deep nesting are taken out before it sees them, and said.

libxml2 drops all text from nesting depth 253 on without an exception, also what stands after the deep part, while a browser
shows it; and its time is quadratic in the attributes of one element (40,000: 1.7 s, 100,000: 13 s).
"""

import re
from collections import Counter
from collections.abc import Iterator

from sayso.ingest.encoding import Decoded
from sayso.model.document import Cut

MOST_ATTRIBUTES = 256  # of one element; measured pages have 60 at most, and 256 cost the parser under 1 ms
DEEPEST = 200  # elements; measured pages nest up to 60 deep and libxml2 drops text from 253 on
DEPTHS = (DEEPEST, 60, 12)  # tried in turn, because the parser may nest deeper than the tags say
SHORT = 2 * MOST_ATTRIBUTES  # characters; a tag has at least two for each attribute
ATTRIBUTES = r"((?:[\s/]++|(?:=[^\s/>=]*+|[^\s/>=]++)(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]*+))?+)*+)>?"
RAW = r"script|style|textarea|title|xmp|iframe|noembed|noframes"  # their content is no markup
TAG = re.compile(
    rf"<!--(?:.*?-->|.*+)|<(?:(/?)({RAW})(?![^\s/>])|(/?)([a-zA-Z][^\s/>]*+)){ATTRIBUTES}", re.DOTALL | re.IGNORECASE
)
ATTRIBUTE = re.compile(
    r"[\s/]*+(?:=[^\s/>=]*+|[^\s/>=]++)(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]*+))?+", re.DOTALL
)
END = {name: re.compile(rf"</{name}(?![^\s/>])", re.IGNORECASE) for name in RAW.split("|")}
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip


def tags(html: str) -> Iterator[re.Match[str]]:
    """The tags of a page in order, passing over comments and what scripts and the like hold. Groups: name 2 or 4, attributes 5."""
    position = 0
    while tag := TAG.search(html, position):
        position = tag.end()
        if tag[2] and not tag[1]:
            end = END[tag[2].lower()].search(html, position)
            position = end.start() if end else len(html)
        if tag[2] or tag[4]:
            yield tag


def cap_attributes(html: str) -> tuple[str, list[tuple[int, int]]]:
    """The HTML with the first `MOST_ATTRIBUTES` of each element, and which stretches were taken out."""
    taken: list[tuple[int, int]] = []
    for tag in tags(html):
        if len(tag[5]) <= SHORT:
            continue
        for count, attribute in enumerate(ATTRIBUTE.finditer(html, tag.start(5), tag.end(5)), 1):
            if count == MOST_ATTRIBUTES and attribute.end() < tag.end(5):
                taken.append((attribute.end(), tag.end(5)))
                break
    return without(html, taken), taken


def flatten(html: str, deepest: int) -> tuple[str, list[tuple[int, int]]]:
    """The HTML without the tags of elements nested deeper than that; their text stays. And which tags went."""
    taken: list[tuple[int, int]] = []
    open_elements: list[tuple[str, bool]] = []
    names: Counter[str] = Counter()
    kept = 0
    for tag in tags(html):
        name = (tag[4] or "").lower()
        if not name or name in VOID:
            continue
        keep = True
        if not tag[3]:
            keep = kept < deepest
            open_elements.append((name, keep))
            names[name] += 1
            kept += keep
        while tag[3] and names[name]:
            last, keep = open_elements.pop()
            names[last] -= 1
            kept -= keep
            if last == name:
                break
        if not keep:
            taken.append(tag.span())
    return without(html, taken), taken


def without(html: str, taken: list[tuple[int, int]]) -> str:
    """The HTML less some stretches; a space stands for each, so that no two words become one."""
    if not taken:
        return html
    starts = [0, *(end for _, end in taken)]
    ends = [*(start for start, _ in taken), len(html)]
    return " ".join(html[start:end] for start, end in zip(starts, ends, strict=True))


def cuts_of(taken: list[tuple[int, int]], reason: str, decoded: Decoded) -> Iterator[Cut]:
    """One Cut from the first to the last stretch that was taken out, in bytes of the page."""
    if taken:
        start, end = (len(decoded.text[:at].encode(decoded.encoding, "replace")) for at in (taken[0][0], taken[-1][1]))
        yield Cut(reason=reason, start=start, end=end)
