"""Copies: documents made out of earlier ones, with the passages that show it."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.document import Document, Span


class Change(StrEnum):
    """What was done to the earlier text on the way to the later one."""

    IDENTICAL = "identical"
    TRUNCATED = "truncated"  # its end is missing
    SHORTENED = "shortened"  # passages inside it are missing
    REORDERED = "re-ordered"
    REWRITTEN = "rewritten"  # words inside its passages differ
    EXTENDED = "extended"  # the later text has passages of its own
    HEADER_CHANGED = "header changed"  # another title, byline or agency line
    MERGED = "merged"  # the later text is made of several


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of the later text and the stretch of the earliest that it comes from."""

    later: Span
    earliest: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One document taken from another: `earliest` is the first of its line that is known here, never "the first".

    `share` is the part (0 to 1) of the later text's own words that stands in the passages: words in quotation marks and
    house texts are nobody's own. `through` are the external or document ids of the copies in between, where the line
    was followed over them. `reasons` say in words how the copy was told and why this one is called the earlier.
    """

    later: Document
    earliest: Document
    passages: tuple[Passage, ...]
    share: float
    changes: tuple[Change, ...]
    reasons: tuple[str, ...]
    through: tuple[str, ...] = ()
