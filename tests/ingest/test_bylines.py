import json

import pytest
from lxml import html

from sayso.ingest.bylines import LEAD, find_authors, names_in
from sayso.ingest.jsonld import LinkedData
from sayso.ingest.meta import MetaTags
from sayso.ingest.metadata import main_article


def authors(body="", head="", sites=("Velm Post",), **article):
    if article:
        head += f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **article})}</script>'
    tree = html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")
    data = LinkedData(tree)
    return find_authors(tree, data, main_article(data), MetaTags(tree), sites)


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ann Lee", ("Ann Lee",)),
        ({"@type": "Person", "name": "By Ann Lee"}, ("Ann Lee",)),
        ([{"@type": "Person", "name": "Ann Lee"}, {"@type": "Organization", "name": "Velm Wire"}], ("Ann Lee",)),
        ({"@type": "Organization", "name": "Velm Wire"}, ("Velm Wire",)),
        ({"givenName": "Ann", "familyName": "Lee"}, ("Ann Lee",)),
        ("Ann Lee and Bo Oh", ("Ann Lee", "Bo Oh")),
        ("Ann Lee, PhD", ("Ann Lee",)),
        ("Ann Lee, Politics Editor", ("Ann Lee",)),
        ({"name": "Mario Di Stefano"}, ("Mario Di Stefano",)),
        ({"name": "Di Stefano Mario"}, ("Di Stefano Mario",)),
    ],
)
def test_json_ld_names_the_authors_in_any_shape(author, names):
    assert authors(author=author) == (names, "json-ld")


def test_the_outlet_or_a_login_is_the_author_only_for_want_of_a_person():
    byline = "<h1>The bridge</h1><p class='byline'>By Ann Lee</p>"
    assert authors(author="Velm Post") == (("Velm Post",), "json-ld")
    assert authors(body=byline, author="Velm Post") == (("Ann Lee",), "byline")
    assert authors(body=byline, author="annlee77") == (("Ann Lee",), "byline")
    assert authors(head="<meta name='author' content='velmpost.com'>", body=byline) == (("Ann Lee",), "byline")


@pytest.mark.parametrize(
    ("head", "where"),
    [
        ("<meta name='author' content='Ann Lee'>", "author"),
        (
            "<meta property='article:author' content='https://social.test/ann'><meta name='parsely-author' content='Ann Lee'>",
            "parsely-author",
        ),
        (
            "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ann Lee'>",
            "twitter:data1",
        ),
    ],
)
def test_tags_name_the_authors_and_addresses_are_no_names(head, where):
    assert authors(head=head) == (("Ann Lee",), where)


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ("<a rel='author' href='/ann'>Ann Lee</a>", "rel=author"),
        ("<span itemprop='author'>Ann Lee</span>", "itemprop=author"),
        ("<div class='post-byline'>By<br>Ann Lee<br>3 March 2026</div>", "byline"),
        ("<p class='author vcard'>ByAnn Lee | 3 March 2026</p>", "byline"),
        (
            "<h1>The bridge</h1><p>Nobody crosses.</p><p>By Ann Lee, Velm Correspondent</p><p>By day it is quiet.</p>",
            "by-line under the title",
        ),
    ],
)
def test_names_on_the_page_are_found_where_they_are_marked_or_lead_in(body, where):
    assert authors(body=body) == (("Ann Lee",), where)


@pytest.mark.parametrize(
    "body",
    [
        "<div class='comments'><a rel='author'>Cyn Oh</a></div>",
        "<aside><span class='author'>Cyn Oh</span></aside>",
        "<div class='related-teaser'><p class='byline'>By Cyn Oh</p></div>",
        "<p class='author'>Posted on 3 March</p>",
        "<h1>The bridge</h1><p>By autumn it may open.</p>",
        "<p class='author'>" + "a long text about somebody " * 40 + "</p>",
    ],
)
def test_names_in_other_parts_of_the_page_and_words_that_are_none_are_not_taken(body):
    assert authors(body=body) is None


def test_a_byline_is_freed_of_what_stands_around_the_names():
    assert names_in("Published by Ann Lee on 3 March 2026", LEAD) == ["Ann Lee"]
    assert names_in("Von J. R. Stein | Velm", LEAD) == ["J. R. Stein"]
    assert names_in("By Ann Lee &amp; Bo Oh (Velm Wire)", LEAD) == ["Ann Lee", "Bo Oh"]
