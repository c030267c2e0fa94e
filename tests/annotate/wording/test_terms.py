import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate.framing import find_framing
from sayso.annotate.quotations import find_quotations
from sayso.annotate.sentences import find_sentences
from sayso.annotate.wording.packs import Packs
from sayso.lexicons import contested
from sayso.model.document import Document, check_spans
from sayso.model.entity import Entity, EntityKind
from sayso.model.framing import TermVoice

PACKS = Packs.of(contested())
FORMS = [" ".join([first, *rest]) for first, found in PACKS.by_word.items() for rest, _ in found]


def framing_of(text, entities=()):
    document = Document(text=text)
    return find_framing(document, find_sentences(document), find_quotations(document), (), entities, (), packs=PACKS)


def terms(text, **more):
    return [(each.span.text, each.favours) for each in framing_of(text, **more).terms]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Troops liberated Lower Osk.", [("liberated", "taker")]),
        ("The town was liberated.", [("liberated", "taker")]),
        ("They liberated three villages.", [("liberated", "taker")]),
        ("She felt liberated.", []),
        ("The family occupied the house.", []),
        ("The army occupied the northern districts.", [("occupied", "loser")]),
        ("Keshi-occupied territory was shelled.", [("occupied", "loser")]),
        ("His occupation is baker.", []),
        ("The occupation of Kesh went on.", [("occupation", "loser")]),
        ("The owner-occupiers paid. The occupiers fled.", [("occupiers", "loser")]),
        ("The invasion of privacy cost him. The invasion of Kesh did not.", [("invasion", "attacked")]),
        ("The tax regime hurts. The regime fell.", [("regime", "opponents")]),
        ("Regime change was the aim.", []),
        ("He is on a terrorist watch list.", []),
        ("The annex of the school burned; Tarvia annexed Orr.", [("annexed", "loser")]),
        ("Buses left rebel-held towns.", [("rebel-held", None)]),
        ("A special military operation began.", [("special military operation", "attacker")]),
    ],
)
def test_a_term_is_told_from_its_namesakes(text, found):
    assert terms(text) == found


@pytest.mark.parametrize("name", ["Liberation Day", "the Tarvia Liberation Front", "Occupy Main Street"])
def test_a_part_of_a_name_is_no_term(name):
    assert terms(f"People spoke of {name} at length.") == []


def test_a_person_is_no_place_that_could_be_liberated():
    text = "Guards liberated Ada Venn."
    document = Document(text=text)
    person = Entity(id="en_1", name="Ada Venn", kind=EntityKind.PERSON, mentions=(document.span(17, 25),))
    assert terms(text) == [("liberated", "taker")]
    assert terms(text, entities=(person,)) == []


def test_the_longest_form_is_taken_and_nothing_twice():
    assert terms("Talks on the occupied Palestinian territories failed.") == [
        ("occupied Palestinian territories", "claimant")
    ]


def test_what_is_known_of_a_term_comes_with_the_reading_once():
    (note,) = framing_of("The regime fell. The regime rose.").notes
    assert (note.pack, note.term, note.favours) == ("wars", "regime", "opponents")
    assert "junta" in note.others
    assert "regime" not in note.others
    assert {slot.name for slot in note.slots} == {"authorities", "opponents"}


def test_sides_exchanged_give_the_same_terms():
    text = "{0} troops liberated Orr. The {1} regime fell. The {1} invasion of {2} failed. {0} separatists fled."
    one, other = text.format("Tarvian", "Keshi", "Tarvia"), text.format("Keshi", "Tarvian", "Kesh")
    assert len(terms(one)) == 4
    assert [pair[1] for pair in terms(one)] == [pair[1] for pair in terms(other)]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*FORMS, "the town of", "Osk", "was", ".", "\n", "troops", "́", "\x00"]), max_size=12),
    st.text(max_size=8),
)
def test_any_text_is_read_with_spans_that_quote_it(words, noise):
    document = Document(text=" ".join(words) + noise)
    found = framing_of(document.text)
    check_spans(found, document.text)
    assert found == framing_of(document.text)
    assert list(found.terms) == sorted(found.terms, key=lambda term: term.span)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*FORMS, "troops", "the town of Osk", "the"]), min_size=1, max_size=12))
def test_what_stands_in_quotation_marks_is_never_the_narrators(words):
    found = framing_of(f"“{' '.join(words)},” said Ada Venn.").terms
    assert {term.voice for term in found} <= {TermVoice.QUOTE}


@pytest.mark.parametrize(
    "token", ["liberated ", "the occupation of ", "“regime ", "was killed ", "occupied-", "Osk ", "so-called "]
)
def test_a_text_of_one_token_costs_no_more_than_its_length(token):
    text = token * (300_000 // len(token))
    began = time.process_time()
    document = Document(text=text)
    find_framing(document, (document.span(0, len(text)),), (), (), (), (), packs=PACKS)
    assert time.process_time() - began < 3
