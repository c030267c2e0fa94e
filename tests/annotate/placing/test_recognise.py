import pytest

from sayso.annotate.placing.evidence import Surroundings
from sayso.annotate.placing.people import find_people
from sayso.annotate.placing.recognise import recognise
from sayso.annotate.placing.spots import find_spots


@pytest.fixture
def recognised(lines, world):
    def found(text):
        document, made = lines(text)
        spots, known = find_spots(document, made, world)
        return [spot.span.text for spot in recognise(spots, Surroundings(text, find_people(made, known), known))]

    return found


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton sang.",
        "Mr Paris sang.",
        "The Paris Globe said so.",
        "Paris United won.",
        "HMS Paris sank.",
        "Mayor Ada Paris spoke. Paris smiled.",
        "The nice man slept. Nice try.",
        "Heath said no.",
    ],
)
def test_people_papers_clubs_ships_and_words_are_no_places(recognised, text):
    assert recognised(text) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("He lives in Paris.", ["Paris"]),
        ("He lives near Heath.", ["Heath"]),
        ("He moved to Nice in France.", ["Nice", "France"]),
        ("Heath, Ohio, was flooded.", ["Heath", "Ohio"]),
        ("Paris and Heath were flooded.", ["Paris", "Heath"]),
        ("NEWBRIDGE — The pump failed.", ["NEWBRIDGE"]),
        ("The Heath-based firm closed.", ["Heath"]),
        ("Russian ships left.", ["Russian"]),
        ("The University of Paris closed.", ["Paris"]),
        ("Newbridge police came.", ["Newbridge"]),
    ],
)
def test_what_stands_around_a_name_makes_it_a_place(recognised, text, places):
    assert recognised(text) == places


def test_what_a_name_is_in_one_place_it_is_in_another(recognised):
    assert recognised("He lives in Heath, Ohio. Heath is quiet.") == ["Heath", "Ohio", "Heath"]
