from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.account.axis import TICKS, axis_of, moment_of

MOMENTS = st.datetimes(timezones=st.just(UTC))


def day(*parts):
    return datetime(*parts, tzinfo=UTC)


@given(st.lists(MOMENTS, min_size=1, max_size=5))
def test_every_moment_stands_on_its_axis_in_order_and_the_ticks_are_few(moments):
    axis = axis_of(moments, 100, 900)
    places = [axis.at(each) for each in sorted(moments)]
    assert places == sorted(places)
    assert all(100 <= each <= 900 for each in places)
    ticks = list(axis.ticks())
    assert len(ticks) <= TICKS + 1
    assert all(100 <= x <= 900 for x, _ in ticks)


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (day(2026, 4, 7, 8), day(2026, 4, 8, 17), ["7 Apr, 12:00", "18:00", "8 Apr", "06:00", "12:00", "18:00"]),
        (day(2026, 4, 7, 8), day(2026, 4, 12), ["8 Apr", "9 Apr", "10 Apr", "11 Apr", "12 Apr"]),
        (day(2026, 12, 20), day(2027, 1, 20), ["25 Dec 2026", "1 Jan 2027", "8 Jan", "15 Jan"]),
    ],
)
def test_labels_are_hours_days_or_years_as_needed(first, last, labels):
    assert [label for _, label in axis_of([first, last], 0, 900).ticks()] == labels


def test_one_moment_alone_stands_in_the_middle():
    axis = axis_of([day(2026, 4, 7, 8)], 0, 100)
    assert axis.at(day(2026, 4, 7, 8)) == 50


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-04-07T10:10:00+02:00", day(2026, 4, 7, 8, 10)),
        ("2026-04-07T08:10:00", day(2026, 4, 7, 8, 10)),
        ("2026-04-07", day(2026, 4, 7, 12)),
        ("2026-04", None),
        ("soon", None),
        (None, None),
        ("0001-01-01T00:00:00+14:00", None),
    ],
)
def test_a_time_of_publication_is_read_in_utc_and_a_day_at_its_noon(written, moment):
    assert moment_of(written) == moment


def test_an_axis_may_reach_to_the_ends_of_the_calendar():
    axis = axis_of([datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)], 0, 100)
    assert axis.end - axis.start > timedelta(days=3_000_000)
