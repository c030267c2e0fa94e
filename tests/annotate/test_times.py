"""The stage of times as a whole: what holds on every text, and what other stages may rely on."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate.sentences import find_sentences
from sayso.annotate.times import find_times
from sayso.annotate.timing.horizons import day_range
from sayso.annotate.timing.lexis import openers
from sayso.codec import decode, encode
from sayso.model.document import Document, check_spans
from sayso.model.reading import Reading
from sayso.model.world import TimexType
from sayso.wiring import read

PUBLISHED = st.sampled_from([None, "2026-11-02", "2024-02-29T23:59:00Z", "0001-01-01", "9999-12-31", "2026", "soon"])
WORDS = sorted(
    openers() | {"said", "will", "the", "vote", "on", "by", "until", "within", "before", "after", "from", "between"}
)
TOKEN = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(str.capitalize),
    st.integers(0, 3000).map(str),
    st.sampled_from(
        [".", ",", "-", "'", "’s", "“", "”", "\n\n", "31", "10:30", "2024-02-30", "5/3/24", "1/2", "½", "²", "İ", "s"]
    ),
)
GLUE = st.sampled_from([" ", " ", " ", "", "\n"])
TEXT = st.lists(st.tuples(TOKEN, GLUE), max_size=60).map(lambda parts: "".join(word + glue for word, glue in parts))


def times_of(text, published):
    document = Document(text=text, published_at=published)
    return document, find_times(document, find_sentences(document))


def hold(text, published):
    document, found = times_of(text, published)
    check_spans(found, document.text)
    assert found == times_of(text, published)[1]
    assert len({each.id for each in found}) == len(found)
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))
    ids = {each.id for each in found}
    for each in found:
        assert each.span.text.strip() == each.span.text != ""
        assert each.anchor in {None, "published_at"} | ids - {each.id}
        assert each.anchor != "published_at" or published
        if each.earliest and each.latest:
            assert each.earliest <= each.latest
        first, last = day_range(each)
        assert first is None or last is None or first <= last
        assert each.type is not TimexType.SET or (each.earliest, each.latest) == (None, None)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), PUBLISHED)
def test_any_text_is_read_twice_alike_with_times_in_order_that_quote_it(text, published):
    hold(text, published)


@settings(max_examples=600, deadline=None)
@given(TEXT, PUBLISHED)
def test_any_heap_of_words_of_time_is_read_twice_alike_with_times_in_order_that_quote_it(text, published):
    hold(text, published)


@settings(max_examples=200, deadline=None)
@given(st.dates(date(1970, 1, 1), date(2099, 12, 31)), st.dates(date(1970, 1, 1), date(2099, 12, 31)))
def test_a_whole_date_is_its_day_whenever_it_was_published(day, published):
    text = f"It fell on {day.day} {day:%B} {day.year}."
    (found,) = times_of(text, published.isoformat())[1]
    assert (found.value, found.earliest, found.latest, found.anchor) == (*[day.isoformat()] * 3, None)


@settings(max_examples=200, deadline=None)
@given(st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.sampled_from(["Monday", "Wednesday", "Sunday"]))
def test_a_weekday_lies_within_a_week_on_the_side_that_the_tense_says(published, name):
    _, (past, future) = times_of(f"He left on {name}. He will come on {name}.", published.isoformat())
    distance = [(date.fromisoformat(each.value) - published).days for each in (past, future)]
    assert -7 < distance[0] <= 0 <= distance[1] < 7
    assert date.fromisoformat(past.value).strftime("%A") == name


@pytest.mark.parametrize(
    "unit", ["x", "a ", "the last ", "two ", "of the ", "'", "1/2 ", "first ", "half a ", "10:30 ", "May "]
)
def test_a_long_text_of_one_token_is_read_in_no_time(unit):
    assert times_of(unit * (600_000 // len(unit)), "2026-11-02")[1] == ()


def test_a_reading_carries_times_and_survives_json():
    document = Document(text="The ferry sank last Friday. It must be raised by June.", published_at="2026-11-02")
    reading = read(document, reader="rules")
    assert [each.value for each in reading.timexes] == ["2026-10-30", "2027-06"]
    assert decode(Reading, encode(reading)) == reading
    assert reading.made_by.stages["times"].startswith("find_times@")
