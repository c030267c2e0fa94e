import pytest

from sayso.annotate.asserting.kinds import has_deadline, kind_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("At least 20 people were killed in the market", "casualties"),
        ("Dozens are missing after the flood", "casualties"),
        ("they had captured 60 soldiers", "casualties"),
        ("a woman was wounded", "casualties"),
        ("troops have retaken Harle from the rebels", "control"),
        ("rebels took the border post", "control"),
        ("the post had fallen", "control"),
        ("Harle was captured on Friday", "control"),
        ("Harle is under the control of the Free Brigade", "control"),
        ("the road will be finished by spring", "forecast"),
        ("inflation would fall by June", "forecast"),
        ("the crown is expected to recover", "forecast"),
        ("taxes must be cut", "policy"),
        ("they fired because they were fired upon", "justification"),
        ("the sale was a wound", "evaluation"),
        ("it was the worst in ten years", "evaluation"),
        ("the roof collapsed", "event"),
        ("the hospital has no generator", "other"),
    ],
)
def test_the_kind_is_told_by_the_words(text, kind):
    assert kind_of(text, reported=True)[0].value == kind


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
    ],
)
def test_no_place_is_taken_where_nothing_but_a_phrase_says_so(text):
    assert kind_of(text, reported=True)[0].value != "control"


def test_a_person_is_no_place():
    assert kind_of("rebels captured Olm", reported=True, places=lambda word: word != "Olm")[0].value == "event"


def test_a_last_will_is_no_forecast():
    assert kind_of("the will of the baron named his cook", reported=False)[0].value != "forecast"


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
    assert has_deadline(f"it will rain {text}") is dated
