import pytest


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        (
            "The vote was held on 4 October 2026. Two days after the vote, he left.",
            "Two days after the vote",
            "2026-10-06",
        ),
        (
            "The vote was held on 4 October 2026. He left the day before the vote.",
            "the day before the vote",
            "2026-10-03",
        ),
        (
            "The vote was held on 4 October 2026. He left three weeks after that vote.",
            "three weeks after that vote",
            "2026-10-25",
        ),
        ("The vote was on 4 October 2026. It was a year after the vote.", "a year after the vote", "2027"),
    ],
)
def test_a_length_from_a_dated_event_is_a_date(times, text, span, value):
    day, counted = times(text)
    assert (counted.type, counted.span.text, counted.value, counted.anchor) == ("DATE", span, value, day.id)


@pytest.mark.parametrize(
    "text",
    [
        "The vote was held in October. Two days after the vote, he left.",
        "It rained on 4 October 2026. Two days after the vote, he left.",
        "Two days after the vote, he left. The vote was held on 4 October 2026.",
        "The phone came on 4 October 2026. He left two days after the phone rang.",
        "The vote was held on 4 October 2026. Two hours after the vote, he left.",
    ],
)
def test_an_event_of_no_known_day_leaves_a_length(times, text):
    (length,) = [each for each in times(text) if each.type == "DURATION"]
    assert (length.span.text.lower().split(" after")[0], length.earliest) == (length.span.text.lower(), None)


def test_a_length_from_a_date_beside_it_keeps_its_extent_and_gets_its_day(times):
    length, day = times("Two weeks after May 5, 2025, it rained.")
    assert (length.type, length.span.text, length.earliest, length.latest) == (
        "DURATION",
        "Two weeks",
        "2025-05-19",
        "2025-05-19",
    )
    assert (length.anchor, day.bound) == (day.id, None)


def test_the_narrative_goes_on_from_a_counted_day(times):
    *_, following = times(
        "The vote was held on 4 October 2026. Two days after the vote, he left. The next day he died."
    )
    assert following.value == "2026-10-07"


def test_an_event_does_not_swallow_another_time(times):
    found = times("The vote was held on 4 October 2026. Two days after the Friday vote, he left.")
    assert [each.span.text for each in found] == ["4 October 2026", "Two days", "Friday"]
