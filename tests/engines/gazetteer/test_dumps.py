"""GeoNames dumps, as this test writes them: places and names that nobody else has."""

import gzip
import zipfile

import pytest

from sayso.engines.gazetteer.dumps import import_dumps, kind_of
from sayso.engines.gazetteer.layout import Kind
from sayso.engines.gazetteer.reading import FileGazetteer
from sayso.errors import InputError
from sayso.ports.gazetteer import Naming


def place(number, name, *, code=("P", "PPL"), country="UA", admin1="26"):
    at = ["47.44534", "35.83722"]
    return "	".join(
        [
            str(number),
            name,
            name,
            "",
            *at,
            *code,
            country,
            "",
            admin1,
            *[""] * 3,
            "480",
            *[""] * 2,
            "Europe/Kyiv",
            "2030-01-01",
        ]
    )


def naming(number, of, language, name, *dated):
    historic, since, until = dated or ("", "", "")
    return "\t".join([str(number), str(of), language, name, "", "", "", historic, since, until])


PLACES = [
    place(1, "Robotyne"),
    place(2, "Ostrava Bay", code=("H", "BAY")),
    place(3, "Old Depot", code=("S", "BLDG")),
    place(4, "Neria", code=("A", "PCLI"), country="NR", admin1="00"),
    place(5, "Region Five", code=("A", "ADM1"), admin1="05"),
]
NAMES = [
    naming(10, 1, "ru", "Работино"),
    naming(11, 1, "en", "Lenindorf", "1", "1930", "1961"),
    naming(12, 1, "link", "https://example.org/Robotyne"),
    naming(13, 99, "en", "Nowhere"),
]


@pytest.fixture
def dumps(tmp_path):
    (tmp_path / "UA.txt").write_text("\n".join(PLACES) + "\n", encoding="utf-8")
    (tmp_path / "alternateNamesV2.txt").write_text("\n".join(NAMES) + "\n", encoding="utf-8")
    return [tmp_path / "alternateNamesV2.txt", tmp_path / "UA.txt"]


def test_a_dump_becomes_a_gazetteer_whatever_the_order_of_its_files(dumps, tmp_path):
    counts = import_dumps(dumps, tmp_path / "own")
    gazetteer = FileGazetteer(tmp_path / "own")
    assert (counts["places"], counts["names"]) == (4, 2)
    (known,) = gazetteer.named(["robotyne"])["robotyne"]
    assert (known.place.id, known.place.country, known.population) == ("geonames:1", "UA", 480)
    assert (round(known.place.lat, 2), round(known.place.lon, 2)) == (47.45, 35.84)
    assert "oldepot" not in gazetteer.named(["olddepot"])


def test_former_names_keep_their_dates(dumps, tmp_path):
    import_dumps(dumps, tmp_path / "own")
    (known,) = FileGazetteer(tmp_path / "own").named(["lenindorf"])["lenindorf"]
    assert (known.naming, known.since, known.until) == (Naming.HISTORIC, "1930", "1961")


def test_names_in_cyrillic_are_found_however_they_are_romanised(dumps, tmp_path):
    import_dumps(dumps, tmp_path / "own")
    gazetteer = FileGazetteer(tmp_path / "own")
    assert gazetteer.named(["rabotino"])["rabotino"][0].place.id == "geonames:1"
    assert gazetteer.named(["~rabotino"])["~rabotino"][0].naming is Naming.LOOSE


def test_divisions_that_a_dump_lacks_are_taken_over_and_its_own_stay(dumps, tmp_path):
    counts = import_dumps(dumps, tmp_path / "own")
    gazetteer = FileGazetteer(tmp_path / "own")
    assert counts["divisions"] > 15_000
    assert gazetteer.named(["ohio"])["ohio"][0].codes == ("US", "US.OH")
    assert [known.place.name for known in gazetteer.named(["=five"])["=five"]] == ["Region Five"]
    assert "geonames:709716" not in gazetteer  # the built-in region of that code


@pytest.mark.parametrize("suffix", [".zip", ".gz"])
def test_packed_dumps_are_read_as_they_come(dumps, tmp_path, suffix):
    packed = tmp_path / f"UA{suffix}"
    if suffix == ".zip":
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("readme.txt", "not a table")
            archive.write(dumps[1], "UA.txt")
    else:
        packed.write_bytes(gzip.compress(dumps[1].read_bytes()))
    assert import_dumps([packed], tmp_path / "own")["places"] == 4


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is empty"),
        ("a\tb\tc\n", "3 columns"),
        (place("x", "Brenn") + "\n", "expected a line of a dump of GeoNames"),
        ("\n".join(NAMES) + "\n", "hold no place"),
        (PLACES[0] + "\nshort\n", ":2 has 1 columns; expected the 19"),
    ],
)
def test_what_is_no_dump_is_refused_and_the_old_file_stays(tmp_path, text, message):
    (tmp_path / "dump.txt").write_text(text, encoding="utf-8")
    (tmp_path / "own").write_text("old")
    with pytest.raises(InputError, match=message):
        import_dumps([tmp_path / "dump.txt"], tmp_path / "own")
    assert (tmp_path / "own").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".own")] == []


def test_bytes_that_are_no_utf_8_or_no_archive_are_refused(tmp_path):
    (tmp_path / "dump.txt").write_bytes(b"\xff\xfe\x00" * 40)
    (tmp_path / "dump.zip").write_bytes(b"no archive")
    for name in ("dump.txt", "dump.zip"):
        with pytest.raises(InputError, match="cannot be read"):
            import_dumps([tmp_path / name], tmp_path / "own")


@pytest.mark.parametrize(
    ("feature", "code", "kind"),
    [
        ("P", "PPLX", Kind.TOWN),
        ("A", "ADM2", Kind.ADMIN2),
        ("A", "ADM3", None),
        ("H", "SEA", Kind.FEATURE),
        ("S", "AIRP", None),
        ("L", "RGN", Kind.REGION),
    ],
)
def test_what_news_name_as_places_is_kept(feature, code, kind):
    assert kind_of(feature, code) is kind
