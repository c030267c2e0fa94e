import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.asserting.clauses import Clause
from sayso.annotate.asserting.inserts import take_out
from sayso.annotate.asserting.kinds import kind_of
from sayso.annotate.asserting.prospects import has_deadline
from sayso.annotate.asserting.tokens import tokens_of
from sayso.annotate.asserting.verbs import verbs_of


def kind(text, *, reported=True, **more):
    return kind_of(tokens_of(text), reported=reported, **more).kind.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 20 people were killed in the market", "casualties"),
        ("Dozens are missing after the flood", "casualties"),
        ("they had captured 60 soldiers", "casualties"),
        ("a woman was wounded", "casualties"),
        ("the bus lost three of its passengers", "casualties"),
        ("two pickets were treated for burns", "casualties"),
        ("troops have retaken Harle from the rebels", "control"),
        ("rebels took the border post", "control"),
        ("the post had fallen", "control"),
        ("Harle was captured on Friday", "control"),
        ("Harle is under the control of the Free Brigade", "control"),
        ("the bridge remains in rebel hands", "control"),
        ("the road will be finished by spring", "forecast"),
        ("inflation would fall by June", "forecast"),
        ("the crown is expected to recover", "forecast"),
        ("dozens may die", "forecast"),
        ("prices should fall by June", "forecast"),
        ("we will win", "forecast"),
        ("taxes must be cut", "policy"),
        ("the ministry will ban nets from May", "policy"),
        ("we will close two shops", "policy"),
        ("the court ordered a recount", "policy"),
        ("because they were fired upon", "justification"),
        ("we had no choice", "justification"),
        ("the sale was a wound", "evaluation"),
        ("it was the worst in ten years", "evaluation"),
        ("it is blackmail", "evaluation"),
        ("the marines fought bravely", "evaluation"),
        ("the roof collapsed", "event"),
        ("turnout was 41%", "event"),
        ("we did not shell the school", "event"),
        ("the hospital has no generator", "other"),
    ],
)
def test_the_kind_is_told_by_the_words(text, expected):
    assert kind(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the film captured the mood of the city",
        "she took the train in Harle",
        "they held talks in Harle",
        "he took office in Harle",
        "prices fell to 3 crowns",
        "he fell in love in Harle",
        "police captured the thief in Harle",
        "A Captured Life",
        "we have been abandoned",
    ],
)
def test_no_place_is_taken_where_nothing_but_a_phrase_says_so(text):
    assert kind(text) != "control"


def test_a_person_is_no_place():
    assert kind("rebels captured Olm", is_place=lambda token: token.text != "Olm") == "event"


def test_a_last_will_is_no_forecast():
    assert kind("the will of the baron named his cook", reported=False) != "forecast"


def test_a_cue_of_planning_makes_a_policy_of_an_infinitive_and_one_of_judging_an_evaluation():
    assert kind("to build a port", planned=True) == "policy"
    assert kind("the deal “a long way home”", cue=("called",)) == "evaluation"


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("by mid-2031", True),
        ("within two weeks", True),
        ("next year", True),
        ("on Friday", True),
        ("one day", False),
        ("soon", False),
        ("in 40 villages", False),
    ],
)
def test_a_deadline_is_a_day_that_can_be_waited_for(text, dated):
    assert has_deadline(f"it will rain {text}".lower().split()) is dated


WORDS = st.sampled_from(
    [
        "the",
        "a",
        "no",
        "two",
        "300",
        "it",
        "they",
        "rebels",
        "army",
        "mill",
        "Harle",
        "flag",
        "over",
        "off",
        "out",
        "of",
        "from",
        "to",
        "in",
        "under",
        "at",
        ",",
        ";",
        ":",
        ".",
        "(",
        ")",
        "“",
        "”",
        "–",
        "and",
        "but",
        "so",
        "since",
        "as",
        "a",
        "because",
        "took",
        "held",
        "lost",
        "fell",
        "was",
        "were",
        "has",
        "been",
        "is",
        "killed",
        "dead",
        "body",
        "toll",
        "missing",
        "wounded",
        "leg",
        "broke",
        "homes",
        "called",
        "voted",
        "by",
        "votes",
        "must",
        "will",
        "would",
        "may",
        "be",
        "closed",
        "until",
        "asked",
        "told",
        "order",
        "ban",
        "fine",
        "law",
        "good",
        "farce",
        "shame",
        "too",
        "deliberately",
        "like",
        "said",
        "who",
        "which",
        "when",
        "if",
    ]
)


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80))
def test_every_clause_has_a_kind_and_reasons_leave_every_word_once(text):
    tokens = tokens_of(text)
    assert kind_of(tokens, reported=True).why.startswith("kind: ")
    if tokens:
        parts = list(take_out(Clause(tuple(tokens)), lambda words: kind_of(words, reported=False).kind))
        words = [token.start for part in parts for token in part.tokens]
        assert len(words) == len(set(words))


@pytest.mark.parametrize(
    "word", ["froze , ", "to ", "killed 5 ", "took it ", "under the control of ", "because ", "the flag over "]
)
def test_one_repeated_word_takes_no_more_than_its_share_of_time(word):
    tokens = tokens_of(word * 40_000)
    start = time.process_time()
    verbs_of(tokens)
    kind_of(tokens, reported=True)
    assert time.process_time() - start < 3
