"""What holds of the places of every text: they quote it, do not touch, exist, and do not depend on who is named beside them."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate.places import RESOLVED, find_places
from sayso.annotate.placing.listed import listed
from sayso.annotate.sentences import find_sentences
from sayso.model.document import Document, check_spans
from sayso.wiring import open_gazetteer

PIECES = (
    "Paris", "Texas", ",", "in", "near", "the", "village of", "Krasny Armyansk", "Kharkiv", "region", "Oblast", "U.S.", "W.Va.", "St.", "Louis",
    "Springfield", "Ill.", "and", "counties", "Moscow", "'s", "’s", "-based", "-", "said", "would not", "Main Street", "Highway", "19", "Donetsk",
    "al-Quds", "Вовчанськ", "Red", "River", "Mr", "Ada Vlek", "Vlek", "Zzyrnitsa", "Russian", "Georgia", "(", ")", "—", "\n", "\n\n", "\r\n",
    "\ud800", "\u202e", "\0", "A", "AJK", "Co.", "Talks between", "to", "of", "L.A.", "D.C",
)  # fmt: skip
TEXTS = (
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
    | st.text(max_size=60)
    | st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
)
OUTLETS = st.sampled_from([None, "theparisnews.com", "quay.co.uk", "The Kyiv Post", "", "."]) | st.text(max_size=12)
PEOPLE = [("Maria Ortiz", "Daniel Kovacs"), ("Ortiz", "Kovacs")]


def places_of(text, outlet=None):
    document = Document(text=text, outlet=outlet)
    return find_places(document, find_sentences(document), gazetteer=open_gazetteer())


@settings(max_examples=300, deadline=None)
@given(TEXTS, OUTLETS)
def test_no_text_and_no_outlet_makes_the_stage_fail_or_lie(text, outlet):
    found = places_of(text, outlet)
    check_spans(found, text)
    assert len({each.id for each in found}) == len(found)
    assert all(len(each.span) for each in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_place_exists_and_is_given_only_where_it_is_sure(text):
    own = {each.place.id for entries in listed().values() for each in entries if each.place}
    for toponym in places_of(text):
        assert all(each.id in own or each.id in open_gazetteer() for each in toponym.candidates)
        assert all(
            0 <= each.score <= 1 and -90 <= each.lat <= 90 and -180 <= each.lon <= 180 for each in toponym.candidates
        )
        assert (toponym.place is not None) == (toponym.score >= RESOLVED)
        assert toponym.place is None or toponym.place.id == toponym.candidates[0].id
        assert (toponym.method is None) == (toponym.candidates == ())


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_the_same_text_has_the_same_places(text):
    assert places_of(text) == places_of(text)


@pytest.mark.parametrize(
    "template",
    [
        "{0} left Kharkiv for Paris, {1} said. {2} had lived in Texas; {3} had not.",
        "Mayor {0} of Springfield, Ill., met {1} in Moscow. {2} and {3} went on to Donetsk.",
        "“It rains in Georgia,” said {0}. {1}, of Tbilisi, disagreed. {3} told {2} so.",
    ],
)
def test_exchanging_two_people_leaves_the_places_alike(template):
    def read(names):
        text = template.format(*names)
        return [(t.span.text, t.literal, t.place, t.method, t.score, t.candidates) for t in places_of(text)]

    (one, other), (first, second) = PEOPLE
    assert read((one, other, first, second)) == read((other, one, second, first))


@pytest.mark.parametrize(
    "piece",
    ["Paris, ", "Paris ", "in Paris and ", "A ", "U.S. ", "St. ", "Springfield, Ill. ", "Paris-", "Kyiv’s ", "X County ", "near Zzyzxa, ",
     "the village of Zzyrnitsa Druha, ", "Q1 ", "counties ", "The Hague of "],
)  # fmt: skip
def test_sixty_thousand_characters_of_anything_are_gone_through_in_seconds(piece):
    text = piece * (60_000 // len(piece))
    start = time.process_time()
    places_of(text)
    assert time.process_time() - start < 5  # a quadratic step takes minutes; the slowest of these takes half a second
