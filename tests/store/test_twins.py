"""The ledger in memory and the ledger in a file agree, whatever is added, asked and reopened."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from sayso.errors import NotInLedger
from sayso.model.document import Cut, Rejection
from sayso.store import open_ledger
from sayso.store.memory import MemoryLedger

EVERYTHING = 1_000_000
PIECES = ['"We hold the mill," Ada Venn said. ', '"Not so," Tom Brask said. ', "Orlen’s café. ", "the mill ", "\x00", "\ud800",
          "e\u0301", "⑴ ½ ", "ß ", "İ ", "x" * 70 + " ", "\r\n"]  # fmt: skip
OFTEN = st.sampled_from([PIECES[0], PIECES[0] + PIECES[2]])  # the same text again is where ledgers differ
TEXTS = OFTEN | st.lists(st.sampled_from(PIECES), max_size=4).map("".join)
NAMES = st.sampled_from([None, None, "1", "\udcff"])
VOCABULARY = ["mill", "MILL", "ada venn", "café", "cafe", "orlen's", "½", "⑴", "1", "SS", "i", '"', "NEAR(", "x" * 70, "x" * 64,
              "x" * 63, "s", "quay", "harbour", "quay mill"]  # fmt: skip
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=3).map(" ".join)


def clock():
    return "2026-03-01T00:00:00.000Z"


@st.composite
def inputs(draw, read):
    if draw(st.integers(0, 9)) == 0:
        return Rejection(kind="encoding", message=draw(st.sampled_from(["no", "\ud800"])), path=draw(NAMES))
    return read(
        draw(TEXTS),
        reader=draw(st.sampled_from(["toy-1", "toy-2"])),
        external_id=draw(NAMES),
        path=draw(NAMES),
        title=draw(st.sampled_from([None, "The quay", "Harbour \udfff"])),
        authors=draw(st.sampled_from([(), ("M. Ek", "\ud800")])),
        cuts=draw(st.sampled_from([(), (Cut(reason="deep", start=1, end=None),)])),
    )


def answer(ledger, id):
    try:
        return ledger.reading(id)
    except NotInLedger as error:
        return str(error)


def found(ledger, words):
    return {(each.document, each.claim) for each in ledger.search(words, limit=EVERYTHING)}


class Twins(RuleBasedStateMachine):
    toy = None  # the reader, set by the test

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.memory = MemoryLedger(clock=clock)
        self.ids = ["", "sha256:", "cl_"]
        self.open()

    def open(self):
        self.file = open_ledger(self.folder / "ledger.db", create=True, clock=clock)

    def teardown(self):
        self.file.close()
        shutil.rmtree(self.folder)

    @rule(choice=st.data())
    def append(self, choice):
        batch = choice.draw(st.lists(inputs(self.toy), max_size=4))
        assert list(self.file.append(batch)) == list(self.memory.append(batch))
        for item in batch:
            if not isinstance(item, Rejection):
                layers = (item.claims, item.attributions, item.entities)
                self.ids += [item.document.id, *(each.id for layer in layers for each in layer)]

    @rule()
    def reopen(self):
        self.file.close()
        self.open()

    @invariant()
    def read_all(self):
        assert list(self.file.readings()) == list(self.memory.readings())
        assert self.file.size() == self.memory.size()

    @rule(after=st.integers(0, 9), before=st.none() | st.integers(0, 9), limit=st.none() | st.integers(0, 9),
          newest_first=st.booleans())  # fmt: skip
    def page(self, **page):
        assert list(self.file.arrivals(**page)) == list(self.memory.arrivals(**page))

    @rule(choice=st.randoms(use_true_random=False), length=st.integers(0, 80))
    def ask(self, choice, length):
        id = choice.choice(self.ids)[:length]
        assert answer(self.file, id) == answer(self.memory, id)

    @rule(words=WORDS)
    def search(self, words):
        assert found(self.file, words) == found(self.memory, words)

    @rule()
    def search_each(self):
        for words in VOCABULARY:
            assert found(self.file, words) == found(self.memory, words)


def check_twins(read, examples, steps):
    class ToyTwins(Twins):
        toy = staticmethod(read)

    run_state_machine_as_test(
        ToyTwins, settings=settings(max_examples=examples, stateful_step_count=steps, deadline=None)
    )


def test_both_ledgers_agree(read):
    check_twins(read, examples=40, steps=15)


@pytest.mark.campaign
def test_both_ledgers_agree_for_long(read):
    check_twins(read, examples=1_000, steps=40)
