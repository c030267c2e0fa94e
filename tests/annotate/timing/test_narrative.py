import pytest


def chain(found):
    ids = {each.id: each for each in found}
    return [ids[each.anchor].span.text if each.anchor in ids else each.anchor for each in found]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The ferry sank last Friday. On the same day, two drowned.", ["2026-10-30", "2026-10-30"]),
        ("It fell on 3 May 2024. The next morning it rained.", ["2024-05-03", "2024-05-04TMO"]),
        ("It fell on 3 May 2024. The following week it rained.", ["2024-05-03", "2024-W19"]),
        ("It fell on 3 May 2024. The previous evening it rained.", ["2024-05-03", "2024-05-02TEV"]),
        ("It fell in May 2024. Later that year it rained.", ["2024-05", "2024"]),
        ("It fell in May 2024. A year earlier it rained.", ["2024-05", "2023"]),
        ("It fell on 3 May 2024. Three days later it rained.", ["2024-05-03", "2024-05-06"]),
        ("It fell on 3 May 2024. 72 hours later it rained.", ["2024-05-03", "2024-05-06"]),
        ("It fell on 3 May 2024. Two hours later it rained.", ["2024-05-03", "PT2H"]),
        ("It fell in the second quarter. A year earlier it stood.", ["2026-Q2", "2025-Q2"]),
        ("It fell on 3 May 2024. At 10 p.m. it rained.", ["2024-05-03", "2024-05-03T22:00"]),
        ("It fell on 3 May 2024. That week was cold, that summer hot.", ["2024-05-03", "2024-W18", "2024-SU"]),
    ],
)
def test_times_of_the_narrative_lie_around_what_it_last_spoke_of(times, text, values):
    found = times(text)
    assert [each.value for each in found] == values


def test_the_anchor_names_what_a_time_was_found_from(times):
    found = times("It fell on 3 May 2024. The next day it rained. Two days later it snowed. It melted last week.")
    assert chain(found) == [None, "3 May 2024", "The next day", "published_at"]


def test_an_article_alone_means_the_narratives_year_or_that_of_publication_where_the_clause_looks_ahead(times):
    _, end = times("In 1998 it rained. At the end of the year he left.")
    _, deadline = times("In 1998 it rained. It will be done by the end of the year.")
    assert (end.value, deadline.value) == ("1998", "2026")


def test_a_day_of_which_a_clause_tells_is_not_guessed(times):
    _, day = times("On 3 May 2024 it rained. The day that he left was cold.")
    assert (day.value, day.earliest) == ("XXXX-XX-XX", None)


def test_a_day_in_apposition_is_the_date_before_it(times):
    date, day = times("He was last seen on Oct. 12, the day before the wall fell.")
    assert (day.value, day.anchor) == (date.value, date.id)


def test_a_bare_month_follows_a_year_long_ago_in_its_sentence(times):
    assert [each.value for each in times("He was jailed in March 1993 and freed in June.")] == ["1993-03", "1993-06"]
    assert [each.value for each in times("He joined in July 2023 and will leave on March 12.")] == [
        "2023-07",
        "2027-03-12",
    ]


def test_what_is_only_compared_with_does_not_carry_the_narrative(times):
    found = times(
        "It earned less in the second quarter of 2025. A year earlier it had lost. The latest quarter was good."
    )
    assert [each.value for each in found] == ["2025-Q2", "2024-Q2", "2025-Q2"]
