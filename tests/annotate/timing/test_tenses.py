import pytest

from sayso.annotate.timing.tenses import Tense, tense_around


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The mayor said on * that it rained.", Tense.PAST),
        ("The council will meet on *.", Tense.FUTURE),
        ("The vote would be held on *.", Tense.FUTURE),
        ("The bill is to be signed on *.", Tense.FUTURE),
        ("The river could crest on *, she said.", Tense.FUTURE),
        ("The river could be closed on *.", Tense.FUTURE),
        ("He could not be reached on *.", Tense.PAST),
        ("He may have fled on *.", Tense.PAST),
        ("The bill is expected on *.", Tense.FUTURE),
        ("They agreed to meet on *.", Tense.FUTURE),
        ("They had been due to meet on *.", Tense.PAST),
        ("The talks were held on *.", Tense.PAST),
        ("The talks have been held since *.", Tense.PAST),
        ("The vote is on *.", Tense.PRESENT),
        ("On * the court ruled.", Tense.PAST),
        ("On * the court is to rule.", Tense.FUTURE),
        ("Starting *, shops close.", Tense.FUTURE),
        ("It may come as early as *.", Tense.FUTURE),
        ("They met the * deadline.", Tense.FUTURE),
        ("The United Fleet of * sails.", Tense.NONE),
        ("He resigned after a long and bitter row about the wall of *.", Tense.DISTANT),
    ],
)
def test_the_nearest_verb_tells_the_tense(words, text, tense):
    found = words(text.replace("*", "Sunday"))
    at = found.raws.index("Sunday")
    assert tense_around(found, at, at + 1, None) is tense


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They left by Wednesday.", "2026-11-04"),
        ("By Wednesday 20 had been found.", "2026-10-28"),
        ("The offer was extended until Wednesday.", "2026-11-04"),
        ("The mayor said on Sunday that they will vote on Sunday.", "2026-11-01 2026-11-08"),
        ("The court ruled in December.", "2025-12"),
        ("The court will rule in December.", "2026-12"),
        ("The court ruled on October 20.", "2026-10-20"),
        ("The court is to rule on October 20.", "2027-10-20"),
        ("He expects a profit in the first quarter.", "2027-Q1"),
        ("He reported a profit in the first quarter.", "2026-Q1"),
        ("It will open in the spring.", "2027-SP"),
        ("It opened in the spring.", "2026-SP"),
        ("Monday's march was loud.", "2026-11-02"),
    ],
)
def test_weekdays_months_and_quarters_follow_the_tense(times, text, value):
    assert " ".join(found.value for found in times(text)) == value
