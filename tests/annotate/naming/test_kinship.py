import pytest


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Karl Adler left. His wife, Ida, stayed. “No,” her husband said.", "her husband", "Karl Adler"),
        ("Tom Adler left. His mother, Ida, stayed. “No,” her son said.", "her son", "Tom Adler"),
        (
            "Tom Adler left. His aunt Rosa wept. His mother, Ida Adler, stayed. “No,” her sister said.",
            "her sister",
            "Rosa",
        ),
        ("Tom Adler left. “No,” his sister said.", "his sister", "sister"),
    ],
)
def test_kin_is_whoever_was_said_to_be_it(by_hand, claimants, text, source, name):
    assert claimants(by_hand(text).say(source, "said", "“No,”")) == [name]
