import pytest

from sayso.annotate.placing.strangers import distance


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("vovchansk", "vovchansk", 0),
        ("vovchanks", "vovchansk", 1),
        ("vovchansks", "vovchansk", 1),
        ("vovchnsk", "vovchansk", 1),
        ("vovkhansk", "vovchansk", 1),
        ("wowchansk", "vovchansk", 2),
        ("heath", "newbridge", 3),
        ("", "ab", 2),
        ("", "abcdef", 3),
    ],
)
def test_slips_are_counted_up_to_three(one, other, slips):
    assert distance(one, other) == distance(other, one) == slips
