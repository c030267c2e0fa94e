"""What a page says of itself: title, outlet, authors, publication time, language, address; runs in a worker process."""

import re
from typing import Any

from lxml.html import HtmlElement

from sayso.ingest.bylines import find_authors
from sayso.ingest.dates import find_published
from sayso.ingest.jsonld import LinkedData, Node, plain
from sayso.ingest.meta import MetaTags
from sayso.ingest.outlets import find_outlet, find_url, site_names
from sayso.ingest.titles import choose_title, find_headings, tidy

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=$|[-_,;])")
TITLE_TAGS = ("og:title", "twitter:title", "headline", "dc.title", "dcterms.title", "citation_title", "title")


def find_metadata(tree: HtmlElement, fetched_at: str | None = None) -> tuple[dict[str, Any], dict[str, str]]:
    """Fields of a Document, and where each was found."""
    data, tags = LinkedData(tree), MetaTags(tree)
    article = main_article(data)
    address = find_url(tree, tags)
    url = address[0] if address else None
    sites = site_names(data, article, tags, url)
    results = {
        "title": choose_title(declared_titles(tree, data, article, tags), find_headings(tree), sites),
        "outlet": find_outlet(data, article, tags, url),
        "url": address,
        "authors": find_authors(tree, data, article, tags, sites),
        "published_at": find_published(tree, data, article, tags, (url, fetched_at)),
        "language": find_language(tree, article, tags),
    }
    known = {name: result[0] for name, result in results.items() if result and result[0]}
    return known, {name: result[1] for name, result in results.items() if result and result[0]}


def main_article(data: LinkedData) -> Node | None:
    """The article that the page is about: the first that has a headline, or the first."""
    articles = data.articles()
    return next((node for node in articles if node.get("headline")), articles[0] if articles else None)


def declared_titles(tree: HtmlElement, data: LinkedData, article: Node | None, tags: MetaTags) -> list[tuple[str, str]]:
    """Titles that the page declares, the most trusted first."""
    declared = [(plain(article.get("headline")) or plain(article.get("name")), "json-ld")] if article else []
    declared += [(value, name) for name in TITLE_TAGS for value in tags.all([name])]
    declared += [(plain(node.get("name")), "json-ld") for node in data.of_type("webpage")]
    declared += [(element.text_content(), "title") for element in list(tree.iter("title"))[:1]]
    return [(tidy(title), where) for title, where in declared if title and tidy(title)]


def find_language(tree: HtmlElement, article: Node | None, tags: MetaTags) -> tuple[str, str] | None:
    """The language that the page declares, as ISO 639 has it ("en")."""
    root = tree.getroottree().getroot()
    candidates = [
        (root.get("lang") or root.get("xml:lang"), "html lang"),
        (plain(article.get("inLanguage")) if article else None, "json-ld"),
        *(
            (value, name)
            for name in ("og:locale", "content-language", "language", "dc.language")
            for value in tags.all([name])
        ),
    ]
    return next(
        ((match[0].lower(), where) for code, where in candidates if (match := LANGUAGE.match((code or "").strip()))),
        None,
    )
