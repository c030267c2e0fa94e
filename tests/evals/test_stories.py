"""Groups against groups, and stories against those that were told."""

import pytest
from stories import UNREAD, b_cubed, placed
from wires import make_day

from sayso.model.reading import Reading


def test_b_cubed_counts_what_is_together():
    assert b_cubed("aabb", "xxyy") == (1.0, 1.0, 1.0)
    assert b_cubed("aaaa", "xxyy")[:2] == pytest.approx((0.5, 1.0))
    assert b_cubed("abcd", "xxyy")[:2] == pytest.approx((1.0, 0.5))


def test_the_reports_of_a_day_are_put_into_the_stories_that_they_tell(tmp_path):
    made = make_day(0)
    found = placed([Reading(document=each.document, made_by=UNREAD) for each in made], tmp_path / "stories.ledger")
    precision, recall, _ = b_cubed(found, [each.story for each in made])
    assert recall > 0.85  # .93; precision is .62: on a first day the ledger does not know yet which names are common
    assert precision > 0.5
