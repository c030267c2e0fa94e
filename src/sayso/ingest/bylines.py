"""Who wrote an article: people before institutions, what is declared before what stands on the page."""

import html
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from sayso.ingest.article import shown_text
from sayso.ingest.jsonld import LinkedData, Node, plain, types_of
from sayso.ingest.meta import MetaTags
from sayso.ingest.titles import squashed, tidy

NAME_TAGS = (
    "parsely-author", "sailthru.author", "article:author", "author", "authors", "byl", "citation_author", "dc.creator",
    "dc:creator", "dcterms.creator", "shareaholic:article_author_name", "article:author_name", "og:article:author",
)  # fmt: skip
LABELS = re.compile(r"written|author|verfasst|geschrieben|autor|écrit|escrito|scritto|geschreven|napisa", re.IGNORECASE)
LEAD = re.compile(
    r"^(?:(?:about the |über den |über die )?(?:authors?(?:\(s\))?|auth?or(?:in|en|es)?|auteurs?)\b\s*[:|]?\s*|"
    r"(?:(?:words|text|story|report|article|artikel|beitrag|foto|posted|published|written|reported|erstellt|verfasst|"
    r"veröffentlicht|geschrieben|écrit|publié|publicado|escrito|scritto|view all posts|posts?|more|stories) )?"
    r"(?:(?:by|von|vom|par|por|di|door)\b|(?-i:By|Von|Par)(?=(?-i:[A-Z])))\s*:?\s*)",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"\s*(?:\||•|·|\s[-–—/]\s|\s/|\d|\(|\bon\b|\bsays\b|\bsagt\b|\bupdated\b|\bpublished\b|\bfollow\b|\bview\b|@).*$",
    re.IGNORECASE | re.DOTALL,
)
PARTS = re.compile(r"\s*(?:;|,|&|\||\band\b|\bund\b|\bet\b|\by\b)\s*")
ROLES = re.compile(
    r"\b(?:editors?|reporters?|correspondents?|writers?|columnists?|staff|professors?|news|agency|contributors?|producer|bureau|"
    r"journalists?|team|desk|redaktion\w*|redakteur\w*|korrespondent\w*|author|autor|admin\w*|comments?|facebook|twitter|email|rss|archive)\b",
    re.IGNORECASE,
)
LOGIN = re.compile(r"[a-z0-9._-]+|.*(?:https?:|www\.|@|\.(?:com|org|net|de|co)\b).*", re.DOTALL)
MARKED = re.compile(r"author|autor|by-?line", re.IGNORECASE)
BY = re.compile(r"^by\b:?\s*", re.IGNORECASE)  # in a declared name "von" or "di" may be the name's own
INITIAL = re.compile(r"(?:^|[\s.])\w\.$")
TAG = re.compile(r"<[^<>]{1,200}>")
ADDRESS = re.compile(r"https?:|www\.|\S+\.com/")
MARKS = ("rel=author", "itemprop=author", "byline")
BLOCKS = ("a", "span", "div", "p", "address", "li", "ul", "strong", "b", "h2", "h3", "h4", "h5", "h6", "section")
LEAST_SITE = 5  # letters of a site's name that give away the institution in a longer name
MOST_MARKED = 50  # elements that are looked at; a byline is among the first
ELSEWHERE = re.compile(
    r"comment|respond|related|sidebar|footer|recommend|teaser|widget|popular|newsletter|\bnav|menu|listing|most-?read|trending|promo|(?<!v)card",
    re.IGNORECASE,
)
PARTICLES = frozenset({
    "von", "van", "de", "der", "den", "del", "della", "di", "da", "du", "la", "le", "el", "al", "bin", "ibn", "ben",
    "ter", "ten", "zu", "zur", "af", "av", "dos", "das", "y", "e",
})  # fmt: skip
MOST_WORDS = 5  # in one name, particles included
NEAR_TITLE = 8  # lines between a title and its byline: kicker, standfirst, buttons
LONGEST_BYLINE = 120  # characters


def find_authors(
    tree: HtmlElement, data: LinkedData, article: Node | None, tags: MetaTags, sites: Collection[str]
) -> tuple[tuple[str, ...], str] | None:
    """The authors' names and where they were found; an institution, a login or the outlet itself only for want of a person."""
    known = {squashed(site) for site in sites if squashed(site)}
    weak: list[tuple[tuple[str, ...], str]] = []
    for given, where in declared(data, article, tags):
        people = [name for text in given for name in names_in(text) if is_person(name, known)]
        if where != "json-ld":
            people = [name for name in people if looks_like_name(name)]
        if people:
            return tuple(unique(people)), where
        if anyone := tuple(unique(name for text in given if (name := tidy(html.unescape(text))) and "//" not in name)):
            weak.append((anyone, where))
    for names, where in shown(tree):
        if people := [name for name in names if is_person(name, known)]:
            return tuple(unique(people)), where
    return weak[0] if weak else None


def declared(data: LinkedData, article: Node | None, tags: MetaTags) -> Iterator[tuple[list[str], str]]:
    """What the page says without showing it: JSON-LD, then the tags."""
    if article:
        nodes = [data.resolve(value) for value in as_list(article.get("author") or article.get("creator"))]
        people = [
            node
            for node in nodes
            if not isinstance(node, dict) or "organization" not in types_of(node) or "person" in types_of(node)
        ]
        for group in (people, nodes):
            yield [name for node in group if (name := name_of(node))], "json-ld"
    for tag in NAME_TAGS:
        if values := [value for value in tags.all([tag]) if not ADDRESS.match(value)]:
            yield values, tag
    for label, value in zip(tags.all(["twitter:label1"]), tags.all(["twitter:data1"]), strict=False):
        if LABELS.search(label):
            yield [value], "twitter:data1"


def shown(tree: HtmlElement) -> Iterator[tuple[list[str], str]]:
    """What stands on the page in an element that is marked as the author's: by relation, then by property, then by class."""
    for where in MARKS:
        marked = (element for element in tree.iter(*BLOCKS) if is_marked(element, where) and not elsewhere(element))
        for element in islice(marked, MOST_MARKED):
            yield names_shown(element), where
    yield near_title(tree), "by-line under the title"


def is_marked(element: HtmlElement, where: str) -> bool:
    """Whether an element bears one of the three marks."""
    if where == "byline":
        return MARKED.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None
    name, value = where.split("=")
    return value in (element.get(name) or "").lower().split()


def near_title(tree: HtmlElement) -> list[str]:
    """Names on a short line that begins with "by", a few lines after a heading of the first rank."""
    lines = shown_text(tree).split("\n")
    headings = {" ".join(shown_text(heading).split()) for heading in tree.iter("h1")}
    for index in [index for index, line in enumerate(lines) if line in headings][:3]:
        for line in lines[index + 1 : index + 1 + NEAR_TITLE]:
            if len(line) <= LONGEST_BYLINE and LEAD.match(line):
                return [name for name in names_in(line, LEAD) if looks_like_name(name) and " " in name]
    return []


def names_shown(element: HtmlElement) -> list[str]:
    """The names on the first line of an element that has any."""
    text = shown_text(element, most=4 * LONGEST_BYLINE)
    if len(text) > 4 * LONGEST_BYLINE:
        return []
    for line in text.split("\n")[:4]:
        names = [name for name in names_in(line, LEAD) if looks_like_name(name)] if len(line) <= LONGEST_BYLINE else []
        if names and (" " in names[0] or line.endswith(names[0])):
            return names
    return []


def elsewhere(element: HtmlElement) -> bool:
    """Whether an element stands in a part of the page that is about other texts."""
    chain = [element, *element.iterancestors()]
    return any(
        each.tag in {"footer", "nav", "aside"} or ELSEWHERE.search(f"{each.get('class') or ''} {each.get('id') or ''}")
        for each in chain
        if each.tag not in {"body", "html"}
    )


def names_in(text: str, lead: re.Pattern[str] = BY) -> list[str]:
    """The names in a byline: without "by", offices, dates, and marks of any kind."""
    text = TAG.sub(" ", html.unescape(tidy(text)))
    while text and (shorter := lead.sub("", text)) != text:
        text = shorter
    pieces = [piece.strip(" :–—-\"'*") for piece in PARTS.split(TAIL.sub("", text))]
    pieces = [piece if INITIAL.search(piece) else piece.rstrip(".") for piece in pieces]
    pieces = [piece for piece in pieces if piece and not ROLES.search(piece)]
    whole = [piece for piece in pieces if " " in piece]
    return whole or pieces[:1]


def looks_like_name(name: str) -> bool:
    """Whether the words are written as a name's are."""
    parts = name.split()
    proper = [part for part in parts if part.lower() not in PARTICLES]
    if parts and parts[-1] in PARTICLES:
        return False
    return len(proper) > 0 and len(parts) <= MOST_WORDS and all(part[0].isupper() for part in proper)


def is_person(name: str, known: Collection[str]) -> bool:
    """Whether a name is not the outlet's, not a login and no address."""
    form = squashed(name)
    outlet = any(form == site or (len(site) >= LEAST_SITE and site in form) for site in known)
    return bool(form) and not outlet and not LOGIN.fullmatch(name) and len(name.split()) <= MOST_WORDS


def name_of(node: Any) -> str | None:
    """The name in an author of JSON-LD: a string, a name, or a given and a family name."""
    if isinstance(node, dict):
        parts = [plain(node.get(part)) for part in ("givenName", "familyName")]
        return plain(node.get("name")) or " ".join(part for part in parts if part) or None
    return plain(node)


def as_list(value: Any) -> list[Any]:
    """One or many, as many."""
    return value if isinstance(value, list) else [] if value is None else [value]


def unique(names: Iterable[str]) -> list[str]:
    """Each name once, and none that is a part of another."""
    found = list(dict.fromkeys(names))
    return [name for name in found if not any(name != other and f" {name} " in f" {other} " for other in found)]
