import pytest

from sayso.annotate.counting.amounts import find_amounts
from sayso.annotate.counting.words import split


def amounts(text):
    line = split(text, 0, len(text))
    return [
        (text[line.tokens[each.first].start : line.tokens[each.last - 1].end], each.numeral.low, each.numeral.high, each.unit)
        for each in find_amounts(line)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("at least 20 men", "at least 20", 20, None),
        ("no fewer than 63", "no fewer than 63", 63, None),
        ("well over 300 men", "well over 300", 300, None),
        ("fifteen or more hikers", "fifteen or more", 15, None),
        ("a 200-plus crowd", "200-plus", 200, None),
        ("200+ men", "200+", 200, None),
        ("as many as 50 men", "as many as 50", None, 50),
        ("no more than 90 men", "no more than 90", None, 90),
        ("just under 40 men", "just under 40", None, 40),
        ("ten men or fewer", "ten", 10, 10),
        ("up to several hundred men", "up to several hundred", None, 300),
        ("between 30 and 40 men", "between 30 and 40", 30, 40),
        ("12 to 15 men", "12 to 15", 12, 15),
        ("12–15 men", "12–15", 12, 15),
        ("two or three men", "two or three", 2, 3),
        ("1.2 to 1.5 million men", "1.2 to 1.5 million", 1_200_000, 1_500_000),
        ("between two and three thousand men", "between two and three thousand", 2000, 3000),
        ("two thousand men", "two thousand", 2000, 2000),
    ],
)
def test_bounds_and_ranges_belong_to_the_number(text, words, low, high):
    assert amounts(text)[0][:3] == (words, low, high)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("some 20 men", "some 20"),
        ("an estimated 20 men", "an estimated 20"),
        ("a hundred or so men", "a hundred or so"),
        ("30-odd men", "30-odd"),
        ("forty-odd men", "forty-odd"),
        ("up to about 40 men", "up to about 40"),
        ("between about 30 and 40 men", "between about 30 and 40"),
        ("little more than 200 men", "little more than 200"),
    ],
)
def test_an_approximation_belongs_to_the_number(text, words):
    line = split(text, 0, len(text))
    (found,) = find_amounts(line)
    assert text[line.tokens[found.first].start : line.tokens[found.last - 1].end] == words
    assert found.numeral.approximate


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("it rose from 12 to 15", [12, 15]),
        ("shares fell 10 to 250", [10, 250]),
        ("from 310 to 287", [310, 287]),
        ("5 or 50", [5, 50]),
        ("12 - 15", [12, 15]),
        ("two of the villages and three men", [2, 3]),
    ],
)
def test_two_numbers_that_are_no_range_stay_two(text, numbers):
    assert [low for _, low, *_ in amounts(text)] == numbers


@pytest.mark.parametrize(
    "text", ["they flew over three villages", "he spoke about two men", "he was buried under two houses"]
)
def test_a_place_or_a_topic_is_no_bound(text):
    ((words, low, high, _),) = amounts(text)
    assert low == high
    assert " " not in words


@pytest.mark.parametrize(
    ("text", "words", "low", "unit"),
    [
        ("$61bn", "$61bn", 61_000_000_000, "USD"),
        ("US$5 million", "US$5 million", 5_000_000, "USD"),
        ("EUR 20", "EUR 20", 20, "EUR"),
        ("2,300 euros", "2,300 euros", 2300, "EUR"),
        ("30 million US dollars", "30 million US dollars", 30_000_000, "USD"),
        ("two million pounds", "two million pounds", 2_000_000, "GBP"),
        ("150 pounds of flour", "150 pounds of", 150, "pound"),
        ("30 per cent", "30 per cent", 30, "percent"),
        ("54.3%", "54.3%", 54.3, "percent"),
        ("four kilometres", "four kilometres", 4, "kilometre"),
        ("5km", "5km", 5, "kilometre"),
        ("hundreds of miles", "hundreds of miles", 200, "mile"),
        ("60 km/h", "60 km/h", 60, "kilometre per hour"),
        ("between $3 billion and $4 billion", "between $3 billion and $4 billion", 3_000_000_000, "USD"),
        ("2 to 2.5 percent", "2 to 2.5 percent", 2, "percent"),
    ],
)
def test_money_and_measures_have_their_unit_inside(text, words, low, unit):
    ((found, least, _, of),) = amounts(text)
    assert (found, float(least), of) == (words, low, unit)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("half of the harvest", "half", 0.5),
        ("two-thirds of them", "two-thirds", 2 / 3),
        ("three quarters of them", "three quarters", 0.75),
        ("a third of its men", "a third", 1 / 3),
        ("it fell by a fifth", "a fifth", 0.2),
        ("one in five houses", "one in five", 0.2),
        ("four out of ten houses", "four out of ten", 0.4),
        ("six of every ten", "six of every ten", 0.6),
        ("one voter in three stayed", "one voter in three", 1 / 3),
        ("less than half of them", "less than half", None),
    ],
)
def test_a_share_is_a_part_of_one(text, words, value):
    ((found, low, _, unit),) = amounts(text)
    assert (found, unit) == (words, "share")
    assert value is None or abs(float(low) - value) < 1e-9


@pytest.mark.parametrize(
    "text",
    ["the first half of May", "they wounded a third", "killed two in three villages", "half an hour", "one in 2014"],
)
def test_what_only_looks_like_a_share_is_none(text):
    assert all(unit != "share" for *_, unit in amounts(text))
