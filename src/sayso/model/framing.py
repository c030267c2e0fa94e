"""Framing measures, each with the words it was counted from."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.document import Span


class TermVoice(StrEnum):
    """In whose voice a contested term stands."""

    NARRATOR = "narrator"
    INDIRECT = "indirect"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedTerm:
    """A contested term: `favours` is a slot of its concept ("taker", "loser"), never a country or a side."""

    span: Span
    concept: str
    favours: str | None = None
    voice: TermVoice


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedFragment:
    """A few words in quotation marks inside another's sentence, and the attribution that says whose they are."""

    span: Span
    attribution: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The denominators: words, and how many of them in quotation marks; speakers; claims."""

    words: int = 0
    quoted_words: int = 0
    speakers: int = 0
    named_speakers: int = 0
    claims: int = 0
    unattributed_claims: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Framing:
    """What an editor's rule would look at, as instances with offsets and their denominators."""

    terms: tuple[LoadedTerm, ...] = ()
    vague_sources: tuple[Span, ...] = ()
    quoted_fragments: tuple[QuotedFragment, ...] = ()
    counts: Counts = Counts()
