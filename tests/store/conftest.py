"""Readings of invented articles, made by a toy reader, and both ledgers behind one fixture."""

import re

import pytest

from sayso.model.attribution import Attribution, CueKind, QuoteType
from sayso.model.claim import Claim, ClaimKind, Voice
from sayso.model.document import Document
from sayso.model.entity import Entity, EntityKind
from sayso.model.provenance import Provenance, digest_id
from sayso.model.reading import Reading
from sayso.store import open_ledger
from sayso.store.memory import MemoryLedger

SAID = re.compile(r'"(?P<content>[^"]+),?" (?P<source>[A-Z]\w+ \w+) (?P<cue>said)')


def read(text, *, reader="toy-1", **metadata):
    """What a reader of `"…," First Last said` finds; `reader` goes into the ids of its claims."""
    document = Document(text=text, **metadata)
    attributions, entities, claims = [], {}, []
    for match in SAID.finditer(text):
        source, content = document.span(*match.span("source")), document.span(*match.span("content"))
        entity = digest_id("en", document.id, source.text)
        entities.setdefault(entity, []).append(source)
        attribution = Attribution(
            id=digest_id("at", document.id, match.start(), reader),
            type=QuoteType.DIRECT,
            source=(source,),
            cue=(document.span(*match.span("cue")),),
            content=(content,),
            cue_kind=CueKind.SPEECH,
            claimant=entity,
            confidence=0.9,
            engine="rules",
        )
        attributions.append(attribution)
        claims.append(
            Claim(
                id=digest_id("cl", document.id, match.start(), reader),
                kind=ClaimKind.EVENT,
                spans=(content,),
                text=content.text,
                voice=Voice.SOURCE,
                attribution=attribution.id,
            )
        )
    return Reading(
        document=document,
        attributions=tuple(attributions),
        entities=tuple(
            Entity(id=id, name=mentions[0].text, kind=EntityKind.PERSON, mentions=tuple(mentions))
            for id, mentions in entities.items()
        ),
        claims=tuple(claims),
        made_by=Provenance(sayso="0", reader=reader, stages={"attributions": "toy@1"}),
    )


@pytest.fixture(name="read")
def toy_reader():
    return read


@pytest.fixture(params=["memory", "sqlite"])
def ledger(request, tmp_path):
    opened = MemoryLedger() if request.param == "memory" else open_ledger(tmp_path / "ledger.db", create=True)
    yield opened
    opened.close()
