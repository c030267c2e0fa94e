import pytest

from sayso.annotate.timing.numerals import read_cardinal, read_ordinal, read_spoken_year, read_vague


@pytest.mark.parametrize(
    ("text", "value", "length"),
    [
        ("12 days", 12, 1),
        ("1,200 days", 1200, 1),
        ("2.5 days", 2.5, 1),
        ("2 1/2 days", 2.5, 4),
        ("5½ days", 5.5, 2),
        ("two million years", 2_000_000, 2),
        ("twenty-five days", 25, 3),
        ("twenty four hours", 24, 2),
        ("one hundred and fifty years", 150, 4),
        ("a hundred years", 100, 2),
        ("half a dozen days", 6, 3),
        ("five six days", 5, 1),
        ("days", None, 0),
        ("1" * 5000 + " days", None, 0),
        ("² days", None, 0),
    ],
)
def test_cardinals(words, text, value, length):
    assert read_cardinal(words(text), 0) == ((length, value) if value is not None else None)


@pytest.mark.parametrize(
    ("text", "value"),
    [("first", 1), ("twenty-first", 21), ("21st", 21), ("3rd", 3), ("thirdly", None), ("211th", None)],
)
def test_ordinals(words, text, value):
    found = read_ordinal(words(text), 0)
    assert (found and found[1]) == value


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("nineteen ninety-six", 1996),
        ("two thousand", 2000),
        ("two thousand and five", 2005),
        ("twenty twenty-four", 2024),
        ("twenty two", None),
    ],
)
def test_years_in_words(words, text, year):
    found = read_spoken_year(words(text), 0)
    assert (found and found[1]) == year


@pytest.mark.parametrize(
    ("text", "counts"),
    [("a few days", (3, 4)), ("several days", (5, 8)), ("a couple of days", (2, 2)), ("a day", None)],
)
def test_vague_numerals_have_the_counts_of_the_lexicon(words, text, counts):
    found = read_vague(words(text), 0)
    assert (found and found[1]) == counts
