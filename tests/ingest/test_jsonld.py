import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from sayso.ingest.jsonld import LinkedData, plain

ARTICLE = {"@type": "NewsArticle", "headline": "The bridge", "author": {"@type": "Person", "name": "Ann Lee"}}


def linked(*scripts):
    page = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return LinkedData(html.document_fromstring(f"<html><head>{page}</head><body>x</body></html>"))


@pytest.mark.parametrize(
    "script",
    [
        json.dumps(ARTICLE),
        json.dumps([{"@type": "WebSite"}, ARTICLE]),
        json.dumps({"@context": "x", "@graph": [{"@type": "WebPage"}, ARTICLE]}),
        json.dumps({"@type": "WebPage", "mainEntity": ARTICLE}),
        json.dumps({**ARTICLE, "@type": ["Thing", "http://schema.org/NewsArticle"]}),
        json.dumps({**ARTICLE, "@type": "schema:NewsArticle"}),
        "<!-- " + json.dumps(ARTICLE) + " -->",
        "//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]>",
        json.dumps(ARTICLE)[:-1] + ",}",
        json.dumps(ARTICLE) + ";",
        json.dumps({"@type": "WebSite"}) + json.dumps(ARTICLE),
        json.dumps(ARTICLE).replace("The bridge", "The\n bridge"),
    ],
)
def test_the_article_is_found_whatever_shape_the_json_has(script):
    (article,) = linked(script).articles()
    assert plain(article["headline"]) == "The bridge"
    assert article["author"]["name"] == "Ann Lee"


def test_the_fields_of_broken_json_are_picked_out_by_pattern():
    (article,) = linked(
        '{"@type": "NewsArticle", "headline": "The \\"old\\" bridge", "author": [{"@type": "Person", "name": "Ann Lee"}], "x": oops'
    ).articles()
    assert article["headline"] == 'The "old" bridge'
    assert article["author"] == [{"name": "Ann Lee"}]


def test_a_reference_means_the_node_that_has_that_id():
    data = linked(
        json.dumps(
            {
                "@graph": [
                    {"@type": "NewsArticle", "author": {"@id": "#a"}},
                    {"@id": "#a", "@type": "Person", "name": "Ann Lee"},
                ]
            }
        )
    )
    assert data.resolve(data.articles()[0]["author"])["name"] == "Ann Lee"
    assert data.resolve({"@id": "#nobody"}) == {"@id": "#nobody"}


def test_a_circle_or_a_tower_of_nodes_ends():
    assert linked("[" * 50_000 + "]" * 50_000).nodes == []
    assert len(linked(json.dumps({"@graph": [{"@type": "Article"}] * 5_000})).nodes) <= 2_001


def test_text_in_json_is_freed_of_tags_and_entities():
    assert plain(" A &amp; <b>B</b>\n c ") == "A & B c"
    assert plain({"@value": "x"}) == plain(["x", "y"]) == plain({"name": "x"}) == "x"
    assert plain(None) is plain([]) is plain(5) is plain({}) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@graph", "@id", "author", "name", "headline", "publisher", "mainEntity", "datePublished"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=15,
)


@given(JSON)
def test_any_json_is_walked(value):
    data = linked(json.dumps(value))
    assert all(isinstance(node, dict) for node in data.articles())
    for node in data.articles():
        data.resolve(node.get("author"))
