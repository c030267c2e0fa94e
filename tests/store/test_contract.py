"""What every ledger promises, in memory or in a file."""

from dataclasses import replace

import pytest

from sayso.errors import NotInLedger
from sayso.model.document import Cut, Rejection
from sayso.ports.ledger import Outcome

BRIDGE = 'The bridge at Orlen is shut. "The bridge will open by May," Ada Venn said. "Not before June," Tom Brask said.'
MARKET = 'Café owners in Orlen were angry. "Nobody asked the traders," Ada Venn said.'
REFUSED = Rejection(kind="encoding", message="not text", path="b.bin")


def test_a_stored_reading_comes_back_as_it_was(ledger, read):
    reading = read(BRIDGE, external_id="1", path="a.txt", title="Bridge", outlet="Orlen Post", authors=("M. Ek",),
                   published_at="2026-03-01", found_in={"title": "record"}, url="https://orlen.example/1")  # fmt: skip
    ledger.append([reading])
    assert list(ledger.readings()) == [reading]
    assert ledger.reading(reading.document.id) == reading


@pytest.mark.parametrize("text", ["", "\x00", "a\x00b", "\ud800 lone", "\u202edlog\u202c", "x\r\ny", "🜚" * 3])
def test_any_text_comes_back_as_it_was(ledger, read, text):
    reading = read(text, title=text, path=text, external_id=text)
    ledger.append([reading])
    assert list(ledger.readings()) == [reading]
    assert next(ledger.arrivals()).title == text


def test_every_input_ends_as_stored_partial_or_rejected(ledger, read):
    cut = read(MARKET, path="m.html", cuts=(Cut(reason="too deep", start=10, end=None),))
    arrivals = ledger.append([read(BRIDGE), cut, REFUSED])
    assert [each.outcome for each in arrivals] == [Outcome.STORED, Outcome.PARTIAL, Outcome.REJECTED]
    assert [each.reason for each in arrivals] == [None, "too deep: bytes 10 to the end", "encoding: not text"]
    assert arrivals[2].document is None
    assert arrivals[2].path == "b.bin"
    assert list(ledger.arrivals()) == list(arrivals)
    assert ledger.size() == 2
    assert len(list(ledger.readings())) == 2


def test_a_text_that_comes_under_another_name_is_one_document_with_two_arrivals(ledger, read):
    first = read(BRIDGE, external_id="1", outlet="Orlen Post", title="Bridge")
    second = read(BRIDGE, external_id="2", outlet="Harbour Wire", title="Bridge shut")
    arrivals = [*ledger.append([first]), *ledger.append([second])]
    assert [each.number for each in arrivals] == [1, 2]
    assert [each.known for each in arrivals] == [False, True]
    assert ledger.size() == 1
    assert list(ledger.readings()) == [first, second]
    assert [each.known for each in ledger.arrivals()] == [False, True]


@pytest.mark.parametrize("name", ["external_id", "path", "url"])
def test_each_name_tells_arrivals_apart(ledger, read, name):
    assert [each.number for each in ledger.append([read(BRIDGE), read(BRIDGE, **{name: "x"})])] == [1, 2]


def test_adding_the_same_again_changes_nothing_and_is_reported_as_known(ledger, read):
    batch = [read(BRIDGE, path="a.txt"), REFUSED, read(MARKET, path="m.txt")]
    before = list(ledger.append(batch))
    again = ledger.append(batch)
    assert [replace(each, known=False) for each in again] == before
    assert all(each.known for each in again)
    assert list(ledger.arrivals()) == before
    assert list(ledger.readings()) == [batch[0], batch[2]]


def test_the_same_twice_in_one_batch_is_one_arrival(ledger, read):
    assert [each.number for each in ledger.append([read(BRIDGE), read(BRIDGE)])] == [1, 1]
    assert len(list(ledger.readings())) == 1


def test_a_newer_readers_reading_stands_beside_the_older_and_counts(ledger, read):
    old, new = read(BRIDGE, reader="toy-1"), read(BRIDGE, reader="toy-2")
    ledger.append([old])
    ledger.append([new])
    assert list(ledger.readings()) == [new]
    assert ledger.reading(old.document.id) == new
    assert ledger.reading(old.claims[0].id) == old
    assert [each.claim for each in ledger.search("bridge open")] == [new.claims[0].id, None]


def test_a_text_read_differently_under_two_dates_keeps_both_readings(ledger, read):
    first = read(BRIDGE, external_id="1", published_at="2026-03-01")
    second = replace(read(BRIDGE, external_id="2", published_at="2026-04-01"), claims=())
    ledger.append([first, second])
    assert list(ledger.readings()) == [first, second]


def test_a_batch_that_cannot_be_stored_leaves_nothing_behind(ledger, read):
    with pytest.raises(AttributeError):
        ledger.append([read(BRIDGE), None])
    assert ledger.size() == 0
    assert list(ledger.arrivals()) == []
    assert len(ledger.append([read(BRIDGE)])) == 1


def test_an_empty_batch_is_no_arrival(ledger):
    assert list(ledger.append([])) == []


def test_the_log_can_be_paged_both_ways(ledger, read):
    ledger.append([read(f"Text {number}.", external_id=str(number)) for number in range(1, 8)])

    def numbers(**page):
        return [each.number for each in ledger.arrivals(**page)]

    assert numbers() == [1, 2, 3, 4, 5, 6, 7]
    assert numbers(after=5) == [6, 7]
    assert numbers(after=1, before=4) == [2, 3]
    assert numbers(limit=2) == [1, 2]
    assert numbers(limit=0) == []
    assert numbers(newest_first=True, limit=3) == [7, 6, 5]
    assert numbers(newest_first=True, before=5, limit=2) == [4, 3]


def test_ids_and_their_unique_beginnings_lead_to_a_reading(ledger, read):
    bridge, market = read(BRIDGE), read(MARKET)
    ledger.append([bridge, market])
    hexadecimal = bridge.document.id.removeprefix("sha256:")
    for id in (hexadecimal, hexadecimal[:12], bridge.document.id[:16], bridge.claims[0].id, bridge.claims[0].id[:14],
               bridge.attributions[1].id, bridge.entities[0].id[:12]):  # fmt: skip
        assert ledger.reading(id) == bridge


@pytest.mark.parametrize(
    "id", ["", "sha256:", "nothing", "cl_ffffffffffffffff", "at_", '"', "\ud800", "\x00", "*", "%"]
)
def test_what_names_nothing_or_too_much_is_not_in_the_ledger(ledger, read, id):
    ledger.append([read(BRIDGE), read(MARKET)])
    with pytest.raises(NotInLedger):
        ledger.reading(id)


def test_an_ambiguous_beginning_names_the_candidates(ledger, read):
    reading = read(BRIDGE)
    ledger.append([reading])
    with pytest.raises(NotInLedger, match=min(each.id for each in reading.claims)):
        ledger.reading("cl_")


def test_a_search_finds_claims_first_then_texts(ledger, read):
    bridge, market = read(BRIDGE, title="Closed"), read(MARKET)
    ledger.append([bridge, market])
    found = list(ledger.search("BRIDGE"))
    assert [(each.document, each.claim) for each in found] == [
        (bridge.document.id, bridge.claims[0].id),
        (bridge.document.id, None),
    ]
    assert [each.text for each in found] == ["bridge", "bridge"]
    assert found[0].before.endswith('"The ')
    assert found[0].after.startswith(" will open")


def test_a_search_wants_all_words_in_claims_claimants_titles_and_texts(ledger, read):
    bridge, market = read(BRIDGE, title="Closed"), read(MARKET)
    ledger.append([bridge, market])
    assert {each.document for each in ledger.search("orlen")} == {bridge.document.id, market.document.id}
    assert [each.document for each in ledger.search("orlen closed")] == [bridge.document.id]
    assert [each.claim for each in ledger.search("venn may")] == [bridge.claims[0].id, None]
    assert [each.claim for each in ledger.search("ada venn traders")] == [market.claims[0].id, None]
    assert next(ledger.search("tom brask")).text.startswith("Not before June")
    assert [each.text for each in ledger.search("closed")] == ["Closed"]
    assert list(ledger.search("bridge traders")) == []


def test_a_search_looks_past_case_and_accents_and_keeps_phrases_together(ledger, read):
    ledger.append([read("The mayor’s café stood.", external_id="1"), read("The s mayor.", external_id="2")])
    assert [each.text for each in ledger.search("CAFE\u0301")] == ["café"]
    assert [each.text for each in ledger.search("mayor's")] == ["mayor’s"]


@pytest.mark.parametrize(
    "words",
    ["", " ", '"', '""', "NEAR(", "NEAR(a b)", "a*", "text:orlen", "{text}:x", "^orlen", "- orlen", "AND", "OR NOT",
     "(", ")", "*", "+", "\x00", "\ud800", "'", ";--", "%", "_", "x" * 100_000, "orlen " * 3_000],
)  # fmt: skip
def test_no_words_of_a_user_are_read_as_syntax(ledger, read, words):
    ledger.append([read(BRIDGE)])
    assert all(found.document for found in ledger.search(words))


def test_words_of_the_query_language_are_words(ledger, read):
    ledger.append([read("Not now or near.")])
    assert [each.text for each in ledger.search("NOT")] == ["Not"]
    assert [each.text for each in ledger.search("OR near")] == ["near"]


def test_a_hit_shows_the_longest_word_that_was_looked_for(ledger, read):
    ledger.append([read("The road to the bridge is shut.")])
    assert [each.text for each in ledger.search("the bridge is")] == ["bridge"]


def test_a_search_ends_at_its_limit(ledger, read):
    ledger.append([read(f"Orlen {number}", external_id=str(number)) for number in range(5)])
    assert len(list(ledger.search("orlen", limit=3))) == 3
    assert len(list(ledger.search("orlen", limit=0))) == 0


def test_a_document_is_found_under_each_of_its_titles_but_once(ledger, read):
    ledger.append([read(BRIDGE, external_id="1", title="Shut"), read(BRIDGE, external_id="2", title="Shut again")])
    assert len([each for each in ledger.search("shut") if not each.claim]) == 1
    assert len(list(ledger.search("again orlen"))) == 1
    assert len(list(ledger.search("ada venn said"))) == 1
