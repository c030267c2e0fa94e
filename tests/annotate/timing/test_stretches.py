from datetime import date

import pytest

from sayso.annotate.timing.fields import easter_sunday, in_year
from sayso.annotate.timing.meanings import Field
from sayso.annotate.timing.stretches import (
    Grain,
    containing,
    month_stretch,
    season_stretch,
    stepped,
    third,
    year_stretch,
)


@pytest.mark.parametrize(
    ("grain", "value", "first", "last"),
    [
        (Grain.CENTURY, "20", "2001-01-01", "2100-12-31"),
        (Grain.DECADE, "202", "2020-01-01", "2029-12-31"),
        (Grain.YEAR, "2026", "2026-01-01", "2026-12-31"),
        (Grain.HALF, "2026-H2", "2026-07-01", "2026-12-31"),
        (Grain.QUARTER, "2026-Q4", "2026-10-01", "2026-12-31"),
        (Grain.SEASON, "2026-FA", "2026-09-01", "2026-11-30"),
        (Grain.MONTH, "2026-11", "2026-11-01", "2026-11-30"),
        (Grain.WEEK, "2026-W45", "2026-11-02", "2026-11-08"),
        (Grain.WEEKEND, "2026-W45-WE", "2026-11-07", "2026-11-08"),
        (Grain.DAY, "2026-11-02", "2026-11-02", "2026-11-02"),
    ],
)
def test_a_day_lies_in_one_stretch_of_each_grain(grain, value, first, last):
    found = containing(grain, date(2026, 11, 2))
    assert (found.value, found.first.isoformat(), found.last.isoformat()) == (value, first, last)


def test_a_week_belongs_to_the_year_of_its_thursday():
    assert containing(Grain.WEEK, date(2027, 1, 1)).value == "2026-W53"


def test_january_belongs_to_the_winter_of_the_year_before():
    assert containing(Grain.SEASON, date(2027, 1, 31)).value == "2026-WI"
    assert season_stretch(2023, "WI").last == date(2024, 2, 29)


def test_a_step_leads_to_the_next_stretch_and_not_beyond_the_calendar():
    assert stepped(Grain.MONTH, date(2026, 1, 31), 1).value == "2026-02"
    assert stepped(Grain.YEAR, date(9999, 6, 1), 1) is None
    assert stepped(Grain.DAY, date(1, 1, 1), -1) is None


@pytest.mark.parametrize(
    ("mod", "first", "last"),
    [
        ("START", "2026-01-01", "2026-04-30"),
        ("MID", "2026-05-01", "2026-08-31"),
        ("END", "2026-09-01", "2026-12-31"),
        ("APPROX", "2026-01-01", "2026-12-31"),
        (None, "2026-01-01", "2026-12-31"),
    ],
)
def test_early_mid_and_late_are_thirds(mod, first, last):
    assert [day.isoformat() for day in third(year_stretch(2026), mod)] == [first, last]


def test_thirds_of_a_month_leave_no_day_out():
    month = month_stretch(2026, 2)
    parts = [third(month, mod) for mod in ("START", "MID", "END")]
    assert [(last - first).days + 1 for first, last in parts] == [9, 9, 10]
    assert parts[0][0] == month.first
    assert parts[2][1] == month.last


@pytest.mark.parametrize(
    ("year", "day"), [(2024, "2024-03-31"), (2026, "2026-04-05"), (2027, "2027-03-28"), (2038, "2038-04-25")]
)
def test_easter(year, day):
    assert easter_sunday(year).isoformat() == day


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ({"month": 11, "weekday": 4, "nth": 4}, "2026-11-26"),
        ({"month": 5, "weekday": 1, "nth": -1}, "2026-05-25"),
        ({"month": 11, "weekday": 2, "nth": 1, "after": 2}, "2026-11-03"),
        ({"easter": -2}, "2026-04-03"),
        ({"month": 12, "day": 25}, "2026-12-25"),
    ],
)
def test_feasts_fall_by_their_rules(rule, day):
    assert in_year(Field("feast", tuple(sorted(rule.items()))), 2026).value == day


def test_a_year_without_the_day_has_no_such_field():
    assert in_year(Field("day", (2, 29)), 2026) is None
