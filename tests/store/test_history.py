"""Whatever is added, related, decided, redacted, read again and killed in between: the ledger holds, and nothing acknowledged is lost."""

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
from sayso.model.standing import in_force
from sayso.store import open_ledger
from sayso.store.connection import PATIENCE
from sayso.store.verifying.file import verify_file
from sayso.workflow import decide, decided_stories, redact, relate, relate_copies, standing_now

SAID = '"We hold the mill{0}," Ada Venn said. "Not the quay{0}," Tom Brask said. The mill{0} stands on the Orlen bank of the river.'
TEXTS = [SAID.format(f" zanderq{letter * 6}") for letter in "abcdef"]
TABLES = (
    "story_keys",
    "story_places",
    "story_revisions",
    "story_members",
    "story_clusters",
    "copy_keys",
    "copy_revisions",
    "copy_leads",
)
SHARES = 20  # of the 2,000 histories of the campaign, so that several processes share the work
FUSES = st.none() | st.integers(0, 40)
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
        self.clusters, self.made = set(), {}  # ids of clusters that were told of; rows of tables that a machine made

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
            self.go_on_elsewhere()
            self.check()
            return None
        finally:
            FUSE.left = None

    def go_on_elsewhere(self):
        """Another process opens what lies on the disk: the file and its log as they are while the first still has them open."""
        other = Path(tempfile.mkdtemp())
        for each in self.folder.iterdir():
            shutil.copy(each, other)
        self.ledger.close()
        shutil.rmtree(self.folder)
        self.folder, self.path = other, other / "ledger.db"
        self.open()

    @rule(
        text=st.sampled_from(TEXTS),
        reader=READERS,
        name=NAMES,
        refused=st.booleans(),
        fuse=FUSES,
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
    @rule(choice=st.data(), kind=st.sampled_from(list(SUBJECTS)), fuse=FUSES)
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
    @rule(choice=st.data(), fuse=FUSES)
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
    @rule(fuse=st.none() | st.integers(0, 200))
    def relate(self, fuse):
        self.survives(lambda: [*relate_copies(self.ledger), *relate(self.ledger)], fuse)
        list(relate_copies(self.ledger))
        list(relate(self.ledger))  # what was cut short goes on
        stories = list(self.ledger.stories().all_related())
        found = [claim for story in stories for cluster in story.clusters for claim in cluster.claims]
        told = {}  # a text that came twice counts once, as one of its arrivals was read
        for each in self.latest.values():
            told.setdefault(each.document.id, []).append([claim.id for claim in each.claims])
        assert sorted(found) == sorted(set(found))
        assert set(found) <= {claim for readings in told.values() for claims in readings for claim in claims}
        assert all(any(set(claims) <= set(found) for claims in readings) for readings in told.values())
        assert (list(relate(self.ledger)), list(relate_copies(self.ledger))) == ([], [])
        live = {cluster.id for story in stories for cluster in story.clusters}
        for id in self.clusters - live:
            redirects = self.ledger.stories().related(self.ledger.stories().cluster_story(id)).redirects
            assert redirects[id] in live | {""}
        self.clusters |= live

    @precondition(lambda self: self.clusters)
    @rule(choice=st.data(), fuse=FUSES)
    def merge(self, choice, fuse):
        live = sorted({each.id for story in decided_stories(self.ledger).all_related() for each in story.clusters})
        subjects = (
            tuple(choice.draw(st.lists(st.sampled_from(live), min_size=2, max_size=3, unique=True)))
            if len(live) > 1
            else ()
        )
        if subjects:
            merge = Decision(kind=DecisionKind.MERGE, subjects=subjects, by="E. Rask")
            decided = self.survives(lambda: decide(self.ledger, merge), fuse)
            before, self.decisions = self.decisions, list(self.ledger.decisions())
            assert list(map(without_words, self.decisions[: len(before)])) == list(map(without_words, before))
            assert len(self.decisions) == len(before) + 1 or decided is None
            if decided:
                clusters = [each for story in decided_stories(self.ledger).all_related() for each in story.clusters]
                assert any(set(decided.subjects) <= set(each.claims) for each in clusters)

    @precondition(lambda self: self.latest)
    @rule(choice=st.data(), fuse=st.none() | st.integers(0, 100))
    def redact(self, choice, fuse):
        reading = choice.draw(st.sampled_from([self.latest[each] for each in sorted(self.latest)]))
        id = reading.document.id
        done = self.survives(lambda: redact(self.ledger, id, by="E. Rask", reason="order"), fuse)
        if done is None and len(list(self.ledger.redactions())) > len(self.redacted):
            done = redact(self.ledger, id, by="E. Rask", reason="order")  # to the end
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

    @rule(elsewhere=st.booleans())
    def look_back(self, elsewhere):
        self.known.append(self.ledger.head())
        if elsewhere:
            self.go_on_elsewhere()
        else:
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
    def what_a_machine_made_is_only_added_to(self):
        other = sqlite3.connect(self.path)
        for table in TABLES:
            kept = [
                name
                for name in (row[1] for row in other.execute(f"PRAGMA table_info({table})"))
                if name not in ("key", "words")
            ]
            found = other.execute(f"SELECT {', '.join(kept)} FROM {table} ORDER BY number").fetchall()
            before = self.made.get(table, [])
            assert found[: len(before)] == before
            self.made[table] = found
        other.close()

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
        machine = [
            claim for each in self.ledger.stories().all_related() for one in each.clusters for claim in one.claims
        ]
        found = [
            claim
            for each in decided_stories(self.ledger).all_related()
            for one in each.clusters
            for claim in one.claims
        ]
        assert sorted(found) == sorted(machine)
        ids = [one.id for each in decided_stories(self.ledger).all_related() for one in each.clusters]
        assert len(set(ids)) == len(ids)


def check_history(read, examples, steps):
    class ToyHistory(History):
        toy = staticmethod(read)

    run_state_machine_as_test(
        ToyHistory, settings=settings(max_examples=examples, stateful_step_count=steps, deadline=None, phases=PHASES)
    )


def test_a_ledger_holds_through_any_history(read):
    check_history(read, examples=6, steps=12)


@pytest.mark.campaign
@pytest.mark.parametrize("share", range(SHARES))
def test_a_ledger_holds_through_many_histories(read, share):  # noqa: ARG001 # each is told other histories, by chance
    check_history(read, examples=2_000 // SHARES, steps=30)
