import pytest

from sayso.errors import InputError
from sayso.model.review import Review

WHOLE = {
    "claim": "cl_1",
    "author": "Ona Reyes",
    "date": "2031-03-09",
    "url": "https://desk.example/r/1",
    "verdict": "Not so",
}


def test_a_whole_review_is_what_was_given():
    review = Review(**WHOLE)
    assert [getattr(review, name) for name in WHOLE] == list(WHOLE.values())
    assert (review.organisation, review.reviewed) == (None, None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("claim", ""),
        ("author", " "),
        ("verdict", "\t"),
        ("date", "yesterday"),
        ("date", "2031-02-30"),
        ("url", "desk.example/r/1"),
        ("url", "https://desk.example/a b"),
        ("url", "javascript:alert(1)"),
        ("url", "https:///r"),
    ],
)
def test_a_review_that_nobody_signed_dated_published_or_decided_is_refused(name, value):
    with pytest.raises(InputError, match=r"expected"):
        Review(**WHOLE | {name: value})
