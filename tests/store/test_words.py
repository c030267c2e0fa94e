from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.store.words import AROUND, around, find_hit, fold, folded, phrases_of, words_of

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()) | st.sampled_from("aÉ_'’ İßꭰΣς\u0301½⑴"), max_size=40)


@given(ANY_TEXT)
def test_what_is_indexed_is_what_hits_are_found_by(text):
    assert folded(text) == " ".join(word for word, _, _ in words_of(text))


@given(ANY_TEXT)
def test_a_folded_word_is_one_word_for_an_index_that_splits_at_ascii(text):
    for word, start, end in words_of(text):
        assert fold(word) == word
        assert not any(letter.isascii() and not letter.isalnum() for letter in word)
        assert 0 <= start < end <= len(text)


@given(ANY_TEXT)
def test_every_word_of_a_text_is_a_hit_in_it(text):
    for word, start, end in words_of(text):
        hit = find_hit(phrases_of(text[start:end]), text)
        assert hit is not None
        assert folded(text[hit[0] : hit[1]]) == word


@pytest.mark.parametrize("piece", ["a", "a ", "é", "\u0301", "_", '"', "a'b ", "½"])
def test_folding_takes_time_in_line_with_the_length(piece):
    def seconds(length):
        began = process_time()
        folded(piece * length)
        return process_time() - began

    small = min(seconds(20_000) for _ in range(3))
    assert min(seconds(200_000) for _ in range(3)) < 30 * small + 0.05


@given(ANY_TEXT, st.integers(0, 400), st.integers(0, 400))
def test_the_surroundings_of_a_hit_join_up_to_a_stretch_of_the_text(piece, start, length):
    text = piece * 20
    start, end = min(start, len(text)), min(start + length, len(text))
    before, hit, after = around(text, start, end)
    assert hit == text[start:end]
    assert text[start - len(before) : end + len(after)] == before + hit + after
    assert max(len(before), len(after)) <= AROUND


def test_the_surroundings_of_a_hit_begin_and_end_with_whole_words():
    text = "wordy " * 100
    before, _, after = around(text, 300, 305)
    assert set((before + after).split()) == {"wordy"}
