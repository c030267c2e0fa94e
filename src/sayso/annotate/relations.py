"""Relations as they are being found: ranges of words, before they become attributions with spans."""

from dataclasses import dataclass

from sayso.model.attribution import CueKind

Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Source, cue and content as half-open ranges of words; the rule that found them and how sure it is."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    kind: CueKind
    rule: str
    confidence: float
    words: tuple[str, ...] = ()
    occasion: tuple[Range, ...] = ()
    addressee: tuple[Range, ...] = ()
    continues: bool = False

    @property
    def first(self) -> int:
        """The first word of any part."""
        return min(start for start, _ in (*self.source, *self.cue, *self.content))
