"""Attributions by a cue with its source, in every order: said it, it was said, "…", said it, "…"."""

from dataclasses import dataclass

from sayso.annotate.contents import content_end, ends_sentence, quotation_end
from sayso.annotate.cues import Cue
from sayso.annotate.relations import Range, Relation
from sayso.annotate.sources import source_after, source_before
from sayso.annotate.units import Unit
from sayso.annotate.words import Words

CLOSED_FRAMES = frozenset(
    [
        "stop",
        "comma",
        "when",
        "dash",
        "and",
        "in",
        "on",
        "at",
        "during",
        "after",
        "before",
        "to",
        "with",
        "by",
        "about",
        "from",
        "of",
        "as",
    ]
)
CLAUSAL = frozenset(["that", "wh", "quote", "comma-quote", "colon", "subject"])
# Longest stretch, in words, between a cue and the "that" or quotation that it announces ("said in a statement on Monday that").
REACH = 14


@dataclass(frozen=True, slots=True)
class Sides:
    """What a cue has around it in its unit."""

    source: Range
    inverted: bool
    shared: bool = False


def relate(words: Words, unit: Unit, cue: Cue, before: list[Relation], pending: Range | None) -> Relation | None:
    """The relation that a cue makes in its unit, given those found before it there and a quotation left waiting."""
    inverted = _inverted(words, unit, cue)
    if inverted:
        return inverted
    source = source_before(words, cue.first, unit.low)
    if source is None:
        return _shared(words, unit, cue, before)
    postposed = _postposed(words, unit, cue, source, pending)
    if postposed:
        return postposed
    content, last = content_after(words, unit, cue)
    if content is None:
        return None
    return _relation(cue, (source,), (content,), "source-cue-content", last)


def _relation(cue: Cue, source: tuple[Range, ...], content: tuple[Range, ...], rule: str, last: int) -> Relation:
    return Relation(
        source=source,
        cue=((cue.first, last),),
        content=content,
        kind=cue.kind,
        rule=rule,
        confidence=cue.confidence,
        words=(cue.word,),
    )


def _inverted(words: Words, unit: Unit, cue: Cue) -> Relation | None:
    """ "…," said the mayor. It is dry, says the ministry."""
    before = cue.first - 1
    if (
        before < unit.low
        or not cue.reports
        or cue.right not in ("noun", "subject", "object")
        or words.tags[cue.head] == "G"
    ):
        return None
    if words.tags[before] not in ",-Q" or (words.tags[before] == "Q") != (words.quoted[before] >= 0):
        return None
    if words.tags[before] == "Q" and not ends_sentence(words, cue.first):
        return None
    source = source_after(words, cue.last, unit.high)
    if source is None:
        return None
    if (
        words.tags[before] == ","
        and source_before(words, cue.first, unit.low) is not None
        and words.quoted[before - 1] < 0
    ):
        return None
    content = left_content(words, unit, cue.first)
    if content is None:
        return None
    return _relation(cue, (source,), (content, *_taken_up(words, source[1], unit)), "quotation-cue-source", cue.last)


def _postposed(words: Words, unit: Unit, cue: Cue, source: Range, pending: Range | None) -> Relation | None:
    """ "…," the mayor said. It is dry, the ministry said on Monday."""
    if not cue.reports:
        return None
    before = source[0] - 1
    if before < unit.low:
        if pending and cue.right in CLOSED_FRAMES and unit.high - unit.low < REACH:
            return _relation(cue, (source,), (pending,), "quotation-source-cue", cue.last)
        return None
    if words.tags[before] not in ",-Q" or cue.right in ("that", "quote", "colon"):
        return None
    if cue.right not in CLOSED_FRAMES and cue.right not in ("comma-quote", "object", "noun"):
        return None
    quoted = words.quoted[before] >= 0 or words.quoted[before - 1] >= 0
    if cue.right in ("object", "noun") and not quoted:
        return None
    if words.quoted[before] >= 0 and not ends_sentence(words, source[0]):
        return None
    if not quoted and cue.right == "comma-quote":
        return None
    content = left_content(words, unit, source[0])
    if content is None:
        return None
    return _relation(cue, (source,), (content, *_taken_up(words, cue.last, unit)), "content-source-cue", cue.last)


def _taken_up(words: Words, after: int, unit: Unit) -> tuple[Range, ...]:
    """The second half of a split quotation: ", "… after the source and cue, in the same unit."""
    index = after
    limit = min(unit.high, after + REACH)
    while index < limit and words.quoted[index] < 0:
        if words.tags[index] in ";H":
            return ()
        index += 1
    if index >= limit or index == after or words.quoted[index] < 0 or words.tags[index - 1] not in ",:-":
        return ()
    return ((index, quotation_end(words, index, unit.high)),)


def left_content(words: Words, unit: Unit, end: int) -> Range | None:
    """What stands before a postposed source and cue, without the comma between."""
    last = end - 1
    while last > unit.low and words.quoted[last] < 0 and words.tags[last] in ",-":
        last -= 1
    start = unit.low
    if words.quoted[last] >= 0:
        opening = max(unit.low, words.ranges[words.quoted[last]][0])
        if opening > unit.low and _starts_sentence(words, opening):
            start = opening
    while start < last and words.tags[start] == "C" and words.quoted[start] < 0:
        start += 1
    return (start, last + 1) if last > start or words.tags[last] in "nN#" else None


def _starts_sentence(words: Words, opening: int) -> bool:
    index = opening
    while words.tags[index] == "Q":
        index += 1
    return words.text[words.starts[index]].isupper() and words.tags[opening - 1] in ",:.-"


def _shared(words: Words, unit: Unit, cue: Cue, before: list[Relation]) -> Relation | None:
    """A cue without a source of its own beside it: ", adding that"; "and said"."""
    if cue.left not in ("comma", "and", "start", "be-comma") and words.tags[cue.head] != "G":
        return None
    source: tuple[Range, ...] = ()
    if before and before[-1].source:
        source = before[-1].source
    else:
        subject = _subject(words, unit, cue.first)
        if subject is None:
            return None
        source = (subject,)
    content, last = content_after(words, unit, cue)
    if content is None:
        return None
    return _relation(cue, source, (content,), "shared-source", last)


def _subject(words: Words, unit: Unit, before: int) -> Range | None:
    """The noun phrase before the first verb of the unit."""
    for index in range(unit.low + 1, before):
        if words.tags[index] in "VXE" and words.quoted[index] < 0:
            found = source_before(words, index, unit.low)
            if found:
                return found
    return None


def content_after(words: Words, unit: Unit, cue: Cue) -> tuple[Range | None, int]:
    """The content to the right of a cue, and where the cue ends (what stands before "that" may belong to it)."""
    start, last, shape = _content_start(words, unit, cue)
    if start is None or start >= unit.high:
        return None, cue.last
    if words.quoted[start] >= 0:
        end = quotation_end(words, start, unit.high)
        if not ends_sentence(words, end):
            end = content_end(words, start, unit.high, "clause")
    else:
        end = content_end(words, start, unit.high, shape)
    while end > start and words.tags[end - 1] in ",-;:" and words.quoted[end - 1] < 0:
        end -= 1
    return ((start, end), last) if end > start else (None, last)


def _content_start(words: Words, unit: Unit, cue: Cue) -> tuple[int | None, int, str]:
    at = cue.last
    if cue.right == "comma-quote" or cue.right == "colon":
        return at + 1, cue.last, "clause"
    if cue.right in ("stop", "comma", "and", "when", "dash", "aux"):
        return None, cue.last, "noun"
    announced = _announced(words, unit, cue)
    if announced is not None:
        return announced, cue.last, "clause"
    if cue.right in ("that", "wh", "quote"):
        return at, cue.last, "clause"
    if cue.right == "to":
        return at, cue.last, "to"
    clausal = cue.reports or cue.word in (
        "think",
        "thinks",
        "believe",
        "believes",
        "thought",
        "believed",
        "hopes",
        "show",
        "shows",
        "found",
    )
    return at, cue.last, "clause" if clausal else "noun"


def _announced(words: Words, unit: Unit, cue: Cue) -> int | None:
    """The "that" or quotation that a speech cue announces after an addressee or a circumstance."""
    if not cue.reports or cue.right in ("that", "quote", "wh"):
        return None
    for index in range(cue.last, min(unit.high, cue.last + REACH)):
        tag = words.tags[index]
        if tag == "H":
            return index
        if tag == "Q" and words.quoted[index] >= 0:
            return index if words.tags[index - 1] in ",:" else None
        if tag in "VX;." or (tag == "," and (index + 1 >= unit.high or words.tags[index + 1] not in "QH")):
            return None
    return None
