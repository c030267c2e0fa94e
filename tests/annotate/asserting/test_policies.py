import pytest

from sayso.annotate.asserting.policies import find_policy
from sayso.annotate.asserting.tokens import tokens_of


def decided(text):
    found = find_policy(tokens_of(text))
    return found.words if found else ""


@pytest.mark.parametrize(
    "text",
    [
        "the union called off the strike",
        "the council voted 17 to 12 on Wednesday to raise the rates",
        "hospitals were told to cancel operations",
        "the bishop asked parishes to toll their bells",
        "the council is to shut the pool",
        "conscription is to be reintroduced",
        "schools stay shut until further notice",
        "the canton has closed all runs until Wednesday",
        "the airline is cutting 900 jobs",
        "voting rights have been extended to prisoners",
        "the judge granted bail",
        "the chancellor promised free school meals",
        "visitors are not allowed to bring phones",
        "two ministers were sacked",
    ],
)
def test_what_is_decided_ordered_or_laid_down_is_a_policy(text):
    assert decided(text)


@pytest.mark.parametrize(
    "text",
    [
        "the clause was adopted by 71 votes to 64",
        "water will flow again by March",
        "a spare vessel should be here by noon",
        "the report is to appear in May",
        "wardens may be hired",
        "police have closed the road",
        "the talks ended without a deal",
        "a lorry overturned on the coast road",
    ],
)
def test_a_count_a_prospect_and_an_act_carried_out_are_none(text):
    assert not decided(text)
