from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.learned.tokens import Tokens
from sayso.annotate.learned.windows import plan


def tokens(count, paragraphs=(0,), sentences=(0,)):
    empty = [0] * count
    return Tokens(
        ["x"] * count, empty, empty, empty, empty, empty, empty, list(paragraphs), sorted({*paragraphs, *sentences})
    )


def bounds(windows):
    return [(window.first, window.last) for window in windows]


def test_a_window_ends_with_the_last_paragraph_that_it_holds_whole():
    assert bounds(plan(tokens(30, paragraphs=(0, 8, 15, 24)), [1] * 30, longest=20, context=0)) == [(0, 15), (15, 30)]


def test_a_longer_paragraph_is_cut_between_sentences_and_a_longer_sentence_anywhere():
    assert bounds(plan(tokens(30, sentences=(0, 8, 15)), [1] * 30, longest=12, context=0)) == [
        (0, 8),
        (8, 15),
        (15, 27),
        (27, 30),
    ]


def test_a_window_is_read_behind_as_much_of_what_stands_before_as_context_allows():
    windows = plan(tokens(20), [2] * 20, longest=16, context=5)
    assert [window.first - window.context for window in windows] == [0, *[2] * (len(windows) - 1)]


def test_no_text_has_no_window():
    assert plan(tokens(0, paragraphs=()), []) == []


@given(
    st.lists(st.integers(1, 24), min_size=1, max_size=120),
    st.sets(st.integers(1, 119), max_size=20),
    st.sets(st.integers(1, 119), max_size=20),
)
def test_every_token_is_in_one_window_and_no_window_is_too_long(pieces, paragraphs, sentences):
    inside = [{0, *(at for at in each if at < len(pieces))} for each in (paragraphs, sentences)]
    windows = plan(tokens(len(pieces), *inside), pieces, longest=60, context=20)
    assert [at for window in windows for at in range(window.first, window.last)] == list(range(len(pieces)))
    assert all(sum(pieces[window.context : window.last]) <= 60 for window in windows)
    assert all(sum(pieces[window.context : window.first]) <= 20 for window in windows)
