"""The picture of an account as SVG."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sayso.export.account.gathering import account_of, seen
from sayso.export.account.lanes import APART, RADIUS, lanes

SVG = "{*}"


def drawn(account):
    return etree.fromstring(lanes(account).replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1).encode())


@pytest.fixture(scope="module")
def account(bridge, fallen):
    return account_of(seen(bridge), fallen, "2026-05-15")


def marks(picture):
    return picture.findall(f"{SVG}a")


def middle(mark):
    circle = mark.find(f"{SVG}circle")
    if circle is not None:
        return float(circle.get("cx")), float(circle.get("cy"))
    x, y = mark.find(f"{SVG}path").get("d").removeprefix("M").replace("l", " ").replace("h", " ").split()[:2]
    return float(x) + RADIUS, float(y) + 7  # a triangle is drawn from its left upper corner


def test_every_report_and_every_denial_has_a_mark_that_leads_to_its_words(account):
    found = marks(drawn(account))
    wanted = [*account.reports, *(each.report for each in account.denied_by)]
    assert {each.get("href") for each in found} == {f"/d/{each.document}#{each.claim}" for each in wanted}
    assert [each.get("class") for each in found] == [
        "mark origin", "mark echo", "mark echo", "mark copy", "mark origin", "mark denial",
    ]  # fmt: skip
    assert found[1].get("aria-label") == "The Marrowgate Courier, 2026-04-07 12:40 UTC: echo of origin 1"


def test_time_goes_from_left_to_right_and_no_mark_lies_on_another(account):
    places = [middle(each) for each in marks(drawn(account))]
    assert [x for x, _ in places] == sorted(x for x, _ in places)
    for (x, y), (other_x, other_y) in combinations(places, 2):
        assert (
            abs(x - other_x) >= APART or abs(y - other_y) >= APART - 3
        )  # a triangle begins 7 above its middle, a square 9


def test_lines_lead_from_echoes_and_denials_to_what_they_lead_back_to(account):
    edges = [each.get("class") for each in drawn(account).findall(f"{SVG}path")]
    assert sorted(edges) == ["edge copy", "edge denial", "edge echo", "edge echo"]


def test_many_lanes_are_slimmer_and_no_mark_lies_on_another(account):
    many = tuple(
        replace(
            account.reports[at % 5],
            claim=f"cl_{at}",
            outlet=f"Outlet {at % 15}",
            published_at=f"2026-04-{7 + at % 3:02}",
        )
        for at in range(60)
    )
    picture = drawn(replace(account, reports=many, denied_by=()))
    assert picture.get("class") == "lanes many"
    places = [middle(each) for each in marks(picture)]
    assert len(places) == len({*places}) == 60
    assert all(
        abs(x - other_x) >= APART or abs(y - other_y) >= APART for (x, y), (other_x, other_y) in combinations(places, 2)
    )


def test_reports_without_a_date_have_a_column_of_their_own(account):
    undated = replace(
        account, reports=tuple(replace(each, published_at=None) for each in account.reports[:1]) + account.reports[1:]
    )
    picture = drawn(undated)
    heads = [each.text for each in picture.findall(f"{SVG}text[@class='when']")]
    assert heads[-1] == "no date"
    nothing = replace(
        account, reports=tuple(replace(each, published_at=None) for each in account.reports), denied_by=()
    )
    assert [each.text for each in drawn(nothing).findall(f"{SVG}text[@class='when']")] == ["no date"]


@given(
    st.lists(
        st.tuples(st.text(), st.text(), st.none() | st.text(max_size=5) | st.datetimes().map(str)),
        min_size=1,
        max_size=5,
    )
)
def test_whatever_the_names_words_and_dates_are_the_picture_is_well_formed_and_they_stay_words(account, told):
    reports = tuple(
        replace(account.reports[at % 5], claim=f"cl_{at}", outlet=outlet, text=text, published_at=published)
        for at, (outlet, text, published) in enumerate(told)
    )
    picture = drawn(replace(account, reports=reports, denied_by=()))
    assert len(marks(picture)) == len(reports)
    assert {each.tag.rpartition("}")[2] for each in picture.iter()} <= {
        "svg",
        "a",
        "line",
        "text",
        "title",
        "path",
        "circle",
    }
