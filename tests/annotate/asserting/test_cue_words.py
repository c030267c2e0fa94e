from sayso.annotate.asserting.cue_words import Phrases

KNOWN = Phrases(["expected", "expected to", "is expected to rise"])


def test_the_longest_phrase_is_found_and_none_reaches_behind_the_last_word():
    assert list(KNOWN.among(["it", "is", "expected", "to", "rise"])) == [(1, 5)]
    assert list(KNOWN.among(["expected", "to"])) == [(0, 2)]
    assert list(KNOWN.among(["expected"])) == [(0, 1)]


def test_a_phrase_opens_words_or_none_does():
    assert [KNOWN.opens(words) for words in (["expected"], ["expected", "to"], ["is", "expected"], [])] == [1, 2, 0, 0]
