"""People among the runs of capitals, as far as places have to know: who is named in full, with a title, or by a surname alone.

Coarser than `naming`, which joins names into a cast and which a stage before has run: here a run is only to be told from a place's name.
"""

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from sayso.annotate.naming.capitals import Word
from sayso.annotate.naming.name_words import name_words
from sayso.annotate.naming.titles import honorifics, is_modifier, is_role
from sayso.annotate.placing.folding import plain
from sayso.annotate.placing.lines import OF_NAMES, STREETS, Line, Spot
from sayso.annotate.placing.spots import small
from sayso.lexicons import words_of

LONGEST = 5  # words of a run that may be a person's name, titles among them
NAMES = 3  # words of a name without its titles, of which one person in twenty has more


@dataclass(slots=True)
class People:
    """Where people are named (code points), and the words that are surnames: `sure` ones, and those of runs that may be people's."""

    at: dict[int, int] = field(default_factory=dict)
    surnames: Counter[str] = field(default_factory=Counter)
    perhaps: Counter[str] = field(default_factory=Counter)
    given: set[str] = field(default_factory=set)

    def holds(self, spot: Spot) -> bool:
        """Whether the spot stands inside a person's name."""
        words = (*spot.line.before(spot.first), spot.line.words[spot.first])
        return any(spot.span.start < self.at.get(word.start, 0) for word in words)


def find_people(lines: Sequence[Line], known: Container[str]) -> People:
    """The people of the lines; a run that a gazetteer knows as a whole is no person's."""
    people = People()
    for line in lines:
        index = 0
        while index < len(line.words):
            first, last = line.runs[index]
            index = last + 1
            if line.capitals[first] and last - first < LONGEST:
                _look(people, line, first, last, known)
    return people


def _look(people: People, line: Line, first: int, last: int, known: Container[str]) -> None:
    words, names = line.words, name_words()
    last = next(
        (at - 1 for at in range(first + 1, last + 1) if words[at].low in OF_NAMES and words[at].low not in PARTICLES),
        last,
    )
    while first < last and (words[first].low in small() or words[first].low == "the"):
        first += 1
    bare = first
    while bare < last and _is_title(words[bare].low) and words[bare].low not in names.given:
        bare += 1
    if bare > first and not _introduces(words[bare - 1].low):
        bare = first
    titled = bare > first or (first > 0 and _introduces(words[first - 1].low) and last - first < NAMES)
    run = words[bare : last + 1]
    whole = (
        "".join(plain(word.text) for word in words[first : last + 1]) in known
        or "".join(plain(word.text) for word in run) in known
    )
    if len(run) > NAMES or _is_of_something(run):
        return
    if len(run) > 1 and not whole and (titled or run[0].low in names.given or _is_initial(run)):
        people.at[words[first].start] = run[-1].end
        people.surnames[run[-1].low] += 1
        people.given.add(run[0].low)
    elif len(run) == 1 and bare > first:
        people.at[words[first].start] = run[-1].end
        people.surnames[run[-1].low] += 1
    elif (
        len(run) > 1
        and not whole
        and not any(word.low in words_of("places.context", "bodies", "compass", "saints") for word in run)
    ):
        people.perhaps[run[-1].low] += 1


def _is_of_something(run: Sequence[Word]) -> bool:
    """Whether a run names a body or a ground, by its last word."""
    names, last = name_words(), run[-1].low
    return (
        last in names.bodies
        or last in names.signs
        or last in words_of("places.context", "grounds", "bodies")
        or last in STREETS
    )


def _is_initial(run: Sequence[Word]) -> bool:
    """Whether a run begins with an initial and its dot; "N. High" and "W. Columbia" are points of the compass."""
    return len(run[0].text) == 1 and run[1].start - run[0].end > 1 and run[0].low not in {"n", "s", "e", "w"}


def _is_title(low: str) -> bool:
    return low not in words_of("places.context", "saints") and (is_role(low) or is_modifier(low) or low in honorifics())


def _introduces(low: str) -> bool:
    """Whether a word in front makes a run a person: "Mr", "the novelist"."""
    return low not in words_of("places.context", "saints") and (low in honorifics() or is_role(low))


PARTICLES = frozenset({"de", "du", "del", "della", "di", "da", "dos", "la", "van", "von", "der", "den", "al", "el"})
