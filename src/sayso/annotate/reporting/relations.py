"""Relations as they are being found: ranges of words, before they become attributions with spans."""

from dataclasses import dataclass, replace

from sayso.annotate.reporting.circumstances import Circumstances
from sayso.annotate.reporting.cues import Cue
from sayso.annotate.reporting.ranges import Range
from sayso.annotate.reporting.units import Unit
from sayso.annotate.reporting.words import Words
from sayso.model.attribution import CueKind

# A content of more parts than this is no news text: it would be copied each time that one is added.
MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Source, cue and content as half-open ranges of words; the rule that found them and how sure it is.

    `continues` is the number of the relation whose speaker goes on here, for a quotation without source and cue.
    """

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    kind: CueKind = CueKind.SPEECH
    rule: str
    confidence: float
    words: tuple[str, ...] = ()
    occasion: tuple[Range, ...] = ()
    addressee: tuple[Range, ...] = ()
    continues: int | None = None

    def with_more(self, content: tuple[Range, ...]) -> "Relation":
        """This relation with more content, joined to what it has where nothing stands between."""
        *kept, last = self.content
        if last[1] == content[0][0]:
            return replace(self, content=(*kept, (last[0], content[0][1]), *content[1:]))
        return replace(self, content=(*self.content, *content)) if len(self.content) < MOST else self

    def cut_at(self, word: int) -> "Relation":
        """This relation with a content that runs over a conjunction and a word behind it ended before the conjunction."""
        kept = tuple((start, word - 1 if start < word - 1 and end > word else end) for start, end in self.content)
        return replace(self, content=kept)

    def ending_before(self, later: "Relation") -> "Relation":
        """This relation with its content ended where a later, postposed one's content ends, if that stands inside it."""
        end = later.content[0][1]
        if not self.cue or not later.content[0][0] <= self.cue[0][0] < end:
            return self
        kept = tuple((start, min(stop, end)) for start, stop in self.content if start < end)
        return replace(self, content=kept) if kept else self

    def inside(self, low: int, high: int) -> "Relation":
        """This relation with its content ended at a word, if its cue stands between two."""
        if not self.cue or not low <= self.cue[0][0] < high:
            return self
        kept = tuple((start, min(stop, high)) for start, stop in self.content if start < high)
        return replace(self, content=kept) if kept else self


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a cue is looked at: its unit, the relations found before it there, and a quotation left waiting."""

    words: Words
    unit: Unit
    before: tuple[Relation, ...]
    pending: tuple[Range, ...]


def by_cue(
    cue: Cue, source: tuple[Range, ...], content: tuple[Range, ...], rule: str, around: Circumstances
) -> Relation:
    """The relation of a cue with its source and content."""
    return Relation(
        source=source,
        cue=((cue.first, cue.last),),
        content=content,
        kind=cue.kind,
        rule=rule,
        confidence=cue.confidence,
        words=(cue.word,),
        occasion=around.occasion,
        addressee=(around.addressee,) if around.addressee else (),
    )
