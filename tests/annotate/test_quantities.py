import random
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate.quantities import find_quantities
from sayso.annotate.sentences import find_sentences
from sayso.model.document import SURROGATE_PAIR, Document, check_spans
from sayso.model.world import Role


def quantities(text):
    document = Document(text=text)
    return find_quantities(document, find_sentences(document))


def told(text):
    """Each quantity as its words, its role and what it is a part of."""
    found = quantities(text)
    words = {each.id: each.span.text for each in found}
    return [(each.span.text, each.role and each.role.value, words.get(each.part_of)) for each in found]


def test_a_quantity_has_its_bounds_what_is_counted_and_what_became_of_them():
    (found,) = quantities("At least 20 young fishermen drowned off Cape Oden.")
    assert (found.span.text, found.low, found.high) == ("At least 20", 20, None)
    assert (found.unit, found.role, found.counted.text) == ("person", Role.KILLED, "young fishermen")
    assert found.id.startswith("qt_")


def test_a_part_is_marked_so_that_nobody_is_counted_twice():
    assert told("Nine miners died, including two brothers and three cousins.") == [
        ("Nine", "killed", None),
        ("two", "killed", "Nine"),
        ("three", "killed", "Nine"),
    ]


def test_a_part_may_stand_in_a_later_sentence():
    assert told("Nine miners died. Two of them were brothers. Three of the dead were found on Friday.") == [
        ("Nine", "killed", None),
        ("Two", "killed", "Nine"),
        ("Three", "killed", "Nine"),
    ]


def test_what_is_larger_than_an_earlier_number_is_no_part_of_it():
    assert told("Two miners died. Ninety of them had been below ground.")[1][2] is None


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2021 at 7.40 he left for 12 days.",
        "He is 43 and lives at 12 Mill Lane.",
        "The T-72 stood on Route 9 beside a 155-mm gun.",
        "The 47th Brigade met under Resolution 1701.",
        "In one of the villages no one was left.",
        "They won 3-1 after leading 2-0.",
        "Call 0800 555 1234.",
        "They waited three, four or even five hours.",
        "Interstates 75 and 70 were shut.",
        "The Group of Seven met.",
    ],
)
def test_times_ages_and_names_are_none(text):
    assert told(text) == []


def test_the_same_text_has_the_same_quantities_in_order_without_overlap():
    text = "Of the 18 crew, 12 were saved, four drowned and two are missing. Some 300 of the 900 houses are gone."
    found = quantities(text)
    assert found == quantities(text)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


VOCABULARY = (
    *("12", "3", "1,318", "1.5", "2014", "0", "007", "½", "2½", "61bn", "12m", "30k", "47th", "12:30", "3-1", "200-250", "$5", "€", "US$", "%", "#", "№"),
    *("one", "two", "twenty-two", "a", "half", "a million", "dozen", "dozens", "hundreds of", "tens", "several", "a few", "a couple of", "third", "two-thirds"),
    *("at least", "up to", "between", "and", "or", "to", "-", "–", "about", "more than", "or more", "or so", "in", "out of", "of", "of the", "of whom", "including"),
    *("people", "children", "soldiers", "tanks", "dead", "wounded", "missing", "bodies", "lives", "families", "sheep", "toll", "number of", "prisoners"),
    *("were", "was", "killed", "killing", "died", "lost", "wounded", "fled", "captured", "taken hostage", "shot dead", "claimed", "rose from", "by", "who", "that"),
    *("May", "years", "aged", "Route", "Olm", ",", ".", ";", ":", "(", ")", "“", "”", "'", "’", "\n\n", "\u00a0", "\u0301", "\ud800", "²", "İ", "٣", "Ⅷ"),
)  # fmt: skip
BUILT = st.lists(st.sampled_from(VOCABULARY), max_size=40).map(" ".join)
GLUED = st.lists(st.sampled_from(VOCABULARY), max_size=20).map("".join)
TEXTS = st.one_of(BUILT, GLUED, st.text(max_size=80)).filter(lambda text: not SURROGATE_PAIR.search(text))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_any_text_is_read_with_spans_that_quote_it_and_ids_that_lead_somewhere(text):
    found = quantities(text)
    check_spans(found, text)
    assert found == quantities(text)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    wholes = {each.id: each.part_of for each in found}
    assert len(wholes) == len(found)
    for each in found:
        assert len(each.span)
        assert each.low is not None or each.high is not None
        assert each.low is None or each.high is None or each.low <= each.high
        assert each.part_of is None or each.part_of in wholes
        above = each.part_of
        while above is not None:
            assert above != each.id
            above = wholes[above]


def test_long_texts_of_the_vocabulary_are_read_too():
    draw = random.Random(7)
    for _ in range(30):
        text = " ".join(draw.choices(VOCABULARY, k=800))
        check_spans(quantities(text), text)


@pytest.mark.parametrize(
    "piece",
    [
        "one ",
        "12 ",
        "12, ",
        "1-",
        "½",
        "9",
        "$1-",
        "a couple of ",
        "killed 12 and ",
        "between 1 and ",
        "12 people, including ",
        "1 of the ",
        "A-",
        "million ",
    ],
)
def test_a_megabyte_without_a_stop_costs_less_than_a_second(piece):
    document = Document(text=piece * (1_000_000 // len(piece)))
    sentences = find_sentences(document)
    started = time.process_time()
    find_quantities(document, sentences)
    assert time.process_time() - started < 1
