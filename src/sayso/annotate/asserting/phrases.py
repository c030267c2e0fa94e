"""Noun phrases beside a verb: its subject before it, its object and the phrases with a preposition behind it."""

from sayso.annotate.asserting.verbs import Token, Tokens, is_finite
from sayso.lexicons import lexicon, words_of

PASSIVE = frozenset({"was", "were", "been", "is", "are", "being", "be"})
PARTICIPLES = frozenset({"retaken", "taken", "held", "overrun", "lost", "won", "kept", "driven", "thrown"})
LONGEST = 12  # words of a subject or object that are looked at
WITHIN = frozenset({"of"})  # what may stand inside the phrase of who acts: "forces of the Council"
MARKS = ",;:.-(Q"
BETWEEN = words_of("grammar", "between_subject_and_verb") | frozenset(
    {"still", "briefly", "again", "reportedly", "allegedly", "later", "soon", "then", "apparently"}
)
PLACES = frozenset(lexicon("kinds")["control"]["places"])
ENDS = words_of("grammar", "ends_of_object") - {"of"}


def group_start(tokens: Tokens, verb: int) -> int:
    """The first word of a verb with its auxiliaries and adverbs."""
    while verb and (tokens[verb - 1].tag in "XA" or tokens[verb - 1].low in BETWEEN):
        verb -= 1
    return verb


def before(tokens: Tokens, verb: int) -> tuple[Token, ...]:
    """The noun phrase before a verb group, back to a mark, a conjunction or another preposition than "of"."""
    end = group_start(tokens, verb)
    start = end
    while start and end - start < LONGEST and not _ends_backwards(tokens, start - 1):
        start -= 1
    while start < end and tokens[start].tag in "YA":
        start += 1
    return tuple(tokens[start:end])


def _ends_backwards(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if token.tag in MARKS or token.tag in "SWHTVXY":
        return True
    if token.tag == "P" and token.low not in WITHIN:
        return at == 0 or tokens[at - 1].tag not in "nN"
    return (token.tag == "C" and at > 0 and is_finite(tokens, at - 1)) or (token.tag == "C" and token.low == "but")


def behind(tokens: Tokens, start: int) -> tuple[Token, ...]:
    """The noun phrase that begins at a word, up to a mark, a verb, or a preposition other than "of"."""
    end = start
    while end < min(len(tokens), start + LONGEST) and not _ends_forwards(tokens, end, start):
        end += 1
    return tuple(tokens[start:end])


def _ends_forwards(tokens: Tokens, at: int, start: int) -> bool:
    token = tokens[at]
    if token.tag in MARKS or token.tag in "SWHTXY" or (token.low in ENDS and token.tag != "D"):
        return True
    if token.tag == "P" and token.low not in WITHIN:
        return True
    if token.tag == "O" and at > start:
        return True
    if token.low in PLACES:
        return False
    return at > start and (token.tag == "V" or is_finite(tokens, at)) and tokens[at - 1].tag not in "DP"


def behind_preposition(tokens: Tokens, start: int, *names: str) -> tuple[Token, ...]:
    """The noun phrase behind the first of these prepositions from a word on, within the clause."""
    for at in range(start, min(len(tokens) - 1, start + LONGEST)):
        token = tokens[at]
        if token.tag in ";:-SWH" or (token.tag == "X" and at > start):
            return ()
        if token.low in names:
            return behind(tokens, at + 1)
    return ()


def head(phrase: Tokens) -> Token | None:
    """The noun of a phrase: its last word before a preposition."""
    last = None
    for token in phrase:
        if token.tag == "P" and last is not None:
            break
        last = token
    return last


def is_passive(tokens: Tokens, at: int) -> bool:
    """Whether a participle is what happens to its subject: "was captured", "has been taken"."""
    word = tokens[at].low
    if not (word.endswith("ed") or word in PARTICIPLES):
        return False
    return any(token.low in PASSIVE for token in tokens[group_start(tokens, at) : at])
