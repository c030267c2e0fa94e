import hashlib

import pytest

from sayso.ingest.limits import Limits
from sayso.ingest.markup import MOST_ATTRIBUTES


def test_a_page_gives_its_article_without_what_stands_around_it(read_bytes, article, story):
    around = "<nav><ul><li><a href='/a'>Home</a></li><li><a href='/b'>Sport</a></li></ul></nav>"
    raw = article(*story, before=around).encode()
    (document,) = read_bytes("a.html", raw)
    assert document.text == "\n".join(story)
    assert document.raw_sha256 == hashlib.sha256(raw).hexdigest()
    assert document.found_in["text"].startswith("trafilatura ")
    assert document.cuts == ()


def test_everything_that_a_page_says_of_itself_is_found_with_the_place(read_bytes, article, story):
    head = """
      <title>The bridge stays closed | The Velm Post</title>
      <link rel="canonical" href="https://www.velmpost.test/2026/bridge">
      <meta property="og:site_name" content="The Velm Post">
      <meta property="article:published_time" content="2026-03-01T08:00:00+01:00">
      <meta name="author" content="Ann Lee">
    """
    html = article(*story, head=head, before="<h1>The bridge stays closed</h1>").replace(
        "<html>", "<html lang='en-GB'>"
    )
    (document,) = read_bytes("a.html", html)
    assert {name: (getattr(document, name), where) for name, where in document.found_in.items() if name != "text"} == {
        "title": ("The bridge stays closed", "title, h1"),
        "outlet": ("The Velm Post", "og:site_name"),
        "url": ("https://www.velmpost.test/2026/bridge", "canonical"),
        "authors": (("Ann Lee",), "author"),
        "published_at": ("2026-03-01T08:00:00+01:00", "article:published_time"),
        "language": ("en", "html lang"),
    }


def test_a_page_that_says_nothing_of_itself_has_no_metadata(read_bytes, article, story):
    (document,) = read_bytes("a.html", article(*story))
    assert (document.title, document.outlet, document.url, document.authors, document.language) == (
        None,
        None,
        None,
        (),
        None,
    )
    assert set(document.found_in) == {"text"}


@pytest.mark.parametrize("depth", [253, 1_000, 20_000])
def test_text_that_is_nested_too_deeply_for_the_parser_and_text_behind_it_is_not_lost(read_bytes, story, depth):
    deep = "<div>" * depth + f"<p>{story[1]}</p>" + "</div>" * depth
    raw = f"<html><body><article><p>{story[0]}</p>{deep}<p>{story[2]}</p></article></body></html>"
    (document,) = read_bytes("a.html", raw)
    assert all(paragraph in document.text for paragraph in story)
    (cut,) = document.cuts
    assert "nested deeper" in cut.reason
    assert raw.encode()[cut.start :].startswith(b"<div>")


def test_formatting_that_is_never_closed_nests_deeper_than_its_tags_and_loses_no_text(read_bytes, story):
    bold = "".join(f"<b x={number}>" for number in range(3_000))
    (document,) = read_bytes("a.html", f"<html><body>{bold}<p>{story[0]}</p><p>{story[1]}</p></body></html>")
    assert story[0] in document.text
    assert story[1] in document.text
    assert document.cuts


@pytest.mark.timeout(30)
@pytest.mark.parametrize("element", ["p", "script", "html"])
def test_forty_thousand_attributes_are_cut_and_said(read_bytes, story, element):
    attributes = " ".join(f"a{number}='>'" for number in range(40_000))
    raw = f"<html><body><p>{story[0]}</p><{element} {attributes}></{element}><p>{story[1]}</p></body></html>"
    (document,) = read_bytes("a.html", raw)
    assert story[0] in document.text
    assert story[1] in document.text
    (cut,) = document.cuts
    assert f"first {MOST_ATTRIBUTES}" in cut.reason
    assert raw.encode()[cut.start : cut.end].endswith(b"a39999='>'")


def test_a_page_above_the_limit_is_cut(read_bytes, article, story):
    (document,) = read_bytes("a.html", article(*story), limits=Limits(html=250))
    assert (document.cuts[0].start, document.cuts[0].end) == (250, None)


def test_nul_and_bidi_controls_in_a_page_break_nothing(read_bytes):
    raw = "<html><body><article><p>The coun\0cil of \u202eVelm\u202c said that the bridge\u2066 would stay closed.</p></article></body></html>"
    (document,) = read_bytes("a.html", raw)
    assert "would stay closed" in document.text
    assert "council of" in document.text


@pytest.mark.parametrize(
    "raw",
    ["", "   \n", "<html></html>", "<html><body><script>var a = 1</script></body></html>", "<!-- only a comment -->"],
)
def test_a_page_without_text_is_refused(read_bytes, raw):
    (rejection,) = read_bytes("a.html", raw)
    assert rejection.kind in {"no-text", "not-html"}
    assert ".txt" in rejection.message


def test_a_fragment_is_a_page(read_bytes, story):
    assert read_bytes("a.html", f"<p>{story[0]}</p>")[0].text == story[0]


@pytest.mark.parametrize(
    "declaration",
    ['<meta charset="windows-1251">', "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>"],
)
def test_the_declared_encoding_of_a_page_is_used(read_bytes, article, declaration):
    text = "Совет города сообщил в понедельник, что старый мост останется закрытым до осени, сколько бы это ни стоило."
    (document,) = read_bytes("a.html", article(text, head=declaration).encode("cp1251"))
    assert document.text == text
    assert document.found_in["encoding"] == "cp1251, declared by the page"


def test_a_page_that_lies_about_its_encoding_is_read_as_the_utf8_that_it_is(read_bytes, article, story):
    (document,) = read_bytes("a.html", article(*story, head='<meta charset="iso-8859-1">'))
    assert "“Nobody crosses" in document.text


@pytest.mark.parametrize("words", [100_000, pytest.param(900_000, marks=pytest.mark.campaign)])
def test_megabytes_on_one_line_of_a_page_are_read(read_bytes, words):
    (document,) = read_bytes("a.html", "<html><body><p>" + "He said no. " * words + "</p></body></html>")
    assert len(document.text) > 10 * words
    assert [cut.end for cut in document.cuts] == [None] * (words > 800_000)


def test_a_limit_of_the_parser_is_said(read_bytes, story):
    raw = f"<html><body><p>{story[0]}</p><p>" + "a" * 10_100_000
    (document,) = read_bytes("a.html", raw, limits=Limits(html=1 << 24))
    assert document.text.startswith(story[0])
    assert any("limit" in cut.reason for cut in document.cuts)


def test_the_same_page_has_the_same_document(read_bytes, article, story):
    assert read_bytes("a.html", article(*story)) == read_bytes("a.html", article(*story))
