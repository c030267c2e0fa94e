import pytest

from sayso.errors import InputError, OffsetError
from sayso.model.document import Document, Span, check_spans


def test_a_span_of_a_document_quotes_its_text_in_code_points():
    document = Document(text="a 🎄 tree")
    span = document.span(2, 3)
    assert span.text == "🎄" == document.text[span.start : span.end]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (5, 99)])
def test_a_stretch_outside_the_text_is_refused(start, end):
    with pytest.raises(OffsetError, match=r"Document\.span"):
        Document(text="a short text").span(start, end)


def test_the_id_is_the_digest_of_the_text_and_no_other_text_may_bear_it():
    document = Document(text="abc")
    assert document.id == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert Document(text="abc", id=document.id) == document
    with pytest.raises(OffsetError, match="belongs to another text"):
        Document(text="abd", id=document.id)


def test_a_value_with_a_span_that_does_not_quote_the_text_is_found_out():
    with pytest.raises(OffsetError, match="the text has"):
        check_spans((Span(0, 3, "abd"),), "abc")


def test_a_character_in_two_halves_is_refused_and_a_lone_half_is_kept():
    assert Document(text="a\ud83d b").text == "a\ud83d b"
    with pytest.raises(InputError, match=r"characters 1 and 2 .*surrogatepass"):
        Document(text="a\ud83d\ude00")
