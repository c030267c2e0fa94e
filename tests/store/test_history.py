"""Whatever is added, decided, redacted, read again and killed in between: the ledger holds, and nothing acknowledged is lost."""

import shutil
import sqlite3
import tempfile
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from sayso.errors import Redacted
from sayso.model.decision import Decision, DecisionKind, ForecastOutcome
from sayso.model.document import Rejection
from sayso.model.standing import clustered, in_force
from sayso.store import open_ledger
from sayso.store.connection import PATIENCE
from sayso.store.verifying.file import verify_file
from sayso.workflow import standing_now

SAID = '"We hold the mill{0}," Ada Venn said. "Not the quay{0}," Tom Brask said. The mill{0} stands.'
TEXTS = [SAID.format(f" zanderq{letter * 6}") for letter in "abcdef"]
NAMES = st.sampled_from([None, "1", "2"])
READERS = st.sampled_from(["toy-1", "toy-2", "toy-3"])
PHASES = [Phase.explicit, Phase.generate]  # a history is told as it was found: shrinking one takes many minutes
SUBJECTS = {DecisionKind.CONFIRM: 2, DecisionKind.REJECT: 2, DecisionKind.MERGE: 2, DecisionKind.SPLIT: 1, DecisionKind.RESOLVE: 1,
            DecisionKind.NOTE: 1}  # fmt: skip


def without_words(decision):
    """A decision but for the words of its claims, which a redaction takes."""
    return replace(decision, anchors=())


class Killed(BaseException):
    """The end of a process between two statements."""


class Fuse:
    """How many statements are left to a process; None: no end."""

    left: int | None = None

    def burn(self):
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                raise Killed


FUSE = Fuse()


class Cursor(sqlite3.Cursor):
    def execute(self, *words):
        FUSE.burn()
        return super().execute(*words)

    def executemany(self, *words):
        FUSE.burn()
        return super().executemany(*words)


class Connection(sqlite3.Connection):
    def cursor(self, factory=Cursor):
        return super().cursor(factory)

    def commit(self):
        FUSE.burn()
        super().commit()


def mortal(path):
    return sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False, factory=Connection)


class History(RuleBasedStateMachine):
    toy = None  # the reader, set by the test

    def __init__(self):
        super().__init__()
        FUSE.left = None
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "ledger.db"
        self.now = count()
        self.open()
        self.arrivals, self.decisions, self.redacted = [], [], {}
        self.latest = {}  # number of an arrival: its reading that counts
        self.claims, self.known, self.seen = [], [], set()  # ids; heads; arrivals with readers

    def open(self):
        self.ledger = open_ledger(
            self.path, create=True, connect=mortal, clock=lambda: f"2026-03-01T{next(self.now):09}Z"
        )

    def teardown(self):
        FUSE.left = None
        self.check()
        self.ledger.close()
        assert list(verify_file(self.path)) == []
        shutil.rmtree(self.folder)

    def check(self):
        head = self.known[len(self.known) // 2] if self.known else None
        assert list(verify_file(self.path, head=(head.size, head.root) if head else None)) == []

    def survives(self, act, fuse):
        """What the act gives, or None where it was killed: then the process is another one."""
        FUSE.left = fuse
        try:
            return act()
        except Killed:
            FUSE.left = None
            self.ledger.close()
            self.open()
            self.check()
            return None
        finally:
            FUSE.left = None

    @rule(
        text=st.sampled_from(TEXTS),
        reader=READERS,
        name=NAMES,
        refused=st.booleans(),
        fuse=st.none() | st.integers(0, 40),
    )
    def add(self, text, reader, name, refused, fuse):
        reading = self.toy(text, reader=reader, external_id=name, title=text[:20])
        batch = [reading, *([Rejection(kind="encoding", message="no", path=name)] if refused else [])]
        arrivals = self.survives(lambda: self.ledger.append(batch), fuse)
        if arrivals is None:
            found = len(list(self.ledger.arrivals()))
            if found == len(self.arrivals):
                return
            arrivals = self.ledger.append(
                batch
            )  # it was committed and not acknowledged: adding again tells what there is
        self.note(arrivals, reading)

    def note(self, arrivals, reading):
        for arrival in arrivals:
            if arrival.number > len(self.arrivals):
                self.arrivals.append(arrival)
        if arrivals[0].document and arrivals[0].document not in self.redacted:
            number = arrivals[0].number
            if (
                number,
                reading.made_by.reader,
            ) not in self.seen:  # a reading that an arrival has had does not come back
                self.latest[number] = replace(reading, document=self.latest.get(number, reading).document)
            self.seen.add((number, reading.made_by.reader))
            self.claims += [claim.id for claim in reading.claims]

    def ready(self):
        return len(set(self.claims)) > 1

    @precondition(ready)
    @rule(choice=st.data(), kind=st.sampled_from(list(SUBJECTS)), fuse=st.none() | st.integers(0, 40))
    def decide(self, choice, kind, fuse):
        number = SUBJECTS[kind]
        subjects = choice.draw(
            st.lists(st.sampled_from(sorted(set(self.claims))), min_size=number, max_size=number, unique=True)
        )
        self.put(Decision(
            kind=kind, subjects=tuple(subjects), by="E. Rask", reason="seen",
            relation="echo" if kind in (DecisionKind.CONFIRM, DecisionKind.REJECT) else None,
            outcome=ForecastOutcome.DID_NOT if kind is DecisionKind.RESOLVE else None,
        ), fuse)  # fmt: skip

    @precondition(lambda self: self.decisions)
    @rule(choice=st.data(), fuse=st.none() | st.integers(0, 40))
    def undo(self, choice, fuse):
        subject = choice.draw(st.sampled_from([each.id for each in self.decisions]))
        self.put(Decision(kind=DecisionKind.UNDO, subjects=(subject,), by="E. Rask"), fuse)

    def put(self, decision, fuse):
        decided = self.survives(lambda: self.ledger.decide(decision), fuse)
        found = list(self.ledger.decisions())
        if decided is None and len(found) > len(self.decisions):
            decided = found[-1]
        if decided:
            assert (decided.kind, decided.subjects) == (decision.kind, decision.subjects)
            self.decisions.append(decided)

    @precondition(lambda self: self.latest)
    @rule(choice=st.data(), fuse=st.none() | st.integers(0, 60))
    def redact(self, choice, fuse):
        reading = choice.draw(st.sampled_from([self.latest[each] for each in sorted(self.latest)]))
        id = reading.document.id
        done = self.survives(lambda: self.ledger.redact(id, by="E. Rask", reason="order"), fuse)
        if done is None and len(list(self.ledger.redactions())) > len(self.redacted):
            done = self.ledger.redact(id, by="E. Rask", reason="order")  # to the end
        if done:
            self.redacted[id] = done
            self.latest = {number: each for number, each in self.latest.items() if each.document.id != id}
            word = reading.document.text.split("zanderq")[1][:6].encode()
            assert all(word not in each.read_bytes() for each in self.folder.iterdir())

    @precondition(lambda self: self.latest)
    @rule(reader=READERS)
    def reread(self, reader):
        for number, before in sorted(self.latest.items()):
            given = {"external_id": before.document.external_id, "title": before.document.title}
            again = self.toy(before.document.text, reader=reader, **given)
            (arrival,) = self.ledger.append([again])
            assert (arrival.number, arrival.known) == (number, True)
            self.note([arrival], again)

    @rule()
    def look_back(self):
        self.known.append(self.ledger.head())
        self.ledger.close()
        self.open()
        assert self.ledger.head() == self.known[-1]

    @invariant()
    def nothing_is_lost(self):
        assert list(map(without_words, self.ledger.decisions())) == list(map(without_words, self.decisions))
        assert [each.document for each in self.ledger.redactions()] == list(self.redacted)
        assert [each.number for each in self.ledger.arrivals()] == [each.number for each in self.arrivals]
        assert list(self.ledger.readings()) == [self.latest[number] for number in sorted(self.latest)]

    @invariant()
    def what_is_redacted_says_so(self):
        for id in self.redacted:
            with pytest.raises(Redacted):
                self.ledger.reading(id)

    @invariant()
    def what_was_decided_stands(self):
        now = standing_now(self.ledger)
        told = [
            *now.judgements.values(),
            *now.outcomes.values(),
            *now.clustering,
            *(each for notes in now.notes.values() for each in notes),
        ]
        assert {each.id for each in told} <= {each.id for each in in_force(self.decisions)}
        machine = [{claim} for claim in set(self.claims)]
        found = clustered(machine, now.clustering)
        assert sorted(each for cluster in found for each in cluster) == sorted(set(self.claims))


def check_history(read, examples, steps):
    class ToyHistory(History):
        toy = staticmethod(read)

    run_state_machine_as_test(
        ToyHistory, settings=settings(max_examples=examples, stateful_step_count=steps, deadline=None, phases=PHASES)
    )


def test_a_ledger_holds_through_any_history(read):
    check_history(read, examples=6, steps=12)


@pytest.mark.campaign
def test_a_ledger_holds_through_many_histories(read):
    check_history(read, examples=2_000, steps=30)
