"""Attributions by a cue with its source, in every order: said it, it was said, "…", said it, "…"."""

from dataclasses import dataclass, replace

from sayso.annotate.circumstances import Circumstances, circumstances_after, occasion_before
from sayso.annotate.contents import content_end, ends_sentence, quotation_end
from sayso.annotate.cues import Cue
from sayso.annotate.frames import right_frame
from sayso.annotate.relations import Range, Relation
from sayso.annotate.sources import source_after, source_before
from sayso.annotate.units import Unit
from sayso.annotate.words import Words
from sayso.lexicons import words_of

# What may follow a cue whose content came before it.
DONE = frozenset(
    "stop comma when dash and in on at during after before to with by about from of as comma-quote".split()
)  # noqa: SIM905  a list of words reads as words
# Cues that take a bare clause although they are no speech.
THINKING = frozenset(
    "think thinks thought believe believes believed hope hopes hoped show shows showed found know knows".split()
)  # noqa: SIM905  the same
# Longest sentence, in words, whose source and cue take up a quotation that ended with ! or ? in the sentence before.
SHORT = 14


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a cue is looked at: its unit, the relations found before it there, and a quotation left waiting."""

    words: Words
    unit: Unit
    before: tuple[Relation, ...]
    pending: Range | None


def relate(at: Setting, cue: Cue) -> Relation | None:
    """The relation that a cue makes in its unit; None where it makes none."""
    addressed = cue.word in words_of("reporting", "addressed")
    around = (
        circumstances_after(at.words, cue.last, at.unit.high, addressed=addressed)
        if cue.reports
        else Circumstances(cue.last)
    )
    relation = _inverted(at, cue)
    if relation is None:
        source = source_before(at.words, cue.first, at.unit.low)
        if source is None:
            relation = _shared(at, cue, around)
        elif cue.left.startswith("be-"):
            relation = _passive(at, cue, source, around)
        else:
            relation = _postposed(at, cue, source, around) or _straight(
                at, cue, (source,), around, "source-cue-content"
            )
    if relation is None or not cue.reports:
        return relation
    occasion = relation.occasion or occasion_before(at.words, at.unit.low, relation.cue[0][0])
    return replace(relation, occasion=occasion)


def _relation(
    cue: Cue, source: tuple[Range, ...], content: tuple[Range, ...], rule: str, around: Circumstances
) -> Relation:
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


def _inverted(at: Setting, cue: Cue) -> Relation | None:
    """A content, a cue and its source: "…," said the mayor; it is dry, says the ministry."""
    words, unit = at.words, at.unit
    before = cue.first - 1
    if before < unit.low or not cue.reports or words.tags[cue.head] == "G" or not _ends_content(words, cue.first):
        return None
    if cue.right not in ("noun", "subject", "object"):
        return None
    source = source_after(words, cue.last, unit.high)
    if source is None:
        return None
    if (
        words.quoted[before] < 0
        and words.quoted[before - 1] < 0
        and source_before(words, cue.first, unit.low) is not None
    ):
        return None
    content = left_content(at, cue.first)
    if content is None:
        return None
    around = circumstances_after(words, source[1], unit.high, addressed=False)
    return _relation(
        cue, (source,), (content, *_taken_up(words, source[1], unit, content)), "quotation-cue-source", around
    )


def _ends_content(words: Words, after: int) -> bool:
    """Whether what stands before a word can be the end of a content: a comma, a dash, or a quotation with its stop."""
    before = after - 1
    if words.quoted[before] >= 0:
        return words.tags[before] == "Q" and ends_sentence(words, after)
    return words.tags[before] in ",-"


def _postposed(at: Setting, cue: Cue, source: Range, around: Circumstances) -> Relation | None:
    """A content, a source and its cue: "…," the mayor said; it is dry, the ministry said on Monday."""
    words, unit = at.words, at.unit
    if not cue.reports or cue.right in ("that", "quote", "colon"):
        return None
    before = source[0] - 1
    quoted = before >= unit.low and (words.quoted[before] >= 0 or words.quoted[before - 1] >= 0)
    if right_frame(words, around.after, unit.high) not in DONE and not quoted:
        return None
    if before < unit.low:
        fits = at.pending is not None and unit.high - unit.low < SHORT
        return _relation(cue, (source,), (at.pending,), "quotation-source-cue", around) if fits and at.pending else None
    if not _ends_content(words, source[0]):
        return None
    content = left_content(at, source[0])
    if content is None or (cue.right == "comma-quote" and words.quoted[content[1] - 1] < 0):
        return None
    return _relation(
        cue, (source,), (content, *_taken_up(words, around.after, unit, content)), "content-source-cue", around
    )


def _taken_up(words: Words, after: int, unit: Unit, content: Range) -> tuple[Range, ...]:
    """What goes on behind the source and cue: the second half of a split quotation, or of a clause."""
    index = after
    limit = min(unit.high, after + SHORT)
    while index < limit and words.quoted[index] < 0 and words.tags[index] not in ";H":
        index += 1
    if index < limit and words.quoted[index] >= 0 and words.tags[index - 1] in ",:-":
        return ((index, quotation_end(words, index, unit.high)),)
    if (
        after < unit.high
        and (words.tags[after] == "," or words.tags[after - 1] == ",")
        and words.quoted[content[1] - 1] < 0
    ):
        start = after + (words.tags[after] == ",")
        verbless = not any(tag in "VX" for tag in words.tags[content[0] : content[1]])
        if start < unit.high and verbless and words.tags[start] in "VXEA":
            return ((start, _unit_end(words, unit)),)
    return ()


def _unit_end(words: Words, unit: Unit) -> int:
    return unit.high - 1 if words.tags[unit.high - 1] == "." and words.quoted[unit.high - 1] < 0 else unit.high


def left_content(at: Setting, end: int) -> Range | None:
    """What stands before a postposed source and cue, without the comma between."""
    words, unit = at.words, at.unit
    last = end - 1
    while last > unit.low and words.quoted[last] < 0 and words.tags[last] in ",-":
        last -= 1
    start = unit.low
    if words.quoted[last] >= 0:
        opening = max(unit.low, words.ranges[words.quoted[last]][0])
        told = any(unit.low <= relation.cue[0][0] < opening for relation in at.before if relation.cue)
        if opening > unit.low and (told or _starts_sentence(words, opening)):
            start = opening
    while start < last and words.tags[start] == "C" and words.quoted[start] < 0:
        start += 1
    return (start, last + 1) if last > start or words.tags[last] in "nN#" else None


def _starts_sentence(words: Words, opening: int) -> bool:
    index = opening
    while words.tags[index] == "Q":
        index += 1
    return words.text[words.starts[index]].isupper() and words.tags[opening - 1] in ",:.-"


def _passive(at: Setting, cue: Cue, subject: Range, around: Circumstances) -> Relation | None:
    """A cue in the passive: its source stands after "by", or nowhere."""
    words, unit = at.words, at.unit
    source: tuple[Range, ...] = ()
    after = around.after
    if after < unit.high and words.lowers[after] == "by":
        by = source_after(words, after + 1, unit.high)
        if by is None:
            return None
        by = (by[0], _before_that(words, by))
        source, after = (by,), by[1]
    told = cue.word in words_of("reporting", "addressed")
    addressee = (subject,) if told else ()
    frame = right_frame(words, after, unit.high)
    if frame in ("that", "to", "quote", "wh"):
        end = content_end(words, after, unit.high, "clause" if frame != "to" else "to")
        content: tuple[Range, ...] = ((after, end),) if told or frame != "to" else (subject, (after, end))
    elif source and not told:
        content = (subject,)
    else:
        relation = _straight(at, cue, (subject,), around, "source-cue-content")
        return relation
    return replace(_relation(cue, source, content, "passive", Circumstances(after)), addressee=addressee)


def _before_that(words: Words, source: Range) -> int:
    for index in range(source[0] + 1, source[1]):
        if words.tags[index] == "H":
            return index
    return source[1]


def _shared(at: Setting, cue: Cue, around: Circumstances) -> Relation | None:
    """A cue without a source of its own beside it: ", adding that"; "and said"."""
    if cue.left not in ("comma", "and", "start", "be-comma") and at.words.tags[cue.head] != "G":
        return None
    if at.before and at.before[-1].source:
        source = at.before[-1].source
    else:
        subject = subject_of(at.words, at.unit.low, cue.first)
        if subject is None:
            return None
        source = (subject,)
    return _straight(at, cue, source, around, "shared-source")


def subject_of(words: Words, low: int, before: int) -> Range | None:
    """The noun phrase before the first verb of a stretch."""
    for index in range(low + 1, before):
        if words.tags[index] in "VXE" and words.quoted[index] < 0:
            found = source_before(words, index, low)
            if found:
                return found
    return None


def _straight(at: Setting, cue: Cue, source: tuple[Range, ...], around: Circumstances, rule: str) -> Relation | None:
    """A cue whose content stands to its right."""
    words, high = at.words, at.unit.high
    start, shape, announced = _content_start(words, high, cue, around)
    if start is None or start >= high:
        return None
    if words.quoted[start] >= 0:
        end = quotation_end(words, start, high)
        if not ends_sentence(words, end):
            end = content_end(words, start, high, "clause")
    else:
        end = content_end(words, start, high, shape)
    while end > start and words.tags[end - 1] in ",-;:" and words.quoted[end - 1] < 0:
        end -= 1
    if end <= start:
        return None
    return _relation(cue, source, ((start, end),), rule, around if announced else Circumstances(cue.last))


def _content_start(words: Words, high: int, cue: Cue, around: Circumstances) -> tuple[int | None, str, bool]:
    """Where the content begins, its shape, and whether what stands between is circumstances."""
    after = around.after
    frame = right_frame(words, after, high)
    if frame in ("comma-quote", "colon"):
        return after + 1, "clause", True
    if frame in ("that", "quote") or (frame == "wh" and cue.reports):
        return after, "clause", True
    if around.addressee and frame in ("subject", "noun", "to"):
        return after, "clause", True
    if cue.right == "comma":
        parenthesis = _parenthesis(words, cue.last, high) if cue.reports else None
        return parenthesis, "clause", False
    if cue.right in ("stop", "and", "when", "dash", "aux"):
        return None, "noun", False
    if cue.reports and after > cue.last and not around.addressee and frame in ("subject", "noun", "wh"):
        return after, "clause", True
    if cue.right == "to":
        return cue.last, "to", False
    clausal = cue.reports or cue.word in THINKING or cue.right in ("that", "wh")
    return cue.last, "clause" if clausal else "noun", False


def _parenthesis(words: Words, comma: int, high: int) -> int | None:
    """The "that" or the quotation behind a parenthesis between commas."""
    for index in range(comma + 1, min(high, comma + SHORT)):
        if words.tags[index] == "," and index + 1 < high and words.tags[index + 1] in "HQ":
            return index + 1
    return None
