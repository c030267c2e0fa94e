"""Words of a text as patterns see them: one by one, hyphens parting them, with the stops between."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
POSSESSIVE = ("'s", "\u2019s")
STOPS = frozenset(".,;:!?\u2026()[]\n\r\u2014\u2013\u2022|")
QUOTES = "\"'“”‘’«»„‟‹›‚‛ \t\u00a0"
OPENERS = frozenset(".:!?\u2026\n\r\u2022|")  # a word behind one of them begins a sentence, a heading or a list


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists over the words: where each stands, its small letters without 's, and what parts it from the one before.

    `parted`: a stop stands between this word and the one before; `opens`: the word begins a sentence; `capital`: it begins
    with a capital letter.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    lows: Sequence[str]
    parted: Sequence[bool]
    opens: Sequence[bool]
    capital: Sequence[bool]

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.starts)


def split_tokens(text: str) -> Tokens:
    """The words of a text; linear in its length."""
    starts: list[int] = []
    ends: list[int] = []
    lows: list[str] = []
    parted: list[bool] = []
    opens: list[bool] = []
    capital: list[bool] = []
    last = 0
    for match in WORD.finditer(text):
        word = match[0]
        low = word.lower()
        gap = text[last : match.start()]
        last = match.end()
        low = bare(low)
        starts.append(match.start())
        ends.append(match.end())
        lows.append(low)
        plain = gap in {" ", "-"}
        parted.append(not plain and not STOPS.isdisjoint(gap))
        opens.append(len(starts) == 1 or (not plain and not OPENERS.isdisjoint(gap)) or _quoted_opening(gap))
        capital.append(word[0].isupper())
    return Tokens(starts, ends, lows, parted, opens, capital)


def bare(low: str) -> str:
    """A word without 's, as texts are read and packs are: "people's" is "people"."""
    return low[:-2] if low[-2:] in POSSESSIVE else low


def _quoted_opening(gap: str) -> bool:
    """Whether a quotation begins in the gap behind a comma or a blank: its first word may be a capital one."""
    return len(gap) > 1 and gap[-1] in "\"“„«‘'‹"
