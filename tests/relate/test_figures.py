import pytest

from sayso.relate.figures import Figure, agree


def figure(value, unit="person", of="", approximate=False):
    return Figure(value, unit, of, approximate)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([figure(12)], [figure(12)], True),
        ([figure(12)], [figure(15)], False),
        ([figure(12, of="=killed")], [figure(15, of="=injured")], None),
        ([figure(30, approximate=True)], [figure(31)], True),
        ([figure(61, unit="percent")], [figure(40)], None),
        ([figure(800), figure(3100)], [figure(800)], True),
        ([], [figure(4)], None),
    ],
)
def test_figures_agree_where_they_count_the_same(one, other, expected):
    assert agree(one, other) is expected
    assert agree(other, one) is expected


@pytest.mark.parametrize(
    ("one", "is_main"),
    [
        (figure(9), True),
        (figure(61, unit="percent"), True),
        (figure(9, unit="", of="=killed"), True),
        (figure(64, unit="", of=""), True),
        (figure(800, unit="", of="job"), True),
        (figure(11, unit="", of="station"), False),
        (figure(10, unit="metre"), False),
    ],
)
def test_a_claim_is_about_people_and_shares_and_not_about_the_number_of_places(one, is_main):
    assert one.is_main is is_main
