"""Contents: where what is attributed begins and ends around a cue."""

from sayso.annotate.reporting.words import Words

# Where a content ends before its sentence does: the next words at which it ended in at least about half of the cases on
# PolNeAR train, by the content's shape. Keys: a comma or a dash and the class or the word after it; "and" and "but" take in
# the class after them.
OVER_A_HALF = {
    "clause": {
        ", G", ", which", ", and V", ", and X", ", but R", ", but V", ", but N", ", and R", ", R they", ", where", ", despite", "- D", "- though",
        "but V", "but X", ": $", "- E", "- Q",
    },
    "noun": {
        ", G", ", D", ", which", ", V", ", who", ", while", ", but D", ", and D", ", and V", ", and X", ", even", ", with", ", R", ", and N",
        ", although", ", but n", ", but N", ", but R", ", but V", ", but X", ", though", ", there", ", when", ", where", ", X", ", so", ", just",
        ", after", ", O", ", despite", ", and E", ", and R", ", well", ", then", ", also", ", because", ", whom", ", but H",
        "and V", "and X", "and R", "but V", "but X", "but G", "- D", "- G", "- which", "- while", "- V", "- or", "until", "despite",
    },
    "to": {
        ", G", ", D", ", N", ", which", ", V", ", X", ", while", ", R", ", and n", ", but D", ", but R", ", but N", ", and D", ", and R", ", even",
        ", when", ", with", ", where", "- D", "- V", ": N", ": D",
    },
}  # fmt: skip
# How many words behind a comma are looked at for the verb of a new clause.
CLAUSE = 8
CLASSES = "VXNRDnEGOQH#"


def content_end(words: Words, start: int, high: int, shape: str) -> int:
    """Where a content that begins at a word ends: the unit's end without its stop, or an earlier break."""
    stops = OVER_A_HALF[shape]
    index = start + 1
    while index < high:
        if words.quoted[index] >= 0 and words.quoted[index] == words.quoted[index - 1]:
            index = words.ranges[words.quoted[index]][1]
            continue
        tag = words.tags[index]
        if tag == ";" or (tag == "-" and _break(words, index, high) in stops):
            return index
        if tag in ",CSP" and _break(words, index, high) in stops and not _awaits_verb(words, start, index):
            return index
        if tag == "," and shape != "clause" and _clause_follows(words, index + 1, high):
            return index
        index += 1
    return high - 1 if high - 1 > start and words.tags[high - 1] == "." and words.quoted[high - 1] < 0 else high


def _awaits_verb(words: Words, start: int, comma: int) -> bool:
    """Whether a subject with its "that" stands before a relative clause and still lacks a verb: "that the truce, which …"."""
    relative = words.tags[comma] == "," and words.tags[comma + 1] == "W" and words.tags[start] == "H"
    return relative and not any(tag in "VX" for tag in words.tags[start:comma])


def _clause_follows(words: Words, index: int, high: int) -> bool:
    """Whether a noun phrase and its verb stand behind a comma, before the next mark."""
    for at in range(index, min(high, index + CLAUSE)):
        if words.tags[at] in "VX":
            return at > index
        if words.tags[at] not in "DnN#APGE":
            return False
    return False


def _break(words: Words, index: int, high: int) -> str:
    tag = words.tags[index]
    if tag in ",-:":
        return f"{tag if tag != ':' else ':'} {_word(words, index + 1, high)}"
    if tag == "C":
        return f"{words.lowers[index]} {_class(words, index + 1, high)}"
    return words.lowers[index]


def _class(words: Words, index: int, high: int) -> str:
    while index < high and words.tags[index] == "A":
        index += 1
    return words.tags[index] if index < high else "$"


def _word(words: Words, index: int, high: int) -> str:
    if index >= high:
        return "$"
    tag = words.tags[index]
    if tag == "C":
        return f"{words.lowers[index]} {_class(words, index + 1, high)}"
    if tag in CLASSES:
        return tag
    return words.lowers[index]


def quotation_end(words: Words, start: int, high: int) -> int:
    """The first word after the quotation that a word stands in."""
    return min(high, words.ranges[words.quoted[start]][1])


def ends_sentence(words: Words, after: int) -> bool:
    """Whether the quotation that ends before a word brings its sentence to a stop or a comma inside its marks."""
    index = after - 1
    while index > 0 and words.tags[index] == "Q":
        index -= 1
    return words.tags[index] in ".,-"
