import pytest

from sayso.annotate.counting.amounts import find_amounts
from sayso.annotate.counting.dates import is_age, is_time
from sayso.annotate.counting.words import split


def left(text):
    line = split(text, 0, len(text))
    return [
        line.tokens[each.core.first].text
        for each in find_amounts(line)
        if not (is_time(line, each) or is_age(line, each))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "on 14 February",
        "on June 12",
        "on Sept. 11",
        "on the 12 of June",
        "in 2014",
        "the 2014 truce",
        "her 2000 and 2006 bids",
        "a stolen 1989 Mercury",
        "below 2005 levels",
        "the end of 2015 leaves doubts",
        "2014-2016",
        "at six",
        "at around 6 p.m.",
        "at 7.40 with",
        "around 3 in the morning",
        "for 72 hours",
        "three straight days",
        "several sleepy months",
        "hundreds of years",
        "three times",
        "between 9 and 11 p.m.",
    ],
)
def test_a_time_is_no_count(text):
    assert left(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "aged 12",
        "aged four and seven",
        "men aged between 18 and 60",
        "at the age of 30",
        "a boy of six",
        "a mother of three",
        "children under five",
        "people over 65",
        "Lisa Brandt, 34, spoke",
        "Lisa Brandt (34)",
        "the driver, 52, and",
        "when he was 12",
        "she will soon be 83",
        "their average age was 44",
        "18 or older",
    ],
)
def test_an_age_is_no_count(text):
    assert left(text) == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("in May 12 people died", ["12"]),
        ("has 1200 employees", ["1200"]),
        ("more than 2000 men", ["2000"]),
        ("some 1500 fled", ["1500"]),
        ("the toll stood at 12", ["12"]),
        ("put the number of dead at 12", ["12"]),
        ("at six villages", ["six"]),
        ("12 dead, 30, hurt", ["12", "30"]),
        ("the toll was 12", ["12"]),
        ("a squad of 12", ["12"]),
        ("people under 40 tents", ["40"]),
    ],
)
def test_what_counts_is_kept(text, kept):
    assert left(text) == kept
