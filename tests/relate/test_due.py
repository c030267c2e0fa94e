"""Where a forecast stands on a day."""

import pytest

from sayso.model.claim import ForecastTerms, Outcome
from sayso.relate.due import EXPORTED, State, find_due, state_of


@pytest.mark.parametrize(
    ("terms", "as_of", "state"),
    [
        (ForecastTerms(due="tx_0", due_latest="2027-03-28"), "2027-03-27", State.OPEN),
        (ForecastTerms(due="tx_0", due_latest="2027-03-28"), "2027-03-28", State.DUE),
        (ForecastTerms(due="tx_0", due_latest="2027-03-28"), "2031-01-01", State.DUE),
        (ForecastTerms(due="tx_0"), "2031-01-01", State.CANNOT_BE_DATED),
        (ForecastTerms(), "2031-01-01", State.NO_DEADLINE),
    ],
)
def test_a_forecast_is_due_from_its_last_day_on(terms, as_of, state):
    assert state_of(terms, as_of) is state


def test_the_contract_has_a_word_for_every_state():
    assert set(EXPORTED) == set(State)
    assert set(EXPORTED.values()) == {"pending", "due", "undated"}


def test_every_forecast_of_a_reading_has_a_row(foretelling):
    reading = foretelling("The road will be finished", "2027-03-28", "2026-11-02", external_id="a1")
    (row,) = find_due(reading, "2027-03-01")
    assert (row.claim, row.document, row.external_id) == (reading.claims[0].id, reading.document.id, "a1")
    assert (row.due, row.state) == ("2027-03-28", "pending")


def test_outcomes_are_a_persons_and_no_state_is_one():
    assert not {each.value for each in Outcome} & {each.value for each in State}
