import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.codec import decode, encode, reading_schema
from sayso.errors import InputError
from sayso.model.document import SURROGATE_PAIR, Document, Rejection
from sayso.model.provenance import Provenance
from sayso.model.reading import Reading

MADE_BY = Provenance(sayso="0", reader="0", stages={})
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=())).filter(lambda text: not SURROGATE_PAIR.search(text))


@given(ANY_TEXT)
def test_any_text_survives_the_way_to_json_and_back(text):
    reading = Reading(document=Document(text=text), made_by=MADE_BY)
    assert decode(Reading, encode(reading)) == reading


@given(ANY_TEXT)
def test_a_reading_of_any_text_meets_the_schema(text):
    line = encode(Reading(document=Document(text=text), made_by=MADE_BY))
    assert list(jsonschema.Draft202012Validator(reading_schema()).iter_errors(json.loads(line))) == []


def test_an_error_object_meets_the_schema_and_says_schema_first():
    plain = json.loads(encode(Rejection(kind="encoding", message="no", path="a.txt")))
    jsonschema.Draft202012Validator(reading_schema()).validate(plain)
    assert plain["schema"] == "sayso/1"
    assert plain["error"]["path"] == "a.txt"


def test_the_schema_refuses_a_reading_without_a_document():
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(reading_schema()).validate({"schema": "sayso/1", "made_by": {}})


def test_what_is_no_reading_is_refused_with_the_place_of_the_fault():
    with pytest.raises(InputError, match=r"document: .*see `sayso schema`"):
        decode(Reading, '{"made_by": {"sayso": "0", "reader": "0", "stages": {}}}')
