"""Text in lines of so many columns, cut between words where that is possible."""

from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len
from rich.text import Text

EMOJI = "\ufe0f"  # asks for the wide form of the character before it


@lru_cache(maxsize=4096)  # a text has few different characters
def columns(character: str) -> int:
    """How many columns one character takes."""
    return 1 if character == EMOJI else cell_len(character)


def cuts(text: str, width: int) -> list[int]:
    """Where the lines after the first begin; in time linear in the text, for any width from 1 on."""
    found: list[int] = []
    begin = taken = 0
    word, before_word = 0, 0  # where the word began, and the columns taken before it
    for here, character in enumerate(text):
        wide = columns(character)
        while taken + wide > width and here > begin and character != " ":  # twice where a word alone is too wide
            begin, taken = (word, taken - before_word) if word > begin else (here, 0)
            found.append(begin)
            word, before_word = begin, 0
        taken += wide
        if character == " ":
            word, before_word = here + 1, taken
    return found


def folded(text: Text, width: int, indent: int = 0) -> Iterator[Text]:
    """The text in lines of at most `width` columns, each indented; the space at a cut is dropped."""
    for line in text.divide(cuts(text.plain, max(width - indent, 1))):
        line.rstrip()
        yield Text.assemble(" " * indent, line)
