"""What speaks for a spot naming a place and what against it: the words around it, the run of capitals it stands in, who else bears it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log10

from sayso.annotate.naming.capitals import is_capital
from sayso.annotate.naming.name_words import name_words
from sayso.annotate.naming.names import Name
from sayso.annotate.naming.titles import honorifics, is_role
from sayso.annotate.placing.folding import plain
from sayso.annotate.placing.listed import capitals, listed
from sayso.annotate.placing.people import People
from sayso.annotate.placing.spots import STREETS, Spot
from sayso.lexicons import words_of
from sayso.model.document import Document
from sayso.model.entity import EntityKind
from sayso.model.world import Method, Precision
from sayso.ports import Known, Naming

Evidence = dict[str, float]
COMPASS = words_of("places.context", "compass")


ACRONYM = 5  # letters
SEATS = frozenset(key for key, _ in capitals())


@dataclass(frozen=True, slots=True)
class Context:
    """The lists of words that tell."""

    inside: frozenset[str]
    motion: frozenset[str]
    before_of: frozenset[str]
    apposed: frozenset[str]
    after: frozenset[str]
    bodies: frozenset[str]
    grounds: frozenset[str]
    papers: frozenset[str]
    clubs: frozenset[str]
    ships: frozenset[str]
    things: frozenset[str]
    acts: frozenset[str]
    will: frozenset[str]
    common: frozenset[str]


@cache
def context() -> Context:
    """The lists, read once."""
    names = ("inside", "motion", "before_of", "apposed", "after", "bodies", "grounds", "papers", "clubs", "ships", "things", "acts", "will")
    return Context(*(words_of("places.context", name) for name in names), words_of("common", "words"))


class Surroundings:
    """A text with its people, ready to be asked about spots."""

    def __init__(self, text: str, people: People, known: Mapping[str, Sequence[Known]]) -> None:
        """Take them; `known` is what a gazetteer has under the keys of the spots."""
        self.text = text
        self.people = people
        self.known = known

    def strange(self, spot: Spot) -> bool:
        """Whether the words before a name that no list has make it a place's."""
        return any(name in {"inside", "place_of", "apposed"} for name, _ in self._left(spot))

    def of(self, spot: Spot) -> Evidence:
        """The evidence at one spot, by name."""
        found: Evidence = {"bias": 1.0}
        for name, value in (*self._name(spot), *self._left(spot), *self._right(spot), *self._run(spot), *self._person(spot)):
            found[name] = value
        if "common" in found and found.keys() & {"inside", "motion"}:
            found["common_inside"] = 1.0
        if found.keys() & {"country", "listed", "admin1"} or spot.key in SEATS:
            found.pop("acts", None)
        return found

    def _name(self, spot: Spot) -> Iterator[tuple[str, float]]:
        single = spot.first == spot.last
        if spot.short is not None:
            yield "abbreviation", 1
            return
        if spot.type in STREETS and not spot.known:
            yield "street", 1
            return
        entries = listed().get(spot.key, ())
        known = self.known.get(spot.key, ())
        if any(each.people for each in entries):
            yield "people", 1
        elif any(each.place and each.place.precision is Precision.COUNTRY for each in entries):
            yield "country", 1
        elif any(each.alone or (each.method is Method.CURATED and not self._is_word(spot)) for each in entries):
            yield "listed", 1
        elif any(each.place.precision is Precision.ADMIN1 and each.naming is Naming.MAIN for each in known):
            yield "admin1", 1
        elif spot.type and any(each.place.precision is Precision.REGION for each in known):
            yield "admin2", 1
        elif spot.key not in self.known:
            yield ("area", 1) if spot.area in self.known else ("alone_not", 1)
        else:
            towns = [each.population for each in known if each.naming is Naming.MAIN]
            yield "people_log", log10(max(towns, default=0) + 100) - 4 if towns else log10(max(each.population for each in known) + 100) - 5
            if not towns:
                yield "alternate", 1
            if single:
                yield "single", 1
            low = spot.line.words[spot.first].low
            if single and low in context().common:
                yield "common", 1
            if single and low in name_words().given:
                yield "given", 1
            if single and low in name_words().surnames:
                yield "role_surname", 1
            if single and len(spot.key) < 4:
                yield "short", 1
            if single and spot.span.text.isupper() and len(spot.key) <= ACRONYM and spot.first and not spot.line.words[spot.first - 1].text.isupper():
                yield "acronym", 1
        if spot.type and spot.key in self.known or spot.area in self.known:
            yield "typed", 1

    @staticmethod
    def _is_word(spot: Spot) -> bool:
        """Whether the name is a word, or somebody's given name, as well."""
        low = spot.line.words[spot.first].low
        return spot.first == spot.last and (low in context().common or low in name_words().given)

    def _left(self, spot: Spot) -> Iterator[tuple[str, float]]:
        words, index = spot.line.words, spot.first
        if index == 0:
            yield "opening", 1
            return
        before, gap = words[index - 1], self.text[words[index - 1].end : spot.span.start]
        lists = context()
        if gap.strip("\u00a0 ") in {"", "\u201c", '"', "'"}:
            if before.low in lists.inside:
                yield "inside", 1
            elif before.low == "of":
                noun = words[index - 2].low if index > 1 else ""
                yield ("place_of", 1) if noun in lists.before_of else ("of", 1)
            elif before.low in lists.motion:
                yield "motion", 1
            elif before.low in lists.apposed:
                yield "apposed", 1
            elif before.low == "the":
                yield "article", 1
            elif before.low in {"a", "an"}:
                yield "indefinite", 1
            elif before.low == "and":
                yield "and", 1
            elif is_capital(before):
                yield ("compass", 1) if before.low in COMPASS else ("capital_before", 1)
        elif "," in gap and is_capital(before):
            yield "after_comma", 1
        elif set(gap) & set(".:\n\u2014\u2013"):
            yield "opening", 1

    def _right(self, spot: Spot) -> Iterator[tuple[str, float]]:
        words, index = spot.line.words, spot.last + 1
        if index >= len(words):
            return
        after, gap = words[index], self.text[spot.span.end : words[index].start]
        lists = context()
        if gap in {" ", "\u00a0"}:
            if after.low in lists.after and not is_capital(after):
                yield "noun_after", 1
            elif after.low in lists.acts:
                yield "acts", 1
            elif after.low in lists.will:
                yield "will", 1
            elif after.low == "and":
                yield "and_after", 1
        elif gap.startswith("'") or gap.startswith("\u2019"):
            yield "possessive", 1
        elif gap == "-":
            yield "hyphen", 1
            if after.low == "based":
                yield "based", 1
        elif gap.startswith(", ") and is_capital(after):
            yield "comma_after", 1

    def _run(self, spot: Spot) -> Iterator[tuple[str, float]]:
        first, last = spot.line.runs[spot.first]
        words, lists = spot.line.words, context()
        rest = [word.low for word in words[spot.last + 1 : last + 1]]
        if rest:
            end = rest[-1]
            if end in lists.papers:
                yield "paper", 1
            elif end in lists.clubs and end not in lists.bodies:
                yield "club", 1
            elif end in lists.bodies or any(word in lists.bodies for word in rest):
                yield "body", 1
            elif rest[0] in lists.grounds or end in lists.grounds:
                yield "ground", 1
            elif is_role(rest[0]):
                yield "role_after", 1
            else:
                yield "capital_after", 1
        if spot.first > first:
            head = words[spot.first - 1].low
            if head in {"of", "the"}:
                yield "run_of", 1
            elif head not in COMPASS:
                yield "run_before", 1
            if words[first].low in lists.ships:
                yield "ship", 1

    def _person(self, spot: Spot) -> Iterator[tuple[str, float]]:
        words, single = spot.line.words, spot.first == spot.last
        if self.people.holds(spot):
            yield "person", 1
        elif single and words[spot.first].low in self.people.surnames:
            yield "surname", 1
        elif single and words[spot.first].low in self.people.perhaps:
            yield "perhaps_surname", 1
        elif single and words[spot.first].low in self.people.given:
            yield "given_here", 1
        before = words[spot.first - 1] if spot.first else None
        if before is not None and (before.low in honorifics() or before.low in {"mr", "mrs", "ms", "dr"}):
            yield "honorific", 1
        elif before is not None and before.low in name_words().given and is_capital(before):
            yield "given_before", 1
        run = spot.line.runs[spot.first]
        if run[0] < spot.first and words[run[0]].low in name_words().given:
            yield "given_run", 1
