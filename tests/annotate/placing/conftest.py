"""A small invented world beside a few places that everybody knows, so that each rule is tested without the built-in file."""

import pytest

from sayso.annotate.placing.lines import lines_of
from sayso.annotate.sentences import find_sentences
from sayso.engines.gazetteer.building import Entry, Naming
from sayso.engines.gazetteer.layout import Kind
from sayso.engines.gazetteer.memory import MemoryGazetteer
from sayso.model.document import Document


def entry(number, name, country, **more):
    at, inside = more.get("at", (0.0, 0.0)), more.get("inside", ("", ""))
    return Entry(
        number=number, name=name, country=country, admin1=inside[0], admin2=inside[1], lat=at[0], lon=at[1],
        kind=more.get("kind", Kind.TOWN), population=more.get("people", 0),
    )  # fmt: skip


ENTRIES = [
    entry(1, "Ohio", "US", at=(40.4, -82.9), people=11_000_000, kind=Kind.ADMIN1, inside=("OH", "")),
    entry(2, "Quarry County", "US", at=(40.1, -82.4), people=90_000, kind=Kind.ADMIN2, inside=("OH", "089")),
    entry(3, "Newbridge", "US", at=(40.06, -82.4), people=48_000, inside=("OH", "089")),
    entry(4, "Newbridge", "US", at=(40.7, -74.2), people=280_000, inside=("NJ", "013")),
    entry(5, "Heath", "US", at=(40.02, -82.44), people=10_000, inside=("OH", "089")),
    entry(6, "Kharkiv", "UA", at=(49.99, 36.23), people=1_400_000, inside=("07", "")),
    entry(7, "Kharkiv", "UA", at=(49.6, 36.5), people=2_600_000, kind=Kind.ADMIN1, inside=("07", "")),
    entry(8, "Vovchansk", "UA", at=(50.29, 36.94), people=17_000, inside=("07", "")),
    entry(9, "Ivanivka", "UA", at=(46.9, 30.5), people=9_000, inside=("17", "")),
    entry(10, "Odesa", "UA", at=(46.49, 30.74), people=1_000_000, inside=("17", "")),
    entry(11, "Odesa", "UA", at=(46.5, 30.5), people=2_300_000, kind=Kind.ADMIN1, inside=("17", "")),
    entry(12, "Nice", "FR", at=(43.7, 7.27), people=340_000, inside=("93", "06")),
    entry(13, "Paris", "FR", at=(48.85, 2.35), people=2_100_000, inside=("11", "75")),
    entry(14, "Paris", "US", at=(33.66, -95.56), people=25_000, inside=("TX", "277")),
    entry(15, "Texas", "US", at=(31.25, -99.25), people=29_000_000, kind=Kind.ADMIN1, inside=("TX", "")),
    entry(16, "Moscow", "RU", at=(55.75, 37.62), people=12_000_000, inside=("48", "")),
    entry(17, "Khān Yūnis", "PS", at=(31.34, 34.3), people=200_000, inside=("GZ", "")),
    entry(18, "Talbot County", "US", at=(32.7, -84.5), people=6_000, kind=Kind.ADMIN2, inside=("GA", "263")),
    entry(19, "Heath", "GB", at=(53.2, -1.34), people=2_900, inside=("ENG", "")),
    entry(20, "Columbus", "US", at=(39.96, -83.0), people=900_000, inside=("OH", "049")),
]
NAMINGS = [Naming(number=8, name="Volchansk"), Naming(number=10, name="Khadjibey", historic=True, until="1795")]


@pytest.fixture(scope="session")
def world():
    return MemoryGazetteer(ENTRIES, NAMINGS)


@pytest.fixture
def lines():
    def made(text):
        document = Document(text=text)
        return document, lines_of(document, find_sentences(document))

    return made
