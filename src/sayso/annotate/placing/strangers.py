"""Names that no list has, where the words before them say that a place is named: other romanisations, misspellings, missing villages.

A stranger is looked up by how it sounds in other systems of romanisation, then by how like it is to names that begin alike. What is only alike
is offered; it decides where the text says in which area the place lies and the place is in it.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from sayso.annotate.naming.capitals import Word
from sayso.annotate.naming.titles import is_role
from sayso.annotate.placing.beside import lists
from sayso.annotate.placing.evidence import Surroundings
from sayso.annotate.placing.folding import SLAVIC, loose, plain
from sayso.annotate.placing.lines import Line, Spot
from sayso.annotate.placing.spots import never
from sayso.lexicons import words_of
from sayso.model.document import Document
from sayso.ports.gazetteer import Gazetteer, Known

LONGEST_RUN = 4  # words
BLOCK = 3  # letters that a name and its misspelling share at the start
SHORTEST = 5  # letters of a name that a misspelling is looked for of: of shorter ones everything is
TWO = 9  # letters from which on two slips are allowed
SETTLEMENTS = frozenset(
    {
        "village",
        "villages",
        "town",
        "towns",
        "hamlet",
        "hamlets",
        "settlement",
        "settlements",
        "city",
        "cities",
        "suburb",
        "district",
    }
)
# How well a name fits that differs in one letter or two, by its length: what is shorter differs more easily.
ONE_SLIP, ONE_SLIP_SHORT, TWO_SLIPS = 0.90, 0.84, 0.78
SHORT = 8


def find_strangers(
    document: Document, lines: Sequence[Line], spots: Sequence[Spot], surroundings: Surroundings
) -> list[Spot]:
    """Runs of capitals that the words before them make places, and that hold no spot, or a part of a settlement's name alone."""
    taken: dict[int, set[int]] = {}
    for spot in spots:
        taken.setdefault(id(spot.line), set()).update(range(spot.first, spot.last + 1))
    return [
        spot
        for line in lines
        for spot in _in_line(document, line, taken.get(id(line), set()))
        if not surroundings.people.holds(spot) and surroundings.strange(spot)
    ]


def _in_line(document: Document, line: Line, taken: AbstractSet[int]) -> Iterator[Spot]:
    index = 0
    while index < len(line.words):
        first, last = line.runs[index]
        index = last + 1
        if not line.capitals[first] or last - first >= LONGEST_RUN:
            continue
        words = line.words[first : last + 1]
        key = plain(document.text[words[0].start : words[-1].end])
        if len(key) < SHORTEST or _is_something_else(words):
            continue
        span = document.span(words[0].start, words[-1].end)
        spot = Spot(span=span, line=line, first=first, last=last, key=key, known=False)
        held = taken & set(range(first, last + 1))
        if not held or (len(held) < len(words) and is_settlement(spot) and _is_all_name(words)):
            yield spot


def _is_something_else(words: Sequence[Word]) -> bool:
    """Whether a run is a common word, a day, a body or an office."""
    low = words[0].low
    alone = len(words) == 1 and (low in words_of("common", "words") or low in lists().bodies)
    return alone or low in never() or is_role(words[-1].low)


def _is_all_name(words: Sequence[Word]) -> bool:
    """Whether no word of a run says that it names a body, a ground or a paper."""
    known = lists()
    return not any(
        word.low in known.bodies or word.low in known.grounds or word.low in known.papers for word in words[1:]
    )


def meant_by(strangers: Sequence[Spot], gazetteer: Gazetteer) -> dict[Spot, list[tuple[Known, float]]]:
    """What each stranger may be, with how well the name fits."""
    sounds = {spot: loose(spot.span.text) for spot in strangers}
    heard = gazetteer.named({key for keys in sounds.values() for key in keys}) if strangers else {}
    found: dict[Spot, list[tuple[Known, float]]] = {}
    for spot, keys in sounds.items():
        exact = [(known, 1.0) for key in keys for known in heard.get(key, ())]
        found[spot] = exact or list(_alike(spot.key, keys[0], gazetteer))
    return found


def _alike(key: str, sound: str, gazetteer: Gazetteer) -> Iterator[tuple[Known, float]]:
    for name in (sound, key):
        width = BLOCK + name.startswith(SLAVIC)
        near = {}
        for other in gazetteer.alike(name[:width], len(name) - 2, len(name) + 2):
            slips = distance(name, other)
            if slips == 1 or (slips == 2 and len(name) >= TWO):  # noqa: PLR2004
                near[other] = (
                    ONE_SLIP if slips == 1 and len(name) >= SHORT else ONE_SLIP_SHORT if slips == 1 else TWO_SLIPS
                )
        best = max(near.values(), default=0.0)
        named = gazetteer.named([other for other, fit in near.items() if fit == best]) if near else {}
        if named:
            yield from ((known, best) for knowns in named.values() for known in knowns)
            return


def distance(one: str, other: str) -> int:
    """Letters to put in, take out, change, or exchange with the next to make one name of another; 3 for three and more."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    if not one or not other:
        return min(3, len(one) + len(other))
    if min(len(one), len(other)) > 8 or abs(len(one) - len(other)) > 2:  # noqa: PLR2004  two slips touch no more than that, mostly
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, above, row = row, before, [i]
        for j, its in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
    return min(3, row[-1])


def is_settlement(spot: Spot) -> bool:
    """Whether the words before say that a settlement is named: "the hamlet of X", "the village X"."""
    before = [word.low for word in spot.line.words[max(0, spot.first - 2) : spot.first]]
    return bool(SETTLEMENTS & set(before)) and (before[-1] in SETTLEMENTS or before[-1] == "of")


Meant = Mapping[Spot, Sequence[tuple[Known, float]]]
