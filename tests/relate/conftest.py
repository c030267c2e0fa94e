"""Readings of invented articles with one forecast each."""

import pytest

from sayso.model.attribution import Attribution, CueKind, QuoteType
from sayso.model.claim import Claim, ClaimKind, ForecastTerms, Voice
from sayso.model.document import Document
from sayso.model.entity import Entity, EntityKind
from sayso.model.provenance import Provenance, digest_id
from sayso.model.reading import Reading
from sayso.model.world import Bound, Timex, TimexType


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
