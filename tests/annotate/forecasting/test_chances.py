"""Words of probability, and the intervals that published scales give them."""

import pytest

from sayso.lexicons import lexicon


@pytest.mark.parametrize(
    ("text", "words", "interval", "scale"),
    [
        ("Rain is likely.", ["likely"], (0.55, 0.8), "icd203"),
        ("Rain is very likely.", ["very likely"], (0.8, 0.95), "icd203"),
        ("The town will almost certainly fall.", ["almost certainly"], (0.95, 0.99), "icd203"),
        ("There is almost no chance of rain.", ["almost no chance"], (0.01, 0.05), "icd203"),
        ("Rain is highly likely.", ["highly likely"], (0.8425, 0.95), "perceptions"),
        ("There is a very good chance of rain.", ["a very good chance"], (0.75, 0.85), "perceptions"),
        ("There is a good chance of rain.", ["a good chance"], None, None),
        ("Rain is not likely.", ["not likely"], None, None),
        ("Rain is more likely in the north.", ["more likely"], None, None),
        ("Rain is likely in the north and unlikely in the south.", ["likely", "unlikely"], None, None),
        ("The storm is expected to pass.", ["expected to"], None, None),
        ("The council expected the road to open.", [], None, None),
        ("The road will open.", [], None, None),
    ],
)
def test_words_have_the_interval_of_a_scale_that_has_them(foretold, text, words, interval, scale):
    told = foretold(text)
    assert told.words == words
    assert told.terms.scale == scale
    assert told.terms.probability == (None if interval is None else pytest.approx(interval))


@pytest.mark.parametrize(
    ("text", "words", "interval"),
    [
        ("There is a 60 % chance that the mine will close.", ["a 60 % chance"], (0.6, 0.6)),
        ("There is a 60% chance of failure.", ["a 60% chance"], (0.6, 0.6)),
        ("The odds of a flood are 30 per cent.", ["30 per cent"], (0.3, 0.3)),
        ("There is a 60-percent chance of rain.", ["a 60-percent chance"], (0.6, 0.6)),
        ("There is a 60 to 70 percent chance of rain.", ["a 60 to 70 percent chance"], (0.6, 0.7)),
        ("There is at least a 70 percent chance of rain.", ["at least a 70 percent chance"], (0.7, 1.0)),
        ("The chance of rain is less than 10 percent.", ["less than 10 percent"], (0.0, 0.1)),
        ("Their odds stand at two in three.", ["two in three"], (2 / 3, 2 / 3)),
        ("There is a one-in-five chance of rain.", ["a one-in-five chance"], (0.2, 0.2)),
        ("It will be 50-50 whether the town holds.", ["50-50"], (0.5, 0.5)),
        ("Prices will rise by 60 % next year.", [], None),
        ("One in three children will go hungry.", [], None),
        ("There is a 0.5 % chance of rain.", [], None),
    ],
)
def test_a_number_is_the_speakers_own(foretold, text, words, interval):
    told = foretold(text)
    stated = told.terms.probability
    assert told.words == words
    assert stated == (None if interval is None else pytest.approx(interval))
    assert told.terms.scale == ("stated" if interval else None)


def test_a_month_and_a_fleet_are_no_words_of_probability(foretold):
    assert foretold("The might of the fleet will grow in May.").words == []


def test_words_in_a_condition_say_nothing_of_the_forecast(foretold):
    assert foretold("If rain is likely, the road will close.").words == []


def test_the_directives_bands_meet_and_the_poll_has_its_ten_phrases():
    bands = sorted({tuple(band) for band in lexicon("probability")["icd203"].values()})
    assert bands == [(1, 5), (5, 20), (20, 45), (45, 55), (55, 80), (80, 95), (95, 99)]
    poll = lexicon("probability")["perceptions"]
    assert len(poll) == 10
    assert all(0 <= low <= high <= 100 for low, high in poll.values())
