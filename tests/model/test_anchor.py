"""A claim is found again by its words, whoever reads the document next."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.anchor import TextQuote, anchor_of, find_claim
from sayso.model.claim import Claim, ClaimKind, Voice
from sayso.model.document import Document
from sayso.model.provenance import Provenance
from sayso.model.reading import Reading
from sayso.model.rereading import changes

TEXT = "The mill stands. The quay fell, the mill stands. 🚢 The mill stands."


def read(*stretches, reader="1", text=TEXT):
    document = Document(text=text)
    claims = tuple(
        Claim(
            id=f"cl_{reader}_{start}",
            kind=ClaimKind.EVENT,
            spans=(document.span(start, end),),
            text=text[start:end],
            voice=Voice.NARRATOR,
        )
        for start, end in stretches
    )
    return Reading(document=document, claims=claims, made_by=Provenance(sayso="0", reader=reader, stages={}))


MILLS = [(0, 15), (32, 47), (51, 66)]


@pytest.mark.parametrize("at", range(3))
def test_the_same_words_elsewhere_are_not_taken_for_the_claim(at):
    old, new = read(*MILLS), read(*MILLS, reader="2")
    assert find_claim(anchor_of(old, old.claims[at]), new) == new.claims[at].id


def test_a_claim_with_nearly_the_same_bounds_is_it_and_one_that_shares_less_than_half_is_not():
    old = read((17, 47))
    assert find_claim(anchor_of(old, old.claims[0]), read((16, 48), (32, 47), reader="2")) == "cl_2_16"
    assert find_claim(anchor_of(old, old.claims[0]), read((33, 47), reader="2")) is None
    assert find_claim(anchor_of(old, old.claims[0]), read(reader="2")) is None


def test_the_id_alone_is_enough_and_another_document_never_is():
    old = read((0, 15))
    anchor = anchor_of(old, old.claims[0])
    assert find_claim(replace(anchor, quote=TextQuote(exact="nothing")), old) == "cl_1_0"
    assert find_claim(anchor, read((0, 15), reader="2", text=TEXT + "!")) is None


def test_what_a_newer_reading_changes_is_told():
    old, new = read(MILLS[0], (17, 30)), read(MILLS[0], MILLS[2], reader="2")
    found = changes(old, new)
    assert (found.kept, found.gone, found.found) == (1, ("cl_1_17",), ("cl_2_51",))


@given(text=st.text(min_size=1, max_size=60), ends=st.data())
def test_any_stretch_of_any_text_is_found_where_it_is(text, ends):
    start = ends.draw(st.integers(0, len(text) - 1))
    end = ends.draw(st.integers(start + 1, len(text)))
    old = read((start, end), text=text)
    found = anchor_of(old, old.claims[0]).quote.find(text)
    assert text[slice(*found)] == text[start:end]
    assert found[0] <= start  # earlier only where the same words stand between the same words
