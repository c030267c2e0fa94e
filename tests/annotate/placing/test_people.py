import pytest

from sayso.annotate.placing.people import find_people


@pytest.fixture
def people(lines):
    return lambda text, known=(): find_people(lines(text)[1], set(known))


@pytest.mark.parametrize(
    "text",
    ["Maria Vlek spoke.", "The novelist Orsa Vlek spoke.", "Mr Vlek spoke.", "J. Vlek spoke.", "President Vlek spoke."],
)
def test_given_names_titles_and_initials_show_people(people, text):
    assert dict(people(text).surnames) == {"vlek": 1}


@pytest.mark.parametrize(
    "text",
    [
        "A Vlek man spoke.",
        "The Orsa Vlek County Board met.",
        "N. Vlek Road is closed.",
        "Bank of Vlek closed.",
    ],
)
def test_towns_roads_and_bodies_do_not(people, text):
    assert people(text).surnames == {}


def test_a_run_that_a_gazetteer_knows_is_no_persons_name(people):
    assert people("Maria Vlek was flooded.", ["mariavlek"]).surnames == {}


def test_two_capitals_may_be_a_persons_and_count_for_less(people):
    found = people("Orsa Vlek spoke.")
    assert (dict(found.surnames), dict(found.perhaps)) == ({}, {"vlek": 1})
