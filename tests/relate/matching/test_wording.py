import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.relate.matching.wording import LONGEST, read_post, read_words


def forms(words):
    return [word.form for word in words]


def test_words_are_compared_without_case_accents_possessives_and_grammar():
    assert forms(read_words("The Mayor’s café WASN'T in Zürich’s old town: 12,500 people")) == [
        "mayor", "cafe", "zurich", "old", "town", "12500", "people",
    ]  # fmt: skip


def test_a_capital_counts_inside_the_text_only():
    assert [(word.form, word.capital) for word in read_words("Bakers like Ada Bell")] == [
        ("bakers", False), ("like", False), ("ada", True), ("bell", True),
    ]  # fmt: skip


def test_tags_and_handles_are_the_words_they_are_made_of_and_links_are_none():
    post = read_post("Look #OrleBridgeFire2031 @ada_bell https://x.example/abc pic.twitter.com/AbC")
    assert forms(post.words) == ["look", "orle", "bridge", "fire", "2031", "ada", "bell"]
    assert post.pictured


def test_a_signature_is_kept_apart_with_its_date():
    post = read_post("The ferry is gone! — Ida Brandt (@idab) May 3, 2031")
    assert forms(post.words) == ["ferry", "gone"]
    assert forms(post.signature) == ["ida", "brandt", "idab"]
    assert (post.month, post.year, post.pictured) == ("may", "2031", False)


def test_parts_are_counted_at_pauses():
    assert [word.part for word in read_words("Boats sank. Nobody drowned: rescuers came")] == [0, 0, 1, 1, 2, 2]


@given(st.text(st.sampled_from("aA @#—-()'’.,1é🤬\n /:"), max_size=300) | st.text())
def test_any_text_has_words(text):
    post = read_post(text)
    assert all(word.form for word in (*post.words, *post.signature))


@pytest.mark.parametrize("token", ["—", "- ", "@a", "#", "A", "a'", "http://", "1,000", "(@a)", "— A (@a) May 1", "é"])
def test_a_long_text_of_one_token_takes_no_time(token):
    began = time.process_time()
    post = read_post(token * (1_000_000 // len(token)))
    assert len(post.words) <= LONGEST
    assert time.process_time() - began < 3
