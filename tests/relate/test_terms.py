import pytest

from sayso.model.claim import Change, Claim, ClaimKind, ControlTerms, ForecastTerms, Voice
from sayso.model.document import Span
from sayso.model.stance import Polarity
from sayso.model.world import Timex, TimexType
from sayso.relate.terms import Control, Deadline, find_control, find_deadline, find_holder

SPAN = Span(start=0, end=4, text="text")


def claim(terms, polarity=Polarity.ASSERTED, kind=ClaimKind.CONTROL):
    return Claim(id="cl_0", kind=kind, spans=(SPAN,), text="text", voice=Voice.SOURCE, polarity=polarity, terms=terms)


@pytest.mark.parametrize(
    ("change", "polarity", "expected"),
    [
        (Change.TAKEN, Polarity.ASSERTED, Control.TAKEN),
        (Change.LOST, Polarity.ASSERTED, Control.LOST),
        (Change.LOST, Polarity.DENIED, Control.HELD),
        (Change.TAKEN, Polarity.DENIED, Control.HELD),
        (Change.CONTESTED, Polarity.ASSERTED, None),
        (Change.HELD, Polarity.DENIED, None),
    ],
)
def test_a_denial_is_counted_into_the_state(change, polarity, expected):
    assert find_control(claim(ControlTerms(change=change), polarity)) is expected


def test_who_did_not_lose_a_place_has_it():
    terms = ControlTerms(holder="en_1", loser="en_2", change=Change.LOST)
    assert find_holder(claim(terms, Polarity.DENIED)) == "en_2"
    assert find_holder(claim(terms)) == "en_1"
    assert find_holder(claim(None)) is None


def test_a_deadline_has_the_days_of_its_time():
    time = Timex(id="tx_0", span=SPAN, type=TimexType.DATE, value="2031-08", earliest="2031-08-11", latest="2031-08-20")
    terms = ForecastTerms(due="tx_0", due_latest="2031-08-20")
    found = find_deadline(claim(terms, kind=ClaimKind.FORECAST), {"tx_0": time})
    assert found == Deadline("2031-08-11", "2031-08-20")
    assert found.meets(Deadline("2031-08-15", "2031-08-15"))
    assert not found.meets(Deadline(None, "2031-08-31"))
    assert find_deadline(claim(ForecastTerms(), kind=ClaimKind.FORECAST), {}) is None
