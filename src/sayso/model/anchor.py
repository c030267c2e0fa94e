"""Where a claim stands in its document, in words that find it again whoever reads the document next."""

from dataclasses import dataclass

from sayso.model.claim import Claim
from sayso.model.reading import Reading

AROUND = 32  # characters before and behind: what W3C annotation clients commonly keep, half a line
SHARED = 0.5  # of the characters of both: above a half no two stretches that are apart can both be the one meant


@dataclass(frozen=True, slots=True, kw_only=True)
class TextQuote:
    """A stretch of text by its words and those around it (W3C TextQuoteSelector)."""

    exact: str
    prefix: str = ""
    suffix: str = ""

    def find(self, text: str) -> tuple[int, int] | None:
        """Where it stands first in the text, with these words around it, as a half-open stretch of code points."""
        at = text.find(self.prefix + self.exact + self.suffix)
        return None if at < 0 else (at + len(self.prefix), at + len(self.prefix) + len(self.exact))


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A claim by its id and, since another reader gives it another id, by its document and words."""

    document: str
    claim: str
    quote: TextQuote


def stretch(claim: Claim) -> tuple[int, int]:
    """From the first character of a claim to its last; a claim without spans stands nowhere."""
    return (min(each.start for each in claim.spans), max(each.end for each in claim.spans)) if claim.spans else (0, 0)


def anchor_of(reading: Reading, claim: Claim) -> Anchor:
    """What finds a claim of the reading again."""
    text, (start, end) = reading.document.text, stretch(claim)
    quote = TextQuote(
        exact=text[start:end], prefix=text[max(0, start - AROUND) : start], suffix=text[end : end + AROUND]
    )
    return Anchor(document=reading.document.id, claim=claim.id, quote=quote)


def find_claim(anchor: Anchor, reading: Reading) -> str | None:
    """The claim of a reading of the same document that is meant: of that id, or else the one on the same words.

    Of several the one that shares most of its characters with the anchor, and more than half; None where there is none.
    """
    if any(claim.id == anchor.claim for claim in reading.claims):
        return anchor.claim
    found = anchor.quote.find(reading.document.text) if anchor.document == reading.document.id else None
    if found is None:
        return None
    best = max(reading.claims, key=lambda claim: share(found, stretch(claim)), default=None)
    return best.id if best and share(found, stretch(best)) > SHARED else None


def share(one: tuple[int, int], other: tuple[int, int]) -> float:
    """How much of two stretches is in both, of what is in either."""
    both = min(one[1], other[1]) - max(one[0], other[0])
    either = max(one[1], other[1]) - min(one[0], other[0])
    return both / either if both > 0 else 0.0
