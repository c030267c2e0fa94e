"""Decisions are appended, found again, and stay with the words that they were made about."""

import pytest

from sayso.errors import NotInLedger
from sayso.model.decision import Decision, DecisionKind
from sayso.model.rereading import changes
from sayso.model.standing import standing
from sayso.store import open_ledger
from sayso.store.verifying.file import verify_file
from sayso.workflow import standing_now

BRIDGE = 'The bridge at Orlen is shut. "The bridge will open by May," Ada Venn said. "Not before June," Tom Brask said.'


@pytest.fixture
def ledger(tmp_path, read):
    opened = open_ledger(tmp_path / "ledger.db", create=True)
    opened.append([read(BRIDGE), read('"We hold the mill," Ada Venn said.')])
    yield opened
    opened.close()


def echo(one, other, **more):
    return Decision(kind=DecisionKind.CONFIRM, subjects=(one, other), by="E. Rask", relation="echo", **more)


def test_a_decision_comes_back_whole_with_full_ids_time_and_anchors(ledger, read):
    may, june = (claim.id for claim in read(BRIDGE).claims)
    decided = ledger.decide(echo(may[:12], june, reason="same words"))
    assert decided.subjects == (may, june)
    assert decided.at.endswith("Z")
    assert [anchor.quote.exact for anchor in decided.anchors] == ["The bridge will open by May,", "Not before June,"]
    assert list(ledger.decisions()) == [decided]
    assert next(ledger.decisions()).id == decided.id
    undo = ledger.decide(Decision(kind=DecisionKind.UNDO, subjects=(decided.id[:10],), by="E. Rask"))
    assert undo.subjects == (decided.id,)
    assert standing(list(ledger.decisions())).judgements == {}
    assert list(verify_file(ledger._path)) == []


@pytest.mark.parametrize("id", ["cl_ffff", "de_00", "nothing", "cl_"])
def test_nothing_is_decided_about_what_is_not_there(ledger, read, id):
    head = ledger.head()
    with pytest.raises(NotInLedger):
        ledger.decide(echo(read(BRIDGE).claims[0].id, id))
    assert ledger.head() == head


def test_decisions_follow_their_claims_to_a_newer_reading(ledger, read):
    old, new = read(BRIDGE), read(BRIDGE, reader="toy-2")
    decided = ledger.decide(echo(old.claims[0].id, old.claims[1].id))
    ledger.append([new])
    assert standing_now(ledger).judgements == {("echo", new.claims[0].id, new.claims[1].id): decided}
    told = changes(old, new, ledger.decisions())
    assert [(each.was, each.now) for each in told.decisions] == [
        (was.id, now.id) for was, now in zip(old.claims, new.claims, strict=True)
    ]
    assert (told.kept, told.gone, told.found) == (2, (), ())


def test_a_redaction_takes_the_words_out_of_decisions_too(ledger, read):
    claim = read(BRIDGE).claims[0].id
    ledger.decide(Decision(kind=DecisionKind.NOTE, subjects=(claim,), by="E. Rask", reason="look at this"))
    ledger.redact(claim, by="E. Rask", reason="order")
    assert b"bridge" not in ledger._path.read_bytes().lower()
    assert [each.reason for each in ledger.decisions()] == ["look at this"]
    assert list(standing_now(ledger).notes) == [claim]
    ledger.decide(Decision(kind=DecisionKind.NOTE, subjects=(claim,), by="E. Rask", reason="gone now"))
    assert list(verify_file(ledger._path)) == []
