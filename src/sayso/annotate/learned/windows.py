"""Windows: the stretches of a text that the encoder reads at once, each token in exactly one."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.annotate.learned.tokens import Tokens

# Pieces in a window, its two marks aside, and of what goes before it, read again as context.
LONGEST, CONTEXT = 254, 32


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens `first` to `last` (half-open), read behind the tokens from `context` on."""

    context: int
    first: int
    last: int


def plan(tokens: Tokens, pieces: Sequence[int], *, longest: int = LONGEST, context: int = CONTEXT) -> list[Window]:
    """Windows that end with paragraphs where they can, else with sentences; `pieces` counts the pieces of each token."""
    total = [0]
    for count in pieces:
        total.append(total[-1] + count)
    windows: list[Window] = []
    first = 0
    while first < len(pieces):
        before = first
        while before and total[first] - total[before - 1] <= context:
            before -= 1
        room = bisect_right(total, total[before] + longest) - 1
        last = _end(tokens, first, max(room, first + 1))
        windows.append(Window(before, first, last))
        first = last
    return windows


def _end(tokens: Tokens, first: int, room: int) -> int:
    """The last end of a paragraph in (first, room], else of a sentence, else `room`."""
    if room >= len(tokens.starts):
        return len(tokens.starts)
    for ends in (tokens.paragraphs, tokens.sentences):
        at = bisect_right(ends, room) - 1
        if at >= 0 and ends[at] > first:
            return ends[at]
    return room
