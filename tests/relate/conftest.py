"""Readings of invented articles, with one forecast each or as they are told."""

import pytest

from sayso.model.attribution import Attribution, CueKind, QuoteType
from sayso.model.claim import Claim, ClaimKind, ForecastTerms, Voice
from sayso.model.document import Document
from sayso.model.entity import Entity, EntityKind
from sayso.model.provenance import Provenance, digest_id
from sayso.model.reading import Reading
from sayso.model.world import Bound, Timex, TimexType
from sayso.store.memory import MemoryLedger
from sayso.wiring import read
from sayso.workflow import relate


@pytest.fixture
def foretelling():
    """A reading of "TEXT by DAY, said NAME": what is forecast, by when (None: no deadline; "?": no day), by whom, published when."""

    def read(text, due, published, name="Ada Bell", condition="", **metadata):
        words = f"{text}{' before ' + due if due else ''}{', ' + condition if condition else ''}"
        whole = f"{words}, said {name}."
        document = Document(text=whole, published_at=published, **metadata)

        def at(part):
            start = whole.index(part)
            return document.span(start, start + len(part))

        latest = None if due in (None, "?") else due
        timex = (
            Timex(
                id="tx_0",
                span=at(due),
                type=TimexType.DATE,
                value="2027",
                latest=latest,
                bound=Bound.BY,
                anchor="published_at",
            )
            if due
            else None
        )
        claim = Claim(
            id=digest_id("cl", whole, published), kind=ClaimKind.FORECAST, spans=(at(words),), text=words, voice=Voice.SOURCE, attribution="at_0",
            terms=ForecastTerms(due="tx_0" if due else None, due_latest=latest, conditions=(at(condition),) if condition else ()),
        )  # fmt: skip
        attribution = Attribution(id="at_0", type=QuoteType.INDIRECT, source=(at(name),), cue=(at("said"),), content=(at(words),),
                                  cue_kind=CueKind.SPEECH, claimant="en_0", confidence=1.0, engine="hand")  # fmt: skip
        entity = Entity(id="en_0", name=name, kind=EntityKind.PERSON, mentions=(at(name),))
        return Reading(document=document, attributions=(attribution,), entities=(entity,), timexes=(timex,) if timex else (), claims=(claim,),
                       made_by=Provenance(sayso="0", reader="0" * 64, stages={}))  # fmt: skip

    return read


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
