import pytest


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It fell on 3 May 2024.", "3 May 2024", "2024-05-03"),
        ("It fell on May 3, 2024.", "May 3, 2024", "2024-05-03"),
        ("It fell on the 3rd of May 2024.", "the 3rd of May 2024", "2024-05-03"),
        ("It fell on Friday, Oct. 13, 1989.", "Friday, Oct. 13, 1989", "1989-10-13"),
        ("It fell on Tues., Oct. 3, 1989.", "Tues., Oct. 3, 1989", "1989-10-03"),
        ("It fell on 2024-05-03.", "2024-05-03", "2024-05-03"),
        ("It fell on 5/3/2024.", "5/3/2024", "2024-05-03"),
        ("It fell on 23/5/2024.", "23/5/2024", "2024-05-23"),
        ("It fell on 3.5.2024.", "3.5.2024", "2024-05-03"),
        ("It fell in March 2024.", "March 2024", "2024-03"),
        ("It fell in 1998.", "1998", "1998"),
        ("It fell in nineteen ninety-six.", "nineteen ninety-six", "1996"),
        ("It fell by the year 2000.", "the year 2000", "2000"),
        ("It lost money in fiscal 1989.", "fiscal 1989", "1989"),
        ("It began in the 1960s.", "the 1960s", "196"),
        ("It began in the '80s.", "the '80s", "198"),
        ("It began in the nineties.", "the nineties", "199"),
        ("It dates from the 19th century.", "the 19th century", "18"),
        ("It was lowest since '82.", "'82", "1982"),
        ("It comes on Christmas Eve.", "Christmas Eve", "2026-12-24"),
        ("It came at Easter 2025.", "Easter 2025", "2025-04-20"),
        ("It fell in the third quarter of 1984.", "the third quarter of 1984", "1984-Q3"),
        ("It fell in Q3 2025.", "Q3 2025", "2025-Q3"),
        ("It fell in the first half of 2025.", "the first half of 2025", "2025-H1"),
        ("It fell in the summer of 1990.", "the summer of 1990", "1990-SU"),
        ("It fell in the first week of March 2024.", "the first week of March 2024", "2024-W10"),
        ("It fell on the last day of 1999.", "the last day of 1999", "1999-12-31"),
        ("It fell in the week of March 6, 2000.", "the week of March 6, 2000", "2000-W10"),
    ],
)
def test_dates_of_the_calendar(times, text, span, value):
    (found,) = times(text)
    assert (found.type, found.span.text, found.value, found.anchor) == (
        "DATE",
        span,
        value,
        "published_at" if "Christmas" in text else None,
    )


@pytest.mark.parametrize("text", ["It fell on 31 February 2024.", "It fell on 00/00/00 and 99.99.9999."])
def test_what_the_calendar_does_not_have_is_no_day(times, text):
    assert all(found.earliest != found.latest for found in times(text))


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It rang at 10:30 p.m. GMT.", "10:30 p.m. GMT", "2026-11-02T22:30Z"),
        ("It rang at 5pm.", "5pm", "2026-11-02T17:00"),
        ("It rang at 0400 local time.", "0400 local time", "2026-11-02T04:00"),
        ("It rang at 18:00 UTC.", "18:00 UTC", "2026-11-02T18:00Z"),
        ("It rang at noon.", "noon", "2026-11-02T12:00"),
        ("It rang at midnight.", "midnight", "2026-11-02T24:00"),
        ("It rang at four in the morning.", "four in the morning", "2026-11-02T04:00"),
        ("It rang at three o'clock in the afternoon.", "three o'clock in the afternoon", "2026-11-02T15:00"),
        ("It rang at 9 a.m. Eastern.", "9 a.m. Eastern", "2026-11-02T09:00"),
        ("It rang at 10 p.m. Wednesday.", "10 p.m. Wednesday", "2026-10-28T22:00"),
        ("It rang at 5 p.m. EST, Nov. 6, 2025.", "5 p.m. EST, Nov. 6, 2025", "2025-11-06T17:00"),
        ("It rang on Friday evening.", "Friday evening", "2026-10-30TEV"),
        ("It rang last night.", "last night", "2026-11-01TNI"),
        ("It rang this morning.", "this morning", "2026-11-02TMO"),
        ("It rang overnight.", "overnight", "2026-11-01TNI"),
    ],
)
def test_times_of_the_day(times, text, span, value):
    (found,) = times(text)
    assert (found.type, found.span.text, found.value) == ("TIME", span, value)


@pytest.mark.parametrize("text", ["They won 3:2.", "He has 2000 men.", "The 2008 Moscow plan.", "Highway 2100 people."])
def test_scores_and_counts_are_no_times_of_the_day(times, text):
    assert [found for found in times(text) if found.type == "TIME"] == []
