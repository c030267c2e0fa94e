import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate.asserting.clauses import find_clauses
from sayso.annotate.asserting.inserts import take_out
from sayso.annotate.asserting.kinds import kind_of
from sayso.annotate.asserting.tokens import tokens_of

WORDS = st.sampled_from(
    [
        "and",
        "but",
        ";",
        ",",
        ".",
        "“",
        "”",
        "(",
        ")",
        "that",
        "who",
        "which",
        "when",
        "because",
        "to",
        "prevent",
        "killing",
        "nine",
        "people",
        "died",
        "was",
        "rebels",
        "took",
        "Harle",
        "the",
        "mill",
        "will",
        "not",
        ",",
        "-",
        "Kesh's",
    ]
)


def divided(text):
    def kind(words):
        return kind_of(words, reported=True).kind

    found = [clause for whole in find_clauses(tokens_of(text)) for clause in take_out(whole, kind)]
    return [" ".join(token.text for token in clause.tokens).strip(" ,.") for clause in found]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("the bridge fell and that nine people died", ["the bridge fell", "that nine people died"]),
        ("Rebels took the mill and burned the bridge.", ["Rebels took the mill", "burned the bridge"]),
        ("the dam held but the road was gone", ["the dam held", "the road was gone"]),
        ("Four people were killed and nine injured.", ["Four people were killed", "nine injured"]),
        ("The rebels hold the port; the army sits in Harle.", ["The rebels hold the port", "the army sits in Harle"]),
        (
            "The bus overturned, killing four people and injuring nine.",
            ["The bus overturned", "killing four people", "injuring nine"],
        ),
        ("The army withdrew after rebels captured Orl.", ["The army withdrew", "rebels captured Orl"]),
        (
            "The council shut the pool because the boiler leaked.",
            ["The council shut the pool", "because the boiler leaked"],
        ),
        (
            "The firm closed two shops to protect jobs at its plant.",
            ["The firm closed two shops", "to protect jobs at its plant"],
        ),
    ],
)
def test_what_has_a_verb_of_its_own_is_a_clause_of_its_own(text, clauses):
    assert divided(text) == clauses


@pytest.mark.parametrize(
    "text",
    [
        "The mayor and the police chief resigned.",
        "Rebels shelled and burned the town.",
        "Police arrested the men who fled and were hiding in Orl.",
        "When the pump failed and the water rose, the town fled.",
        "The train was late because a tree had fallen.",
        "The ministry plans to build a port and to close two stations.",
        "The bus, which had a red door, reached Orl.",
        "He called it “a wound and a shame” in Harle.",
        "As many as 40 may be wounded.",
    ],
)
def test_names_lists_modifiers_and_mere_causes_stay_in_their_clause(text):
    assert len(divided(text)) == 1


def test_a_shared_subject_is_handed_on():
    first, second = find_clauses(tokens_of("Rebels took the mill and burned the bridge."))
    assert [token.text for token in second.shared] == ["Rebels"]
    assert not first.shared


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40), st.text(max_size=20))
def test_no_word_of_a_clause_is_made_up_or_told_twice(words, noise):
    tokens = tokens_of(" ".join(words) + noise)
    found = [
        token
        for whole in find_clauses(tokens)
        for clause in take_out(whole, lambda some: kind_of(some, reported=True).kind)
        for token in clause.tokens
    ]
    assert len(found) == len(set(found))
    assert set(found) <= set(tokens)


def test_a_sentence_that_is_a_list_costs_no_more_than_its_length():
    tokens = tokens_of("and rebels took Harle because when killing nine, " * 20_000)
    start = time.process_time()
    assert len(find_clauses(tokens)) == 1
    assert time.process_time() - start < 1
