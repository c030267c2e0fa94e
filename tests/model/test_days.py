from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.days import day_of, instant_of, shown_by


@pytest.mark.parametrize(
    "ordered",
    [
        ("2031-03-01T23:30:00-05:00", "2031-03-02T05:00:00Z"),  # half past four in the morning, UTC
        ("2031-03-01T09:00:00Z", "2031-03-01"),
        ("2031-03-01", "2031-03-02T00:01:00Z"),
        ("2031-03-01T08:00:00", "2031-03-01T09:00:00Z"),
        ("2031-03-01", "soon"),
        ("2031-03-01", None),
    ],
)
def test_what_was_out_for_sure_comes_first(ordered):
    first, second = ordered
    assert shown_by(first) < shown_by(second)


def test_a_day_stands_as_it_is_written():
    assert day_of("2031-03-01T23:30:00-05:00") == date(2031, 3, 1)
    assert day_of("1 March") is None


def test_a_time_without_a_zone_is_no_instant():
    assert instant_of("2031-03-01T08:00:00") is None
    assert instant_of("2031-03-01") is None


@given(st.one_of(st.none(), st.text(), st.datetimes().map(lambda each: each.isoformat())))
def test_any_text_can_be_ordered(moment):
    assert isinstance(shown_by(moment), str)
    assert (day_of(moment) is None) == (shown_by(moment) == "9")
