"""What speaks for a spot naming a place and what against it, by name; what each is worth stands in `weights`."""

from collections.abc import Iterator, Mapping, Sequence
from math import log10

from sayso.annotate.naming.name_words import name_words
from sayso.annotate.naming.titles import honorifics
from sayso.annotate.placing.beside import around, before, behind, is_ship
from sayso.annotate.placing.lines import STREETS, Spot
from sayso.annotate.placing.listed import Listed, capitals, listed
from sayso.annotate.placing.people import People
from sayso.lexicons import words_of
from sayso.model.world import Method, Precision
from sayso.ports.gazetteer import Known, Naming

Evidence = dict[str, float]
ACRONYM = 5  # letters
SHORT = 4  # letters, below which a name is as often an abbreviation
STRANGE = frozenset({"inside", "place_of", "apposed"})
FIRM = frozenset({"country", "listed", "admin1"})


class Surroundings:
    """A text with its people, ready to be asked about spots."""

    def __init__(self, text: str, people: People, known: Mapping[str, Sequence[Known]]) -> None:
        """Take them; `known` is what a gazetteer has under the keys of the spots."""
        self.text = text
        self.people = people
        self.known = known
        self._common = words_of("common", "words")
        self._seats = frozenset(key for key, _ in capitals())

    def strange(self, spot: Spot) -> bool:
        """Whether the words before a name that no list has make it a place's."""
        return before(self.text, spot) in STRANGE

    def of(self, spot: Spot) -> Evidence:
        """The evidence at one spot, by name."""
        left, right = before(self.text, spot), behind(self.text, spot)
        named = (
            "bias",
            left,
            right,
            around(spot),
            self._person(spot),
            self._given(spot),
            "ship" if is_ship(spot) else "",
        )
        found: Evidence = dict.fromkeys(filter(None, named), 1.0)
        if right == "based":
            found["hyphen"] = 1.0
        found.update(self._name(spot))
        if "common" in found and left in {"inside", "motion", "place_of"}:
            found["common_inside"] = 1.0
        if "people" in found and found.keys() & {"body", "capital_after", "paper"}:
            found["people_in_a_body"] = 1.0
        if found.keys() & FIRM or spot.key in self._seats:
            found.pop("acts", None)
        return found

    def _name(self, spot: Spot) -> Iterator[tuple[str, float]]:
        """What the lists and the gazetteer say of the name."""
        if spot.short is not None:
            yield "abbreviation", 1
            return
        if not spot.known:
            yield ("street" if spot.type in STREETS else "water"), 1
            return
        known = self.known.get(spot.key, ())
        sort = self._sort(spot, listed().get(spot.key, ()), known)
        if sort:
            yield sort, 1
        elif not known:
            yield ("area" if spot.area in self.known else "alone_not"), 1
        else:
            yield from self._town(spot, known)
        if (spot.type and known) or spot.area in self.known:
            yield "typed", 1

    def _sort(self, spot: Spot, entries: Sequence[Listed], known: Sequence[Known]) -> str:
        """What sort of place a name that needs little context has: "people", "country", "listed", "admin1", "admin2"."""
        if any(each.people for each in entries):
            return "people"
        if any(each.place and each.place.precision is Precision.COUNTRY for each in entries):
            return "country"
        if any(
            each.alone or ((each.town or each.method is Method.CURATED) and not self._is_word(spot)) for each in entries
        ):
            return "listed"
        divisions = [each for each in known if each.place.precision is Precision.ADMIN1 and each.naming is Naming.MAIN]
        if divisions and not self._is_word(spot) and len(spot.key) >= SHORT:
            return "admin1"
        return "admin2" if spot.type and any(each.place.precision is Precision.REGION for each in known) else ""

    def _town(self, spot: Spot, known: Sequence[Known]) -> Iterator[tuple[str, float]]:
        """How many live in the largest town of the name, and what else the name is."""
        own = [each.population for each in known if each.naming is Naming.MAIN]
        yield "people_log", log10(max(own or (each.population for each in known)) + 100) - (4 if own else 5)
        if not own:
            yield "alternate", 1
        if spot.first == spot.last:
            yield "single", 1
            yield from ((name, 1) for name in self._word(spot))

    def _word(self, spot: Spot) -> Iterator[str]:
        """What a name of one word is besides."""
        low, names = spot.line.words[spot.first].low, name_words()
        if low in self._common:
            yield "common"
        if low in words_of("places.context", "brands"):
            yield "brand"
        if low in names.given:
            yield "given"
        if low in names.surnames:
            yield "role_surname"
        if len(spot.key) < SHORT:
            yield "short"
        shouted = spot.first and spot.line.words[spot.first - 1].text.isupper()
        if spot.span.text.isupper() and len(spot.key) <= ACRONYM and spot.first and not shouted:
            yield "acronym"

    def _is_word(self, spot: Spot) -> bool:
        """Whether the name is a word, or somebody's given name, as well."""
        low = spot.line.words[spot.first].low
        words = (self._common, name_words().given, words_of("places.context", "brands"))
        return spot.first == spot.last and any(low in each for each in words)

    def _person(self, spot: Spot) -> str:
        """Whether the name is a person's, or may be."""
        if self.people.holds(spot):
            return "person"
        if spot.first != spot.last:
            return ""
        low = spot.line.words[spot.first].low
        if low in self.people.surnames:
            return "surname"
        if low in self.people.perhaps:
            return "perhaps_surname"
        return "given_here" if low in self.people.given else ""

    @staticmethod
    def _given(spot: Spot) -> str:
        """Whether a title or a given name stands before it."""
        if not spot.first:
            return ""
        word = spot.line.words[spot.first - 1]
        if word.low in honorifics() or word.low == "dr":
            return "honorific"
        return "given_before" if spot.line.capitals[spot.first - 1] and word.low in name_words().given else ""
