import pytest

from sayso.annotate.quotations import find_quotations
from sayso.annotate.reporting.cues import find_cues
from sayso.annotate.reporting.words import split_words
from sayso.model.document import Document


def cues(text):
    words = split_words(text, find_quotations(Document(text=text)))
    found = find_cues(words, 0, len(words.starts))
    return [(text[words.starts[cue.first] : words.ends[cue.last - 1]], cue.tentative) for cue in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor has also said that it rained.", "has also said"),
        ("The mayor did not say that it rained.", "did not say"),
        ("The mayor used to say that it rained.", "used to say"),
        ("The mayor pointed out that it rained.", "pointed out"),
        ("The mayor called for calm.", "called for"),
        ("Residents estimate that it rained.", "estimate"),
    ],
)
def test_a_cue_takes_in_auxiliaries_adverbs_and_particles(text, expected):
    assert cues(text)[0] == (expected, False)


def test_a_verb_that_no_list_has_is_tried_beside_a_quotation_alone():
    assert cues("“It rains,” burbled Ada Quill.") == [("burbled", True)]
    assert cues("It rains and Ada Quill burbled on the quay.") == []


def test_what_stands_inside_quotation_marks_is_no_cue_outside():
    assert cues("“He said that it rained.”") == []
