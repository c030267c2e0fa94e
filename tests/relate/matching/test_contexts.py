import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.relate.matching.contexts import NAMES, weigh_contexts


@pytest.fixture(scope="module")
def told(meanings):
    def rows(asked, *claims):
        found = weigh_contexts(meanings.context([asked]), [meanings.context(claim) for claim in claims])
        assert found.shape == (len(claims), len(NAMES))
        return [dict(zip(NAMES, row.tolist(), strict=True)) for row in found]

    return rows


def test_a_claim_in_the_same_words_is_found_whole(told):
    same, other = told("orle boat closing", ("orle boat closing", ""), ("wolf on roof", "vellmark station"))
    assert same["text found"] == same["asked found"] == same["claim found"] == pytest.approx(1, abs=1e-3)
    assert same["title found"] == same["title"] == 0
    assert same["claim"] > other["claim"]
    assert other["text found"] < 0.7


def test_a_word_of_like_meaning_is_found(told):
    (ferry,) = told("ferry", ("boat", ""))
    assert ferry["text found"] == pytest.approx(1, abs=1e-3)


def test_what_is_missing_counts_by_how_much_it_tells(told):
    short, long = told("orle boat", ("orle boat at", ""), ("orle boat fingerprinting", ""))
    assert short["text found"] > long["text found"]


def test_claims_are_compared_with_the_best(told):
    same, other = told("orle boat closing", ("orle boat closing", ""), ("wolf on roof", ""))
    assert (same["text found: to the best"], same["text found: rank"]) == (0, 1)
    assert other["text found: to the best"] < 0
    assert other["text found: rank"] == 0.5


def test_a_title_is_read_beside_the_text(told):
    (row,) = told("kessin fire", ("harbour burned", "kessin fire"))
    assert row["title found"] == pytest.approx(1, abs=1e-3)
    assert row["better field"] == row["title"] > row["text"]


def test_nothing_asked_finds_nothing(told):
    assert set(told("", ("orle boat", ""))[0].values()) <= {0.0, 1.0}


@given(st.text(max_size=30), st.lists(st.tuples(st.text(max_size=30), st.text(max_size=30)), min_size=1, max_size=4))
def test_any_text_can_be_weighed(meanings, asked, claims):
    found = weigh_contexts(meanings.context([asked]), [meanings.context(claim) for claim in claims])
    assert np.isfinite(found).all()
