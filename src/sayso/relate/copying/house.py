"""House texts: passages that stand in reports which otherwise have nothing to do with one another."""

from collections.abc import Sequence

from sayso.relate.copying.arrivals import Arrival
from sayso.relate.copying.beside import Side

# Share of the smaller fingerprint that makes two texts one line. Texts with a fifth of the words changed share .41 of
# their runs of four, strangers with three house paragraphs in 250 words .24.
RELATED = 0.3
STRANGERS = 2  # lines beside a text's own that have a passage before it is a house text: one could be a copy of a part
VERBATIM = 0.9  # share of a passage's words that agree; house texts are pasted, not reworded


def find_house(arrival: Arrival, sides: Sequence[Side]) -> bytes:
    """One byte per word: whether it stands in a house text, one that arrivals of STRANGERS other lines have too."""
    strangers = [
        line for line in _lines(sides) if not any(related(arrival, side.other) for side in line)
    ] if len(sides) >= STRANGERS else []
    counts = [0] * len(arrival.words)
    for line in strangers if len(strangers) >= STRANGERS else ():
        for place in _verbatim(line):
            counts[place] += 1
    return bytes(count >= STRANGERS for count in counts)


def _verbatim(line: Sequence[Side]) -> set[int]:
    pasted = (
        stretch for side in line for stretch in side.stretches if stretch.same >= VERBATIM * (stretch.end - stretch.start)
    )
    return {place for stretch in pasted for place in range(stretch.start, stretch.end)}


def related(one: Arrival, other: Arrival) -> bool:
    """Whether two arrivals share so many kept runs that one line is the only explanation."""
    return len(one.keys & other.keys) >= RELATED * max(1, min(len(one.keys), len(other.keys)))


def _lines(sides: Sequence[Side]) -> list[list[Side]]:
    """The sides, put together where their arrivals are related, over any number of others."""
    lines: list[list[Side]] = []
    for side in sides:
        joined, apart = [side], []
        for line in lines:
            if any(related(side.other, known.other) for known in line):
                joined += line
            else:
                apart.append(line)
        lines = [*apart, joined]
    return lines
