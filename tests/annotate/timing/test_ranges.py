import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ran from 3 to 5 May 2024.", [("3", "2024-05-03", "since"), ("5 May 2024", "2024-05-05", "until")]),
        ("It ran May 3-5, 2024.", [("May 3", "2024-05-03", "since"), ("5, 2024", "2024-05-05", "until")]),
        ("It ran on May 3 and 5, 2024.", [("May 3", "2024-05-03", None), ("5, 2024", "2024-05-05", None)]),
        ("It ran between March and June 2024.", [("March", "2024-03", "since"), ("June 2024", "2024-06", "until")]),
        ("It ran from December to May 2024.", [("December", "2023-12", "since"), ("May 2024", "2024-05", "until")]),
        ("It ran in 1939-45.", [("1939", "1939", "since"), ("45", "1945", "until")]),
        ("It ran from 1939 to 1945.", [("1939", "1939", "since"), ("1945", "1945", "until")]),
        ("It ran 2014–2016.", [("2014", "2014", "since"), ("2016", "2016", "until")]),
        ("Open from 6 to 9 p.m.", [("6", "2026-11-02T18:00", "since"), ("9 p.m.", "2026-11-02T21:00", "until")]),
        ("Open 10-11 a.m.", [("10", "2026-11-02T10:00", "since"), ("11 a.m.", "2026-11-02T11:00", "until")]),
        (
            "It rang at 8 p.m. on 3 May 2024.",
            [("8 p.m.", "2024-05-03T20:00", None), ("3 May 2024", "2024-05-03", None)],
        ),
        (
            "It lasted from Monday until Wednesday.",
            [("Monday", "2026-10-26", "since"), ("Wednesday", "2026-10-28", "until")],
        ),
        (
            "It will last from Monday until Wednesday.",
            [("Monday", "2026-11-02", "since"), ("Wednesday", "2026-11-04", "until")],
        ),
        ("On May 3 and 40 people drowned.", [("May 3", "2026-05-03", None)]),
        ("It ran from 1998 to 99 rooms.", [("1998", "1998", None)]),
    ],
)
def test_both_ends_are_times_and_lend_each_other_what_one_lacks(times, text, expected):
    assert [(each.span.text, each.value, each.bound) for each in times(text)] == expected


def test_a_time_of_the_day_stands_in_the_day_behind_it_and_shares_its_limit(times):
    found = times("It has to end by 5 p.m. (1500 GMT) on Friday.")
    assert [(each.value, each.bound) for each in found] == [
        ("2026-11-06T17:00", "by"),
        ("2026-11-06T15:00Z", "by"),
        ("2026-11-06", "by"),
    ]


def test_the_ends_of_a_range_of_lengths_are_no_bounds(times):
    assert [each.bound for each in times("It takes from 150 days to one year.")] == [None, None]
