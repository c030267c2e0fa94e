import json
from dataclasses import replace
from itertools import islice
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.webannotation import NEAR, ROLES, utc, webannotation
from sayso.model.claim import Claim, ClaimKind, Voice
from sayso.model.document import Document, Span
from sayso.model.provenance import Provenance
from sayso.model.reading import Reading

SCHEMA = jsonschema.Draft202012Validator(
    json.loads(Path(__file__).with_name("webannotation.schema.json").read_text(encoding="utf-8"))
)


def written(*readings, **asked):
    collection = json.loads(b"".join(webannotation(readings, **asked)))
    SCHEMA.validate(collection)
    return collection


def items(*readings, **asked):
    found = written(*readings, **asked)
    assert found["total"] == len(found["first"]["items"])
    return found["first"]["items"]


def spans(annotation):
    """The spans that an annotation points at, as another program would find them."""
    target = annotation["target"]
    for each in target if isinstance(target, list) else [target]:
        position, quotation = each["selector"]
        yield Span(position["start"], position["end"], quotation["exact"])


def test_each_claim_and_each_role_of_each_attribution_comes_back_with_its_spans(nested, convoy):
    for reading in (nested, convoy):
        expected = [each.spans for each in reading.claims]
        expected += [getattr(each, role) for each in reading.attributions for role in ROLES if getattr(each, role)]
        assert [tuple(spans(each)) for each in items(reading)] == expected


def test_without_roles_there_are_claims_alone(nested):
    assert [each["body"]["id"] for each in items(nested, roles=False)] == [
        f"urn:sayso:claim:{claim.id}" for claim in nested.claims
    ]


def test_positions_count_code_points_and_quotations_find_the_words(nested):
    text = "🌧🌧 It rained, “Ida” said. It rained."
    document = Document(text=text)
    claim = replace(nested.claims[0], id="cl_r", spans=(document.span(3, 12),), attribution=None, voice=Voice.NARRATOR)
    (found,) = items(Reading(document=document, claims=(claim,), made_by=nested.made_by), roles=False)
    position, quotation = found["target"]["selector"]
    assert (position["start"], position["end"]) == (3, 12)
    assert quotation == {
        "type": "TextQuoteSelector",
        "exact": "It rained",
        "prefix": "🌧🌧 ",
        "suffix": text[12 : 12 + NEAR],
    }


def test_a_body_says_what_was_read_of_the_words(nested):
    found = {each["id"]: each for each in items(nested)}
    bodies = [each["body"] for each in found.values()]
    assert len(found) == len(bodies) == 4 + 11
    forecast = next(each for each in bodies if each.get("id") == "urn:sayso:claim:cl_b")
    assert forecast == {
        "id": "urn:sayso:claim:cl_b",
        "type": "sayso:Claim",
        "sayso:kind": "forecast",
        "sayso:voice": "source",
        "sayso:polarity": "asserted",
        "sayso:certainty": "unknown",
        "sayso:hedge": ["might"],
        "sayso:flag": ["no_deadline"],
        "sayso:attribution": {"id": "urn:sayso:attribution:at_c"},
    }
    source = next(each for each in bodies if each["type"] == "sayso:Source")
    assert source["sayso:claimant"] == {"id": "urn:sayso:entity:en_a", "name": "Ida Brandt"}


def test_a_page_of_the_web_is_the_source_and_the_text_that_was_read_its_state(nested):
    fetched = replace(nested, document=replace(nested.document, fetched_at="2031-03-02T10:00:00+02:00"))
    place = items(fetched)[0]["target"]
    assert place["source"] == "https://quay.example/1"
    assert place["state"] == {
        "type": "TimeState",
        "cached": f"urn:sayso:document:{nested.document.id}",
        "sourceDate": "2031-03-02T08:00:00Z",
    }


@pytest.mark.parametrize(
    "url", [None, "", "notes.txt", "https://quay.example/a b", "javascript:alert(1)", "https://[::1"]
)
def test_a_text_without_an_address_of_the_web_is_its_own_source(nested, url):
    place = items(replace(nested, document=replace(nested.document, url=url)))[0]["target"]
    assert place["source"] == f"urn:sayso:document:{nested.document.id}"
    assert "state" not in place


def test_words_that_the_text_interrupts_are_several_targets(nested):
    assert [len(each["target"]) for each in items(nested) if isinstance(each["target"], list)] == [2]


def test_the_same_text_under_two_names_is_annotated_twice(nested):
    again = replace(nested, document=replace(nested.document, external_id="two", url="https://other.example/2"))
    ids = [each["id"] for each in items(nested, again)]
    assert len(set(ids)) == len(ids) == 2 * len(items(nested))


def test_nothing_found_is_a_collection_of_none(bare):
    collection = written(bare("Nobody spoke."))
    assert collection["total"] == 0
    assert "first" not in collection


def test_annotations_come_as_they_are_read(nested):
    asked = []
    pieces = webannotation(asked.append(number) or nested for number in range(3))
    list(islice(pieces, 3))
    assert asked == [0]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2031-03-02T23:30:00-02:00", "2031-03-03T01:30:00Z"),
        ("2031-03-02T10:00:00.5Z", "2031-03-02T10:00:00Z"),
        ("2031-03-02T10:00:00", None),
        ("2031-03-02", None),
        ("0001-01-01T00:00:00+05:00", None),
        ("yesterday", None),
        (None, None),
    ],
)
def test_a_time_without_a_zone_is_left_out(moment, expected):
    assert utc(moment) == expected


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\ud800\x00𝔘\u2028"), min_size=1), st.text(), st.text())
def test_any_text_makes_a_valid_collection(text, url, moment):
    document = Document(text=text, url=url, fetched_at=moment)
    made = [
        Claim(
            id=f"cl_{at}",
            kind=ClaimKind.OTHER,
            spans=(document.span(at, at + 1),) * (at % 3),
            text="",
            voice=Voice.NARRATOR,
        )
        for at in range(len(text))
    ]
    reading = Reading(document=document, claims=tuple(made), made_by=Provenance(sayso="0", reader="0", stages={}))
    pointed = [each for each in items(reading) if not isinstance(each["target"], str)]
    assert [span for each in pointed for span in spans(each)] == [span for claim in made for span in claim.spans]
