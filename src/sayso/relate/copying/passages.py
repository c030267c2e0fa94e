"""Passages that two texts share, word by word, through rewording, cuts and moves."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

SEED = 3  # words in a row that must agree to start or continue a passage; with a fifth of the words changed half of them do
PLACES = 3  # of a run in one text, and
USES = 9  # in the other: what stands oftener is repetition, and would cost its square
# Words without a seed inside a passage. At 20 % word edits one gap in a hundred is longer.
GAP = 20
SLACK = 6  # words that a gap may be longer on one side: "in the words of" for "by"
# Words that agree in a passage worth the name; below it are names, titles and phrases ("the chief executive officer of").
LEAST = 8
# Share of a passage's words that agree; looser ones are a shared name here and there. A fifth changed leaves .8.
DENSITY = 0.5
ASIDES = (0, *(sign * aside for aside in range(1, SLACK + 1) for sign in (1, -1)))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words `start` to `end` of one text beside words `from_start` to `from_end` of the other; `same` of them agree."""

    start: int
    end: int
    from_start: int
    from_end: int
    same: int


@dataclass(slots=True)
class _Run:
    """A passage that grows."""

    start: int
    end: int
    from_start: int
    from_end: int
    same: int

    def grow(self, place: int, origin: int) -> None:
        """Take in a seed that stands at word `place` of the one and `origin` of the other text."""
        self.same += min(SEED, max(0, place + SEED - self.end), origin + SEED - self.from_end)
        self.end = max(self.end, place + SEED)
        self.from_end = max(self.from_end, origin + SEED)


Places = Mapping[tuple[str, ...], Sequence[int]]


def find_places(words: Sequence[str]) -> Places:
    """Where a text has each run of SEED words: its first PLACES places."""
    places: dict[tuple[str, ...], list[int]] = {}
    for place, seed in enumerate(seeds_of(words)):
        held = places.setdefault(seed, [])
        if len(held) < PLACES:
            held.append(place)
    return places


def seeds_of(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every run of SEED words."""
    return zip(*(words[step:] for step in range(SEED)), strict=False)


def find_stretches(length: int, places: Places, other: Sequence[str]) -> tuple[Stretch, ...]:
    """The passages that a text of `length` words with seeds at `places` shares with another, in the text's order.

    No word of either is in two of them. Runs of three words that agree are joined where they follow one another in both
    texts at about the same distance, as in seed-and-extend aligners; of overlapping passages the one with more words
    that agree stays. Linear in the texts' lengths.
    """
    mine, theirs = bytearray(length), bytearray(len(other))
    kept = []
    for run in sorted(_runs(places, other), key=lambda run: (-run.same, run.start, run.from_start)):
        if run.same < LEAST:
            break
        free = _trimmed(run, mine, theirs)
        if free is None:
            continue
        mine[free.start : free.end] = b"\1" * (free.end - free.start)
        theirs[free.from_start : free.from_end] = b"\1" * (free.from_end - free.from_start)
        kept.append(free)
    return tuple(sorted(kept, key=lambda stretch: stretch.start))


def _runs(places: Places, other: Sequence[str]) -> list[_Run]:
    uses: Counter[tuple[str, ...]] = Counter()
    runs: list[_Run] = []
    by_distance: dict[int, _Run] = {}
    for origin, seed in enumerate(seeds_of(other)):
        if seed not in places:
            continue
        uses[seed] += 1
        if uses[seed] > USES:
            continue
        for place in places[seed]:
            run = _continued(by_distance, place, origin)
            if run is None:
                run = _Run(place, place + SEED, origin, origin + SEED, SEED)
                runs.append(run)
            else:
                run.grow(place, origin)
            by_distance[place - origin] = run
    return runs


def _continued(by_distance: dict[int, _Run], place: int, origin: int) -> _Run | None:
    """The passage that a seed continues: the one at the nearest distance that is not too far back in either text."""
    for aside in ASIDES:
        run = by_distance.get(place - origin + aside)
        if run and origin - run.from_end <= GAP and -SEED <= place - run.end <= GAP and place >= run.start:
            return run
    return None


def _trimmed(run: _Run, mine: bytearray, theirs: bytearray) -> Stretch | None:
    """What of a passage no larger one holds, cut at its ends; None where that is too little to be a passage."""
    start, end, from_start, from_end = run.start, run.end, run.from_start, run.from_end
    while start < end and from_start < from_end and (mine[start] or theirs[from_start]):
        start, from_start = start + 1, from_start + 1
    while start < end and from_start < from_end and (mine[end - 1] or theirs[from_end - 1]):
        end, from_end = end - 1, from_end - 1
    left = min(end - start, from_end - from_start)
    if left < LEAST or any(mine[start:end]) or any(theirs[from_start:from_end]):
        return None
    same = min(run.same, left)
    if same < DENSITY * max(end - start, from_end - from_start):
        return None
    return Stretch(start, end, from_start, from_end, same)
