import pytest

from sayso.annotate.counting.amounts import find_amounts
from sayso.annotate.counting.labels import is_label
from sayso.annotate.counting.words import split


def left(text):
    line = split(text, 0, len(text))
    return [line.tokens[each.core.first].text for each in find_amounts(line) if not is_label(line, each)]


@pytest.mark.parametrize(
    "text",
    [
        "the 47th Brigade",
        "in the 1990s",
        "a 67-year-old",
        "18- to 24-year-olds",
        "a 155-mm gun",
        "152mm howitzers",
        "his height is 6'3",
        "a .45",
        "room 101",
        "page 12 of it",
        "under Article 5",
        "No. 8",
        "#7",
        "aboard the Kestrel 2,",
        "at Camp Four.",
        "the Group of Seven",
        "the Group of 20 met",
        "near Three Bridges",
        "the Under 30 Summit",
        "a Boeing 737 was",
        "two Leopard 2 tanks were",
        "at 12 Station Road",
        "on 0800 555 1234",
        "on +44 1632 960",
        "they won 3-1",
        "50-50",
        "800-273-8255",
        "odds of 4 to 1",
        "cut in two.",
        "a 911 caller",
        "the 486 chip",
        "401(k) plans",
        "0 people",
        "1. Be there",
        "in nineteen ninety-four",
    ],
)
def test_what_names_something_counts_nothing(text):
    assert [word for word in left(text) if word != "two" or "Leopard" not in text] == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("In Kesh 12 died", ["12"]),
        ("In Aleppo 20 tanks burned", ["20"]),
        ("a 5,000-strong crowd", ["5,000"]),
        ("they voted 52-48 for the bill", ["52", "48"]),
        ("passed by 220 votes to 181", ["220", "181"]),
        ("200-250 militants", ["200"]),
        ("fatalities now number 26", ["26"]),
        ("the 85 arrested", ["85"]),
        ("Gunmen Kill Four at Harle Checkpoint", ["Four"]),
        ("two 155-mm guns", ["two"]),
        ("“Three men came", ["Three"]),
        ("in two raids", ["two"]),
        ("''100 pages", ["100"]),
    ],
)
def test_what_counts_is_kept(text, kept):
    assert left(text) == kept
