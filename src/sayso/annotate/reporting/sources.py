"""Sources: the noun phrase that a cue has before it or after it, with its apposition or relative clause."""

from sayso.annotate.reporting.words import Words
from sayso.lexicons import words_of

POSSESSIVES = words_of("classes", "possessive")
ARTICLES = POSSESSIVES | {"the", "a", "an", "no", "every"}
# Prepositions that begin a clause where a subject and its verb follow.
CLAUSAL = frozenset(("after", "before", "since", "until", "as", "than"))
RELATIVES = frozenset(("who", "whose", "which", "whom", "that"))
MONTHS = words_of("classes", "months")
# Adverbs and the like that an apposition may begin with, besides a determiner, a noun or a relative pronoun.
OPENERS = frozenset(("formerly", "now", "himself", "herself", "also", "speaking", "when", "asked"))


def source_before(words: Words, first: int, low: int) -> tuple[int, int] | None:
    """The source that ends where a verb group begins, as a half-open range of words; None where no noun phrase stands there."""
    end = first
    if end <= low or words.quoted[end - 1] >= 0:
        return None
    tag = words.tags[end - 1]
    if tag in "RW" and words.lowers[end - 1] != "there":
        return (end - 1, end)
    if tag == ",":
        return _with_apposition(words, end, low)
    if tag not in "nN#DGOYEV)-R":
        return None
    return _trimmed(words, _phrase_start(words, end, low), end)


def _phrase_start(words: Words, end: int, low: int) -> int:
    """How far to the left one noun phrase with its prepositional phrases and relative clause reaches."""
    start = end
    while start > low:
        earlier = _one_more(words, start - 1, low, end)
        if earlier is None:
            break
        start = earlier
    return start


def _one_more(words: Words, index: int, low: int, end: int) -> int | None:
    """Where the phrase begins if it takes in the word at `index` too (a relative clause: with its pronoun); None if not."""
    tag = words.tags[index]
    if (words.quoted[index] >= 0 and tag == "Q") or _object_before(words, index, end):
        return None
    named = words.lowers[index - 1 : index + 1] == ["only", "as"]  # "gave his name only as Yusuf"
    prepositional = tag == "P" and words.lowers[index] not in CLAUSAL
    if tag in "nN#DGOY(-)TA" or words.lowers[index] == "there" or prepositional or named:
        return index
    if tag == "C":
        return index if _joins_nouns(words, index, low, end) else None
    if tag == "W" and words.lowers[index] in RELATIVES and index > low and words.tags[index - 1] in "nN#":
        return index
    if tag in "VXE":
        return index if _modifies(words, index, low, end) else _relative_before(words, index, low)
    return None


def _object_before(words: Words, index: int, end: int) -> bool:
    """Whether a word is an object, and somebody else comes behind it: "told him the owner had", "told the court his wife had"."""
    if index + 1 >= end:
        return False
    following = words.tags[index + 1]
    return (words.tags[index] == "O" and following in "DnN") or (
        words.tags[index] in "nN" and following == "D" and words.lowers[index + 1] in POSSESSIVES
    )


def _relative_before(words: Words, index: int, low: int) -> int | None:
    """The relative pronoun right before a verb group, which has a noun before it."""
    at = index - 1
    while at > low and words.tags[at] in "XA":
        at -= 1
    return at if at > low and words.lowers[at] in RELATIVES and words.tags[at - 1] in "nN" else None


def _modifies(words: Words, index: int, low: int, end: int) -> bool:
    """Whether what looks like a verb stands as an adjective, a noun or a reduced relative clause."""
    if words.tags[index] == "X":
        return False
    before = words.tags[index - 1] if index > low else "."
    after = words.tags[index + 1] if index + 1 < end else "."
    if before == "D" or (before == "A" and index - 1 > low and words.tags[index - 2] == "D"):
        return True
    if before == "P" and (after in "nNEV#" or index == end - 1):
        return True
    return words.lowers[index].endswith("ed") and before in "nN" and after == "P"


def _joins_nouns(words: Words, index: int, low: int, end: int) -> bool:
    """Whether "and" or "or" stands between two nouns."""
    if words.lowers[index] not in ("and", "or") or index <= low or index + 1 >= end:
        return False
    return words.tags[index - 1] in "nNO#" and words.tags[index + 1] in "nND#AE"


def _with_apposition(words: Words, end: int, low: int) -> tuple[int, int] | None:
    """A noun phrase, a comma, what it adds, a comma: from the noun phrase to the last comma."""
    index = end - 2
    commas: list[int] = []
    while index >= low and not _bars_apposition(words, index, low):
        if words.tags[index] == ",":
            commas.append(index)
        index -= 1
    for comma in reversed(commas):
        start = _phrase_start(words, comma, index + 1)
        if start > index + 1 and words.tags[start - 1] in "VXE":
            continue  # an object, so what stands before the comma is a clause
        found = _trimmed(words, start, comma)
        if found and found[0] == low and comma != commas[0] and words.lowers[low].endswith("ing"):
            continue  # "Addressing reporters, the mayor, Ida Holm, said": what the mayor did meanwhile
        if found and (words.tags[comma + 1] in "WDnN#VE" or words.lowers[comma + 1] in OPENERS):
            return (found[0], end)
        if found and words.tags[comma + 1] == "G":
            return found  # what someone does meanwhile ("citing officials") does not say who it is
    return None


def _bars_apposition(words: Words, index: int, low: int) -> bool:
    """Whether no source reaches back over a word: a break, a quotation, a "that" unless it is a relative pronoun."""
    tag = words.tags[index]
    if tag == "H":
        return index <= low or words.tags[index - 1] not in "nN" or words.tags[index + 1] not in "VXE"
    return tag in ";:" or (tag == "Q" and words.quoted[index] >= 0)


def _trimmed(words: Words, start: int, end: int) -> tuple[int, int] | None:
    """The range without what leads into it: conjunctions, adverbs, a preposition's phrase before the last noun phrase."""
    while start < end and words.tags[start] in "CA-)S(":
        start += 1
    if start < end and words.tags[start] in "PT":
        later = _after_adjunct(words, start, end)
        if later is None:
            return None
        start = later
    if start + 1 == end and words.lowers[start] in ARTICLES:
        return None
    return (start, end) if any(tag in "nN#RODGW" for tag in words.tags[start:end]) else None


def _after_adjunct(words: Words, start: int, end: int) -> int | None:
    """Where the noun phrase begins after "On Friday", "In an interview": at the next determiner or name."""
    index = start + 1
    if index < end and words.tags[index] == "D":
        index += 1
    while index < end and words.tags[index] in "nN#EV":
        index += 1
        before, tag = words.tags[index - 1], words.tags[index] if index < end else "."
        if words.lowers[index - 1] in MONTHS or (before in "n#" and tag in "ND"):
            break
    while index < end and words.tags[index] in "Y#":
        index += 1
    return index if index < end and words.tags[index] in "DNnR" else None


def source_after(words: Words, after: int, high: int) -> tuple[int, int] | None:
    """The source that follows an inverted cue ("said the mayor, who …"), as a half-open range of words."""
    if after >= high or words.tags[after] not in "RDnN#OEV":
        return None
    if words.tags[after] == "R":
        return (after, after + 1)
    index = after
    apposition = relative = False
    while index < high:
        tag = words.tags[index]
        if words.quoted[index] >= 0:
            if not apposition or words.tags[index - 1] in ",-":
                break
            index = words.ranges[words.quoted[index]][1]
            continue
        if tag == ",":
            if not _goes_on(words, index + 1, high, relative=relative):
                break
            apposition = True
        elif (tag == ")" and "(" not in words.tags[after:index]) or _ends_source(
            words, index, high, described=apposition or relative, relative=relative
        ):
            break
        relative = relative or tag == "W"
        index += 1
    comma = apposition and index < high and words.tags[index] == ","
    return (after, min(index + comma, high))


def _ends_source(words: Words, index: int, high: int, *, described: bool, relative: bool) -> bool:
    """Whether a source that follows its cue ends before a word, commas and quotations apart."""
    tag = words.tags[index]
    if tag == ".":
        return index + 1 >= high or words.tags[index + 1] == "Q"
    if tag == "-":
        return index + 1 < high and words.tags[index + 1] not in "nN"
    if tag == "C":
        return not relative and index + 1 < high and words.tags[index + 1] in "VXA"
    if tag == "P":
        return not described and _adjunct(words, index)
    if tag == "Y":
        return not described and words.tags[index - 1] in "NR"
    return tag in ";:" or (tag == "S" and not relative)


def _goes_on(words: Words, index: int, high: int, *, relative: bool) -> bool:
    """Whether what follows a comma still describes the source."""
    if index >= high:
        return False
    tag = words.tags[index]
    if tag == "W":
        return words.lowers[index] in ("who", "whose", "which", "whom")
    if tag == "P":
        return words.lowers[index] in ("of", "from")
    if tag == "C":
        return index + 1 < high and (words.tags[index + 1] in "Dn" or relative) and words.lowers[index] == "and"
    return tag in "DnN#AEV"


def _adjunct(words: Words, index: int) -> bool:
    """Whether a preposition after a bare name begins a circumstance of the saying."""
    word = words.lowers[index]
    if word in ("during", "after", "before", "as", "while", "when"):
        return True
    return word in ("on", "about", "since", "at", "in") and words.tags[index - 1] in "NRY"
