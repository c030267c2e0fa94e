"""The register: each forecast once, with how its day was computed, and deadlines that moved."""

import time

import pytest

from sayso import read
from sayso.model.claim import ClaimKind
from sayso.relate.due import State
from sayso.relate.moved import content_words, find_moved
from sayso.relate.register import find_register


def test_a_forecast_is_told_with_its_words_and_how_its_day_was_computed(foretelling):
    reading = foretelling(
        "The road will be finished", "2027-03-28", "2026-11-02", condition="if the bank pays", outlet="Quay Post"
    )
    (found,) = find_register([reading], "2026-12-01")
    assert (found.state, found.due, found.due_words, found.anchor) == (
        State.OPEN,
        "2027-03-28",
        "before 2027-03-28",
        "published_at",
    )
    assert (found.claimant, found.source, found.conditions, found.outlet) == (
        "Ada Bell",
        "Ada Bell",
        ("if the bank pays",),
        "Quay Post",
    )
    assert found.text == reading.claims[0].text


def test_what_is_promised_by_a_day_stands_in_the_register_and_comes_due():
    reading = read(
        "Orlmark has promised a second ferry before 22 March 2027.", reader="rules", published_at="2026-11-02"
    )
    found = [find_register([reading], day) for day in ("2027-03-20", "2027-03-21")]
    assert [[(each.kind, each.due, each.state) for each in rows] for rows in found] == [
        [(ClaimKind.POLICY, "2027-03-21", State.OPEN)],
        [(ClaimKind.POLICY, "2027-03-21", State.DUE)],
    ]


def test_the_first_due_comes_first_and_a_text_that_came_twice_once(foretelling):
    late = foretelling("The mine will close", "2028-01-01", "2026-11-02")
    soon = foretelling("The road will be finished", "2027-03-28", "2026-11-02")
    never = foretelling("The tower will fall", None, "2026-11-02")
    found = find_register([never, late, soon, late], "2026-12-01")
    assert [each.due for each in found] == ["2027-03-28", "2028-01-01", None]


def test_a_later_day_for_the_same_is_a_deadline_that_moved(foretelling):
    first = foretelling("The road to Harle will be finished", "2027-03-28", "2026-01-02")
    again = foretelling("The Harle road would be finished", "2028-03-28", "2026-11-02")
    found = find_register([again, first], "2026-12-01")
    assert [("deadline_moved" in each.flags, each.moved_from) for each in found] == [
        (False, None),
        (True, first.claims[0].id),
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Tor Lund"},
        {"text": "The bridge to Orl will be opened"},
        {"due": "2026-12-28"},
        {"published": "2025-11-02"},
        {"due": None},
    ],
)
def test_another_claimant_matter_or_day_or_an_older_text_moves_nothing(foretelling, change):
    first = foretelling("The road to Harle will be finished", "2027-03-28", "2026-01-02")
    other = {"text": "The Harle road would be finished", "due": "2028-03-28", "published": "2026-11-02"} | change
    found = find_register([first, foretelling(**other)], "2026-12-01")
    assert not any("deadline_moved" in each.flags for each in found)


def test_numbers_are_content_and_function_words_are_none():
    assert content_words("The 3 roads would not be closed") == {"3", "road", "clos"}


def test_one_claimant_who_repeats_himself_costs_no_more_than_his_number():
    said = [
        (f"cl_{n}", "Ada Bell", "the road will be finished", "2026-01-01", f"{2027 + n % 50}-01-01")
        for n in range(5000)
    ]
    start = time.process_time()
    find_moved(said)
    assert time.process_time() - start < 5
