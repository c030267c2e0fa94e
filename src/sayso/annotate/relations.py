"""Relations as they are being found: ranges of words, before they become attributions with spans."""

from dataclasses import dataclass, replace

from sayso.model.attribution import CueKind

Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Source, cue and content as half-open ranges of words; the rule that found them and how sure it is.

    `continues` is the number of the relation whose speaker goes on here, for a quotation without source and cue.
    """

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    kind: CueKind
    rule: str
    confidence: float
    words: tuple[str, ...] = ()
    occasion: tuple[Range, ...] = ()
    addressee: tuple[Range, ...] = ()
    continues: int | None = None

    @property
    def first(self) -> int:
        """The first word of any part."""
        return min(start for start, _ in (*self.source, *self.cue, *self.content))

    def ending_before(self, later: "Relation") -> "Relation":
        """This relation with its content ended where a later, postposed one's content ends, if that stands inside it."""
        end = later.content[0][1]
        if not self.cue or not later.content[0][0] <= self.cue[0][0] < end:
            return self
        kept = tuple((start, min(stop, end)) for start, stop in self.content if start < end)
        return replace(self, content=kept) if kept else self
