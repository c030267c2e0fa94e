import pytest

from sayso.annotate.wording.patterns import Ground, pattern_of
from sayso.annotate.wording.tokens import split_tokens

CLASSES = {"place": frozenset({"town", "hill"})}


def fits(pattern, text, word="took"):
    tokens = split_tokens(text)
    at = tokens.lows.index(word)
    return pattern_of(pattern, CLASSES).fits(Ground(tokens, lambda _: False), at, at + 1)


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("_ the {place}", "they took the town", True),
        ("_ the {place}", "they took the bus", False),
        ("_ ~ {place}", "they took all of that town", True),
        ("_ ~ {place}", "they took all of that big old town", False),
        ("_ ~ {place}", "they took it. the town slept", False),
        ("_ {Name}", "they took Osk", True),
        ("_ {Name}", "they took. Osk slept", False),
        ("rebels|troops _", "the rebels took it", True),
        ("{place} ~ _", "the town was then took", True),
        ("_ the", "they took", False),
    ],
)
def test_a_pattern_fits_around_the_term_and_over_no_stop(pattern, text, expected):
    assert fits(pattern, text) is expected


def test_a_possessive_is_its_word_and_a_hyphen_parts_two():
    assert split_tokens("Osk’s rebel-held half").lows == ["osk", "rebel", "held", "half"]
