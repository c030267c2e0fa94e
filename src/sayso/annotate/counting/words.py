"""The words, figures and marks of a sentence, each with its place; and lists of phrases to look for among them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

# In order: currencies ("US$"), what is written like a day, an hour or a version, figures with their groups of digits, names
# with figures ("T-0504", "F-16s", "G7"), words, and any mark. No alternative can match what another one left half read.
TOKEN = re.compile(
    r"(?:US|NZ|HK|[ACRS])?[$£€¥₴₽₹₺₪₩₦]"
    r"|[0-9]+(?:[./:][0-9]+){2,}|[0-9]+[:/][0-9]+"
    r"|[0-9]{1,3}(?:,[0-9]{2,3})+(?:\.[0-9]+)?(?![0-9])|[0-9]{1,3}(?:[\u00a0\u202f\u2009][0-9]{3})+(?![0-9])|[0-9]{1,3}(?: 000)+(?![0-9])"
    r"|[0-9]+(?:\.[0-9]+)?[½¼¾]?|[½¼¾]"
    r"|[^\W\d_]+-?[0-9][\w-]*"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[^\W\d_]+(?:['’-][^\W\d_]+)*"
    r"|\S"
)
JOINERS = str.maketrans("", "", "-'’")
# The share of words of four letters or more, which title case capitalises, that have a capital: of the sentences of PolNeAR dev
# with a stop 63 of 3,036 have .75 or more (headlines that were given one, lists of names). Three words are the fewest that tell.
HEADLINE = 0.75
LONGER = 4
FEWEST = 3

Value = TypeVar("Value")


class Token(NamedTuple):
    """A word, figure or mark: `low` in small letters with straight apostrophes; `kind` is one of the letters below.

    w word, f figure, c code (a name or a time that holds figures), $ currency, p any other mark.
    """

    start: int
    end: int
    text: str
    low: str
    kind: str


NOTHING = Token(0, 0, "", "", "p")


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of one sentence; places are numbers of tokens, and what stands beyond either end is an empty mark."""

    tokens: Sequence[Token]
    headline: bool

    def at(self, index: int) -> Token:
        """The token at a place."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else NOTHING

    def low(self, index: int) -> str:
        """The token at a place in small letters, or nothing."""
        return self.at(index).low

    def lows(self, start: int, end: int) -> list[str]:
        """The tokens from a place up to another, in small letters; what lies beyond the ends is left out."""
        return [token.low for token in self.tokens[max(0, start) : max(0, end)]]

    def glued(self, index: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return 0 < index < len(self.tokens) and self.tokens[index].start == self.tokens[index - 1].end

    def capital(self, index: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.at(index).text[:1].isupper()

    def opens(self, index: int) -> bool:
        """Whether a word stands where any word has a capital: at the start, behind a colon, a dash or a quotation mark."""
        return index <= 0 or (
            self.at(index - 1).kind == "p" and self.low(index - 1) not in {",", "-", "’", "'", "&", ")"}
        )


def split(text: str, start: int, end: int) -> Line:
    """The line between two places of the text."""
    tokens = [
        Token(found.start(), found.end(), found[0], *_low(found[0])) for found in TOKEN.finditer(text, start, end)
    ]
    longer = [token for token in tokens if token.kind == "w" and len(token.text) >= LONGER]
    capitals = sum(token.text[0].isupper() for token in longer)
    fewest = FEWEST + 2 * (bool(tokens) and tokens[-1].text == ".")  # few headlines end with a stop
    return Line(tokens, len(longer) >= fewest and capitals >= HEADLINE * len(longer))


def _low(word: str) -> tuple[str, str]:
    """A token in small letters, and its kind."""
    low = word.lower().replace("’", "'")
    first = word[0]
    if "0" <= first <= "9" or first in "½¼¾":
        return low, "c" if ":" in word or "/" in word or word.count(".") > 1 else "f"
    if first.isalpha():
        if word[-1] == "." or word.translate(JOINERS).isalpha():
            return low, "w"
        return low, "$" if len(word) > 1 and not word[-1].isalnum() and word[-1] not in "-_" else "c"
    return low, "$" if first in "$£€¥₴₽₹₺₪₩₦" else "p"


class Phrases(Generic[Value]):
    """Phrases with a value each, looked for by their first or their last word; the longest that fits counts."""

    def __init__(self, phrases: Mapping[str, Value]) -> None:
        """Make them ready; a phrase is words and marks between blanks."""
        self._first: dict[str, list[tuple[list[str], Value]]] = {}
        self._last: dict[str, list[tuple[list[str], Value]]] = {}
        parted = [
            ([low for word in phrase.split() for low in _parts(word)], value) for phrase, value in phrases.items()
        ]
        for words, value in sorted(parted, key=lambda each: (-len(each[0]), each[0])):
            self._first.setdefault(words[0], []).append((words, value))
            self._last.setdefault(words[-1], []).append((words, value))

    def starting(self, line: Line, index: int) -> tuple[int, Value] | None:
        """The phrase that begins at a place: the place behind it, and its value."""
        for words, value in self._first.get(line.low(index), ()):
            if len(words) == 1 or line.lows(index, index + len(words)) == words:
                return index + len(words), value
        return None

    def ending(self, line: Line, index: int) -> tuple[int, Value] | None:
        """The phrase that ends right before a place: the place of its first word, and its value."""
        for words, value in self._last.get(line.low(index - 1), ()):
            if index >= len(words) and line.lows(index - len(words), index) == words:
                return index - len(words), value
        return None


def _parts(word: str) -> Iterator[str]:
    """A word of a lexicon as the tokens that it makes in a text."""
    return (found[0] for found in TOKEN.finditer(word))


def valued(lists: Iterable[tuple[Iterable[str], Value]]) -> dict[str, Value]:
    """One mapping out of lists of phrases with a value for each list."""
    return {phrase: value for phrases, value in lists for phrase in phrases}
