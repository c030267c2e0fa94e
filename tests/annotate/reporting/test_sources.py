import pytest

from sayso.annotate.reporting.sources import source_after, source_before
from sayso.annotate.reporting.words import split_words


def before(text):
    words = split_words(text, ())
    found = source_before(words, words.lowers.index("said"), 0)
    return found and text[words.starts[found[0]] : words.ends[found[1] - 1]]


def after(text):
    words = split_words(text, ())
    found = source_after(words, words.lowers.index("said") + 1, len(words.starts))
    return found and text[words.starts[found[0]] : words.ends[found[1] - 1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said it rained.", "He"),
        ("On Monday the mayor of Norvik said it rained.", "the mayor of Norvik"),
        ("Ada Quill, who runs the ferry, said it rained.", "Ada Quill, who runs the ferry,"),
        ("Ada Quill, 61, a farmer in Norvik, said it rained.", "Ada Quill, 61, a farmer in Norvik,"),
        ("It rained on Monday, the clerk, Ada Quill, said.", "the clerk, Ada Quill,"),
        ("People familiar with the plan said it rained.", "People familiar with the plan"),
        ("After the firm said it rained, all left.", "the firm"),
        ("The said it rained.", None),
        ("said nobody", None),
    ],
)
def test_the_source_before_a_cue_is_its_whole_noun_phrase(text, expected):
    assert before(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained, said he on Monday.", "he"),
        ("It rained, said Ada Quill on Monday.", "Ada Quill"),
        ("It rained, said Ada Quill, a farmer in Norvik.", "Ada Quill, a farmer in Norvik"),
        ("It rained, said Ada Quill, who has sheep and sells wool.", "Ada Quill, who has sheep and sells wool"),
        ("It rained, said the clerk, adding that it poured.", "the clerk"),
        ("It rained, said", None),
    ],
)
def test_the_source_behind_a_cue_ends_where_its_circumstances_begin(text, expected):
    assert after(text) == expected
