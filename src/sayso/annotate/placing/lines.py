"""A text as lines of words, with their runs of capitals, and the stretches of them that may name places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate.naming.capitals import Word, is_capital, words_in
from sayso.annotate.placing.folding import ARTICLES
from sayso.annotate.placing.listed import Listed
from sayso.lexicons import words_of
from sayso.model.document import Document, Span

JOINTS, OF_NAMES = words_of("places.types", "joints"), words_of("places.types", "of_names")
GAPS = frozenset({" ", "\u00a0", "\n", " \n", "\r\n", "-", ". ", "."})
FARTHEST = 8  # words of a run of capitals that are looked at; longer ones are headlines and lists
AREA_TYPES = words_of("places.types", "level_admin1", "level_admin2")
STREETS, WATERS = words_of("places.types", "streets"), words_of("places.types", "waters")


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a sentence, hyphens resolved, and for each the first and last word of the run of capitals that it stands in."""

    words: Sequence[Word]
    capitals: Sequence[bool]
    runs: Sequence[tuple[int, int]]

    def behind(self, index: int) -> Sequence[Word]:
        """The rest of the run of capitals behind a word, as far as names go."""
        return self.words[index + 1 : min(self.runs[index][1], index + FARTHEST) + 1]

    def before(self, index: int) -> Sequence[Word]:
        """The run of capitals before a word, as far as names go."""
        return self.words[max(self.runs[index][0], index - FARTHEST) : index]


@dataclass(slots=True, eq=False, kw_only=True)
class Spot:
    """A stretch that may name a place: words `first` to `last` of a line.

    `key` is its plain key, `type` the word in it or behind it that says what it is ("county", "region", "street"), `area` the key of the
    area that the rest names; `short` is what an abbreviation stands for. `known` says that a gazetteer or a lexicon has it, `worth` how
    much speaks for its naming a place, in logarithms of odds.
    """

    span: Span
    line: Line
    first: int
    last: int
    key: str
    area: str = ""
    type: str = ""
    short: Listed | None = None
    known: bool = True
    worth: float = 0.0


def lines_of(document: Document, sentences: Sequence[Span]) -> list[Line]:
    """The sentences as words and runs of capitals."""
    lines = []
    for sentence in sentences:
        words = [part for word in words_in(document.text, sentence.start, sentence.end) for part in _parts(word)]
        capitals = [is_capital(word) for word in words]
        lines.append(Line(words, capitals, _runs(document.text, words, capitals)))
    return lines


def _parts(word: Word) -> Iterator[Word]:
    """A word with hyphens as what it is made of: "Turin-based", "Franco-German", "Miami-Dade", but "al-Quds" as it is."""
    start = word.start
    parts = word.text.split("-") if "-" in word.text else ()
    if len(parts) < 2 or parts[0].casefold() in ARTICLES or not all(parts):  # noqa: PLR2004  a hyphen joins two
        yield word
        return
    for part in parts:
        yield Word(start, start + len(part), part, part.casefold().replace("\u2019", "'"))
        start += len(part) + 1


def _runs(text: str, words: Sequence[Word], capitals: Sequence[bool]) -> list[tuple[int, int]]:
    """For each word the run of capitals that it stands in; small words join what is capitalised on both sides, "and" does not."""
    runs = [(index, index) for index in range(len(words))]
    first = 0
    while first < len(words):
        last = _end_of_run(text, words, capitals, first) if capitals[first] else first
        if last > first:
            runs[first : last + 1] = [(first, last)] * (last + 1 - first)
        first = last + 1
    return runs


def _end_of_run(text: str, words: Sequence[Word], capitals: Sequence[bool], first: int) -> int:
    last = first
    for index in range(first + 1, len(words)):
        if not (capitals[index] or words[index].low in OF_NAMES) or not follows(text, words, index):
            break
        if capitals[index]:
            last = index
    return last


def follows(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether nothing but a blank, or the dot of an abbreviation, stands before a word."""
    gap = text[words[index - 1].end : words[index].start]
    return gap in GAPS and ("." not in gap or words[index - 1].low in shortened() or len(words[index - 1].text) == 1)


@cache
def shortened() -> frozenset[str]:
    """Words inside names that are written short, with a dot that ends no sentence."""
    return words_of("places.types", "shortened")
