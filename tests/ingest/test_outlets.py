import json

import pytest
from lxml import html

from sayso.ingest.jsonld import LinkedData
from sayso.ingest.meta import MetaTags
from sayso.ingest.metadata import find_language, main_article
from sayso.ingest.outlets import find_outlet, find_url


def page(head, **attributes):
    given = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    return html.document_fromstring(f"<html {given}><head>{head}</head><body>x</body></html>")


def ld(**node):
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (
            ld(**{"@type": "NewsArticle", "publisher": {"name": "The Velm Post"}})
            + "<meta property='og:site_name' content='velm.test'>",
            ("The Velm Post", "json-ld"),
        ),
        (
            ld(**{"@type": "WebSite", "name": "Velm site"}) + "<meta property='og:site_name' content='Velm Post'>",
            ("Velm Post", "og:site_name"),
        ),
        (ld(**{"@type": "WebSite", "name": "Velm site"}), ("Velm site", "json-ld")),
        ("<meta name='application-name' content='Velm App'>", ("Velm App", "application-name")),
        ("<meta name='copyright' content='Copyright © 2014 by Velm Post'>", ("Velm Post", "copyright")),
        ("<meta name='copyright' content='Copyright 2014'>", ("velm.test", "url")),
        ("", ("velm.test", "url")),
    ],
)
def test_the_outlet_is_who_publishes_or_the_site_or_the_host(head, outlet):
    tree = page(head)
    data = LinkedData(tree)
    assert find_outlet(data, main_article(data), MetaTags(tree), "https://www.velm.test/1") == outlet


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("<link rel='canonical' href='https://velm.test/1'>", ("https://velm.test/1", "canonical")),
        ("<base href='https://velm.test/a/'><link rel='canonical' href='../1'>", ("https://velm.test/1", "canonical")),
        (
            "<link rel='canonical' href='/1'><meta property='og:url' content='https://velm.test/2'>",
            ("https://velm.test/2", "og:url"),
        ),
        ("<link rel='canonical' href='javascript:x()'>", None),
        ("<link rel='canonical' href='http://[broken'>", None),
        ("", None),
    ],
)
def test_the_address_is_the_canonical_one_in_full(head, url):
    tree = page(head)
    assert find_url(tree, MetaTags(tree)) == url


@pytest.mark.parametrize(
    ("head", "attributes", "language"),
    [
        ("", {"lang": "en-GB"}, ("en", "html lang")),
        ("<meta property='og:locale' content='de_DE'>", {}, ("de", "og:locale")),
        ("<meta http-equiv='Content-Language' content='fr'>", {"lang": "!"}, ("fr", "content-language")),
        ("", {"lang": "english"}, None),
    ],
)
def test_the_language_is_what_the_page_declares(head, attributes, language):
    tree = page(head, **attributes)
    assert find_language(tree, None, MetaTags(tree)) == language
