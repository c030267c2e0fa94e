import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.copy import Change
from sayso.model.document import Document, check_spans
from sayso.relate.copies import copy_relation, find_copies, update_copies
from sayso.relate.copying.index import HeldFingerprints

FERRY = [
    "The ferry line between Harle and Sund will close in spring after forty years, its owner announced on Monday morning.",
    "Passengers had fallen by a third since the bridge at Elmer opened, and two of the three boats need new engines this year.",
    "Dockers in both towns met the owner in the old customs house and left without an agreement late in the evening.",
    "The council of Sund has asked a bank in the capital whether a smaller boat could be run with public money.",
]
MINE = [
    "Rescuers reached the flooded gallery of the Torp mine at dawn and found every one of the nine missing men alive.",
    "Water had broken through an old shaft that stood on none of the company's maps, an inspector said while pumps ran.",
    "The company stopped work in its other pits for a week and promised to pay the families of the nine in full.",
]
HOUSE = [
    "Every weekday at six our editors send out what matters most, and readers who pay get it an hour before the rest.",
    "Found a mistake on this page? Write to the desk with the address and the line, and we shall look into it.",
]
OTHERS = [
    "The national choir begins its tour of the northern islands with two concerts in a fish market that holds a thousand.",
    "Beekeepers in the hills above Orm lost half of their hives to a mite that came with queens from overseas last year.",
    "A chess player of eleven drew with the champion in a park, using an opening that went out of fashion long ago.",
    "Tram drivers will be trained on wheels that make no noise in bends, which neighbours of the depot have wanted for years.",
]


def document(name, paragraphs, day=1, **more):
    more = {"published_at": f"2031-05-{day:02d}T08:00:00Z"} | more
    return Document(text="\n\n".join(paragraphs), external_id=name, **more)


def rows(documents):
    return {(copy.later.external_id, copy.earliest.external_id) for copy in find_copies(documents)}


def test_a_cut_text_leads_to_the_whole_one_with_the_passages_of_both():
    (copy,) = find_copies([document("cut", FERRY[:2], day=2), document("whole", FERRY)])
    assert (copy.later.external_id, copy.earliest.external_id) == ("cut", "whole")
    assert Change.TRUNCATED in copy.changes
    assert copy.share == 1.0
    (passage,) = copy.passages
    assert passage.later.text == passage.earliest.text == "\n\n".join(FERRY[:2])[:-1]
    assert "earlier by publication" in copy.reasons


@pytest.mark.parametrize(
    ("paragraphs", "change"),
    [
        (FERRY, Change.IDENTICAL),
        (FERRY[:1] + FERRY[2:], Change.SHORTENED),
        ([FERRY[0], FERRY[3], FERRY[1], FERRY[2]], Change.REORDERED),
        ([each.replace("owner", "company").replace("boat", "vessel") for each in FERRY], Change.REWRITTEN),
        (["By our man at the quay", *FERRY], Change.HEADER_CHANGED),
        (FERRY + OTHERS[:1], Change.EXTENDED),
    ],
)
def test_what_was_changed_is_named(paragraphs, change):
    (copy,) = find_copies([document("first", FERRY), document("second", paragraphs, day=2)])
    assert change in copy.changes
    assert change.value in copy.reasons


def test_a_merger_has_a_copy_for_each_article_and_says_so():
    merged = document("both", FERRY[:3] + MINE[:2], day=3)
    found = find_copies([document("ferry", FERRY), merged, document("mine", MINE, day=2)])
    assert [copy.earliest.external_id for copy in found] == ["ferry", "mine"]
    assert all(Change.MERGED in copy.changes for copy in found)
    assert all(
        passage.later.text in text for copy, text in zip(found, ("\n\n".join(FERRY), "\n\n".join(MINE)), strict=True)
        for passage in copy.passages
    )  # fmt: skip


def test_copies_of_copies_lead_to_the_earliest_of_the_line():
    once = [each.replace("owner", "company").replace("Harle", "the port").replace("a third", "much") for each in FERRY]
    twice = [each.replace("boat", "ship").replace("towns", "places").replace("Monday", "that") for each in once]
    documents = [document("c", twice, day=3), document("b", once, day=2), document("a", FERRY)]
    for order in itertools.permutations(documents):
        assert rows(order) == {("b", "a"), ("c", "a")}


def test_a_copy_of_a_copy_that_shares_little_with_the_first_is_led_over_the_one_between():
    between = FERRY[:2] + MINE + OTHERS[:1]
    last = [*MINE, OTHERS[0]]
    found = find_copies([document("mine", MINE), document("between", between, day=2), document("last", last, day=3)])
    assert {(copy.later.external_id, copy.earliest.external_id) for copy in found} >= {("last", "mine")}


def test_words_that_a_copy_added_have_their_origin_in_it():
    wider = [*FERRY[:2], *MINE[:2], *OTHERS[:2]]
    assert rows([document("ferry", FERRY), document("wider", wider, day=2), document("again", wider, day=3)]) == {
        ("wider", "ferry"),
        ("again", "ferry"),
        ("again", "wider"),
    }


def test_a_shared_quotation_is_no_copy():
    quotation = (
        "“We sold the last boat because nobody would crew it, and I would do the same again tomorrow,” Jon Berg said."
    )
    assert (
        rows([document("a", [FERRY[0], quotation, FERRY[2]]), document("b", [quotation, *OTHERS[:2]], day=2)]) == set()
    )


def test_house_texts_are_no_copies_even_where_they_are_a_third_of_a_report():
    reports = [[OTHERS[n], FERRY[n], MINE[n]] for n in range(3)]
    documents = [document(str(n), [*report, *HOUSE], day=n + 1) for n, report in enumerate(reports)]
    assert rows(documents) == set()
    assert rows(documents[:2]) == {("1", "0")}  # two are no evidence of a house text
    copy = document("copy", [*reports[1], *HOUSE], day=9)
    assert rows([*documents, copy]) == {("copy", "1")}


def test_blocks_that_a_text_repeats_count_once():
    (copy,) = find_copies([document("a", FERRY), document("b", [FERRY[0]] * 4, day=2)])
    assert len(copy.passages) == 1
    assert copy.share == 1.0


def test_without_dates_the_longer_text_is_the_earlier_and_then_the_first_to_arrive():
    cut = document("cut", FERRY[:3], published_at=None)
    assert rows([cut, document("whole", FERRY, published_at=None)]) == {("cut", "whole")}
    assert rows([document(name, FERRY, published_at=None) for name in "ab"]) == {("b", "a")}
    assert rows([cut, document("dated", FERRY, published_at="2031-05-01")]) == {("cut", "dated")}


def test_an_hour_comes_before_its_day_and_a_zone_is_heeded():
    day = document("day", FERRY, published_at="2031-05-01")
    assert rows([day, document("hour", FERRY, published_at="2031-05-01T23:00:00Z")]) == {("day", "hour")}
    east = document("east", FERRY, published_at="2031-05-02T01:00:00+09:00")
    assert rows([document("west", FERRY, published_at="2031-05-01T17:00:00+00:00"), east]) == {("west", "east")}


def test_the_relation_joins_arrivals_and_says_why():
    (copy,) = find_copies([document("b", FERRY, day=2, title="Ferry ends"), document("a", FERRY, title="Last boat")])
    relation = copy_relation(copy)
    assert (relation.kind, relation.from_id, relation.to_id) == ("copy", copy.later.id, copy.earliest.id)
    assert (relation.from_external_id, relation.to_external_id) == ("b", "a")
    assert (relation.score, relation.status, relation.decided_by) == (1.0, "suggested", None)
    assert {"identical", "header changed"} <= set(relation.reasons)


@pytest.mark.parametrize("size", [1, 2, 5])
def test_one_after_another_or_together_the_copies_are_the_same(size):
    documents = [
        document("late", FERRY[1:], day=8),
        document("both", FERRY[:3] + MINE[:2], day=5),
        document("other", OTHERS, day=4),
        document("mine", MINE, day=3),
        document("cut", FERRY[:2], day=6),
        document("first", FERRY),
    ]
    index, kept = HeldFingerprints(), {}

    def led_to(number):
        return [each for each, copies in kept.items() if number in copies]

    for start in range(0, len(documents), size):
        some = range(start, min(start + size, len(documents)))
        kept.update(update_copies(some, index, documents.__getitem__, led_to))
    found = {(number, earliest) for number, copies in kept.items() for earliest in copies}
    assert {(documents[a].external_id, documents[b].external_id) for a, b in found} == rows(documents)


def test_adding_one_text_opens_only_those_beside_it():
    documents = [document(str(n), [f"{word} {OTHERS[n % 4]}" for word in (f"a{n}x", f"b{n}y")]) for n in range(4)]
    documents += [document("ferry", FERRY), document("cut", FERRY[:2], day=2)]
    index, opened = HeldFingerprints(), []
    list(update_copies(range(5), index, documents.__getitem__))

    def opening(number):
        opened.append(number)
        return documents[number]

    ((number, copies),) = update_copies([5], index, opening)
    assert (number, list(copies)) == (5, [4])
    assert set(opened) == {4, 5}


PIECES = st.sampled_from(
    [*FERRY, *MINE, *HOUSE, "“No,” she said.", "船が着いた。", "сказал он вчера", "\n\n", "e\u0301", "\ud800", ""]
)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.lists(PIECES, max_size=5), st.text(max_size=30), st.integers(1, 9) | st.none()), max_size=5)
)
def test_no_text_fails_and_every_span_quotes_its_text(drawn):
    documents = [
        Document(text=" ".join([*pieces, tail]), external_id=str(n), published_at=day and f"2031-05-0{day}")
        for n, (pieces, tail, day) in enumerate(drawn)
    ]
    found = find_copies(documents)
    assert found == find_copies(documents)
    for copy in found:
        assert copy.later is not copy.earliest
        assert 0 <= copy.share <= 1
        check_spans(tuple(passage.later for passage in copy.passages), copy.later.text)
        check_spans(tuple(passage.earliest for passage in copy.passages), copy.earliest.text)


@pytest.mark.parametrize(
    "text", ["a " * 100_000, "one two three four " * 25_000, "“a ” . " * 40_000, "the “ " * 50_000]
)
def test_repetition_costs_no_more_than_its_length(text):
    twins = [Document(text=text, external_id="a"), Document(text=text + "b", external_id="b")]
    assert find_copies(twins) == ()  # words that only repeat tell nothing of where they are from
