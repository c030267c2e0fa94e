"""Attributions whose content comes first: "…," said the mayor; "…," the mayor said; it is dry, the ministry said."""

from sayso.annotate.reporting.circumstances import Circumstances, circumstances_after
from sayso.annotate.reporting.contents import ends_sentence, quotation_end
from sayso.annotate.reporting.cues import Cue
from sayso.annotate.reporting.frames import right_frame
from sayso.annotate.reporting.ranges import Range
from sayso.annotate.reporting.relations import Relation, Setting, by_cue
from sayso.annotate.reporting.sources import source_after, source_before
from sayso.annotate.reporting.units import Unit, without_stop
from sayso.annotate.reporting.words import Words

# What may follow a cue whose content came before it.
DONE = frozenset(
    "stop comma when dash and in on at during after before to with by about from of as comma-quote".split()  # noqa: SIM905  a list of words reads as words
)
ANNOUNCES = frozenset(("that", "quote", "colon"))
# Longest sentence, in words, whose source and cue take up a quotation that ended with ! or ? in the sentence before; and the
# farthest that the second half of a split quotation stands from the cue.
SHORT = 14


def inverted(at: Setting, cue: Cue) -> Relation | None:
    """A content, a cue and its source: "…," said the mayor; it is dry, says the ministry."""
    words, unit = at.words, at.unit
    if cue.first - 1 < unit.low or words.tags[cue.head] == "G" or cue.right not in ("noun", "subject", "object"):
        return None
    if not _ends_content(words, cue.first) or _has_subject(words, unit, cue):
        return None
    source = source_after(words, cue.last, unit.high)
    if source and words.quoted[cue.first - 1] < 0 and not _ends_source(words, source[1], unit.high):
        return None
    content = left_content(at, cue.first) if source else None
    if source is None or content is None:
        return None
    around = circumstances_after(words, source[1], unit.high, addressed=False)
    return by_cue(
        cue, (source,), (content, *_taken_up(words, source[1], unit, content)), "quotation-cue-source", around
    )


def _ends_source(words: Words, after: int, high: int) -> bool:
    """Whether what follows a noun phrase leaves it a source: neither its own verb nor what is said of it."""
    return after >= high or (
        words.tags[after] not in "VXR" and (words.quoted[after] < 0 or words.tags[after - 1] in ",:-")
    )


def _has_subject(words: Words, unit: Unit, cue: Cue) -> bool:
    """Whether a source stands before the cue and no quotation between ("the mayor, a lawyer, said")."""
    before = cue.first - 1
    if words.quoted[before] >= 0 or words.quoted[before - 1] >= 0:
        return False
    return source_before(words, cue.first, unit.low) is not None


def _ends_content(words: Words, after: int) -> bool:
    """Whether what stands before a word can be the end of a content: a comma, a dash, or a quotation with its stop."""
    before = after - 1
    if words.quoted[before] >= 0:
        return words.tags[before] == "Q" and ends_sentence(words, after)
    return words.tags[before] in ",-"


def postposed(at: Setting, cue: Cue, source: Range, around: Circumstances) -> Relation | None:
    """A content, a source and its cue: "…," the mayor said; it is dry, the ministry said on Monday."""
    words, unit = at.words, at.unit
    if cue.right in ANNOUNCES:
        return None
    before = source[0] - 1
    if before < unit.low:
        return _takes_pending(at, cue, source, around)
    quoted = words.quoted[before] >= 0 or words.quoted[before - 1] >= 0
    if not _ends_content(words, source[0]) or not (quoted or right_frame(words, around.after, unit.high) in DONE):
        return None
    content = left_content(at, source[0])
    if content is None or (cue.right == "comma-quote" and not _awaits_quotation(words, content)):
        return None
    if cue.right == "to" and not quoted and not _has_verb(words, content):
        return (
            None  # "In Harle, the senator promised to pay": what comes first is where, and what comes last is promised
        )
    return by_cue(
        cue, (source,), (content, *_taken_up(words, around.after, unit, content)), "content-source-cue", around
    )


def _has_verb(words: Words, content: Range) -> bool:
    return any(tag in "VX" for tag in words.tags[content[0] : content[1]])


def _awaits_quotation(words: Words, content: Range) -> bool:
    """Whether a content may be taken up by a quotation behind the cue: it is one itself, or lacks a complement ("it was")."""
    return words.quoted[content[1] - 1] >= 0 or words.tags[content[1] - 1] in "XP"


def _takes_pending(at: Setting, cue: Cue, source: Range, around: Circumstances) -> Relation | None:
    """The quotation of the sentence before, which ended with a stop of its own: "Go!" The mayor said."""
    if not at.pending or at.unit.high - at.unit.low >= SHORT:
        return None
    if right_frame(at.words, around.after, at.unit.high) not in DONE:
        return None
    return by_cue(cue, (source,), at.pending, "quotation-source-cue", around)


def _taken_up(words: Words, after: int, unit: Unit, content: Range) -> tuple[Range, ...]:
    """What goes on behind the source and cue: the second half of a split quotation, or of a clause."""
    index = after
    limit = min(unit.high, after + SHORT)
    while index < limit and words.quoted[index] < 0 and words.tags[index] not in ";H":
        index += 1
    if index < limit and words.quoted[index] >= 0 and words.tags[index - 1] in ",:-":
        return ((index, quotation_end(words, index, unit.high)),)
    return _resumed(words, after, unit, content)


def _resumed(words: Words, after: int, unit: Unit, content: Range) -> tuple[Range, ...]:
    """The rest of a clause that the source and cue stand inside: the deal, said the mayor, was dead."""
    if after >= unit.high or words.quoted[content[1] - 1] >= 0 or "," not in (words.tags[after], words.tags[after - 1]):
        return ()
    start = after + (words.tags[after] == ",")
    if not _has_verb(words, content) and start < unit.high and words.tags[start] in "VXEA":
        return ((start, without_stop(words, unit)),)
    return ()


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
    return (start, last + 1) if last > start or words.tags[last] in "nN#RO" else None


def _starts_sentence(words: Words, opening: int) -> bool:
    index = opening
    while index + 1 < len(words.tags) and words.tags[index] == "Q":
        index += 1
    return words.text[words.starts[index]].isupper() and words.tags[opening - 1] in ",:.-"
