import json
from dataclasses import replace
from itertools import islice

from hypothesis import given, settings
from hypothesis import strategies as st
from prov.model import (
    ProvActivity,
    ProvAgent,
    ProvAssociation,
    ProvDerivation,
    ProvDocument,
    ProvEntity,
    ProvGeneration,
    ProvSpecialization,
    ProvUsage,
)

from sayso.export.prov import Derivation, prov
from sayso.model.claim import Claim, ClaimKind, Voice
from sayso.model.document import Document
from sayso.model.provenance import Provenance
from sayso.model.reading import Reading


def text_of(*readings, derivations=()):
    return b"".join(prov(readings, derivations)).decode()


def parsed(*readings, derivations=()):
    """What the PROV parser reads, which writes it out and reads it again as the same."""
    found = ProvDocument.deserialize(content=text_of(*readings, derivations=derivations), format="json")
    again = ProvDocument.deserialize(content=found.serialize(format="json"), format="json")
    assert found == again
    return found


def bundle(*readings):
    (found,) = parsed(*readings).bundles
    return found


def records(of, kind):
    return list(of.get_records(kind))


def uri(value):
    return value.uri


def attribute(record, name):
    return [value for key, value in record.attributes if str(key) == name]


def test_a_reading_is_an_activity_of_the_reader_that_used_the_text(nested):
    found = bundle(nested)
    (activity,) = records(found, ProvActivity)
    (agent,) = records(found, ProvAgent)
    assert agent.identifier.uri == f"urn:sayso:reader:{nested.made_by.reader}"
    assert [uri(each) for each in attribute(agent, "prov:type")] == ["http://www.w3.org/ns/prov#SoftwareAgent"]
    (association,) = records(found, ProvAssociation)
    assert [uri(value) for _, value in association.formal_attributes[:2]] == [
        activity.identifier.uri,
        agent.identifier.uri,
    ]
    used = {uri(record.formal_attributes[1][1]) for record in records(found, ProvUsage)}
    assert f"urn:sayso:document:{nested.document.id}" in used
    assert len(used) == 2


def test_each_claim_is_quoted_from_its_text_by_the_reading(nested):
    found = bundle(nested)
    quoted = [
        each for each in records(found, ProvDerivation) if uri(attribute(each, "prov:type")[0]).endswith("#Quotation")
    ]
    assert [uri(each.formal_attributes[0][1]) for each in quoted] == [
        f"urn:sayso:claim:{claim.id}" for claim in nested.claims
    ]
    assert {uri(each.formal_attributes[1][1]) for each in quoted} == {f"urn:sayso:document:{nested.document.id}"}
    generated = {uri(each.formal_attributes[0][1]) for each in records(found, ProvGeneration)}
    assert generated >= {f"urn:sayso:claim:{claim.id}" for claim in nested.claims}


def test_a_claim_keeps_its_words_and_where_they_stand(nested):
    entities = {each.identifier.uri: each for each in records(bundle(nested), ProvEntity)}
    forecast = entities["urn:sayso:claim:cl_b"]
    assert attribute(forecast, "prov:value") == ["go … by May"]
    spans = {f"{span.start}-{span.end}" for span in nested.claims[1].spans}
    assert set(attribute(forecast, "sayso:span")) == spans


def test_everything_that_a_statement_names_is_declared(nested, convoy):
    for found in parsed(nested, convoy).bundles:
        declared = {each.identifier for kind in (ProvEntity, ProvActivity, ProvAgent) for each in records(found, kind)}
        named = {
            value
            for kind in (ProvUsage, ProvGeneration, ProvDerivation, ProvAssociation, ProvSpecialization)
            for record in records(found, kind)
            for _, value in record.formal_attributes
            if value is not None
        }
        assert named <= declared


def test_an_article_is_the_text_as_it_came_from_its_address(nested):
    found = bundle(nested)
    (special,) = records(found, ProvSpecialization)
    arrival, text = (value for _, value in special.formal_attributes[:2])
    assert text.uri == f"urn:sayso:document:{nested.document.id}"
    entity = next(each for each in records(found, ProvEntity) if each.identifier == arrival)
    assert [str(uri(each)) for each in attribute(entity, "prov:location")] == ["https://quay.example/1"]


def test_copies_and_echoes_are_derived_from_what_they_repeat(nested):
    later = "sha256:" + "b" * 64
    found = parsed(
        nested,
        derivations=[
            Derivation(kind="copy", later=later, earlier=nested.document.id),
            Derivation(kind="echo", later="cl_z", earlier="cl_a"),
        ],
    )
    told = [
        ([uri(value) for _, value in each.formal_attributes[:2]], uri(attribute(each, "prov:type")[0]))
        for each in records(found, ProvDerivation)
    ]
    assert told == [
        ([f"urn:sayso:document:{later}", f"urn:sayso:document:{nested.document.id}"], "urn:sayso:term:copy"),
        (["urn:sayso:claim:cl_z", "urn:sayso:claim:cl_a"], "urn:sayso:term:echo"),
    ]


def test_two_arrivals_of_a_text_are_two_readings_of_one_document(nested):
    again = replace(nested, document=replace(nested.document, external_id="two", url=None))
    found = list(parsed(nested, again, nested).bundles)
    assert len(found) == 2
    texts = [
        {each.identifier.uri for each in records(one, ProvEntity) if "document:" in each.identifier.uri}
        for one in found
    ]
    assert texts == [{f"urn:sayso:document:{nested.document.id}"}] * 2


def test_bundles_come_as_readings_are_read_and_always_the_same(nested):
    asked = []
    list(islice(prov(asked.append(number) or nested for number in range(3)), 2))
    assert asked == [0]
    assert text_of(nested) == text_of(nested)


def test_no_readings_make_a_document_without_statements():
    assert json.loads(text_of()).keys() == {"prefix"}
    assert list(parsed().bundles) == []


@settings(max_examples=30)
@given(st.text(min_size=1), st.text(), st.text())
def test_any_text_makes_a_document_that_can_be_parsed(text, url, moment):
    document = Document(text=text, url=f"https://{url}", published_at=moment, title=text, outlet=url)
    made = Claim(id="cl_1", kind=ClaimKind.OTHER, spans=(document.span(0, len(text)),), text=text, voice=Voice.NARRATOR)
    found = bundle(
        Reading(document=document, claims=(made,), made_by=Provenance(sayso="0", reader="0" * 64, stages={}))
    )
    claim = next(each for each in records(found, ProvEntity) if each.identifier.uri == "urn:sayso:claim:cl_1")
    assert attribute(claim, "prov:value") == [text]
