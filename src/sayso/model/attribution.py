"""The relation between a source, a cue and a content: who is said to say what (PARC3, PolNeAR)."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.document import Span


class QuoteType(StrEnum):
    """How the content is rendered: inside quotation marks wholly, partly, or not at all."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class CueKind(StrEnum):
    """What the cue says was done; only the first three make a statement in the narrow sense."""

    SPEECH = "speech"
    WRITING = "writing"
    DOCUMENT = "document"
    PERCEPTION = "perception"
    BELIEF = "belief"
    INTENTION = "intention"
    OTHER = "other"


class Anonymity(StrEnum):
    """How far a lay reader could identify the source."""

    NAMED = "named"
    ROLE = "role"
    VAGUE = "vague"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A source, a cue and a content, each as spans of the document.

    `source` is empty where the text names none; `content` has several spans where the text interrupts it; `within` is the
    id of the attribution whose content holds this one. `veridicality` is how far the reporting verb commits the narrator
    (MegaVeridicality, -1 to 1), null where unlisted. `confidence` (0 to 1) is how sure the software is of the annotation,
    never how true the content is. `reasons` name the rule and the words that decided.
    """

    id: str
    type: QuoteType
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    cue_kind: CueKind
    veridicality: float | None = None
    claimant: str | None = None
    anonymity: Anonymity = Anonymity.NONE
    within: str | None = None
    occasion: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()
    confidence: float
    engine: str
    reasons: tuple[str, ...] = ()
