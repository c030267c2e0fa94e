"""Words of a text with a rough class each: enough grammar to find the edges of noun phrases and clauses."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from sayso.lexicons import lexicon, words_of
from sayso.model.quotation import Quotation

# Dotted abbreviations and titles keep their dot; hyphens and apostrophes hold a word together.
WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|(?:Mr|Mrs|Ms|Dr|MR|MRS|MS|DR|SEN|REP|GOV|GEN|Inc|Corp|Ltd|Bros|Cllr|Supt|Insp|Cpl|Maj|Adm|Cmdr|Brig|Pres|Fr|Hon|Atty|Rd|Ave|Det|Sen|Rep|Gov|Gen|Sgt|Lt|Col|Capt|Prof|Rev|St|Jr|Sr|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\."
    r"|[A-Z]\.(?=\s[A-Z])"
    r"|[$€£#@]?[^\W_]+(?:[-'’_.,&/@][^\W_]+)*|''|``|‘‘|’’|--|\.\.\.|\S"
)
MARKS = frozenset("\"“”„‟«»‹›'‘’‚‛") | {"''", "``", "‘‘", "’’"}
# What the end of a word says of its class, from a length on that leaves out "red", "only", "king".
SHORTEST = 5
SUFFIXES = {"ly": "A", "ing": "G", "ed": "E"}
CLOSED = (
    ("adverb", "A"), ("weekday", "Y"), ("determiner", "D"), ("pronoun", "R"), ("object_pronoun", "O"), ("preposition", "P"),
    ("subordinator", "S"), ("coordinator", "C"), ("wh", "W"), ("auxiliary", "X"), ("to", "T"), ("that", "H"), ("ly_noun", "n"),
)  # fmt: skip
# Closed-class words that are names where they are capitalised inside a sentence.
NAMES = frozenset(("will", "may", "per", "can", "so", "an", "near", "in", "do"))
PUNCTUATION = {
    ",": ",", ".": ".", "!": ".", "?": ".", "…": ".", "...": ".", ";": ";", ":": ":", "—": "-", "–": "-", "--": "-", "-": "-",
    "(": "(", ")": ")", "[": "(", "]": ")",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists over the words of a text.

    `tags`: D determiner, R pronoun, O object pronoun, P preposition, T to, H that, C coordinator, S subordinator, W
    wh-word, X auxiliary, A adverb, Y weekday, V verb, E word in -ed, G word in -ing, N capitalised, # number, n other;
    Q quotation mark, and , . ; : - ( ) for punctuation. `quoted` is the number of the outermost quotation, or -1; `ranges` are
    the words of each outermost quotation, half-open.
    """

    text: str
    starts: list[int]
    ends: list[int]
    lowers: list[str]
    tags: list[str]
    quoted: list[int]
    ranges: dict[int, tuple[int, int]]

    def at(self, position: int) -> int:
        """The first word that begins at or after a position."""
        return bisect_left(self.starts, position)

    def is_quoted(self, position: int) -> bool:
        """Whether the word at a position stands inside quotation marks."""
        at = self.at(position)
        return at < len(self.quoted) and self.quoted[at] >= 0

    def possessive(self, index: int) -> bool:
        """Whether the word ends in a possessive mark."""
        return self.lowers[index].endswith(("'s", "’s", "s'", "s’"))


@cache
def _classes() -> dict[str, str]:
    classes = dict.fromkeys(words_of("verbs", "finite") | words_of("classes", "past"), "V")
    for name, tag in reversed(CLOSED):
        classes |= dict.fromkeys(lexicon("classes")[name].split(), tag)
    return classes | PUNCTUATION | dict.fromkeys(MARKS, "Q")


def split_words(text: str, quotations: tuple[Quotation, ...]) -> Words:
    """The words of the text, with those inside an outermost quotation (its marks too) numbered by it."""
    starts: list[int] = []
    ends: list[int] = []
    lowers: list[str] = []
    tags: list[str] = []
    classes = _classes()
    for match in WORD.finditer(text):
        word = match[0]
        lower = word.lower()
        starts.append(match.start())
        ends.append(match.end())
        lowers.append(lower)
        tag = classes.get(lower)
        if lower in NAMES and word[0] != lower[0] and tags and tags[-1] not in ".Q:-":
            tag = "N"
        if tag is None or (tag == "V" and word[0] != lower[0]):
            tag = _shape(word, lower)
        tags.append(tag)
    ranges = _ranges(starts, quotations)
    quoted = [-1] * len(starts)
    for number, (first, last) in ranges.items():
        quoted[first:last] = [number] * (last - first)
    tags = [
        "n" if tag == "Q" and at < 0 and lower in "'’" else tag
        for tag, at, lower in zip(tags, quoted, lowers, strict=True)
    ]
    return Words(text, starts, ends, lowers, tags, quoted, ranges)


def _shape(word: str, lower: str) -> str:
    first = word[0]
    if first.isdigit() or (first in "$€£#" and len(word) > 1 and word[1].isdigit()):
        return "#"
    if first != lower[0] or first == "@":
        return "N"
    if not first.isalpha():
        return "-"
    return SUFFIXES.get(lower[-2:], SUFFIXES.get(lower[-3:], "n")) if len(lower) >= SHORTEST else "n"


def _ranges(starts: list[int], quotations: tuple[Quotation, ...]) -> dict[int, tuple[int, int]]:
    return {
        number: (bisect_left(starts, quotation.span.start), bisect_left(starts, quotation.span.end))
        for number, quotation in enumerate(quotations)
        if quotation.depth == 1
    }
