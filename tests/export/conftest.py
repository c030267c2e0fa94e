"""A reading made by hand of an invented text, hostile where a spreadsheet or Markdown would obey it."""

import pytest

from sayso.model.attribution import Anonymity, Attribution, CueKind, QuoteType
from sayso.model.claim import Claim, ClaimKind, ForecastTerms, Voice
from sayso.model.document import Document
from sayso.model.entity import Entity, EntityKind
from sayso.model.provenance import Provenance
from sayso.model.reading import Reading

TEXT = (
    "=SUM(1) closed the harbour, Ida Brandt said the *unit* had reported. She might <b>go</b> by May | if `asked`.\n"
    "- The ferry sank, [a sailor](http://x.example) said.\r\n"
)


@pytest.fixture
def nested():
    document = Document(
        text=TEXT, title="# Harbour <i>closed</i>", url="https://quay.example/1", external_id="@one", path=None
    )

    def at(words):
        start = TEXT.index(words)
        return document.span(start, start + len(words))

    def attribution(id, source, cue, content, **more):
        return Attribution(
            id=id, type=QuoteType.INDIRECT, source=source, cue=(at(cue),), content=(at(content),),
            cue_kind=CueKind.SPEECH, confidence=1.0, engine="rules", **more,
        )  # fmt: skip

    return Reading(
        document=document,
        attributions=(
            attribution("at_a", (at("Ida Brandt"),), "said", "the *unit* had reported", claimant="en_a", anonymity=Anonymity.NAMED),
            attribution("at_b", (at("the *unit*"),), "had reported", "=SUM(1) closed the harbour", within="at_a", anonymity=Anonymity.ROLE),
            attribution("at_c", (), "might", "by May"),
            attribution("at_d", (at("[a sailor](http://x.example)"),), "said", "- The ferry sank", anonymity=Anonymity.VAGUE),
        ),
        entities=(Entity(id="en_a", name="Ida Brandt", kind=EntityKind.PERSON, mentions=(at("Ida Brandt"),)),),
        claims=(
            Claim(id="cl_a", kind=ClaimKind.EVENT, spans=(at("=SUM(1) closed the harbour"),), text="=SUM(1) closed the harbour",
                  voice=Voice.SOURCE, attribution="at_b"),
            Claim(id="cl_b", kind=ClaimKind.FORECAST, spans=(at("go"), at("by May")), text="go … by May", voice=Voice.SOURCE,
                  attribution="at_c", hedges=(at("might"),), flags=("no_deadline",),
                  terms=ForecastTerms(conditions=(at("| if `asked`"),))),
            Claim(id="cl_c", kind=ClaimKind.EVENT, spans=(at("- The ferry sank"),), text="- The ferry sank", voice=Voice.SOURCE,
                  attribution="at_d"),
            Claim(id="cl_d", kind=ClaimKind.OTHER, spans=(at("She"),), text="She", voice=Voice.NARRATOR),
        ),
        made_by=Provenance(sayso="0.1.0", reader="a" * 64, stages={}),
    )  # fmt: skip
