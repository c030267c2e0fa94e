"""A hand-made reading of an invented article, for everything that shows readings."""

import pytest
from hypothesis import settings

from sayso.model.attribution import Anonymity, Attribution, CueKind, QuoteType
from sayso.model.claim import Claim, ClaimKind, ForecastTerms, Voice
from sayso.model.document import Document
from sayso.model.entity import Entity, EntityKind
from sayso.model.framing import Counts, Framing, LoadedTerm, TermVoice
from sayso.model.provenance import Provenance
from sayso.model.reading import Reading
from sayso.model.stance import Certainty, Factuality, Polarity

settings.register_profile("shared", deadline=None)  # a machine that others use too is slow now and then: no finding
settings.load_profile("shared")

MADE_BY = Provenance(sayso="0.1.0", reader="5f2c9a1b7d3e" + 52 * "0", stages={"attributions": "by-hand@1"})

ARTICLE = """\
The South Grouping has reported that the village of Lower Sorn is under control, President Ilmar Vesk said on Tuesday. 🚢

“We did not fire at the landing,” said Ana Torvald, a spokeswoman for the coast guard. “Not one shell,” she added in a \
statement to Harbour Radio.\r
\r
A military expert who asked not to be named said the garrison may hold “until the last boat leaves”, by mid-April, if the \
ferry line is kept open.

Critics say that the liberated villages have no bread.

وقال متحدث باسم الميناء: «لا توجد سفن»

Two ferries left the port of Tolm on Monday. The occupiers, as the “regime” calls them, were not seen.
"""


def made(id, type_, source, cue, content, **more):
    return Attribution(
        id=id, type=QuoteType(type_), source=source, cue=cue, content=content,
        cue_kind=CueKind.SPEECH, engine="rules", **{"confidence": 0.93, "anonymity": Anonymity.NAMED} | more,
    )  # fmt: skip


def said(id, attribution, spans, **more):
    text = " … ".join(span.text for span in spans)
    return Claim(id=id, spans=spans, text=text, attribution=attribution,
                 **{"kind": ClaimKind.EVENT, "voice": Voice.SOURCE} | more)  # fmt: skip


def harbour_reading(document):
    def at(words, nth=0):
        start = -1
        for _ in range(nth + 1):
            start = document.text.index(words, start + 1)
        return document.span(start, start + len(words))

    control = at("that the village of Lower Sorn is under control")
    outer = at("The South Grouping has reported that the village of Lower Sorn is under control,")
    fire, shell = at("“We did not fire at the landing,”"), at("“Not one shell,”")
    hold = at("the garrison may hold “until the last boat leaves”, by mid-April, if the ferry line is kept open")
    bread = at("that the liberated villages have no bread")
    ferries = at("Two ferries left the port of Tolm on Monday.")
    attributions = (
        made("at_0000000000000001", "indirect", (at("The South Grouping"),), (at("has reported"),), (control,),
             within="at_0000000000000002", claimant="en_0000000000000001", reasons=("that-clause after “reported”",)),
        made("at_0000000000000002", "indirect", (at("President Ilmar Vesk"),), (at("said"),), (outer,),
             claimant="en_0000000000000002", confidence=0.74),
        made("at_0000000000000003", "direct", (at("Ana Torvald, a spokeswoman for the coast guard"),),
             (at("said", 1),), (fire,), claimant="en_0000000000000003"),
        made("at_0000000000000004", "direct", (at("she", 1),), (at("added"),), (shell,), claimant="en_0000000000000003",
             occasion=(at("in a statement"),), addressee=(at("Harbour Radio"),), confidence=0.55),
        made("at_0000000000000005", "mixed", (at("A military expert who asked not to be named"),), (at("said", 2),),
             (hold,), anonymity=Anonymity.ROLE, confidence=0.4),
        made("at_0000000000000006", "indirect", (at("Critics"),), (at("say"),), (bread,), anonymity=Anonymity.VAGUE),
    )  # fmt: skip
    claims = (
        said("cl_0000000000000001", "at_0000000000000001", (control,), kind=ClaimKind.CONTROL),
        said("cl_0000000000000003", "at_0000000000000003", (fire,), polarity=Polarity.DENIED),
        said("cl_0000000000000004", "at_0000000000000004", (shell,), polarity=Polarity.DENIED),
        said("cl_0000000000000005", "at_0000000000000005", (at("the garrison may hold “until the last boat leaves”"),),
             kind=ClaimKind.FORECAST, hedges=(at("may"),), factuality=Factuality(certainty=Certainty.POSSIBLE),
             flags=("anonymous_forecast",),
             terms=ForecastTerms(due_latest="2026-04-20", conditions=(at("if the ferry line is kept open"),))),
        said("cl_0000000000000006", "at_0000000000000006", (bread,)),
        said("cl_0000000000000007", None, (ferries,), voice=Voice.NARRATOR),
    )  # fmt: skip
    entities = tuple(
        Entity(id=f"en_000000000000000{number}", name=name, kind=kind, mentions=(at(name),))
        for number, name, kind in (
            (1, "South Grouping", EntityKind.GROUP),
            (2, "Ilmar Vesk", EntityKind.PERSON),
            (3, "Ana Torvald", EntityKind.PERSON),
        )
    )
    terms = (
        LoadedTerm(span=at("liberated"), concept="capture-of-a-place", favours="taker", voice=TermVoice.INDIRECT),
        LoadedTerm(span=at("occupiers"), concept="presence-of-troops", favours="loser", voice=TermVoice.NARRATOR),
        LoadedTerm(span=at("regime"), concept="name-of-a-government", voice=TermVoice.QUOTE),
    )
    framing = Framing(terms=terms, vague_sources=(at("Critics"),), counts=Counts(words=107, claims=6))
    return Reading(document=document, attributions=attributions, entities=entities, claims=claims, framing=framing,
                   made_by=MADE_BY)  # fmt: skip


@pytest.fixture(scope="session")
def harbour():
    """Six attributions in every form, one nested; a claim in the outlet's own voice; loaded words; CRLF, emoji, Arabic."""
    return harbour_reading(
        Document(
            text=ARTICLE,
            title="Village on the Sorn “under control”, president says",
            outlet="Harbour Courier",
            authors=("Mira Olt",),
            published_at="2026-03-10T14:10:00Z",
            url="https://courier.example/sorn",
            external_id="courier-17",
            language="en",
        )
    )


@pytest.fixture(scope="session")
def bare():
    """A reading of any text in which nothing was found."""

    def read(text, **metadata):
        return Reading(document=Document(text=text, **metadata), made_by=MADE_BY)

    return read


@pytest.fixture(scope="session")
def crowded():
    """A reading with as many marks as asked for: each sentence has a source, a cue, a content and a hedge."""

    def read(marks):
        sentences, attributions, claims, start = [], [], [], 0
        pieces = []
        for number in range(marks // 4):
            source, cue, content = f"Minister {number}", "said", f"that the harbour may open on day {number}"
            pieces.append((start, source, cue, content))
            sentences.append(f"{source} {cue} {content}." + ("\n\n" if number % 5 == 4 else " "))
            start += len(sentences[-1])
        document = Document(text="".join(sentences), title=f"A text with {marks} marks")
        for number, (start, source, cue, content) in enumerate(pieces):
            at_cue = start + len(source) + 1
            at_content = at_cue + len(cue) + 1
            at_hedge = at_content + content.index("may")
            spans = (document.span(at_content, at_content + len(content)),)
            attributions.append(
                made(f"at_c{number:015x}", ("direct", "mixed", "indirect")[number % 3],
                     (document.span(start, start + len(source)),), (document.span(at_cue, at_cue + len(cue)),), spans)
            )  # fmt: skip
            claims.append(
                said(f"cl_c{number:015x}", f"at_c{number:015x}", spans, hedges=(document.span(at_hedge, at_hedge + 3),))
            )
        return Reading(document=document, attributions=tuple(attributions), claims=tuple(claims), made_by=MADE_BY)

    return read
