import json
import socket
from dataclasses import replace
from pathlib import Path

import pyshacl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from sayso.errors import InputError
from sayso.export.claimreview import schemaorg
from sayso.model.claim import Claim, ClaimKind, Voice
from sayso.model.document import Document
from sayso.model.provenance import Provenance
from sayso.model.reading import Reading
from sayso.model.review import Review
from sayso.model.stance import Polarity

# rdflib 7 warns of its own use of a class that rdflib 8 drops
pytestmark = pytest.mark.filterwarnings("ignore:(ConjunctiveGraph|Dataset)[. ].*:DeprecationWarning")

SCHEMA = Namespace("https://schema.org/")
TERM = Namespace("urn:sayso:term:")
SHAPES = Graph().parse(Path(__file__).with_name("schemaorg.shapes.ttl"))
REVIEW = Review(
    claim="cl_a", author="Ona Reyes", organisation="Quay Desk", date="2031-03-09", url="https://desk.example/r/1", verdict="No record of it"
)  # fmt: skip


def text_of(*readings, **more):
    return b"".join(schemaorg(lambda: iter(readings), **more))


def conforms(graph):
    return pyshacl.validate(graph, shacl_graph=SHAPES, meta_shacl=False, advanced=False)


def graph_of(*readings, **more):
    """The graph that the file says, valid against the shapes."""
    graph = Graph().parse(data=text_of(*readings, **more), format="json-ld")
    valid, _, report = conforms(graph)
    assert valid, report
    return graph


def claim(id):
    return URIRef(f"urn:sayso:claim:{id}")


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*_):
        raise AssertionError("something was fetched")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def published(reading, url, moment, **more):
    return replace(reading, document=replace(reading.document, url=url, published_at=moment, external_id=url, **more))


def test_each_claim_is_one_with_its_words_and_its_author(nested):
    graph = graph_of(nested)
    assert set(graph.subjects(RDF.type, SCHEMA.Claim)) == {claim(each.id) for each in nested.claims}
    assert graph.value(claim("cl_a"), SCHEMA.text) == Literal("=SUM(1) closed the harbour")
    said_by_ida = replace(nested.claims[0], id="cl_i", attribution="at_a")
    graph = graph_of(replace(nested, claims=(said_by_ida,)))
    author = graph.value(claim("cl_i"), SCHEMA.author)
    assert (graph.value(author, RDF.type), graph.value(author, SCHEMA.name)) == (SCHEMA.Person, Literal("Ida Brandt"))


def test_an_article_has_its_address_its_day_and_its_publisher(nested):
    graph = graph_of(
        published(nested, "https://quay.example/1", "2031-03-01", outlet="The Quay", authors=("A. Venn", "Wire"))
    )
    (article,) = graph.subjects(RDF.type, SCHEMA.Article)
    assert graph.value(article, SCHEMA.url) == URIRef("https://quay.example/1")
    assert graph.value(article, SCHEMA.datePublished) == Literal("2031-03-01")
    assert graph.value(graph.value(article, SCHEMA.publisher), SCHEMA.name) == Literal("The Quay")
    assert graph.value(article, SCHEMA.creditText) == Literal("A. Venn, Wire")


def test_a_denial_has_no_author_but_says_who_denies(nested):
    denied = replace(nested.claims[0], id="cl_d", attribution="at_a", polarity=Polarity.DENIED)
    graph = graph_of(replace(nested, claims=(denied,)))
    assert graph.value(claim("cl_d"), SCHEMA.author) is None
    assert graph.value(claim("cl_d"), TERM.polarity) == Literal("denied")
    assert graph.value(claim("cl_d"), TERM.claimant) == Literal("Ida Brandt")


def first(graph, id):
    return str(graph.value(graph.value(claim(id), SCHEMA.firstAppearance), SCHEMA.url))


@pytest.mark.parametrize(
    ("moments", "earliest"),
    [
        (["2031-03-02", "2031-03-01"], 1),
        (["2031-03-01", "2031-03-01"], 0),
        (["2031-03-01T09:00:00Z", "2031-03-01T09:00:00+02:00"], 1),
        (["2031-03-01T23:30:00-02:00", "2031-03-02T00:30:00Z"], 1),
        (["2031-03-01T09:00:00Z", "2031-03-01"], 0),
        (["2031-03-01", "2031-03-01T09:00:00Z"], 0),
        ([None, "2031-03-01"], 1),
        ([None, None], 0),
        (["soon", "2031-03-01"], 1),
    ],
)
def test_the_first_appearance_is_the_earliest_that_is_known(nested, moments, earliest):
    arrivals = [published(nested, f"https://quay.example/{at}", moment) for at, moment in enumerate(moments)]
    graph = graph_of(*arrivals)
    assert len(list(graph.objects(claim("cl_a"), SCHEMA.appearance))) == 2
    assert first(graph, "cl_a") == f"https://quay.example/{earliest}"


def other(text, id, url, moment):
    document = Document(text=text, url=url, published_at=moment)
    said = Claim(id=id, kind=ClaimKind.EVENT, spans=(document.span(0, len(text)),), text=text, voice=Voice.NARRATOR)
    return Reading(document=document, claims=(said,), made_by=Provenance(sayso="0", reader="0", stages={}))


def test_claims_of_a_cluster_appear_wherever_one_of_them_does():
    early = other("The weir broke.", "cl_1", "https://a.example/", "2031-03-01")
    late = other("The weir gave way.", "cl_2", "https://b.example/", "2031-03-02")
    alone = other("It rained.", "cl_3", "https://c.example/", "2031-02-01")
    graph = graph_of(late, early, alone, clusters=[["cl_1", "cl_2", "cl_gone"], ["cl_3"]])
    assert [len(list(graph.objects(claim(id), SCHEMA.appearance))) for id in ("cl_1", "cl_2", "cl_3")] == [2, 2, 1]
    assert {first(graph, "cl_1"), first(graph, "cl_2")} == {"https://a.example/"}
    assert graph.value(claim("cl_2"), SCHEMA.text) == Literal("The weir gave way.")


def test_without_a_review_there_is_no_rating_of_any_kind(nested):
    nodes = json.loads(text_of(nested))["@graph"]
    assert {each["@type"] for each in nodes} == {"Article", "Claim"}
    assert not any("ating" in name or "eview" in name for node in nodes for name in node)


def test_a_persons_review_is_a_claim_review_in_that_persons_words(nested):
    graph = graph_of(nested, reviews=[REVIEW])
    (review,) = graph.subjects(RDF.type, SCHEMA.ClaimReview)
    assert str(review) == REVIEW.url
    assert graph.value(review, SCHEMA.itemReviewed) == claim("cl_a")
    assert graph.value(review, SCHEMA.claimReviewed) == Literal("=SUM(1) closed the harbour")
    rating = graph.value(review, SCHEMA.reviewRating)
    assert dict(graph.predicate_objects(rating)) == {
        RDF.type: SCHEMA.Rating,
        SCHEMA.alternateName: Literal("No record of it"),
    }
    author = graph.value(review, SCHEMA.author)
    assert graph.value(graph.value(author, SCHEMA.affiliation), SCHEMA.name) == Literal("Quay Desk")


def test_a_review_of_no_claim_here_is_refused_before_anything_is_written(nested):
    pieces = schemaorg(lambda: iter([nested]), [replace(REVIEW, claim="cl_zz")])
    with pytest.raises(InputError, match="cl_zz"):
        next(pieces)


def test_a_review_of_a_denial_says_itself_what_was_checked(nested):
    denial = replace(nested, claims=(replace(nested.claims[0], polarity=Polarity.DENIED),))
    with pytest.raises(InputError, match="`reviewed`"):
        text_of(denial, reviews=[REVIEW])
    graph = graph_of(denial, reviews=[replace(REVIEW, reviewed="Was the harbour closed?")])
    (review,) = graph.subjects(RDF.type, SCHEMA.ClaimReview)
    assert graph.value(review, SCHEMA.claimReviewed) == Literal("Was the harbour closed?")


@pytest.mark.parametrize(
    "broken",
    [
        "urn:sayso:claim:cl_a <https://schema.org/reviewRating> [ a <https://schema.org/Rating> ]",
        'urn:sayso:claim:cl_a <https://schema.org/text> "again"',
        "https://desk.example/r/1 <https://schema.org/itemReviewed> <urn:sayso:claim:none>",
    ],
)  # fmt: skip
def test_the_shapes_refuse_what_we_promise_not_to_write(nested, broken):
    graph = graph_of(nested, reviews=[REVIEW])
    subject, rest = broken.split(" ", 1)
    graph.parse(data=f"<{subject}> {rest} .", format="turtle")
    assert not conforms(graph)[0]


def test_a_file_says_the_same_whenever_it_is_written(nested):
    assert text_of(nested, reviews=[REVIEW]) == text_of(nested, reviews=[REVIEW])
    assert (
        text_of()
        == b'{"@context":'
        + json.dumps(json.loads(text_of())["@context"], separators=(",", ":")).encode()
        + b',"@graph":[\n]}\n'
    )


@settings(max_examples=30)
@given(st.text(min_size=1), st.text(), st.text(), st.text())
def test_any_text_makes_a_valid_graph(text, url, moment, outlet):
    document = Document(text=text, url=f"https://{url}", published_at=moment, outlet=outlet, title=text)
    made = Claim(id="cl_1", kind=ClaimKind.OTHER, spans=(document.span(0, len(text)),), text=text, voice=Voice.NARRATOR)
    graph_of(Reading(document=document, claims=(made,), made_by=Provenance(sayso="0", reader="0", stages={})))
