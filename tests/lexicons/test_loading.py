import pytest

from sayso.errors import InstallError
from sayso.lexicons import lexicon, words_of


def test_a_lexicon_is_read_once():
    assert lexicon("cues") is lexicon("cues")


def test_a_lexicon_that_is_not_there_says_what_to_do():
    with pytest.raises(InstallError, match="reinstall sayso"):
        lexicon("no-such")


def test_lists_are_joined_and_split_at_white_space():
    assert {"mr", "the"} <= words_of("abbreviations", "before_a_name", "sentence_openers")


def test_no_cue_is_counted_more_often_than_it_occurs():
    assert all(0 < cues <= times for cues, times in lexicon("cues")["words"].values())
