"""Attributions without a verb: press releases, headlines, transcripts and questions with answers."""

from collections.abc import Sequence

from sayso.annotate.reporting.circumstances import phrase_end
from sayso.annotate.reporting.ranges import Range
from sayso.annotate.reporting.relations import Relation
from sayso.annotate.reporting.sources import source_before
from sayso.annotate.reporting.units import Unit, without_stop
from sayso.annotate.reporting.words import Words
from sayso.lexicons import words_of

# How sure each rule is: what share of its finds has a gold attribution, or its exact content where it has no cue, on PolNeAR
# train (headlines 78 of 117, signed quotations 7 of 10, colons 12 of 15; transcripts on a quarter of it, 6 of 7).
HEADLINE, REVERSED, SIGNED, COLON, TRANSCRIPT = 0.65, 0.6, 0.7, 0.8, 0.8
# Longest source, in words, before the colon of a headline or a transcript.
LONGEST = 6
TURNS = 2  # of a quoted transcript, at least
# Of a heading between paragraphs in quotation marks: the fewest words that are capitalised, and the classes of those that need not be.
FEWEST_CAPITALS, SMALL = 3, "DPCTSX"
LINE_ENDS = frozenset(("", "\n", "\r"))
# Longest source, in words, that signs a quotation behind a dash or in brackets.
LONGEST_SIGNATURE = 16


def _relation(source: Range, cue: tuple[Range, ...], content: Range, rule: str, confidence: float) -> Relation:
    return Relation(source=(source,), cue=cue, content=(content,), rule=rule, confidence=confidence)


def signed(words: Words, unit: Unit) -> Relation | None:
    """A quotation with its speaker behind a dash or a colon, or in brackets: "…" – Commissioner X."""
    if words.quoted[unit.low] < 0:
        return None
    end = min(words.ranges[words.quoted[unit.low]][1], unit.high)
    if end >= unit.high - 1 or words.tags[end] not in "-:(" or words.tags[end + 1] not in "DnN":
        return None
    mark = words.tags[end]
    source = _signature(words, end + 1, unit.high, verbs="XR" if mark == ":" else "XRVE")
    if source is None:
        return None
    cue = ((end, end + 1),) if mark == ":" else ()
    return _relation(source, cue, (unit.low, end), "signed-quotation", SIGNED)


def _signature(words: Words, start: int, high: int, verbs: str = "XRVE") -> Range | None:
    end = start
    while end < high and words.quoted[end] < 0 and words.tags[end] not in ".-);VEXR:":
        end += 1
    if end < high and words.tags[end] in verbs:
        return None
    named = any(tag == "N" for tag in words.tags[start:end])
    if end == start or end - start > LONGEST_SIGNATURE or not (named or words.tags[end - 1] == "n"):
        return None
    return (start, min(end, max(start + 1, _before_preposition(words, start, end))))


def _before_preposition(words: Words, start: int, end: int) -> int:
    for index in range(start + 1, end):
        if words.lowers[index] in ("on", "in", "at", "during", "after") and words.tags[index - 1] == "N":
            return index
    return end


def signature(words: Words, unit: Unit) -> Range | None:
    """A paragraph that signs the quotation before it: a dash and a name."""
    if words.tags[unit.low] != "-" or unit.high - unit.low > LONGEST_SIGNATURE or unit.high < unit.low + 2:
        return None
    return _signature(words, unit.low + 1, unit.high)


def announced(words: Words, unit: Unit) -> Range | None:
    """The speaker whom a line announces: "From Superintendent X:", "Statement of Mayor Y:", "From the desk of Z"."""
    end = unit.high - 1 if words.tags[unit.high - 1] == ":" else unit.high
    if unit.high - unit.low > LONGEST_SIGNATURE or (end == unit.high and words.lowers[unit.low] != "from"):
        return None
    for index in range(end - 1, unit.low - 1, -1):
        if words.tags[index] in "VXR.":
            return None
        if index + 1 < end and words.lowers[index] in ("from", "by", "of") and words.tags[index + 1] in "DnN":
            return (index + 1, end)
    return None


def colon_quotation(words: Words, unit: Unit) -> Relation | None:
    """A noun phrase, a colon and a quotation: "Union boss X, on the new rota: “…”."."""
    for index in range(unit.low + 1, unit.high - 1):
        if words.quoted[index] >= 0 or words.tags[index] in "VXR.;Q":
            return None
        if words.tags[index] == ":":
            break
    else:
        return None
    if words.quoted[index + 1] < 0 or words.tags[unit.low] not in "DnN":
        return None
    end = phrase_end(words, unit.low, index)
    content = (index + 1, min(unit.high, words.ranges[words.quoted[index + 1]][1]))
    return _relation((unit.low, max(end, unit.low + 1)), ((index, index + 1),), content, "colon-quotation", COLON)


def headline(words: Words, unit: Unit, *, alone: bool) -> Relation | None:
    """Mayor: budget is safe. No child was hurt: fire chief."""
    colon = next((index for index in range(unit.low, unit.high) if words.tags[index] == ":"), None)
    stop = without_stop(words, unit)
    if colon is None or colon == unit.low or colon + 1 >= stop or not alone:
        return None
    if any(words.quoted[index] >= 0 for index in (unit.low, colon - 1)) or ":" in words.tags[colon + 1 : stop]:
        return None
    if colon - unit.low <= LONGEST and all(tag in "nNDPTGE#" for tag in words.tags[unit.low : colon]):
        low = unit.low + (words.lowers[unit.low] == "from" and unit.low + 1 < colon)
        return _relation((low, colon), ((colon, colon + 1),), (colon + 1, stop), "headline", HEADLINE)
    reversed_ = any(tag in "VX" for tag in words.tags[unit.low : colon])
    if reversed_ and stop - colon - 1 <= LONGEST and all(tag in "nNDP" for tag in words.tags[colon + 1 : stop]):
        return _relation((colon + 1, stop), ((colon, colon + 1),), (unit.low, colon), "headline", REVERSED)
    return None


def transcript(words: Words, unit: Unit) -> Relation | None:
    """A line of a transcript: NAME: what was said. Q: and A: are speakers."""
    return None if words.tags[unit.low] == "Q" else _turn(words, unit.low, unit.high)


def quoted_transcript(words: Words, units: Sequence[Unit]) -> dict[int, Relation | None]:
    """By the number of their unit the turns of a transcript that is quoted paragraph by paragraph: "NAME: what was said.

    None stands for a paragraph that is no turn of its own: "(LAUGHTER)", or one in which the speaker goes on. One paragraph with
    a name alone is no transcript: "BREAKING: …".
    """
    found: dict[int, Relation | None] = {}
    last = -1
    for number, unit in enumerate(units):
        low, high = unit.low + 1, unit.high - (words.tags[unit.high - 1] == "Q")
        if words.tags[unit.low] != "Q" or high < low + 2:
            continue
        turn, speaking = _turn(words, low, high), found.get(last)
        if turn:
            found[number], last = turn, number
        elif speaking and number - 1 in found and _is_quoted(words, unit):
            found[number] = None
            if not (words.tags[low] == "(" and ")" in words.tags[high - 2 : high]):
                found[last] = speaking.with_more(((low, high),))
    return found if sum(1 for turn in found.values() if turn) >= TURNS else {}


def _is_quoted(words: Words, unit: Unit) -> bool:
    quoted = words.quoted[unit.low]
    return quoted >= 0 and unit.high <= words.ranges[quoted][1]


def _turn(words: Words, low: int, high: int) -> Relation | None:
    for colon in range(low + 1, min(high - 1, low + LONGEST)):
        if words.tags[colon] == ":":
            name = words.text[words.starts[low] : words.ends[colon - 1]]
            if not name.isupper() or not any(map(str.isalpha, name)) or name.lower() in words_of("reporting", "labels"):
                return None
            return _relation((low, colon), ((colon, colon + 1),), (colon + 1, high), "transcript", TRANSCRIPT)
        if words.tags[colon] not in "nND#":
            return None
    return None


def narrated_speaker(words: Words, unit: Unit) -> Range | None:
    """Who acts in a unit, for a bare quotation that follows: "The ferryman points at the far bank. “…”."""
    for index in range(unit.low + 1, unit.high):
        tag = words.tags[index]
        if words.quoted[index] >= 0:
            return None
        if tag in "VXE" or (tag == "n" and words.tags[index - 1] in "N,"):
            return source_before_verb(words, index, unit.low)
    return None


def source_before_verb(words: Words, index: int, low: int) -> Range | None:
    """The person before a verb: a name, a pronoun or a noun phrase with a name."""
    found = source_before(words, index, low)
    if found and any(words.tags[at] in "NR" for at in range(*found)):
        return found
    return None


def is_crosshead(words: Words, content: Sequence[Range]) -> bool:
    """Whether a quotation is a heading between paragraphs: a line of its own in which all but small words are capitalised."""
    (start, _), (_, end) = content[0], content[-1]
    low, high = words.starts[start], words.ends[end - 1]
    if words.text[max(0, low - 1) : low] not in LINE_ENDS or words.text[high : high + 1] not in LINE_ENDS:
        return False
    inside = [at for at in range(start, end) if words.text[words.starts[at]].isalpha()]
    large = [words.text[words.starts[at]].isupper() for at in inside]
    return sum(large) >= FEWEST_CAPITALS and all(
        is_large or words.tags[at] in SMALL for at, is_large in zip(inside, large, strict=True)
    )
