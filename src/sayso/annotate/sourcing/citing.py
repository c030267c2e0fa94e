"""On whose word a source speaks: "the Herald, citing two officials, reported that …".

Whoever is cited has said what the source says, and is found as an attribution of its own with the same content: nested in the
source's, as in "the Herald reported that two officials said that …". What somebody gives as a reason ("citing safety concerns") says
nothing, and is left alone.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.annotate.naming.nouns import nouns, singular
from sayso.annotate.naming.titles import is_role
from sayso.annotate.reporting.assembly import attribution_id, place, settled
from sayso.annotate.reporting.sources import source_after
from sayso.annotate.reporting.words import Words
from sayso.annotate.typography.rendering import Rendering
from sayso.lexicons import lexicon, words_of
from sayso.model.attribution import Attribution, CueKind
from sayso.model.document import Document, Span

CITING = frozenset(("citing", "quoting"))
TOLD, RELATIVES = frozenset(("cites", "cited", "quotes", "quoted")), frozenset(("which", "who"))
FEW = 40  # characters of a circumstance between: "reported late on Tuesday, citing …"
NOMINAL = "DnN#AEVYO"  # classes of words inside a noun phrase, before what is said of it


@dataclass(frozen=True, slots=True)
class Cited:
    """Somebody who is cited: the word "citing", the words behind it that may be them, half-open, and how they say something.

    `start` is where the insertion begins, with its comma. Of those whose noun is not known to be one who says something there is no kind.
    """

    cue: Span
    low: int
    high: int
    start: int
    kind: CueKind | None


def with_cited(
    document: Document,
    words: Words,
    sentences: Sequence[Span],
    attributions: Sequence[Attribution],
    rendering: Rendering,
) -> tuple[Attribution, ...]:
    """The attributions in order, and those of whoever is cited beside a source; what was taken for either is left out."""
    starts = [sentence.start for sentence in sentences]
    near: dict[int, list[Attribution]] = defaultdict(list)  # by the number of the sentence that the cue stands in
    for each in attributions:
        near[bisect_right(starts, (each.cue or each.content)[0].start) - 1].append(each)
    renamed: dict[str, str] = {}
    for cited in _all_cited(document, words, sentences):
        number = bisect_right(starts, cited.cue.start) - 1
        own = [each for each in near[number] if any(cited.cue.touches(span) for span in each.cue)]
        others = [each for each in near[number] if each not in own]
        holder = _beside(cited, others)
        first = words.starts[cited.low]
        kind = cited.kind or next(
            (each.cue_kind for each in own if any(span.start == first for span in each.source)), None
        )
        if holder is None or kind is None:
            continue
        source, insertion = _ended(document, words, cited, holder)
        kept = _without(document, holder, insertion, rendering)
        renamed[holder.id] = kept.id
        near[number] = [
            *(kept if each is holder else each for each in others),
            _told(document, source, cited.cue, kind, kept),
        ]
    found = {each.id: each for some in near.values() for each in some}
    return tuple(sorted((_in_one_of(each, found, renamed) for each in found.values()), key=place))


def _told(document: Document, source: Span, cue: Span, kind: CueKind, holder: Attribution) -> Attribution:
    """What those cited say: the same as the source."""
    return replace(
        holder,
        id=attribution_id(document, [source], [cue], holder.content),
        source=(source,),
        cue=(cue,),
        cue_kind=kind,
        occasion=(),
        addressee=(),
        within=holder.id,
        engine="rules",
        reasons=("citing",),
    )


def _in_one_of(each: Attribution, found: Collection[str], renamed: Mapping[str, str]) -> Attribution:
    """The attribution with the id that its holder has now; in none where that is left out."""
    within = each.within
    while within is not None and within not in found:
        within = renamed.get(within)
    return replace(each, within=within)


def _all_cited(document: Document, words: Words, sentences: Sequence[Span]) -> Iterator[Cited]:
    """Everybody who is cited in the narrator's words: behind "citing", or behind "which cited"."""
    starts = [sentence.start for sentence in sentences]
    for at in range(2, len(words.lowers)):  # behind somebody, and a mark
        told = words.lowers[at] in TOLD and words.lowers[at - 1] in RELATIVES
        mark = at - 1 - told
        if not told and words.lowers[at] not in CITING:
            continue
        if mark < 1 or words.quoted[at] >= 0 or words.tags[mark] not in ",(-":
            continue
        sentence = sentences[bisect_right(starts, words.starts[at]) - 1]
        phrase = source_after(words, at + 1, words.at(sentence.end))
        if phrase:
            cue = document.span(words.starts[at], words.ends[at])
            yield Cited(cue, *phrase, words.ends[mark - 1], _kind(words, *phrase))


def _kind(words: Words, low: int, high: int) -> CueKind | None:
    """How those cited say something; None where they are nobody who does."""
    end = low
    while end < high and words.tags[end] in NOMINAL and words.lowers[end] not in words_of("grammar", "postmodifiers"):
        end += 1
    if end == low:
        return None
    head = words.lowers[end - 1].removesuffix("’s").removesuffix("'s")
    one = singular(head)
    if not nouns().papers.isdisjoint((head, one)):
        return CueKind.DOCUMENT
    return CueKind.SPEECH if one in _speakers() or is_role(one) or words.tags[end - 1] == "N" else None


@cache
def _speakers() -> frozenset[str]:
    """Nouns of those who can say something, their offices aside."""
    listed = nouns()
    return listed.bodies | listed.groups | listed.vague | frozenset(lexicon("sources")["vague"]["plural"])


def _beside(cited: Cited, others: Sequence[Attribution]) -> Attribution | None:
    """The attribution that they are cited for: its source stands right before, or else its cue, with or without its content."""
    before = [each for each in others if any(_meets(span, cited.start) for span in each.source)]
    if before:
        return min(before, key=lambda each: abs(each.cue[0].start - cited.cue.start))
    earlier = [each for each in others if each.cue[-1].end <= cited.start and _reaches(each, cited)]
    return max(earlier, key=lambda each: each.cue[0].start, default=None)


def _meets(source: Span, insertion: int) -> bool:
    """Whether a source ends where the insertion begins, or has it for a part of its own."""
    return source.start < insertion <= source.end


def _reaches(each: Attribution, cited: Cited) -> bool:
    """Whether an attribution whose cue stands before goes up to the insertion with nothing but its own words and a few more."""
    end = max(span.end for span in (*each.source, *each.cue, *each.content) if span.start < cited.start)
    return cited.start - end <= FEW


def _ended(document: Document, words: Words, cited: Cited, holder: Attribution) -> tuple[Span, Span]:
    """Those cited, and the whole insertion: up to the last comma before the cue or the content that follows it.

    Where a content is taken to begin with the insertion, that ends at its first comma: something has to be left.
    """
    low, high = cited.low, cited.high
    behind = [span.start for span in (*holder.cue, *holder.content) if span.start > cited.cue.start]
    commas = [at for at in range(low + 1, high) if words.tags[at] in ",)"]
    if behind:
        commas = (
            [at for at in commas if words.starts[at] < min(behind)][-1:] if min(behind) < words.ends[high - 1] else []
        )
    elif not any(cited.start <= span.start <= cited.cue.start for span in holder.content):
        commas = []
    end = commas[0] if commas else high - (words.tags[high - 1] in ",)")
    after = end + (words.tags[end : end + 1] in ([","], [")"]))
    return document.span(words.starts[low], words.ends[end - 1]), document.span(cited.start, words.ends[after - 1])


def _without(document: Document, each: Attribution, insertion: Span, rendering: Rendering) -> Attribution:
    """The attribution without the insertion."""
    source, content = (_parts(document, spans, insertion) for spans in (each.source, each.content))
    if not content or (each.source and not source):
        return each
    return settled(document, replace(each, source=source, content=content), rendering)


def _parts(document: Document, spans: Sequence[Span], insertion: Span) -> tuple[Span, ...]:
    """What is left of spans, white space and what holds no letter aside."""
    left = (
        (low, high)
        for span in spans
        for low, high in ((span.start, min(span.end, insertion.start)), (max(span.start, insertion.end), span.end))
        if low < high
    )
    parts = (document.span(low, high) for low, high in left)
    bare = (
        document.span(each.start + _blanks(each.text), each.end - _blanks(each.text[::-1]))
        for each in parts
        if each.text.strip()
    )
    return tuple(each for each in bare if any(map(str.isalnum, each.text)))


def _blanks(text: str) -> int:
    """How much white space a text begins with."""
    return len(text) - len(text.lstrip())
