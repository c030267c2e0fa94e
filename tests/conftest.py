"""A hand-made reading of an invented article, for everything that shows readings."""

from dataclasses import replace
from pathlib import Path

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
from sayso.model.world import (
    Bound,
    Candidate,
    Method,
    Place,
    Precision,
    Quantity,
    Role,
    Timex,
    TimexType,
    Toponym,
)
from sayso.settings import Settings
from sayso.store.memory import MemoryLedger
from sayso.wiring import open_ingest, stages
from sayso.workflow import add_inputs, relate, relate_copies

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


CONVOY = """\
🚚 A relief convoy reached Karsk on Monday, and the next morning a shell killed at least 20 people, including three \
children, Governor Lena Orlu said.

“We have counted dozens,” she told reporters. Tolm denied it: the mayor of Westerfield had seen 500 to 600 tonnes of grain \
burn by mid-April.

“The road to Nowhere Ford is open every Friday,” a driver said.
"""


def convoy_reading():
    document = Document(
        text=CONVOY, title="Shell hits convoy", outlet="Harbour Courier", published_at="2026-03-12T06:00:00Z"
    )

    def at(words, nth=0):
        start = -1
        for _ in range(nth + 1):
            start = CONVOY.index(words, start + 1)
        return document.span(start, start + len(words))

    def place(kind, id, name, lat, lon, **more):
        return kind(id=id, name=name, lat=lat, lon=lon, **{"precision": Precision.CITY, "country": "XK"} | more)

    killed = at("the next morning a shell killed at least 20 people, including three children,")
    counted, open_ = at("“We have counted dozens,”"), at("“The road to Nowhere Ford is open every Friday,”")
    grain = at("the mayor of Westerfield had seen 500 to 600 tonnes of grain burn by mid-April")
    karsk = (
        place(Candidate, "geonames:1", "Karsk", 48.284, 37.177, admin1="Tolmland", score=0.94),
        place(Candidate, "geonames:2", "Karsk", -52.5, -13.25, country="YY", score=0.41),
    )
    return Reading(
        document=document,
        attributions=(
            made("at_0000000000000021", "indirect", (at("Governor Lena Orlu"),), (at("said"),), (killed,), claimant="en_0000000000000021"),
            made("at_0000000000000022", "direct", (at("she", 1),), (at("told"),), (counted,), claimant="en_0000000000000021",
                 addressee=(at("reporters"),)),
            made("at_0000000000000023", "indirect", (at("Tolm"),), (at("denied"),), (grain,), claimant="en_0000000000000022"),
            made("at_0000000000000024", "direct", (at("a driver"),), (at("said", 1),), (open_,), anonymity=Anonymity.ROLE),
        ),
        claims=(
            said("cl_0000000000000021", "at_0000000000000021", (killed,), kind=ClaimKind.CASUALTIES, timexes=("tx_0000000000000022",),
                 quantities=("qt_0000000000000021", "qt_0000000000000022")),
            said("cl_0000000000000023", "at_0000000000000023", (grain,), toponyms=("tp_0000000000000023", "tp_gone")),
        ),
        entities=(
            Entity(id="en_0000000000000021", name="Lena Orlu", kind=EntityKind.PERSON, titles=("Governor",),
                   mentions=(at("Lena Orlu"), at("she", 1))),
            Entity(id="en_0000000000000022", name="Tolm", kind=EntityKind.ORGANISATION, mentions=(at("Tolm"),)),
            Entity(id="en_0000000000000023", name="mayor of Westerfield", kind=EntityKind.PERSON,
                   mentions=(at("the mayor of Westerfield"),)),
        ),
        timexes=(
            Timex(id="tx_0000000000000021", span=at("Monday"), type=TimexType.DATE, value="2026-03-09", earliest="2026-03-09",
                  latest="2026-03-09", anchor="published_at"),
            Timex(id="tx_0000000000000022", span=at("the next morning"), type=TimexType.TIME, value="2026-03-10TMO",
                  earliest="2026-03-10", latest="2026-03-10", anchor="tx_0000000000000021"),
            Timex(id="tx_0000000000000023", span=at("by mid-April"), type=TimexType.DATE, value="2026-04", mod="MID",
                  latest="2026-04-20", bound=Bound.BY, anchor="published_at", vague=True),
            Timex(id="tx_0000000000000024", span=at("every Friday"), type=TimexType.SET, value="XXXX-WXX-5"),
        ),
        toponyms=(
            Toponym(id="tp_0000000000000021", span=at("Karsk"), method=Method.ALTERNATE, score=0.94, candidates=karsk,
                    place=place(Place, "geonames:1", "Karsk", 48.284, 37.177, admin1="Tolmland")),
            Toponym(id="tp_0000000000000022", span=at("Tolm"), literal=False, method=Method.EXACT, score=1.0,
                    place=place(Place, "geonames:3", "Tolm", 1.0, -2.0, precision=Precision.COUNTRY, country=None)),
            Toponym(id="tp_0000000000000023", span=at("Westerfield"), method=Method.FUZZY, score=0.8,
                    candidates=(place(Candidate, "geonames:4", "Westerfeld", 53.1, 8.7, country="YY", score=0.8),)),
            Toponym(id="tp_0000000000000024", span=at("Nowhere Ford")),
        ),
        quantities=(
            Quantity(id="qt_0000000000000021", span=at("at least 20"), low=20, unit="person", role=Role.KILLED, counted=at("people")),
            Quantity(id="qt_0000000000000022", span=at("three"), low=3, high=3, unit="person", role=Role.KILLED,
                     counted=at("children"), part_of="qt_0000000000000021"),
            Quantity(id="qt_0000000000000023", span=at("dozens"), low=24, approximate=True),
            Quantity(id="qt_0000000000000024", span=at("500 to 600"), low=500, high=600, unit="tonne"),
        ),
        made_by=Provenance(sayso="0.1.0", reader="5f2c9a1b7d3e" + 52 * "0",
                           stages=dict.fromkeys(("attributions", "claimants", "times", "places", "counting"), "by-hand@1")),
    )  # fmt: skip


@pytest.fixture(scope="session")
def convoy():
    """Names, times, places and figures of every sort, over and inside each other, beside what is said of them."""
    return convoy_reading()


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


@pytest.fixture(scope="session")
def peopled(crowded):
    """The crowded reading with a name, a time, a place and a figure at each source: twice the marks."""

    def read(marks):
        reading = crowded(marks)
        spans = [each.source[0] for each in reading.attributions]
        return replace(
            reading,
            entities=tuple(
                Entity(id=f"en_{at}", name=span.text, kind=EntityKind.PERSON, mentions=(span,))
                for at, span in enumerate(spans)
            ),
            timexes=tuple(
                Timex(id=f"tx_{at}", span=span, type=TimexType.DATE, value="2026", anchor=f"tx_{at - 1}")
                for at, span in enumerate(spans)
            ),
            toponyms=tuple(Toponym(id=f"tp_{at}", span=span) for at, span in enumerate(spans)),
            quantities=tuple(Quantity(id=f"qt_{at}", span=span, part_of="qt_0") for at, span in enumerate(spans)),
        )

    return read


@pytest.fixture(scope="session")
def bridge():
    """The demonstration's articles about a bridge town, read by rules, related in memory; the ledger is not to be written."""
    settings = Settings(reader="rules")
    ledger = MemoryLedger()
    articles = Path(__file__).parents[1] / "demo" / "articles" / "karrow.jsonl"
    list(add_inputs([str(articles)], open_ingest(settings), stages(settings), ledger))
    list(relate_copies(ledger))
    list(relate(ledger))
    return ledger


@pytest.fixture(scope="session")
def fallen(bridge):
    """The id of the cluster of that ledger which says that the town was taken."""
    clusters = [each for story in bridge.stories().all_related() for each in story.clusters]
    return max(clusters, key=lambda each: each.documents).id
