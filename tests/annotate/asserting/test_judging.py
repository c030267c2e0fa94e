import pytest

from sayso.annotate.asserting.judging import judgement_words
from sayso.annotate.asserting.tokens import tokens_of


def judged(text, *, reported=True):
    return judgement_words(tokens_of(text), reported=reported)


@pytest.mark.parametrize(
    "text",
    [
        "the trial was a farce",
        "the minister’s a disgrace",
        "they behaved like bandits",
        "the rioters shamed the city",
        "late but decent",
        "a mob with library cards",
        "the report is full of holes",
        "the alert came scandalously late",
    ],
)
def test_a_source_judges_with_a_copula_a_verb_a_manner_or_without_a_verb(text):
    assert judged(text)


@pytest.mark.parametrize(
    "text",
    [
        "the scans had been filed under the wrong names",
        "hackers broke into the ministry’s computers",
        "air quality was the worst since records began",
        "the log was misread",
        "the roof collapsed",
        "two oxen",
    ],
)
def test_what_is_counted_done_or_only_named_is_no_judgement(text):
    assert not judged(text)


def test_the_narrator_judges_less():
    assert judged("the strategy is a riddle")
    assert not judged("the strategy is a riddle", reported=False)
