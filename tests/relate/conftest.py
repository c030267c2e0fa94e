"""Readings of invented articles by the rule reader, and what relating them finds."""

import pytest

from sayso.store.memory import MemoryLedger
from sayso.wiring import read
from sayso.workflow import relate


@pytest.fixture
def article():
    """Makes a reading: the text, its outlet and day, and other names."""

    def made(text, outlet="Quay Wire", day="2026-03-01", **metadata):
        return read(text, reader="rules", outlet=outlet, published_at=f"{day}T08:00:00Z", **metadata)

    return made


class Found:
    """What relating readings found, by the words of the claims."""

    def __init__(self, readings):
        self.ledger = MemoryLedger(readings)
        self.stories = list(relate(self.ledger))
        self.text = {claim.id: claim.text for reading in readings for claim in reading.claims}

    @property
    def clusters(self):
        return [cluster for story in self.ledger.stories().all_related() for cluster in story.clusters]

    @property
    def relations(self):
        return [each for story in self.ledger.stories().all_related() for each in story.relations]

    def pairs(self, kind):
        return {(self.text[each.from_id], self.text[each.to_id]) for each in self.relations if each.kind == kind}

    def cluster(self, words):
        return next(each for each in self.clusters if any(words in self.text[claim] for claim in each.claims))


@pytest.fixture
def related():
    return Found
