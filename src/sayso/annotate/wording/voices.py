"""In whose voice a word stands: inside quotation marks, in what is attributed to another, or in the narrator's own words."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from sayso.annotate.wording.tokens import Tokens
from sayso.lexicons import words_of
from sayso.model.attribution import Attribution, QuoteType
from sayso.model.document import Span
from sayso.model.framing import TermVoice
from sayso.model.quotation import Quotation

DISTANCE = 3  # words between "so-called" and what it is said of: "the so-called people's liberation"


class Stretches:
    """Stretches of a text, joined where they touch, so that it is found at once whether one holds a place."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def hold(self, start: int) -> bool:
        """Whether one of them holds the character at a place."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and start < self._ends[at]


class Voices:
    """Who speaks where in a document."""

    def __init__(
        self, quotations: Sequence[Quotation], attributions: Sequence[Attribution], blocks: Iterable[Span] = ()
    ) -> None:
        """Take what is quoted, what is attributed, and the paragraphs that are handed over to a source without marks."""
        direct = (span for each in attributions if each.type is QuoteType.DIRECT for span in each.content)
        self._quoted = Stretches((*(each.inner for each in quotations), *direct))
        self._reported = Stretches((*(span for each in attributions for span in each.content), *blocks))

    def at(self, tokens: Tokens, first: int) -> TermVoice:
        """The voice of a term that begins with a word; one that the narrator keeps at a distance is not the narrator's."""
        start = tokens.starts[first]
        if self._quoted.hold(start):
            return TermVoice.QUOTE
        if self._reported.hold(start) or _kept_off(tokens, first):
            return TermVoice.INDIRECT
        return TermVoice.NARRATOR


def _kept_off(tokens: Tokens, first: int) -> bool:
    """Whether words before it say that somebody else calls it so: "so-called", "branded", "what they call a"."""
    marks = words_of("framing", "distancing")
    for at in range(first - 1, max(-1, first - 2 - DISTANCE), -1):
        if tokens.parted[at + 1]:
            return False
        low = tokens.lows[at]
        if low in marks or (low == "called" and at and tokens.lows[at - 1] == "so"):
            return True
    return False
