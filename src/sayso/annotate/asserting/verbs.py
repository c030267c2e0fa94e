"""Finite verbs among words with rough classes: told from their form and the words beside them, without a tagger."""

from collections.abc import Sequence
from typing import NamedTuple

from sayso.lexicons import lexicon, words_of

UNFINITE = frozenset({"be", "been", "being", "having"})
PAST = words_of("clauses", "past") | words_of("classes", "past") | frozenset(lexicon("kinds")["events"]["irregular"])
PRESENT = words_of("clauses", "present")
BASES = words_of("clauses", "bases")
AFTER_PARTICIPLE = words_of("clauses", "after_a_participle")
NOUNS = "nN#ROYAE"  # classes that a finite verb may follow
SUBJECTS = "nN#RY"
SUBJECT = 20  # words of a subject with its apposition
HINGES = "SWH"


class Token(NamedTuple):
    """A word of a clause: its place in the text, as written, in lower case, its rough class, and the quotation it stands in."""

    start: int
    end: int
    text: str
    low: str
    tag: str
    quoted: int


Tokens = Sequence[Token]


def is_finite(tokens: Tokens, at: int) -> bool:
    """Whether the word is a verb that carries a clause: an auxiliary, a past form, a present form behind its subject."""
    token, before = tokens[at], tokens[at - 1] if at else None
    tag = before.tag if before else ""
    if token.tag == "X":
        return token.low not in UNFINITE and tag != "T"
    if token.low in PAST:
        return (tag in NOUNS and tag != "") or not before or _is_behind_apposition(tokens, at)
    if token.low in PRESENT:
        return tag in SUBJECTS and tag != ""
    if token.low.endswith("ed") and token.tag in "EV":
        return _is_finite_participle(tokens, at, tag)
    if token.low in BASES:
        return tag == "R" or (tag in "nN" and before is not None and before.low.endswith("s"))
    return token.tag == "V" and tag == "R"


def _is_behind_apposition(tokens: Tokens, at: int) -> bool:
    """Whether a subject with an apposition stands before: "The lender, Crédit Lunel, froze"."""
    if tokens[at - 1].tag not in ",-)":
        return False
    first = max(0, at - SUBJECT)
    opening = max((n for n in range(first, at - 1) if tokens[n].tag in ",-("), default=0)
    noun = opening > first and tokens[opening - 1].tag in SUBJECTS
    return noun and not any(token.tag in "XVWSH" for token in tokens[first:at])


def _is_finite_participle(tokens: Tokens, at: int, before: str) -> bool:
    """Whether a form in -ed is a past tense, not an adjective: "troops entered Harle", not "three wounded men"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if before in ("D", "P", "T"):
        return False
    adjective = following is not None and following.tag in "nE" and before in ("", "#", "E", ",", "C")
    return not adjective


def verbs_of(tokens: Tokens) -> list[int]:
    """The finite verbs of the outermost clause: none that stands behind "who", "that" or "when" before a comma."""
    found, open_ = [], False
    for at, token in enumerate(tokens):
        if token.tag in HINGES or opens_clause(tokens, at):
            open_ = open_ or at > 0 or token.tag != "H"
        elif token.tag in ",;":
            open_ = False
        elif not open_ and is_finite(tokens, at):
            found.append(at)
    return found


def hangs(tokens: Tokens) -> bool:
    """Whether the stretch ends inside a clause that hangs on another."""
    open_ = False
    for at, token in enumerate(tokens):
        if (token.tag in HINGES and at > 0) or opens_clause(tokens, at):
            open_ = True
        elif token.tag in ",;":
            open_ = False
    return open_


OPENERS = words_of("clauses", "opening_prepositions")
CLAUSE = 9  # words between "after" and the verb of its clause


def opens_clause(tokens: Tokens, at: int) -> bool:
    """Whether "after", "since" or "as" opens a clause: a finite verb follows before any mark."""
    if tokens[at].low not in OPENERS or tokens[at].tag == "H":
        return False
    for index in range(at + 1, min(len(tokens), at + 1 + CLAUSE)):
        if tokens[index].tag in ",;:.-(C" or tokens[index].tag in HINGES:
            return False
        if is_finite(tokens, index):
            return index > at + 1
    return False
