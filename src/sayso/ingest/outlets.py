"""Who published the page, and at what address."""

import re
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from sayso.ingest.jsonld import LinkedData, Node, plain
from sayso.ingest.meta import MetaTags

SITE_TAGS = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "dc.publisher",
    "dcterms.publisher",
    "citation_journal_title",
    "publisher",
    "copyright",
)
URL_TAGS = ("og:url", "twitter:url", "parsely-link")
LONGEST_NAME = 80  # characters; what is longer is a slogan
COPYRIGHT = re.compile(r"^(?:copyright|\(c\)|©|by\b|[\d\s,.:–-])+", re.IGNORECASE)
LABEL = re.compile(r"(?:www\d?|m|amp)\.")


def find_url(tree: HtmlElement, tags: MetaTags) -> tuple[str, str] | None:
    """The page's own address: its canonical link, or what its tags say; absolute ones alone."""
    base = next((element.get("href") for element in tree.iter("base")), None)
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and (url := absolute(link.get("href"), base)):
            return url, "canonical"
    found = tags.first(URL_TAGS)
    url = absolute(found[0], base) if found else None
    return (url, found[1]) if found and url else None


def absolute(href: str | None, base: str | None) -> str | None:
    """An http address in full, or None."""
    try:
        url = urljoin(base or "", (href or "").strip())
        parts = urlsplit(url)
    except ValueError:
        return None
    if not parts.scheme and url.startswith("//"):
        return "https:" + url
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def find_outlet(data: LinkedData, article: Node | None, tags: MetaTags, url: str | None) -> tuple[str, str] | None:
    """The outlet's name: the article's publisher, the site's name in the tags, the site in JSON-LD, or the host."""
    publisher = data.resolve(article.get("publisher")) if article else None
    if isinstance(publisher, list):
        publisher = data.resolve(publisher[0]) if publisher else None
    if name := plain(publisher):
        return name, "json-ld"
    if found := tags.first(SITE_TAGS[:1]):
        return found
    for node in data.of_type("website", "newsmediaorganization", "organization"):
        if name := plain(node.get("name")):
            return name, "json-ld"
    found = tags.first(SITE_TAGS[1:])
    if found and (name := COPYRIGHT.sub("", found[0])):
        return name, found[1]
    host = host_of(url)
    return (host, "url") if host else None


def site_names(data: LinkedData, article: Node | None, tags: MetaTags, url: str | None) -> list[str]:
    """Everything that names the site, for taking it off titles and authors."""
    nodes = data.of_type("website", "newsmediaorganization", "organization", "corporation")
    names = [plain(node.get("name")) for node in nodes] + [plain(node.get("alternateName")) for node in nodes]
    if article:
        names.append(plain(data.resolve(article.get("publisher"))))
    names += [value for tag in SITE_TAGS for value in tags.all([tag])]
    names += [value.removeprefix("@") for value in tags.all(["twitter:site"])]
    if host := host_of(url):
        names += [host, max(host.split("."), key=len)]
    return [name for name in names if name and len(name) <= LONGEST_NAME]


def host_of(url: str | None) -> str | None:
    """The host without www."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return LABEL.sub("", host, count=1) if host else None
