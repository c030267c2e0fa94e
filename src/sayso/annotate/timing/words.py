"""The words of a text, sentence by sentence, cut as dates and times need it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.document import Span

# Numeric dates and clock times are one word; letters and figures are parted ("1990" "s", "10" "th"); "p.m." is one word,
# so is an auxiliary with what is shortened behind it ("won't"); a possessive mark is a word of its own.
WORD = re.compile(
    r"[ap]\.\s?m\b\.?"
    r"|[^\W\d_]+(?:['’]t\b)?"
    r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?!\d)"
    r"|\d{1,2}:\d\d(?!\d)"
    r"|\d+(?:[.,]\d+)*"
    r"|['’](?:s|ll|re|ve|d|m)\b"
    r"|--|\S",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists over the words; between sentences, and behind the last, stands an empty word that nothing fits.

    `starts` and `ends` are code points of the text; `lows` are the words in small letters, `raws` as they stand there;
    `sentences` is the number of the sentence that a word stands in.
    """

    starts: list[int]
    ends: list[int]
    raws: list[str]
    lows: list[str]
    sentences: list[int]

    def glued(self, at: int) -> bool:
        """Whether a word follows the one before it without a gap."""
        return at > 0 and self.starts[at] == self.ends[at - 1]

    def capital(self, at: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.raws[at][:1].isupper()


# Empty words at the end, so that a reader may look ahead without asking how far the text goes.
MARGIN = 12


def split_words(text: str, sentences: Sequence[Span]) -> Words:
    """The words of all sentences in order."""
    starts: list[int] = []
    ends: list[int] = []
    raws: list[str] = []
    numbers: list[int] = []
    for number, sentence in enumerate(sentences):
        for match in WORD.finditer(text, sentence.start, sentence.end):
            starts.append(match.start())
            ends.append(match.end())
            raws.append(match[0])
        starts.append(sentence.end)
        ends.append(sentence.end)
        raws.append("")
        numbers += [number] * (len(starts) - len(numbers))
    starts += [len(text)] * MARGIN
    ends += [len(text)] * MARGIN
    raws += [""] * MARGIN
    numbers += [len(sentences)] * MARGIN
    return Words(starts, ends, raws, [raw.lower() for raw in raws], numbers)
