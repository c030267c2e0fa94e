"""The quick way to compare finds what the plain way finds."""

from itertools import combinations

import pytest

from sayso.ports.stories import Member
from sayso.relate.comparisons import VETO, Comparisons
from sayso.relate.likeness import Weights, compare
from sayso.relate.masks import Masks
from sayso.relate.story import find_all_gists

TEXTS = (
    "Nine people have died in the Harn tunnel fire, the fire brigade said on Sunday. The tunnel will reopen by 9 March.",
    'Eleven people were killed in the Harn tunnel fire, the mayor Ada Bell said. "We hold the tunnel," she said.',
    'Tunnel operator Harnbahn denied the claims. "The pumps in the Harn tunnel did not fail," its spokesman Ivo Pell said.',
    "Orlen forces captured the village of Wend, the army said. The village was lost again on Monday, according to Ada Bell.",
    '"Our troops did not leave Wend," the Orlen army said. The pumps in the Harn tunnel had failed, the engineer Mila Dorn said.',
)


@pytest.fixture
def story(article):
    readings = [article(text, outlet=f"Outlet {number}") for number, text in enumerate(TEXTS)]
    gists = find_all_gists([Member(arrival=number, reading=reading) for number, reading in enumerate(readings)])
    weights = Weights(gists)
    return gists, weights, Masks(gists, weights)


@pytest.mark.parametrize("one_word", [True, False])
def test_the_score_is_that_of_the_plain_comparison_to_the_bit(story, one_word):
    gists, weights, masks = story
    comparisons = Comparisons(gists, weights, masks)
    vetoed = scored = 0
    for a, b in combinations(range(len(gists)), 2):
        plain = compare(gists[a], gists[b], weights, one_word=one_word)
        assert comparisons.score(a, b, one_word=one_word) == (VETO if plain.veto else plain.score)
        vetoed, scored = vetoed + bool(plain.veto), scored + (0 < plain.score < 1)
    assert vetoed > 3  # so that both ways were gone
    assert scored > 3


def test_what_masks_share_weighs_as_the_words_do(story):
    gists, weights, masks = story
    for one, other in combinations([each.themes for each in gists], 2):
        left, right = masks.of(one), masks.of(other)
        assert (masks.cosine(left, right), masks.contained(left, right)) == weights.alike(one, other)
        assert masks.overlap(left, right) == weights.overlap(one, other)
    assert masks.of(["nowhere"]) == 0
