"""Circumstances of saying: to whom, and on what occasion."""

from dataclasses import dataclass

from sayso.annotate.reporting.ranges import Range
from sayso.annotate.reporting.words import Words
from sayso.lexicons import words_of

INTO = frozenset(("in", "at", "during", "on", "via", "through", "from", "after", "before", "following"))
LONGEST = 14


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What stands between a cue and what it announces; `after` is the first word behind it."""

    after: int
    addressee: Range | None = None
    occasion: tuple[Range, ...] = ()


def circumstances_after(words: Words, at: int, high: int, *, addressed: bool) -> Circumstances:
    """Read times, an addressee and occasions from a word on: "told reporters on Friday in a statement"."""
    addressee: Range | None = None
    occasions: list[Range] = []
    limit = min(high, at + LONGEST * 2)
    while at < limit:
        tag = words.tags[at]
        if tag in "AY" or (occasions and words.lowers[at] in words_of("occasions", "published")):
            at += 1
        elif after_time := _bare_time(words, at, limit):
            at = after_time
        elif tag == "P" and words.lowers[at] in INTO:
            end = phrase_end(words, at + 1, limit)
            if end == at + 1:
                break
            if is_occasion(words, at, end):
                occasions.append((at, end))
            elif not is_time(words, at + 1, end):
                break
            at = end
        elif addressee is None and tag == "T" and at + 1 < limit and words.tags[at + 1] in "DNO":
            end = noun_end(words, at + 1, limit)
            addressee, at = (at + 1, end), end
        elif addressee is None and addressed and tag in "DNnO#":
            end = noun_end(words, at, limit)
            addressee, at = (at, end), _behind_apposition(words, end, limit)
        else:
            break
    return Circumstances(at, addressee, tuple(occasions))


def _bare_time(words: Words, at: int, high: int) -> int | None:
    """Behind a time that has no preposition: "last week", "this morning"."""
    openers, nouns = words_of("occasions", "time_openers"), words_of("occasions", "time_nouns")
    timed = at + 1 < high and words.lowers[at] in openers and words.lowers[at + 1] in nouns
    return at + 2 if timed else None


def _behind_apposition(words: Words, comma: int, high: int) -> int:
    """Behind what describes an addressee between commas, where a "that" follows: "told Ada Quill, a judge, that"."""
    if comma < high and words.tags[comma] == ",":
        for at in range(comma + 1, min(high - 1, comma + LONGEST)):
            if words.tags[at] == ",":
                return at + 1 if words.tags[at + 1] == "H" else comma
    return comma


def noun_end(words: Words, at: int, high: int) -> int:
    """Where a plain noun phrase that begins at a word ends."""
    if words.tags[at] == "O":
        return at + 1
    start = at
    determined = words.tags[at] == "D"
    at += 1
    while at < high:
        tag = words.tags[at]
        before = words.tags[at - 1]
        if tag not in "nN#" and not (tag in "EGV" and before == "D"):
            break
        if tag == "N" and before == "n" and not determined:
            break
        at += 1
    if at < high - 1 and words.lowers[at] in ("of", "and") and words.tags[at + 1] in "nND" and at > start:
        return noun_end(words, at + 1, high)
    return at


def phrase_end(words: Words, at: int, high: int) -> int:
    """Where a noun phrase with its own prepositional phrases ends."""
    start = at
    while (at < high and (words.tags[at] in "DnN#EGYA" or (words.tags[at] == "V" and words.tags[at - 1] == "D"))) or (
        at < high and words.tags[at] in "PT" and _attached(words, at, high)
    ):
        if (words.tags[at] == "Y" and at > start) or (words.tags[at] == "D" and words.tags[at - 1] in "nN"):
            break
        at += 1
    return at


def _attached(words: Words, at: int, high: int) -> bool:
    return (
        at + 1 < high
        and words.tags[at + 1] in "DnN#"
        and words.tags[at - 1] in "nNV"
        and words.lowers[at] not in ("about", "on", "during")
    )


def is_occasion(words: Words, start: int, end: int) -> bool:
    """Whether a prepositional phrase names an occasion or a channel."""
    nouns, channels = words_of("occasions", "nouns"), words_of("occasions", "channels")
    return any(words.lowers[index] in nouns for index in range(start + 1, end)) or (
        end > start + 1 and words.lowers[start] in ("on", "via") and words.lowers[end - 1] in channels
    )


def opens_occasion(words: Words, at: int, high: int) -> bool:
    """Whether the preposition at a word begins an occasion: "wrote on the site Quay that", and not "wrote on the war"."""
    limit = min(high, at + LONGEST)
    return words.lowers[at] in INTO and is_occasion(words, at, phrase_end(words, at + 1, limit))


def is_time(words: Words, start: int, end: int) -> bool:
    """Whether a noun phrase is a weekday, a date or a year."""
    return words.tags[start] in "Y#" or any(words.tags[index] in "Y#" for index in range(start, end))


def occasion_before(words: Words, low: int, before: int) -> tuple[Range, ...]:
    """The occasion that opens a sentence: "In a statement on Sunday, …", "Speaking at a rally, …"."""
    at = low
    while at < before and (words.tags[at] in "CAG" or (words.tags[at] == "N" and words.lowers[at].endswith("ing"))):
        at += 1
    if at >= before or words.tags[at] != "P" or words.lowers[at] not in INTO:
        return ()
    end = phrase_end(words, at + 1, before)
    return ((at, end),) if end > at + 1 and is_occasion(words, at, end) else ()
