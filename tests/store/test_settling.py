"""What is looked through again is what came since all was settled."""

import pytest

from sayso.store import open_ledger
from sayso.store.settling import last_mark, newest
from sayso.workflow import relate

VENN = '"We hold the mill at Orlen," Ada Venn said. '
FAR = '"Cod prices rose in Sundhavn," Lea Holm said. '


@pytest.fixture
def ledger(tmp_path, read):
    opened = open_ledger(tmp_path / "story.ledger", create=True)
    opened.append([read(VENN, published_at="2026-03-01"), read(FAR, published_at="2026-03-01")])
    yield opened
    opened.close()


def marks(ledger):
    with ledger._transaction() as connection:
        return last_mark(connection), newest(connection)


def test_a_ledger_is_marked_when_everything_in_it_is_related(ledger):
    assert set(marks(ledger)[0].values()) == {0}
    ledger.stories().unsettled()  # nothing is placed yet
    assert set(marks(ledger)[0].values()) == {0}
    list(relate(ledger))
    mark, now = marks(ledger)
    assert mark == now
    assert mark["readings"] == mark["places"] == 2
    size = ledger.head().size
    assert list(relate(ledger)) == []
    assert ledger.head().size == size


def test_what_is_placed_and_not_related_is_found_before_and_behind_the_mark(ledger, read):
    ledger.stories().place({1: "st_a"})
    assert ledger.stories().unsettled() == ["st_a"]
    list(relate(ledger))
    ledger.append([read(VENN + FAR, published_at="2026-03-02")])
    ledger.stories().place({3: "st_b"})
    assert ledger.stories().unsettled() == ["st_b"]
    assert marks(ledger)[0]["places"] == 2


def test_a_text_read_anew_is_unrelated_although_it_stood_before_the_mark(ledger, read):
    list(relate(ledger))
    assert list(ledger.stories().unrelated()) == []
    ledger.append([read(VENN, reader="toy-2", published_at="2026-03-01")])
    assert [each.arrival for each in ledger.stories().unrelated()] == [1]
    assert len(ledger.stories().unsettled()) == 1
