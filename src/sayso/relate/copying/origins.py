"""Where an arrival's words come from: the earliest arrivals that hold them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.relate.copying.arrivals import Fingerprinted
from sayso.relate.copying.beside import Side
from sayso.relate.copying.house import LINES, SURELY
from sayso.relate.copying.passages import LEAST, Stretch

# Own words taken over that make a copy. One sentence is about 25; a flash of one short sentence has ten.
FEWEST = 10
FEWEST_OF_STRANGERS = 25  # from a text that is otherwise another: one formulaic sentence is no copy
SHARE_OF_LATER = 0.25
SHARE_OF_EARLIER = 0.5
# Words outside the marks that a passage of quoting sentences must have: more than the frame of one quotation.
FRAME = 40


@dataclass(frozen=True, slots=True)
class Origin:
    """An earlier arrival that words come from: `stretches` lead there, over the arrivals `through` where not directly.

    `credited` are the places of the own words that no earlier origin has; `least` is how many make a copy of it.
    """

    earliest: Fingerprinted
    stretches: tuple[Stretch, ...]
    credited: frozenset[int]
    least: float
    through: tuple[Fingerprinted, ...] = ()


@dataclass(frozen=True, slots=True)
class Sourced:
    """An arrival with its direct origins, earliest first, and which of its words count (`counted`, one byte each)."""

    arrival: Fingerprinted
    counted: bytes
    origins: tuple[Origin, ...]


def find_origins(arrival: Fingerprinted, sides: Sequence[Side], house: bytes) -> Sourced:
    """The earlier arrivals that this one was made from. Each word is credited once, to the earliest that has it."""
    among_kin, among_strangers = (_counted(arrival, house, lines) for lines in (SURELY, LINES))
    taken: set[int] = set()
    origins = []
    for side in sides:
        if side.other.since >= arrival.since:
            continue
        counted = among_kin if side.kin else among_strangers
        identical = arrival.words.folded == side.other.words.folded
        own = [stretch for stretch in side.stretches if identical or _is_own(arrival, counted, stretch)]
        credited = _places(own, counted) - taken
        least = 0 if identical else _least(sum(counted), _countable(arrival, side, counted), kin=side.kin)
        if len(credited) >= least:
            origins.append(Origin(side.other, side.stretches, credited, least))
            taken |= _places(side.stretches)
    return Sourced(arrival, among_kin, tuple(origins))


def _places(stretches: Iterable[Stretch], counted: bytes | None = None) -> frozenset[int]:
    places = (place for stretch in stretches for place in range(stretch.start, stretch.end))
    return frozenset(place for place in places if counted is None or counted[place])


def _is_own(arrival: Fingerprinted, counted: bytes, stretch: Stretch) -> bool:
    """Whether a passage is more than a quotation with its frame, or a house text."""
    plain = arrival.own.plain[stretch.start : stretch.end]
    counts = counted[stretch.start : stretch.end]
    return sum(counts) >= FRAME or sum(map(int.__and__, plain, counts)) >= LEAST


def _countable(arrival: Fingerprinted, side: Side, counted: bytes) -> int:
    """The own words of the other text, without those that the arrival's own do not count either."""
    shared = _places(side.stretches)
    passed = sum(arrival.own.unquoted[place] and not counted[place] for place in shared)
    return sum(side.other.own.unquoted) - passed


def _counted(arrival: Fingerprinted, house: bytes, lines: int) -> bytes:
    return bytes(own and held < lines for own, held in zip(arrival.own.unquoted, house, strict=True))


def _least(mine: int, theirs: int, *, kin: bool) -> float:
    return max(FEWEST if kin else FEWEST_OF_STRANGERS, min(SHARE_OF_LATER * mine, SHARE_OF_EARLIER * theirs))


def led_back(sourced: Sourced, known: Mapping[int, tuple[Origin, ...]]) -> tuple[Origin, ...]:
    """The origins at the beginning of the line: where a direct origin is a copy itself, the ones it leads to.

    `known` has the led-back origins of every direct origin that has some. A word goes on to the origin that the copy
    has it from; where the copy added the words itself, the copy is their origin.
    """
    found: dict[int, Origin] = {}
    for direct in sourced.origins:
        rest = direct
        for further in known.get(direct.earliest.number, ()):
            onward = _composed(direct, further)
            if onward.credited and len(onward.credited) >= min(onward.least, len(direct.credited) / 2):
                found.setdefault(onward.earliest.number, onward)
                rest = replace(rest, credited=rest.credited - onward.credited)
        if rest is direct or len(rest.credited) >= rest.least:
            found.setdefault(direct.earliest.number, direct)
    return tuple(sorted(found.values(), key=lambda origin: origin.earliest.since))


def _composed(direct: Origin, further: Origin) -> Origin:
    """The way over a copy to its origin: passages cut to what both steps share, their edges by proportion."""
    stretches = []
    for first in direct.stretches:
        for second in further.stretches:
            start, end = max(first.from_start, second.start), min(first.from_end, second.end)
            if end - start >= LEAST:
                stretches.append(_step(first, second, start, end))
    return Origin(
        further.earliest,
        tuple(stretches),
        direct.credited & _places(stretches),
        direct.least,
        (direct.earliest, *further.through),
    )


def _step(first: Stretch, second: Stretch, start: int, end: int) -> Stretch:
    mine = min(first.start + start - first.from_start, first.end - 1)
    theirs = min(second.from_start + start - second.start, second.from_end - 1)
    mine_end = min(first.end, mine + end - start)
    theirs_end = min(second.from_end, theirs + end - start)
    return Stretch(mine, mine_end, theirs, theirs_end, min(first.same, second.same, mine_end - mine))
