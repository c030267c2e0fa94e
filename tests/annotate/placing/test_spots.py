import pytest

from sayso.annotate.placing.spots import find_spots


@pytest.fixture
def spots(lines, world):
    def found(text):
        document, made = lines(text)
        return find_spots(document, made, world)[0]

    return found


def words(spots):
    return [spot.span.text for spot in spots]


def test_the_longest_name_that_is_known_is_one_spot(spots):
    assert words(spots("He left Quarry County for the United Arab Emirates.")) == [
        "Quarry County",
        "United Arab Emirates",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Newbridge-based firm", ["Newbridge"]),
        ("Franco-Russian talks", ["Russian"]),
        ("Moscow-Kharkiv trains", ["Moscow", "Kharkiv"]),
        ("the al-Quds brigade", ["al-Quds"]),
        ("Newbridge, Tex., and Paris, TX, and TX alone", ["Newbridge", "Tex.", "Paris", "TX"]),
        ("born in W.Va. and L.A.", ["W.Va.", "L.A."]),
        ("In March and on Monday the West won", []),
        ("A Newbridge man and The Hague", ["Newbridge", "The Hague"]),
    ],
)
def test_hyphens_abbreviations_and_small_words(spots, text, found):
    assert words(spots(text)) == found


@pytest.mark.parametrize(
    ("text", "span", "type"),
    [
        ("in the Kharkiv region", "Kharkiv", "region"),
        ("in Kharkiv Oblast", "Kharkiv Oblast", "oblast"),
        ("in the province of Kharkiv", "Kharkiv", "province"),
        ("in Quarry County", "Quarry County", "county"),
        ("in Talbot Co. today", "Talbot Co.", "county"),
        ("on Fourth Street", "Fourth Street", "street"),
        ("on Clark St. today", "Clark St.", "st"),
        ("the Newbridge River", "Newbridge River", "river"),
        ("on Highway 19", "Highway 19", "highway"),
    ],
)
def test_a_name_may_say_what_it_names(spots, text, span, type):
    (spot,) = spots(text)
    assert (spot.span.text, spot.type) == (span, type)


def test_names_of_a_list_share_the_type_behind_it_but_a_state_before_it_does_not(spots):
    found = {spot.span.text: spot.type for spot in spots("In Ohio, Heath, Newbridge and Talbot counties were hit.")}
    assert found == {"Ohio": "", "Heath": "county", "Newbridge": "county", "Talbot": "county"}


def test_a_university_of_a_state_is_no_area(spots):
    assert [spot.type for spot in spots("He studied at Ohio State University.")] == [""]
