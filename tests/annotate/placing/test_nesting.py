import pytest

from sayso.annotate.placing.nesting import relation


@pytest.mark.parametrize("between", [", ", " (", ",\n"])
def test_a_comma_puts_a_town_in_an_area(between):
    assert relation(between) == "comma"


@pytest.mark.parametrize(
    "between", [" in ", " in the ", ", a town in the south of the ", ", close to the border in the ", " is a city in "]
)
def test_words_do_as_well(between):
    assert relation(between) == "in"


@pytest.mark.parametrize(
    "between",
    [" and ", " to ", " said he lived in ", ". In ", " of ", "", " was in the habit of leaving for a week or so in "],
)
def test_others_do_not(between):
    assert relation(between) == ""
