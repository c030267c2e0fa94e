import pytest

from sayso.relate.copying.passages import Stretch, find_places, find_stretches

ONE = [
    "a",
    "dozen",
    "grey",
    "herons",
    "stood",
    "along",
    "the",
    "weir",
    "while",
    "men",
    "in",
    "waders",
    "cleared",
    "the",
    "broken",
    "sluice",
    "by",
    "hand",
]
TWO = [
    "nobody",
    "had",
    "told",
    "the",
    "orchestra",
    "that",
    "its",
    "piano",
    "was",
    "on",
    "the",
    "wrong",
    "train",
    "until",
    "the",
    "hall",
    "began",
    "to",
    "fill",
]


def shared(one, other):
    return find_stretches(len(one), find_places(one), other)


def test_what_is_the_same_is_one_passage():
    assert shared(ONE, ["x", *ONE, "y"]) == (Stretch(0, 18, 1, 19, 18),)


def test_passages_that_changed_places_are_two():
    first, second = shared(ONE + TWO, TWO + ONE)
    assert (first.start, first.end, first.from_start) == (0, 18, 19)
    assert (second.start, second.end, second.from_start) == (18, 37, 0)


@pytest.mark.parametrize(
    "change", [lambda w: [*w[:7], "x", *w[8:]], lambda w: w[:7] + w[8:], lambda w: [*w[:7], "x", "y", *w[7:]]]
)
def test_a_passage_goes_on_over_words_that_were_changed_left_out_or_put_in(change):
    (stretch,) = shared(ONE, change(ONE))
    assert (stretch.start, stretch.end) == (0, 18)
    assert stretch.same >= 16


def test_a_block_that_one_text_repeats_is_matched_once():
    for one, other in ((ONE, ONE * 3), (ONE * 3, ONE)):
        assert sum(stretch.end - stretch.start for stretch in shared(one, other)) == len(ONE)


def test_a_phrase_is_no_passage():
    assert shared(ONE + TWO[:7], TWO[:7] + ["x"] * 9) == ()
