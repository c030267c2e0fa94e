import time

from hypothesis import given
from hypothesis import strategies as st

from sayso.ingest.markup import MOST_ATTRIBUTES, cap_attributes, flatten

MARKUP = st.lists(
    st.sampled_from(
        [
            "<div>",
            "</div>",
            "<b>",
            "</b>",
            "<br>",
            "<p a='>' b>",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "<",
            ">",
            '"',
            "text ",
            "<title>",
            "</title >",
        ]
    ),
    max_size=60,
).map("".join)


@given(MARKUP)
def test_pages_within_the_limits_are_left_as_they_are(html):
    assert cap_attributes(html) == (html, [])
    assert flatten(html, 1_000) == (html, [])


@given(MARKUP)
def test_flattening_takes_nothing_but_tags(html):
    flat, taken = flatten(html, 1)
    assert all(html[start] == "<" for start, _ in taken)
    assert len(flat) == len(html) - sum(end - start - 1 for start, end in taken)


def test_flattening_keeps_pairs_together():
    assert flatten("<a><b><i>x</i></b>y</a>z", 1)[0] == "<a>  x  y</a>z"
    assert flatten("<a><p><p>x</a><b>y</b>", 1)[0] == "<a>  x</a><b>y</b>"


def test_what_looks_like_tags_in_scripts_and_comments_is_none():
    page = "<script>if (a<b && '<i " + "x " * 2000 + ">')</script><!-- <i " + "x " * 2000 + "> --><p>text</p>"
    assert cap_attributes(page) == (page, [])


def test_attributes_beyond_the_cap_go_and_no_text_does():
    page = "<p>one</p><p " + " ".join(f'a{n}="x > y"' for n in range(1_000)) + ">two</p>"
    capped, ((start, end),) = cap_attributes(page)
    assert capped.count("=") == MOST_ATTRIBUTES
    assert capped.endswith(">two</p>")
    assert page[start:end].endswith('a999="x > y"')


def test_time_is_linear_in_the_length_of_broken_markup():
    for piece in ('<a href="', "<!--", "<", "<a '", "<script>", "<a =", "</b", "<p a=b "):
        began = time.process_time()
        html = piece * 200_000
        cap_attributes(html)
        flatten(html, 10)
        assert time.process_time() - began < 10
