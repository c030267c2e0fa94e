import pytest

from sayso.annotate.counting.words import Phrases, split


def line(text):
    return split(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("1,318 dead", "1,318 dead"),
        ("12 000 people", "12 000 | people"),
        ("$61bn", "$ 61 bn"),
        ("the T-0504 and F-16s", "the T-0504 and F-16s"),
        ("at 12:30 on 12.06.2025", "at 12:30 on 12.06.2025"),
        ("twenty-two U.S. troops", "twenty-two U.S. troops"),
        ("155-mm", "155 - mm"),
        ("Olm’s", "Olm’s"),
    ],
)
def test_words_figures_and_marks_are_told_apart(text, tokens):
    expected = tokens.split(" | ") if "|" in tokens else tokens.split()
    assert [token.text for token in line(text).tokens] == expected


def test_each_token_stands_where_it_says():
    text = "  At least 20 people (“more”) paid €1.5m."
    assert all(text[token.start : token.end] == token.text for token in line(text).tokens)


def test_beyond_either_end_stands_nothing():
    one = line("12 dead")
    assert (one.low(-1), one.low(9), one.lows(-3, 9)) == ("", "", ["12", "dead"])


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Fire Kills Nine in Nursing Home", True),
        ("Fire kills nine in nursing home", False),
        ("Six Iraqis and two Sudanese were arrested in Harle.", False),
        ("12 Dead", False),
    ],
)
def test_a_headline_is_told_by_its_capitals(text, headline):
    assert line(text).headline is headline


def test_the_longest_phrase_counts_from_either_end():
    phrases = Phrases({"more than": "least", "no more than": "most"})
    assert phrases.ending(line("no more than 12"), 3) == (0, "most")
    assert phrases.starting(line("more than 12"), 0) == (2, "least")
    assert phrases.starting(line("more or less"), 0) is None
