import pytest

from sayso.annotate.learned.attributions import is_time
from sayso.model.document import Document


@pytest.mark.parametrize(
    ("source", "time"),
    [
        ("the coming year", True),
        ("The next two weeks", True),
        ("this week", True),
        ("The Week", False),
        ("a poll last week", False),
        ("weeks", True),
    ],
)
def test_a_time_is_told_from_whoever_has_one_in_their_name(source, time):
    document = Document(text=source)
    assert is_time([document.span(0, len(source))]) is time


def test_no_source_is_no_time():
    assert not is_time(())
