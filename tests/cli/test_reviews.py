import json

import pytest

from sayso.cli.reviews import reviews_in
from sayso.errors import ConfigError
from sayso.model.review import Review

WHOLE = {
    "claim": "cl_1",
    "author": "Ona Reyes",
    "date": "2031-03-09",
    "url": "https://desk.example/r/1",
    "verdict": "Not so",
}


@pytest.fixture
def file(tmp_path):
    """Writes a file of reviews and gives its path."""

    def write(content):
        path = tmp_path / "reviews.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return path

    return write


def test_reviews_come_in_the_order_of_the_file(file):
    path = file([WHOLE, WHOLE | {"claim": "cl_2", "organisation": "Quay Desk", "reviewed": "Did it?"}])
    assert reviews_in(path) == (
        Review(**WHOLE),
        Review(**WHOLE | {"claim": "cl_2", "organisation": "Quay Desk", "reviewed": "Did it?"}),
    )
    assert reviews_in(file([])) == ()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[", "not JSON"),
        ({"claim": "cl_1"}, "holds no list"),
        ([WHOLE, "so"], "review 2: is no object"),
        ([WHOLE | {"rating": 5}], "review 1: has 'rating', which a review cannot have"),
        ([{name: value for name, value in WHOLE.items() if name != "author"}], "review 1: .*author"),
        ([WHOLE, WHOLE | {"verdict": " "}], "review 2: a review has no verdict"),
        ([WHOLE | {"verdict": 4}], "review 1: .*verdict"),
        ([WHOLE | {"date": "soon"}], "expected a day"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_the_review_in_it(file, content, told):
    path = file(content)
    with pytest.raises(ConfigError, match=f"--reviews {path}: .*{told}"):
        reviews_in(path)


def test_a_file_that_is_not_there_or_no_text_is_named(tmp_path):
    with pytest.raises(ConfigError, match="cannot be read"):
        reviews_in(tmp_path / "none.json")
    (tmp_path / "image.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="expected a JSON list"):
        reviews_in(tmp_path / "image.json")
