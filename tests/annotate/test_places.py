import pytest

from sayso.annotate.places import RESOLVED, find_places
from sayso.annotate.sentences import find_sentences
from sayso.model.document import Document
from sayso.model.world import Method
from sayso.wiring import open_gazetteer


@pytest.fixture
def places():
    def of(text, **known):
        document = Document(text=text, **known)
        return {t.span.text: t for t in find_places(document, find_sentences(document), gazetteer=open_gazetteer())}

    return of


def resolved(toponym):
    return toponym.place and (toponym.place.name, toponym.place.country)


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Shells fell on Volchansk, close to the border in the Kharkiv region.", "Volchansk", ("Vovchansk", "UA")),
        ("Fog lay over Paris, Texas, all day.", "Paris", ("Paris", "US")),
        ("Fog lay over Paris all day.", "Paris", ("Paris", "FR")),
        ("A kiln burned down in Springfield, Ill.", "Springfield", ("Springfield", "US")),
        ("The ferry to Gazimağusa was late.", "Gazimağusa", ("Famagusta", "CY")),
        ("Trams stopped in Вовчанськ at noon.", "Вовчанськ", ("Vovchansk", "UA")),
        ("Trains from Lwów were late.", "Lwów", ("Lviv", "UA")),
        ("Tents were pitched at Khan Younis.", "Khan Younis", ("Khan Yunis", "PS")),
        ("The Donetsk region was dark.", "Donetsk", ("Donetsk", "UA")),
    ],
)
def test_names_are_resolved_by_what_the_text_says(places, text, name, place):
    assert resolved(places(text)[name]) == place


def test_a_region_is_one_where_its_word_stands_beside_it(places):
    assert places("The Donetsk region was dark.")["Donetsk"].place.precision == "admin1"
    assert places("Donetsk was dark, people in Donetsk say.")["Donetsk"].place.precision == "city"


def test_a_garbled_name_offers_what_is_meant_and_never_what_it_looks_like(places):
    toponym = places("Units may reach Krasny Armyansk before Pokrovsk does, near Donetsk.")["Krasny Armyansk"]
    assert toponym.place is None
    assert toponym.method is Method.CURATED
    assert [(each.name, each.country) for each in toponym.candidates] == [("Pokrovsk", "UA")]


def test_without_a_context_namesakes_are_all_offered_and_none_is_given(places):
    toponym = places("Krasnoarmeysk got a new station.")["Krasnoarmeysk"]
    assert toponym.place is None
    assert {each.country for each in toponym.candidates} >= {"UA", "RU"}


@pytest.mark.parametrize("name", ["Verbokhatka Sukha", "Port Ashmeadow", "Zzyrnitsa"])
def test_an_invented_village_is_named_and_left_open(places, name):
    toponym = places(f"Fog lay over the village of {name} all day.")[name]
    assert (toponym.place, toponym.method, toponym.candidates) == (None, None, ())


def test_a_village_that_is_missing_does_not_become_its_namesake_in_another_region(places):
    toponym = places("A barn burned in the village of Rozdolne, in the Rivne region.")["Rozdolne"]
    assert toponym.place is None or toponym.place.admin1 == "Rivne Oblast"


def test_a_misspelt_name_decides_only_inside_the_area_that_the_text_names(places):
    inside = places("Fog lay over the town of Vovchansks in the Kharkiv region.")["Vovchansks"]
    assert (inside.method, resolved(inside)) == (Method.FUZZY, ("Vovchansk", "UA"))
    outside = places("Fog lay over the town of Vovchansks in Portugal.").get("Vovchansks")
    assert outside.place is None


def test_one_name_may_be_two_places_in_one_text():
    document = Document(text="Fog lay over Paris, Texas. He had been born in Paris, France.")
    found = find_places(document, find_sentences(document), gazetteer=open_gazetteer())
    assert [resolved(each) for each in found if each.span.text == "Paris"] == [("Paris", "US"), ("Paris", "FR")]


def test_scores_go_down_candidates_are_few_and_what_is_given_is_sure(places):
    for toponym in places(
        "Fog in Springfield, Paris, Georgia and Cambridge; rain in Kharkiv and the Black Sea."
    ).values():
        scores = [each.score for each in toponym.candidates]
        assert scores == sorted(scores, reverse=True)
        assert len(scores) <= 5
        assert (toponym.place is not None) == (toponym.score >= RESOLVED)


def test_an_outlets_address_tells_where_its_readers_are(places):
    text = "A man from Durham was held in Newcastle."
    british = places(text, outlet="thequay.co.uk")
    assert british["Durham"].candidates[0].country == "GB"
