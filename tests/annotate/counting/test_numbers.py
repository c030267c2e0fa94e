import pytest

from sayso.annotate.counting.numbers import may_begin, numeral_at
from sayso.annotate.counting.words import split


def numeral(text):
    line = split(text, 0, len(text))
    found = numeral_at(line, 0)
    assert found is None or may_begin(line, 0)
    return found and (found.low, found.high, line.tokens[found.last - 1].end)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("1,260", 1260),
        ("1,00,000", 100_000),
        ("12\u202f000", 12_000),
        ("2½", 2.5),
        ("2 1/2", 2.5),
        ("3 1/2 million", 3_500_000),
        ("1.5 million", 1_500_000),
        ("61bn", 61_000_000_000),
        ("30k", 30_000),
        ("5 lakh", 500_000),
        ("twenty-two", 22),
        ("twenty two", 22),
        ("three hundred and fifty", 350),
        ("two thousand four hundred", 2400),
        ("nine hundred thousand", 900_000),
        ("a thousand", 1000),
        ("a hundred and twenty", 120),
        ("a dozen", 12),
        ("three dozen", 36),
        ("half a million", 500_000),
        ("half a dozen", 6),
        ("a half-dozen", 6),
        ("three quarters of a million", 750_000),
        ("a quarter of a million", 250_000),
        ("two and a half thousand", 2500),
        ("2 and a half million", 2_500_000),
        ("one and a half million", 1_500_000),
        ("a million and a half", 1_500_000),
        ("a couple of dozen", 24),
    ],
)
def test_a_numeral_is_read_whole(text, value):
    assert numeral(text) == (value, value, len(text))


@pytest.mark.parametrize(
    ("text", "least", "words"),
    [
        ("dozens of nurses", 24, "dozens"),
        ("hundreds of thousands fled", 200_000, "hundreds of thousands"),
        ("tens of thousands", 20_000, "tens of thousands"),
        ("thousands upon thousands", 2000, "thousands upon thousands"),
        ("several men", 3, "several"),
        ("a few hundred tents", 300, "a few hundred"),
        ("a handful of men", 4, "a handful"),
        ("2 million-plus", 2_000_000, "2 million-plus"),
        ("ten-plus", 10, "ten-plus"),
    ],
)
def test_a_vague_numeral_says_a_least_and_no_most(text, least, words):
    assert numeral(text) == (least, None, len(words))


@pytest.mark.parametrize(
    "text", ["tens of", "people", "a man", "007", "9" * 16, "12:30", "12.06.2025", "a couple were", "the", "-"]
)
def test_what_is_no_numeral_is_left_alone(text):
    assert numeral(text) is None


def test_two_small_numbers_are_no_one_number():
    assert numeral("five six") == (5, 5, 4)


@pytest.mark.parametrize(("text", "value"), [("12m people", 12_000_000), ("12m deep", 12), ("12m of water", 12)])
def test_m_is_a_million_of_people_and_a_metre_of_depth(text, value):
    assert numeral(text)[0] == value
