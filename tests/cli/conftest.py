"""A reading made by hand: an invented article about invented people, with one of everything that is shown."""

from dataclasses import replace

import pytest
from click.testing import CliRunner

from sayso.cli import main
from sayso.model.attribution import Anonymity, Attribution, CueKind, QuoteType
from sayso.model.claim import Change, Claim, ClaimKind, ControlTerms, ForecastTerms, Voice
from sayso.model.document import Document, Rejection
from sayso.model.entity import Entity, EntityKind
from sayso.model.framing import Counts, Framing, LoadedTerm, TermVoice
from sayso.model.provenance import Provenance
from sayso.model.reading import Reading
from sayso.model.stance import Certainty, Factuality, Polarity
from sayso.model.world import Bound, Place, Precision, Timex, TimexType, Toponym
from sayso.store import open_ledger

TEXT = (
    "The northern staff has reported that Vellmark is under control, Marshal Orsa Dunn said on Tuesday.\n\n"
    'A dock worker who asked not to be named said "[the] bridge may fall by 1 October" if supplies are cut.\n\n'
    "The mayor denied that [the town] was lost. Shells hit the market."
)


@pytest.fixture
def reading():
    document = Document(
        text=TEXT,
        title="[Vellmark] under control, says Dunn",
        outlet="The Lowland Courier",
        url="https://courier.example/vellmark",
        published_at="2031-08-05T14:10:00Z",
        language="en",
        path="vellmark.txt",
    )

    def at(words, after=0):
        start = TEXT.index(words, after)
        return document.span(start, start + len(words))

    def attribution(id, source, cue, content, kind=QuoteType.INDIRECT, **more):
        return Attribution(
            id=id, type=kind, source=(at(source),), cue=(at(cue, TEXT.index(source)),), content=(at(content),), cue_kind=CueKind.SPEECH,
            confidence=0.9, engine="rules", reasons=(f"cue-that: {cue}",), **more,
        )  # fmt: skip

    return Reading(
        document=document,
        attributions=(
            attribution("at_01", "Marshal Orsa Dunn", "said", "The northern staff has reported that Vellmark is under control",
                        claimant="en_01", anonymity=Anonymity.NAMED),
            attribution("at_02", "The northern staff", "has reported", "that Vellmark is under control", within="at_01",
                        claimant="en_02", anonymity=Anonymity.NAMED),
            attribution("at_03", "A dock worker who asked not to be named", "said", '"[the] bridge may fall by 1 October"',
                        kind=QuoteType.DIRECT, anonymity=Anonymity.VAGUE),
            attribution("at_04", "The mayor", "denied", "that [the town] was lost", anonymity=Anonymity.ROLE),
        ),
        entities=(
            Entity(id="en_01", name="Orsa Dunn", kind=EntityKind.PERSON, titles=("Marshal",), mentions=(at("Orsa Dunn"),)),
            Entity(id="en_02", name="the northern staff", kind=EntityKind.ORGANISATION, mentions=(at("The northern staff"),)),
        ),
        timexes=(Timex(id="tx_01", span=at("by 1 October"), type=TimexType.DATE, value="2031-10-01", latest="2031-10-01",
                       bound=Bound.BY, anchor="published_at"),),
        toponyms=(Toponym(id="tp_01", span=at("Vellmark"), score=0.71,
                          place=Place(id="curated:1", name="Vellmarken", lat=0.0, lon=0.0, precision=Precision.CITY)),),
        claims=(
            Claim(id="cl_01", kind=ClaimKind.CONTROL, spans=(at("Vellmark is under control"),), text="Vellmark is under control",
                  voice=Voice.SOURCE, attribution="at_02", factuality=Factuality(certainty=Certainty.CERTAIN),
                  toponyms=("tp_01",), terms=ControlTerms(place="tp_01", change=Change.TAKEN), flags=("place_garbled",),
                  reasons=("under control",)),
            Claim(id="cl_02", kind=ClaimKind.FORECAST, spans=(at("[the] bridge may fall by 1 October"),),
                  text="[the] bridge may fall by 1 October", voice=Voice.SOURCE, attribution="at_03", hedges=(at("may"),),
                  factuality=Factuality(certainty=Certainty.POSSIBLE), timexes=("tx_01",),
                  terms=ForecastTerms(due="tx_01", due_latest="2031-10-01", conditions=(at("supplies are cut"),))),
            Claim(id="cl_03", kind=ClaimKind.CONTROL, spans=(at("[the town] was lost"),), text="[the town] was lost",
                  voice=Voice.SOURCE, attribution="at_04", polarity=Polarity.DENIED),
            Claim(id="cl_04", kind=ClaimKind.EVENT, spans=(at("Shells hit the market"),), text="Shells hit the market",
                  voice=Voice.NARRATOR),
        ),
        framing=Framing(
            terms=(LoadedTerm(span=at("under control"), concept="capture", voice=TermVoice.NARRATOR),),
            counts=Counts(words=47, speakers=4, named_speakers=2, claims=4, unattributed_claims=1),
        ),
        made_by=Provenance(sayso="0.1.0", reader="0" * 64, stages={"attributions": "rules@0.1.0", "claims": "claims@0.1.0"}),
    )  # fmt: skip


RECORDS = (
    '{"id": "1", "text": "The mill [of] Orlen burned, officials said. \\"We saw smoke\\u001b[31m,\\" Ada Venn said.", '
    '"title": "=Mill burns", "outlet": "Orlen Post", "published_at": "2031-03-01"}\n'
    '{"id": "2", "text": "The mill [of] Orlen burned, officials said. \\"We saw smoke\\u001b[31m,\\" Ada Venn said.", '
    '"title": "Mill burns again", "outlet": "Harbour Wire"}\n'
    '{"id": "3", "text": 3}\n'
    '{"id": "4", "text": "Quays are open."}\n'
)


@pytest.fixture
def inputs(tmp_path, monkeypatch):
    """A file of four records: a text under two names, one without a text, and another text."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    path = tmp_path / "wire.jsonl"
    path.write_text(RECORDS, encoding="utf-8")
    return path


@pytest.fixture
def sayso():
    """Runs a command and gives its result."""
    return lambda *args: CliRunner().invoke(main, [*map(str, args)])


@pytest.fixture
def filled(inputs, reading):
    """A ledger made by hand: the reading, its text under another name, an input that was refused, and a nasty text."""
    again = replace(reading, document=replace(reading.document, external_id="2", outlet="Harbour Wire"))
    nasty = Document(
        text="Quays [of] Orlen \x1b[31mburn.", title="=Quays burn", external_id="3", published_at="2031-03-01"
    )
    path = inputs.with_name("ledger.db")
    ledger = open_ledger(path, create=True)
    ledger.append(
        [
            reading,
            again,
            Rejection(kind="record", message="has no text", path="wire.jsonl"),
            Reading(document=nasty, made_by=reading.made_by),
        ]
    )
    ledger.close()
    return path
