import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from sayso.ingest.dates import find_published, to_iso
from sayso.ingest.jsonld import LinkedData
from sayso.ingest.meta import MetaTags
from sayso.ingest.metadata import main_article


def published(body="", head="", page=(None, None), **article):
    if article:
        head += f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **article})}</script>'
    tree = html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")
    data = LinkedData(tree)
    return find_published(tree, data, main_article(data), MetaTags(tree), page)


def test_json_ld_comes_before_tags_and_tags_before_the_page():
    tag = "<meta property='article:published_time' content='2026-03-02T08:00:00+01:00'>"
    item = "<time itemprop='datePublished' datetime='2026-03-03'>3 March</time>"
    assert published(item, tag, datePublished="2026-03-01") == ("2026-03-01", "json-ld")
    assert published(item, tag) == ("2026-03-02T08:00:00+01:00", "article:published_time")
    assert published(item) == ("2026-03-03", "itemprop=datePublished")
    assert published("<p>Velm, 4 March 2026</p>") == ("2026-03-04", "htmldate")
    assert published("<p>Velm</p>") is None


def test_a_time_in_utc_gives_way_to_the_day_that_the_page_itself_shows():
    address = ("https://velm.test/2026/03/02/bridge", None)
    assert published(page=address, datePublished="2026-03-03T01:30:00Z") == ("2026-03-02", "json-ld, htmldate")
    assert published(page=address, datePublished="2026-03-03T01:30:00+02:00") == (
        "2026-03-03T01:30:00+02:00",
        "json-ld",
    )
    assert published(page=address, datePublished="2026-03-09T01:30:00Z") == ("2026-03-09T01:30:00Z", "json-ld")
    assert published(page=address, datePublished="2026-03-03T13:30:00Z") == ("2026-03-03T13:30:00Z", "json-ld")
    changed = {"datePublished": "2026-03-03T01:30:00Z", "dateModified": "2026-03-02T10:00:00Z"}
    assert published(page=address, **changed) == ("2026-03-03T01:30:00Z", "json-ld")


def test_a_page_is_not_dated_after_it_was_fetched():
    body = "<p>The fair opens on 14 June 2026.</p>"
    assert published(body, page=(None, "2026-03-01T10:00:00Z")) is None


def test_a_bare_year_is_no_day():
    assert published("<p>Copyright 2024 The Velm Post</p>") is None


@pytest.mark.parametrize(
    ("given_date", "iso"),
    [
        ("2026-03-01", "2026-03-01"),
        ("20260301", "2026-03-01"),
        ("2026-03-01T08:05", "2026-03-01T08:05:00"),
        ("2026-03-01 08:05:09.123 +0100", "2026-03-01T08:05:09+01:00"),
        ("2026-03-01T08:05:09 UTC", "2026-03-01T08:05:09+00:00"),
        ("Sun, 01 Mar 2026 08:05:09 +0100", "2026-03-01T08:05:09+01:00"),
        ("2026-02-30", None),
        ("2026-03-01T99:00", None),
        ("1970-01-01", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_become_iso_or_nothing(given_date, iso):
    assert to_iso(given_date) == iso


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_a_date(text):
    assert all(iso is None or iso[:4].isdigit() for iso in (to_iso(text), to_iso("2026-03-01T" + text)))
