"""The gazetteer file and its in-memory twin, held to one contract; and the file alone."""

import sqlite3
import threading

import pytest

from sayso.engines.gazetteer.building import Builder, Entry, Naming, without_type
from sayso.engines.gazetteer.layout import Bearing, Kind, Status, pack, unpack
from sayso.engines.gazetteer.memory import MemoryGazetteer
from sayso.engines.gazetteer.reading import BUILT_IN, FileGazetteer
from sayso.errors import ConfigError
from sayso.model.world import Precision
from sayso.ports.gazetteer import Naming as How

ENTRIES = [
    Entry(
        number=1, name="Ada Province", country="UA", admin1="05", lat=48.0, lon=37.5, kind=Kind.ADMIN1, population=900
    ),
    Entry(
        number=2, name="Brenn", country="UA", admin1="05", admin2="7", lat=48.1, lon=37.6, kind=Kind.TOWN, population=70
    ),
    Entry(number=3, name="Brenn", country="FR", lat=45.0, lon=2.0, kind=Kind.TOWN, population=9_000),
    Entry(number=4, name="Cole County", country="US", admin1="OH", admin2="9", lat=40.0, lon=-82.0, kind=Kind.ADMIN2),
]
NAMINGS = [
    Naming(number=2, name="Kolhosp", historic=True, since="1930", until="1992"),
    Naming(number=3, name="Kholm"),
    Naming(number=2, name="Chalky"),
    Naming(number=99, name="Nowhere"),
]


@pytest.fixture(params=["file", "memory"])
def gazetteer(request, tmp_path):
    if request.param == "memory":
        return MemoryGazetteer(ENTRIES, NAMINGS)
    builder = Builder(tmp_path / "places")
    assert builder.add(ENTRIES) == 4
    assert builder.call(NAMINGS) == 3
    builder.finish({"name": "test"})
    return FileGazetteer(tmp_path / "places")


def ids(gazetteer, key):
    return [known.place.id for known in gazetteer.named([key]).get(key, ())]


def test_places_of_a_name_come_with_the_most_populous_first(gazetteer):
    assert ids(gazetteer, "brenn") == ["geonames:3", "geonames:2"]
    assert gazetteer.named(["nobody"]) == {}


def test_a_place_knows_where_it_lies(gazetteer):
    french, ukrainian = gazetteer.named(["brenn"])["brenn"]
    assert (ukrainian.codes, ukrainian.place.admin1) == (("UA", "UA.05", "UA.05.7"), "Ada Province")
    assert (french.codes, french.place.admin1, french.population) == (("FR",), None, 9_000)
    assert (ukrainian.place.lat, ukrainian.place.lon, ukrainian.place.precision) == (48.1, 37.6, Precision.CITY)


def test_an_area_answers_to_its_name_without_the_word_for_what_it_is(gazetteer):
    assert ids(gazetteer, "=ada") == ["geonames:1"]
    assert ids(gazetteer, "=cole") == ["geonames:4"]
    assert ids(gazetteer, "ada") == []


def test_a_name_says_what_it_is_to_its_place(gazetteer):
    found = gazetteer.named(["brenn", "kholm", "kolhosp", "~calki"])
    assert {key: known[0].naming for key, known in found.items()} == {
        "brenn": How.MAIN, "kholm": How.ALTERNATE, "kolhosp": How.HISTORIC, "~calki": How.LOOSE,
    }  # fmt: skip
    (former,) = found["kolhosp"]
    assert (former.since, former.until) == ("1930", "1992")


def test_loose_keys_are_kept_in_the_countries_of_their_family_alone(gazetteer):
    assert ids(gazetteer, "~bren") == ["geonames:2"]
    assert ids(gazetteer, "~golm") == []


def test_keys_that_begin_alike_are_found_by_length(gazetteer):
    assert gazetteer.alike("bre", 4, 6) == ["brenn"]
    assert gazetteer.alike("bre", 6, 9) == []


def test_an_id_is_in_it_or_not(gazetteer):
    assert "geonames:3" in gazetteer
    assert "geonames:99" not in gazetteer
    assert "sayso:x" not in gazetteer


def test_many_keys_may_be_asked_for_at_once(gazetteer):
    assert set(gazetteer.named(["brenn", "kholm", *(f"nobody{n}" for n in range(2_000))])) == {"brenn", "kholm"}


def test_bearings_survive_their_packing():
    bearings = [Bearing(7, Status.LOOSE), Bearing(3, Status.MAIN), Bearing(2**29, Status.HISTORIC)]
    assert list(unpack(pack(bearings))) == sorted(bearings)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Licking County", "Licking"),
        ("Donets'ka Oblast'", "Donets'ka"),
        ("Province of Siena", "Siena"),
        ("State of Berlin", "Berlin"),
    ],
)
def test_the_word_for_an_area_is_taken_off(name, bare):
    assert without_type(name) == bare


def test_the_same_entries_make_the_same_digest_and_others_another(tmp_path):
    def digest(entries, name):
        builder = Builder(tmp_path / name)
        builder.add(entries)
        return builder.finish({"name": name})

    assert digest(ENTRIES, "a") == digest(ENTRIES[::-1], "b") != digest(ENTRIES[1:], "c")


def test_what_is_no_gazetteer_is_refused_with_a_cure(tmp_path):
    (tmp_path / "text").write_text("no gazetteer at all, but long enough to be read as one" * 20)
    with pytest.raises(ConfigError, match=r"no gazetteer .*sayso gazetteer import"):
        FileGazetteer(tmp_path / "text")
    with pytest.raises(ConfigError, match="no gazetteer"):
        FileGazetteer(tmp_path / "missing")
    other = sqlite3.connect(tmp_path / "other")
    other.executescript("CREATE TABLE facts (name TEXT, value TEXT); INSERT INTO facts VALUES ('version', '0');")
    other.close()
    with pytest.raises(ConfigError, match="of layout 0; expected 1"):
        FileGazetteer(tmp_path / "other")


def test_several_threads_may_ask():
    gazetteer, found = FileGazetteer(BUILT_IN), []
    keys = ["paris", "springfield", "kharkiv", "sanjose"]

    def ask():
        found.append([len(known) for key in keys for known in [gazetteer.named([key])[key]]])

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(map(tuple, found))) == 1


def test_the_built_in_file_knows_the_villages_of_the_front_and_the_counties_of_a_paper():
    gazetteer = FileGazetteer(BUILT_IN)
    for key in ("chasivyar", "vuhledar", "vovchansk", "lickingcounty", "=donetsk", "~krasnoarmeisk", "ohio"):
        assert key in gazetteer.named([key]), key
    (known,) = gazetteer.named(["vovchansk"])["vovchansk"]
    assert known.codes[:2] == ("UA", "UA.07")
