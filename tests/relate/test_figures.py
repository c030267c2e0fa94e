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
