import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.world import amount, coordinates, day, distance, extent, number, place_name, value
from sayso.model.days import day_of
from sayso.model.document import Span
from sayso.model.world import Place, Precision, Quantity, Timex, TimexType

WORDS = Span(0, 1, "x")


def timex(**more):
    return Timex(**{"id": "tx_1", "span": WORDS, "type": TimexType.DATE, "value": "2026-03"} | more)


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2026-03-10", "2026-03-10 (Tuesday)"),
        ("2024-02-29", "2024-02-29 (Thursday)"),
        ("2026-02-30", "2026-02-30"),
        ("2026-03", "2026-03"),
        ("2026-03-10TMO", "2026-03-10TMO"),
        ("XXXX-WXX-5", "XXXX-WXX-5"),
        ("", ""),
    ],
)
def test_a_day_is_shown_with_its_weekday_and_all_else_as_it_is(moment, shown):
    assert day(moment) == shown


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2026-03-10", "2026-03-10", "2026-03-10 (Tuesday)"),
        ("2026-03-01", "2026-03-31", "2026-03-01 (Sunday) to 2026-03-31 (Tuesday)"),
        ("2026-03-01", None, "from 2026-03-01 (Sunday) on, without an end"),
        (None, "2026-03-31", "until 2026-03-31 (Tuesday), without a beginning"),
        (None, None, ""),
    ],
)
def test_an_extent_says_which_side_is_open(first, last, shown):
    assert extent(timex(earliest=first, latest=last)) == shown


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2026-03-12", "2026-03-12", "the same day"),
        ("2026-03-13", "2026-03-13", "1 day later"),
        ("2026-03-09", "2026-03-09", "3 days earlier"),
        ("2023-03-12", "2023-03-12", "1,096 days earlier"),
        ("2026-03-01", "2026-03-31", ""),
        (None, None, ""),
    ],
)
def test_the_way_from_the_anchor_is_counted_in_days_where_both_are_one_day(first, last, shown):
    assert distance(timex(earliest=first, latest=last), day_of("2026-03-12T23:59:00-05:00")) == shown
    assert distance(timex(earliest=first, latest=last), None) == ""


def test_a_modifier_is_said_in_words_and_an_unknown_one_as_it_is():
    assert value(timex(mod="MID")) == "2026-03, its middle"
    assert value(timex(mod="ODD")) == "2026-03, odd"


def test_a_place_says_what_holds_it_and_where_it_lies():
    place = Place(id="g:1", name="Karsk", country="XK", lat=-52.504, lon=13.25, precision=Precision.CITY)
    assert place_name(place) == "Karsk, XK"
    assert coordinates(place) == "52.50° south, 13.25° east"


@pytest.mark.parametrize(
    ("low", "high", "approximate", "shown"),
    [
        (20, 20, False, "20"),
        (20, None, False, "20 or more"),
        (None, 20, False, "at most 20"),
        (20, 30, True, "about 20 to 30"),
        (24, None, True, "about 24 or more"),
        (None, None, False, "not a number"),
        (1_500_000.0, 1_500_000.0, False, "1,500,000"),
        (0.5, 0.5, False, "0.5"),
    ],
)
def test_an_amount_says_which_side_is_open(low, high, approximate, shown):
    quantity = Quantity(id="qt_1", span=WORDS, low=low, high=high, approximate=approximate)
    assert amount(quantity) == shown


@given(st.floats() | st.integers())
def test_every_number_can_be_written(size):
    assert number(size)


@given(st.text(), st.text())
def test_no_value_makes_a_phrase_fail(one, other):
    odd = timex(value=one, mod=other, earliest=one, latest=other)
    assert isinstance(value(odd) + extent(odd) + distance(odd, day_of(other)), str)
