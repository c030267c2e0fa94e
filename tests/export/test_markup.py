import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from sayso.export.markup import Html, element, escape, visible

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()))


def dom(html):
    return LexborHTMLParser(f"<!doctype html><body><p>{html}</p>").css_first("p")


def in_html(text):
    return "".join("\ufffd" if each == "\0" or "\ud800" <= each <= "\udfff" else each for each in text)


@given(ANY_TEXT)
@example("a\r\nb\rc\n")
@example("\0\ud800\udfff\ufffe\x85\x80\x07&amp;&#0;&notit;<!--</p><script>")
@example("\u202e{{ 7*7 }}\u2069👩‍🚀")
def test_a_parser_gives_the_text_back_character_for_character(text):
    assert dom(escape(text)).text() == in_html(text)
    assert dom(visible(text)).text() == in_html(text)


@given(ANY_TEXT)
@example("\"'><b onload=x>\r\n\0")
def test_a_parser_gives_an_attribute_back(text):
    # A parser may not be asked for an attribute that is empty: element leaves those out.
    assert dom(element("i", title="." + text)).css_first("i").attributes["title"] == "." + in_html(text)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("a\u202eb", ["U+202E"]),
        ("\0\0\0", ["U+0000 ×3"]),
        ("\x07\x08", ["U+0007", "U+0008"]),
        ("\ud83d", ["U+D83D"]),
        ("tab\tline\r\n", []),
        ("👩‍🚀 שלום\u200f", []),
    ],
)
def test_what_a_browser_draws_as_nothing_is_named(text, codes):
    assert [each.attributes["data-code"] for each in dom(visible(text)).css(".unseen")] == codes


def test_what_is_escaped_is_not_escaped_twice():
    assert element("p", "a < b", Html("<i>c</i>")) == "<p>a &lt; b<i>c</i></p>"


def test_an_attribute_without_a_value_is_left_out():
    assert element("p", class_="x", id=None, data_at="") == '<p class="x"></p>'
