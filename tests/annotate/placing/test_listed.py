"""The lexicons of places, held against the built-in gazetteer."""

import pytest

from sayso.annotate.placing.folding import loose, plain
from sayso.annotate.placing.listed import GARBLED, abbreviations, listed
from sayso.lexicons import lexicon
from sayso.model.world import Method
from sayso.wiring import open_gazetteer

EVERYTHING = {each for entries in listed().values() for each in entries} | {
    each for table in abbreviations() for each in table.values()
}
REFERENCES = sorted((each for each in EVERYTHING if each.place is None), key=lambda each: (each.area, each.name))


@pytest.mark.parametrize("each", REFERENCES, ids=lambda each: f"{each.name} {each.area}")
def test_what_a_lexicon_refers_to_is_in_the_built_in_gazetteer(each):
    found = open_gazetteer().named([plain(each.name), loose(each.name)[0]])
    assert [known for places in found.values() for known in places if each.area in known.codes]


def test_points_are_on_the_earth_and_ids_are_their_own():
    places = [each.place for each in EVERYTHING if each.place]
    assert all(-90 <= place.lat <= 90 and -180 <= place.lon <= 180 for place in places)
    assert all(place.id.startswith(("geonames:", "sayso:")) for place in places)


def test_a_garbled_name_never_decides_by_itself():
    assert GARBLED < 0.92
    (pokrovsk,) = {each.name for each in listed()["krasnyarmyansk"]}
    assert pokrovsk == "Pokrovsk"
    assert all(each.method is Method.CURATED and each.quality == GARBLED for each in listed()["krasnyarmyansk"])


def test_every_country_has_a_name_a_point_and_is_known_by_its_names():
    for code, known in lexicon("places.countries").items():
        assert len(code) == 2
        assert known["names"]
        for name in (*known["names"], *known["of"]):
            assert any(each.area == code for each in listed()[plain(name)]), (code, name)


def test_former_names_say_until_when():
    undated = [
        known["place"]
        for entries in lexicon("places.contested").values()
        for known in entries
        if "until" in known and "former" not in known
    ]
    assert undated == []
