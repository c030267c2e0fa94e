"""Where a cue stands: its group with auxiliaries and adverbs, and the frame of words to its left and right."""

from sayso.annotate.reporting.words import Words
from sayso.lexicons import words_of

# What makes an auxiliary together with "to".
SEMI_AUXILIARIES = frozenset(("used", "had", "has", "have", "ought", "is", "was", "are", "were"))
BE = words_of("classes", "be")
# Determiners that stand alone as well: "many believe".
QUANTIFIERS = words_of("classes", "quantifier")
RIGHT = {
    "Q": "quote", ":": "colon", ".": "stop", "H": "that", "T": "to", "W": "wh", "R": "subject", "D": "noun", "N": "noun",
    "n": "noun", "#": "noun", "O": "object", "E": "noun", "V": "noun", "X": "aux", "G": "ing", "C": "and", ";": "stop",
    "-": "dash", "(": "dash", ")": "dash", "S": "when",
}  # fmt: skip
LEFT = {
    "R": "pronoun", "W": "wh", "N": "name", "n": "noun", "#": "noun", ",": "comma", "Q": "quote", "T": "to", "D": "det", "P": "prep",
    "C": "and", "H": "that", "V": "verb", "E": "verb", "G": "verb", "O": "noun", "Y": "noun",
}  # fmt: skip


def group_start(words: Words, head: int, low: int) -> int:
    """The first word of the verb group that ends with the head: auxiliaries and adverbs before it belong to it."""
    first = head
    while first > low and words.quoted[first - 1] == words.quoted[head]:
        if words.tags[first - 1] in "XA":
            first -= 1
        elif first - 1 > low and words.tags[first - 1] == "T" and words.lowers[first - 2] in SEMI_AUXILIARIES:
            first -= 2
        else:
            break
    return first


def right_frame(words: Words, after: int, high: int) -> str:
    """What follows the cue: "that", "quote", "colon", "to", "wh", "subject", "noun", a preposition and so on."""
    while after < high and words.tags[after] in "AY":
        after += 1
    if after >= high:
        return "stop"
    tag = words.tags[after]
    if tag == ",":
        return "comma-quote" if after + 1 < high and words.tags[after + 1] == "Q" else "comma"
    if tag == "P":
        return words.lowers[after]
    if words.lowers[after] == "if":
        return "wh"
    return RIGHT.get(tag, "other")


def left_frame(words: Words, first: int, head: int, low: int) -> str:
    """What stands before the cue, and whether its group is passive."""
    passive = any(words.lowers[index] in BE for index in range(first, head))
    if first <= low:
        before = "start"
    elif words.tags[first - 1] == "D" and words.lowers[first - 1] in QUANTIFIERS:
        before = "quantifier"
    else:
        before = LEFT.get(words.tags[first - 1], "other")
    return f"be-{before}" if passive else before
