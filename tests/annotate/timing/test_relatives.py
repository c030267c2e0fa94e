import pytest


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It fell today.", "today", "2026-11-02"),
        ("It fell yesterday.", "yesterday", "2026-11-01"),
        ("It fell last week.", "last week", "2026-W44"),
        ("It fell this month.", "this month", "2026-11"),
        ("It ends next year.", "next year", "2027"),
        ("It fell last Friday.", "last Friday", "2026-10-30"),
        ("It ends next Friday.", "next Friday", "2026-11-06"),
        ("It fell last April.", "last April", "2026-04"),
        ("It fell this past spring.", "this past spring", "2026-SP"),
        ("It ends this coming Sunday.", "this coming Sunday", "2026-11-08"),
        ("It fell last fall.", "last fall", "2025-FA"),
        ("It fell in June last year.", "June last year", "2025-06"),
        ("It ends in the third quarter of next year.", "the third quarter of next year", "2027-Q3"),
        ("It fell in this year's third quarter.", "this year's third quarter", "2026-Q3"),
        ("It fell on Tuesday last week.", "Tuesday last week", "2026-10-27"),
        ("It fell over the weekend.", "the weekend", "2026-W44-WE"),
        ("It will be played this weekend.", "this weekend", "2026-W45-WE"),
        ("It fell early last week.", "early last week", "2026-W44"),
        ("It was the third-quarter loss.", "third-quarter", "2026-Q3"),
        ("It fell in the past year.", "the past year", "2025"),
        ("It fell two weeks ago.", "two weeks ago", "2026-W43"),
        ("It fell 10 days ago.", "10 days ago", "2026-10-23"),
        ("It fell six months ago.", "six months ago", "2026-05"),
        ("It fell about ten years ago.", "about ten years ago", "2016"),
        ("It fell a decade ago.", "a decade ago", "2016"),
        ("It fell several years ago.", "several years ago", "PAST_REF"),
        ("It ends three days from now.", "three days from now", "2026-11-05"),
        ("It fell the day before yesterday.", "the day before yesterday", "2026-10-31"),
        ("It fell the week before last.", "the week before last", "2026-W43"),
        ("It ends two weeks from today.", "two weeks from today", "2026-11-16"),
        ("They meet on the first Monday of June.", "the first Monday of June", "2026-06-01"),
        ("It ends by year-end.", "year-end", "2026"),
        ("It ends in mid-December.", "mid-December", "2026-12"),
        ("It fell sometime last year.", "last year", "2025"),
        ("Nobody speaks of the past.", "the past", "PAST_REF"),
        ("It is closed at the moment and now open.", "now", "PRESENT_REF"),
        ("It rose in recent years.", "recent years", "PAST_REF"),
        ("It will rise in the future.", "the future", "FUTURE_REF"),
    ],
)
def test_what_is_relative_to_publication(times, text, span, value):
    (found,) = times(text)
    assert (found.type, found.span.text, found.value, found.anchor) == ("DATE", span, value, "published_at")


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("They meet every Monday.", "every Monday", "XXXX-WXX-1"),
        ("They meet on Mondays.", "Mondays", "XXXX-WXX-1"),
        ("They meet on Monday nights.", "Monday nights", "XXXX-WXX-1TNI"),
        ("They meet each year.", "each year", "P1Y"),
        ("They meet annually.", "annually", "P1Y"),
        ("They meet every other day.", "every other day", "P2D"),
        ("They meet every two weeks.", "every two weeks", "P2W"),
        ("They meet twice a week.", "twice a week", "P1W"),
        ("They meet three times a year.", "three times a year", "P1Y"),
        ("They meet every July.", "every July", "XXXX-07"),
        ("They meet every summer.", "every summer", "XXXX-SU"),
        ("The daily count rose.", "daily", "P1D"),
    ],
)
def test_sets(times, text, span, value):
    (found,) = times(text)
    assert (found.type, found.span.text, found.value, found.earliest) == ("SET", span, value, None)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It fell last week.", ["XXXX-WXX"]),
        ("It fell yesterday.", ["XXXX-XX-XX"]),
        ("It fell last year.", ["XXXX"]),
        ("It fell on Friday morning.", ["XXXX-WXX-5TMO"]),
        ("It fell on May 3.", ["XXXX-05-03"]),
        ("It fell two weeks ago.", ["XXXX-WXX"]),
        ("It fell at 10:30 p.m.", ["XXXX-XX-XXT22:30"]),
        ("It fell in the third quarter.", ["XXXX-Q3"]),
        ("It fell on 3 May 2024. It stood again on June 1.", ["2024-05-03", "2024-06-01"]),
    ],
)
def test_without_publication_a_value_says_what_is_known_and_no_more(times, text, values):
    found = times(text, None)
    assert [each.value for each in found] == values
    assert all((each.earliest is None) == ("X" in each.value) for each in found)
    assert all(each.anchor != "published_at" for each in found)


def test_the_dateline_stands_in_for_a_publication_that_nobody_tells(times):
    dateline, friday = times("PORT HARLE, May 4, 2031 (Northern Wire) - The wall fell on Friday.", None)
    assert (friday.value, friday.anchor) == ("2031-05-02", dateline.id)
    (_, other) = times("The wall of Harle fell down on 4 May 2031. It was rebuilt on Friday.", None)
    assert other.value == "XXXX-WXX-5"


@pytest.mark.parametrize("published", ["2026", "2026-13-01", "yesterday", "", "0000-00-00"])
def test_a_publication_date_that_is_no_day_is_none(times, published):
    (found,) = times("It fell last week.", published)
    assert (found.value, found.earliest, found.anchor) == ("XXXX-WXX", None, None)


def test_the_edges_of_the_calendar_give_no_days(times):
    early = times("It fell 9999 years ago, and last year.", "0001-01-01")
    late = times("It ends 9999 years from now, next year and next week.", "9999-12-31")
    assert [each.earliest for each in (*early, *late)] == [None] * 5
