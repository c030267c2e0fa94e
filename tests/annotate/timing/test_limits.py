import pytest

from sayso.annotate.timing.horizons import day_range


@pytest.mark.parametrize(
    ("text", "bound", "earliest", "latest"),
    [
        ("It must end by mid-2027.", "by", "2027-05-01", "2027-08-31"),
        ("It must end no later than Friday.", "by", "2026-11-06", "2026-11-06"),
        ("It must end before Christmas.", "by", None, "2026-12-24"),
        ("It must end before the end of December.", "by", "2026-12-21", "2026-12-31"),
        ("It will fall before the year is out.", "by", None, "2026-12-31"),
        ("It will fall before the year is old.", "by", None, "2025-12-31"),
        ("It will fall before the new year.", "by", None, "2026-12-31"),
        ("It will fall by New Year.", "by", "2027-01-01", "2027-01-01"),
        ("It must end ahead of Friday's march.", "by", None, "2026-11-05"),
        ("It has run since 2019.", "since", "2019-01-01", "2019-12-31"),
        ("It runs until Sunday.", "until", "2026-11-08", "2026-11-08"),
        ("They must leave within 72 hours.", "within", "2026-11-02", "2026-11-05"),
        ("They fell within a week.", "within", None, None),
        ("It will open in two weeks.", None, "2026-11-16", "2026-11-16"),
        ("It will open in a few days.", None, "2026-11-05", "2026-11-06"),
        ("It opened in two weeks.", None, None, None),
        ("It will rise in the coming weeks.", None, "2026-11-02", "2026-12-28"),
        ("It rose over the past two years.", None, "2024-11-02", "2026-11-02"),
    ],
)
def test_a_limit_leaves_these_days(times, text, bound, earliest, latest):
    (found,) = times(text)
    assert (found.bound, found.earliest, found.latest) == (bound, earliest, latest)


def test_a_length_counts_from_when_it_was_said(times):
    said, length = times("The envoy said on Saturday that they would leave within 48 hours.")
    assert (length.earliest, length.latest, length.anchor) == ("2026-10-31", "2026-11-02", said.id)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It must end by June 2027.", None, "2027-06-30"),
        ("It runs until Sunday.", None, "2026-11-08"),
        ("It has run since 2019.", "2019-01-01", None),
        ("They must leave within 72 hours.", "2026-11-02", "2026-11-05"),
        ("It fell in 1998.", "1998-01-01", "1998-12-31"),
        ("It will fall in the future.", "2026-11-02", None),
        ("It lasted two years.", None, None),
    ],
)
def test_the_day_range_opens_the_side_that_a_bound_opens(times, text, first, last):
    (found,) = times(text)
    assert [day and day.isoformat() for day in day_range(found)] == [first, last]
