import pytest

from sayso.annotate.asserting.casualties import casualty_words
from sayso.annotate.asserting.harms import harm_words
from sayso.annotate.asserting.tokens import tokens_of


@pytest.mark.parametrize(
    "text",
    [
        "the bomb killed a teacher",
        "a judge was shot outside his house",
        "Bell bled to death in the hall",
        "three of them succumbed",
        "two children were found lifeless",
        "a nurse lost both legs",
        "the cook had his jaw broken",
        "he suffered a fractured skull",
        "more than 70 people sustained fractures",
        "some 4,000 families are sheltering in schools",
        "five schoolgirls have been abducted",
        "rescuers pulled nine bodies from the rubble",
        "the death toll has risen to 212",
        "there were no losses among the guards",
        "thirteen hikers were rescued unharmed",
        "no civilians came to harm",
        "most of the dead were women",
        "lightning killed a shepherd",
        "scalding nine stallholders",
    ],
)
def test_what_befell_people_is_told_in_many_words(text):
    assert harm_words(tokens_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "the striker beat the goalkeeper from the spot",
        "a storm battered the coast",
        "the bill was struck down by the court",
        "police arrested four men",
        "the engine died on the hill road",
        "trout vanished from four rivers",
        "a cat was trapped in a drain",
        "the mayor was driven to the airport",
        "the talks collapsed",
    ],
)
def test_what_befell_things_or_is_no_harm_makes_no_victims(text):
    assert not casualty_words(tokens_of(text))
