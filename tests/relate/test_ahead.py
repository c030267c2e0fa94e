import time

import pytest

from sayso.relate.ahead import is_ahead


@pytest.mark.parametrize(
    "text",
    ["the bridge will open", "the bridge may open in june", "they might leave", "it is to close by may", "may the bridge open on 3 may and it may close"],
)  # fmt: skip
def test_modals_and_plans_speak_of_what_is_to_come(text):
    assert is_ahead(text)


@pytest.mark.parametrize(
    "text",
    ["the bridge opened on 20 may", "in may the bridge opened", "the flood of may 2019", "the crew may have fled", "he could not be saved", "they might have gone"],
)  # fmt: skip
def test_a_month_and_what_may_have_been_do_not(text):
    assert not is_ahead(text)


@pytest.mark.parametrize("token", ["may ", "in may ", "is "])
def test_long_texts_of_one_token_take_linear_time(token):
    began = time.process_time()
    is_ahead((token * 1_000_000)[:3_000_000].strip())
    assert time.process_time() - began < 3
