"""The title of an article: what the page declares and what stands above the text, held against one another."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from lxml.html import HtmlElement

from sayso.ingest.article import shown_text

SEPARATOR = re.compile(r"\s+(?:[|¦·•»«›⋆~]|::|//|-{1,2}|–|—)\s+|\s*[|¦]\s*")
BAR = re.compile(r"[|¦»«›⋆]|::")
SITE_WORDS = 5  # words that a site's name has at most where only a bar parts it from the title
LEAST_CORE = 2  # words that two titles must share, or they agree by chance
LEAST_NAME = 4  # letters of a name that may stand for a longer one
LONGEST = 300  # characters; a longer heading is a paragraph set large
SOFT = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff"))


def choose_title(
    declared: Sequence[tuple[str, str]], headings: Sequence[str], sites: Iterable[str]
) -> tuple[str, str] | None:
    """The title and where it was found. `declared` are (title, where), the most trusted first.

    A declared title and a heading of the first rank that agree, one being the other with something before or behind it,
    are the title without that something. Without such a pair the first declared title, less the site's name.
    """
    named = {squashed(site) for site in sites if squashed(site)}
    headings = [heading for heading in headings if squashed(heading) not in named]
    for title, where in declared:
        cores = [core for heading in headings if (core := shared(heading, title))]
        if cores:
            return max(cores, key=lambda core: len(words(core))), f"{where}, h1"
    if declared and not (declared[0][1] == "title" and len(headings) == 1):
        title, where = declared[0]
        return without_site(title, named), where
    return (headings[0], "h1") if headings else None


def shared(heading: str, title: str) -> str | None:
    """The shorter of the two where it begins or ends the longer, as the page shows it."""
    one, other = words(heading), words(title)
    if one == other:
        return heading if one else None
    (short, core), (long, _) = sorted(((one, heading), (other, title)), key=lambda pair: len(pair[0]))
    if len(short) < LEAST_CORE:
        return None
    return core if short in (long[: len(short)], long[-len(short) :]) else None


def without_site(title: str, named: Iterable[str]) -> str:
    """The title without the site's name before or behind it."""
    marks = list(SEPARATOR.finditer(title))
    if not marks:
        return title
    edges = [0, *(edge for mark in marks for edge in mark.span()), len(title)]
    pieces = [title[start:end] for start, end in list(pairwise(edges))[::2]]
    first, last = 0, len(pieces) - 1
    while first < last and is_site(pieces[first], named, bar=False, strict=True):
        first += 1
    while last > first and is_site(pieces[last], named, bar=bool(BAR.search(marks[last - 1][0]))):
        last -= 1
    return title[edges[2 * first] : edges[2 * last + 1]].strip() or title


def is_site(piece: str, named: Iterable[str], *, bar: bool, strict: bool = False) -> bool:
    """Whether a piece of a title is a site's name: a known one (strictly, or in part), or a few words behind a bar."""
    name = squashed(piece)
    if strict:
        return name in named
    return not name or any(resemble(name, site) for site in named) or (bar and len(piece.split()) <= SITE_WORDS)


def resemble(one: str, other: str) -> bool:
    """Whether two squashed names are one, or one is the better half of the other ("harpers", "harpersmagazine")."""
    short, long = sorted((one, other), key=len)
    return one == other or (short in long and len(short) >= LEAST_NAME and 2 * len(short) >= len(long))


def find_headings(tree: HtmlElement) -> list[str]:
    """The headings of the first rank, less those that are a link to the site's front."""
    found = []
    for heading in tree.iter("h1"):
        text = tidy(shown_text(heading).replace("\n", " "))
        if text and len(text) <= LONGEST and not any(leads_home(link.get("href")) for link in heading.iter("a")):
            found.append(text)
    return found


def leads_home(href: str | None) -> bool:
    """Whether a link goes to the root of a site."""
    return href is not None and re.fullmatch(r"(?:https?:)?//[^/]+/?|/|\./|#?", href.strip()) is not None


def tidy(text: str) -> str:
    """White space folded, soft hyphens and invisible joiners gone."""
    return " ".join(text.translate(SOFT).split())


def words(text: str) -> list[str]:
    """Words as they are compared: without case, punctuation and the shape of characters."""
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def squashed(text: str) -> str:
    """Letters and digits alone, for comparing names of sites."""
    return "".join(words(text)).replace("_", "")
