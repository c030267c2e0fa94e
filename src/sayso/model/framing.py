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
    """A contested term: `favours` is a slot of its concept ("taker", "loser"), never a country or a side.

    `term` is its lemma, by which `Framing.notes` tells what is known of it; `favours` is null where the term presupposes
    nothing that is listed, which does not make it a neutral word.
    """

    span: Span
    concept: str
    favours: str | None = None
    voice: TermVoice
    term: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """What a public style guide says of a term, in our words: by whom, where, and the day it was read there."""

    by: str
    rule: str
    url: str
    read: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A role in a concept, and who is meant by it: "taker", "who holds the place afterwards"."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermNote:
    """What the pack has on a term that stands in the text; `slots` are the roles in its concept.

    `others` are the concept's other terms: what else is written of the same thing, none of them a recommendation.
    """

    pack: str
    concept: str
    title: str
    term: str
    slots: tuple[Slot, ...] = ()
    presupposes: tuple[str, ...] = ()
    favours: str | None = None
    used_by: tuple[str, ...] = ()
    objected_to_by: tuple[str, ...] = ()
    guidance: tuple[Guidance, ...] = ()
    others: tuple[str, ...] = ()


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
    """What an editor's rule would look at, as instances with offsets and their denominators.

    `agentless` are harms told without who did them ("was killed"); `notes` has an entry for each term that stands in `terms`.
    """

    terms: tuple[LoadedTerm, ...] = ()
    vague_sources: tuple[Span, ...] = ()
    quoted_fragments: tuple[QuotedFragment, ...] = ()
    agentless: tuple[Span, ...] = ()
    counts: Counts = Counts()
    notes: tuple[TermNote, ...] = ()
