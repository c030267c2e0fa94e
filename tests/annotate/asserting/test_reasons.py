import pytest

from sayso.annotate.asserting.clauses import find_clauses
from sayso.annotate.asserting.inserts import take_out
from sayso.annotate.asserting.kinds import kind_of
from sayso.annotate.asserting.reasons import told_why
from sayso.annotate.asserting.tokens import tokens_of


def split(text):
    def kind(tokens):
        return kind_of(tokens, reported=False).kind

    parts = [part for clause in find_clauses(tokens_of(text)) for part in take_out(clause, kind)]
    return [(" ".join(token.text for token in part.tokens).strip(" ,."), part.reason) for part in parts]


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        ("The park has forbidden all climbs until Easter", "to keep guides out of danger"),
        ("The park has closed the trail", "to spare the animals noise"),
        ("The lender , Banco Lunel , froze the accounts", "because of irregular transfers"),
        ("The minister withdrew the bill ,", "since it had been drafted in haste"),
        ("The regulator fined the bank", "for turning a blind eye"),
        ("The union dropped the eights from the regatta", "on the grounds that too few crews enter"),
        ("The council shut the pool", "as a precaution against fire"),
    ],
)
def test_the_reason_or_purpose_of_an_act_is_taken_out_of_its_clause(act, reason):
    assert split(f"{act} {reason}.") == [(act.strip(" ,"), False), (reason, True)]


def test_a_purpose_may_stand_in_front():
    assert split("To restore order, the minister has imposed a curfew.") == [
        ("the minister has imposed a curfew", False),
        ("To restore order", True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor told them to leave the hall.",
        "The firm plans to build a port.",
        "The team moved to Harle on Monday.",
        "The train was late because a tree had fallen.",
        "They have been in Harle since the war began.",
    ],
)
def test_an_infinitive_that_a_verb_takes_and_a_mere_cause_stay(text):
    assert all(not reason for _, reason in split(text))


@pytest.mark.parametrize(
    "text",
    [
        "It was done to save money",
        "The step was taken because ore is scarce",
        "The ban was meant to stop the fever",
        "The purpose is to save jobs",
        "We did it to protect them",
    ],
)
def test_a_sentence_about_why_is_told_as_a_whole(text):
    assert told_why(tokens_of(text))
    assert len(split(text)) == 1


@pytest.mark.parametrize(
    "text", ["The goal was disallowed", "Residents were ordered to leave", "Forty were taken to hospital"]
)
def test_other_sentences_with_these_words_say_no_why(text):
    assert not told_why(tokens_of(text))
