import pytest


@pytest.mark.parametrize(
    "text",
    [
        "May Holm may march in the March for Life.",
        "Prices fall and spring up; the fall of the wall.",
        "Good evening, Harle.",
        "The Sunday Times and Black Friday.",
        "He read USA Today and Russia Today.",
        "It paid $1998 to 2000 rebels and 1500 men.",
        "The company's 2000 employees and Windows 2000 stayed.",
        "Their most recent plan; the quarterly results.",
        "He lives at 1600 Harle Street.",
        "At the end of the day, it rains.",
        "The future of the port; the past president.",
        "p2qpm3h3Pm is a code.",
        "Rolf Sun and Sat Kumar met Dec Holm.",
    ],
)
def test_what_only_looks_like_a_time_is_none(times, text):
    assert [each.span.text for each in times(text)] == []


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("It fell in May.", ["May"]),
        ("March's rain was heavy.", ["March"]),
        ("It fell in 1776.", ["1776"]),
        ("In 1998 officials left.", ["1998"]),
        ("The 1998 bombings.", ["1998"]),
        ("It was paid quarterly.", ["quarterly"]),
        ("In the past, it rained.", ["the past"]),
        ("ROCKETS HIT HARLE THIS WEEK", ["THIS WEEK"]),
        ("“Now we wait,” he said.", ["Now"]),
        ("The morning was cold.", ["The morning"]),
        ("Sept. 5 was wet, Sept 6 dry.", ["Sept. 5", "Sept 6"]),
    ],
)
def test_what_is_one_in_its_company_stays(times, text, spans):
    assert [each.span.text for each in times(text)] == spans


def test_a_table_of_times_is_passed_over_at_once(times):
    assert times("Friday " * 100_000) == ()
    assert [each.value for each in times("2012-" * 50_000 + "\n\nIt fell on 3 May 2024.")] == ["2024-05-03"]
