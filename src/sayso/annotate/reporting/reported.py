"""Attributions by a cue with its source: said it, it was said, was told that, ", adding that"."""

from dataclasses import replace

from sayso.annotate.reporting.circumstances import Circumstances, circumstances_after, occasion_before
from sayso.annotate.reporting.contents import content_end, ends_sentence, quotation_end
from sayso.annotate.reporting.cues import CLOSING, REPORTED, Cue
from sayso.annotate.reporting.frames import right_frame
from sayso.annotate.reporting.postposed import inverted, postposed
from sayso.annotate.reporting.ranges import Range
from sayso.annotate.reporting.relations import Relation, Setting, by_cue
from sayso.annotate.reporting.sources import source_after, source_before
from sayso.annotate.reporting.words import Words
from sayso.lexicons import words_of
from sayso.model.attribution import CueKind

# Cues that take a bare clause although they are no speech.
THINKING = frozenset(
    "think thinks thought believe believes believed hope hopes hoped show shows showed found know knows".split()  # noqa: SIM905  a list of words reads as words
)
# Farthest that a "that" or a quotation stands behind a parenthesis after its cue, in words.
REACH = 14
# A cue that shares a source and takes a preposition is seldom one ("pointing at the wall") unless it is this sure.
SURE = 0.6
UNANNOUNCED = frozenset(("stop", "and", "when", "dash", "aux"))


def relate(at: Setting, cue: Cue) -> Relation | None:
    """The relation that a cue makes in its unit; None where it makes none."""
    if cue.tentative:
        return _tentative(at, cue)
    if not cue.reports:
        return _with_source(at, cue, Circumstances(cue.last))
    addressed = cue.word in words_of("reporting", "addressed")
    around = circumstances_after(at.words, cue.last, at.unit.high, addressed=addressed)
    relation = inverted(at, cue) or _with_source(at, cue, around)
    if relation is None or relation.occasion:
        return relation
    return replace(relation, occasion=occasion_before(at.words, at.unit.low, relation.cue[0][0]))


def _tentative(at: Setting, cue: Cue) -> Relation | None:
    """A cue that counts only behind its content: the dam holds, the mayor alleged; it was announced."""
    turned = inverted(at, cue) if cue.tentative else None
    source = source_before(at.words, cue.first, at.unit.low)
    if (
        turned
        or source is None
        or source[0] == at.unit.low
        or (cue.kind not in (*REPORTED, CueKind.BELIEF) and not _after_quotation(at, source))
    ):
        return turned
    relation = postposed(at, cue, source, Circumstances(cue.last))
    impersonal = at.words.lowers[source[0]] == "it" and cue.left.startswith("be-")
    return replace(relation, source=()) if relation and impersonal else relation


def _with_source(at: Setting, cue: Cue, around: Circumstances) -> Relation | None:
    source = source_before(at.words, cue.first, at.unit.low)
    if source is None:
        return _shared(at, cue, around)
    closing = _tentative(at, cue) if cue.right in CLOSING or cue.right == "comma" else None
    if closing:
        return closing
    if cue.left.startswith("be-"):
        return _passive(at, cue, source, around)
    relation = postposed(at, cue, source, around) if cue.reports or _after_quotation(at, source) else None
    return relation or _straight(at, cue, (source,), around, "source-cue-content")


def _after_quotation(at: Setting, source: Range) -> bool:
    """Whether a quotation that ends with a comma stands right before the source: whatever verb follows says it."""
    before = source[0] - 1
    quoted = before > at.unit.low and at.words.tags[before] == "Q" and at.words.quoted[before] >= 0
    return quoted and at.words.tags[before - 1] == ","


def _passive(at: Setting, cue: Cue, subject: Range, around: Circumstances) -> Relation | None:
    """A cue in the passive: its source stands after "by", or nowhere."""
    words, unit = at.words, at.unit
    source: tuple[Range, ...] = ()
    after = around.after
    if after < unit.high and words.lowers[after] == "by":
        by = source_after(words, after + 1, unit.high)
        if by is None:
            return None
        after = _before_that(words, by)
        source = ((by[0], after),)
    told = cue.word in words_of("reporting", "addressed")
    addressee = (subject,) if told else ()
    frame = right_frame(words, after, unit.high)
    if frame in ("that", "to", "quote", "wh"):
        end = content_end(words, after, unit.high, "clause" if frame != "to" else "to")
        content: tuple[Range, ...] = ((after, end),) if told or frame != "to" else (subject, (after, end))
    elif source and not told:
        content = (subject,)
    elif told and (before := _clause_before(at, subject)) and frame == "stop":
        content = (before,)
    else:
        impersonal = words.lowers[subject[0]] == "it"  # "it was reported last week that"
        return _straight(at, cue, () if impersonal else (subject,), around, "source-cue-content")
    return replace(by_cue(cue, source, content, "passive", Circumstances(after)), addressee=addressee)


def _clause_before(at: Setting, subject: Range) -> Range | None:
    """What somebody was told, where it comes first: "the dam had burst, residents were warned"."""
    comma = subject[0] - 1
    clause = at.words.tags[comma] == "," and any(tag in "VXE" for tag in at.words.tags[at.unit.low : comma])
    return (at.unit.low, comma) if comma > at.unit.low and clause else None


def _before_that(words: Words, source: Range) -> int:
    for index in range(source[0] + 1, source[1]):
        if words.tags[index] == "H":
            return index
    return source[1]


def _shared(at: Setting, cue: Cue, around: Circumstances) -> Relation | None:
    """A cue without a source of its own beside it: ", adding that"; "and said"."""
    if cue.left not in ("comma", "and", "start", "be-comma") and at.words.tags[cue.head] != "G":
        return None
    if at.words.lowers[cue.first - 1 : cue.first] == ["as"] and at.words.tags[cue.head] == "G":
        quoted = source_before(at.words, cue.first - 1, at.unit.low)
        return _straight(at, cue, (quoted,), around, "shared-source") if quoted else None
    if at.words.tags[cue.last : cue.last + 1] == ["P"] and (cue.confidence < SURE or cue.kind is CueKind.OTHER):
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
        if not ends_sentence(words, end) and words.tags[end : end + 1] != ["-"]:
            end = content_end(words, start, high, "clause")
    else:
        end = content_end(words, start, high, shape)
    while end > start and words.tags[end - 1] in ",-;:" and words.quoted[end - 1] < 0:
        end -= 1
    if end <= start:
        return None
    return by_cue(cue, source, ((start, end),), rule, around if announced else Circumstances(cue.last))


def _content_start(words: Words, high: int, cue: Cue, around: Circumstances) -> tuple[int | None, str, bool]:
    """Where the content begins, its shape, and whether what stands between is circumstances."""
    announced = _announced(words, high, cue, around)
    if announced is not None:
        return announced, "clause", True
    if cue.right == "comma":
        return (_parenthesis(words, cue.last, high) if cue.reports else None), "clause", False
    if cue.right in UNANNOUNCED:
        return None, "noun", False
    if cue.right == "to":
        return cue.last, "to", False
    clausal = cue.reports or cue.word in THINKING or cue.right in ("that", "wh")
    return cue.last, "clause" if clausal else "noun", False


def _announced(words: Words, high: int, cue: Cue, around: Circumstances) -> int | None:
    """Where the content begins behind an addressee or a circumstance, if something there announces it."""
    after = around.after
    frame = right_frame(words, after, high)
    if frame in ("comma-quote", "colon"):
        return after + 1
    told = around.addressee is not None and frame in ("subject", "noun", "to")
    timed = around.addressee is None and after > cue.last and frame in ("subject", "noun", "wh")
    certain = frame in ("that", "quote") or (cue.reports and frame == "wh")
    usual = cue.reports and cue.right not in ("comma", *UNANNOUNCED) and timed
    return after if certain or told or usual else None


def _parenthesis(words: Words, comma: int, high: int) -> int | None:
    """The "that" or the quotation behind a parenthesis between commas."""
    for index in range(comma + 1, min(high, comma + REACH)):
        if words.tags[index] == "," and index + 1 < high and words.tags[index + 1] in "HQ":
            return index + 1
    return None
