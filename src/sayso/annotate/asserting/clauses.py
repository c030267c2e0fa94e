"""Minimal clauses: where a sentence puts forward several things, each in its own words.

Coordination alone divides ("the bridge fell and the town was shelled"): both sides need a finite verb of their own. Where it is unsure
whether a conjunction joins clauses or parts of one, and inside quotation marks that stand within the clause, it stays whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.annotate.asserting.verbs import (
    AFTER_PARTICIPLE,
    PAST,
    PRESENT,
    SUBJECTS,
    UNFINITE,
    Token,
    Tokens,
    hangs,
    is_finite,
    verbs_of,
)
from sayso.lexicons import words_of

CONJUNCTIONS = frozenset({"and", "but", "yet", "or", "nor", "plus"})
BETWEEN = words_of("clauses", "between")
LONGEST = 250  # words of a sentence that is divided: longer ones are lists, and cost the square of their length
APART = 3  # code points between neighbours; more where the text interrupts a content
SUBJECT = 14  # words of a subject, with what belongs to it
HARMED = frozenset(
    {"injured", "wounded", "killed", "hurt", "missing", "dead", "displaced", "captured", "hospitalised", "hospitalized"}
)


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a clause, in order; `shared` are those of its subject where that stands in the clause before.

    `reason` says that it was taken out of a clause as the reason or purpose of what that tells.
    """

    tokens: tuple[Token, ...]
    shared: tuple[Token, ...] = ()
    reason: bool = False


def find_clauses(tokens: Tokens) -> list[Clause]:
    """The coordinated clauses of one sentence, without the conjunctions between them; one at least where there are words."""
    if len(tokens) > LONGEST:
        return [Clause(tuple(tokens))]
    found: list[Clause] = []
    first = 0
    shared: tuple[Token, ...] = ()
    for at, after in _joints(tokens):
        if at <= first or after >= len(tokens):
            continue
        left = tokens[first:at]
        how = _joins(left, tokens[after:])
        if how:
            found.append(Clause(tuple(left), shared))
            shared = (subject_of(left) or shared) if how == "verb" else ()
            first = after
    if first < len(tokens):
        found.append(Clause(tuple(tokens[first:]), shared))
    return found


def _joints(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Where two clauses may meet, and where the second begins: at a conjunction or a semicolon outside of inner quotation marks."""
    home, depth = _home(tokens), 0
    for at, token in enumerate(tokens):
        depth += (token.tag == "(") - (token.tag == ")")
        if at + 1 < len(tokens) and tokens[at + 1].start - token.end > APART:
            yield at + 1, at + 1
        if depth > 0 or token.quoted != home or at + 1 >= len(tokens):
            continue
        if token.tag == ";" or (token.tag == "C" and token.low in CONJUNCTIONS):
            after = at + 1
            if token.tag == ";" and tokens[after].low in CONJUNCTIONS:
                after += 1
            yield at, after


def _home(tokens: Tokens) -> int:
    """The quotation in which the clause as a whole stands, or none: its first word, and its last, are in it."""
    words = [token for token in tokens if token.tag not in "Q,.;:-()"]
    if not words:
        return -1
    return words[0].quoted if words[0].quoted == words[-1].quoted else -1


def _joins(left: Tokens, right: Tokens) -> str:
    """How what follows a conjunction is a clause of its own: "verb" with the subject before it, "clause" with its own, or not."""
    if not verbs_of(left):
        return ""
    start = 0
    while start < len(right) and (right[start].low in BETWEEN or right[start].tag == "A") and start < len(right) - 1:
        start += 1
    opener = right[start]
    if opener.tag == "H":
        return "clause" if any(is_finite(right, at) for at in range(start + 1, len(right))) else ""
    closed = left[-1].tag in ",;" or not hangs(left)
    if _is_harm(left, right[start:]):
        return "clause"
    if not closed:
        return ""
    if _is_verb(left, right, start):
        return "verb"
    return "clause" if _has_subject_and_verb(right[start:]) else ""


def _is_verb(left: Tokens, right: Tokens, start: int) -> bool:
    """Whether the words begin with a verb that goes on with the subject of the clause before: "and burned the bridge"."""
    token = right[start]
    if left[-1].low.endswith("ed") and left[-1].tag in "EV":
        return False  # "shelled and burned the town": one object
    if token.tag == "X":
        return token.low not in UNFINITE
    if token.low in PRESENT:
        return any(left[at].low in PRESENT or left[at].low in {"is", "has"} for at in verbs_of(left))
    if token.low in PAST:
        return True
    return token.low.endswith("ed") and token.tag in "EV"


def _has_subject_and_verb(right: Tokens) -> bool:
    """Whether the words begin with a subject and its finite verb: "the prisoners had fled", "nine people died"."""
    if right[0].tag not in "DR#NnPOGE":
        return False
    for at in range(1, min(len(right), SUBJECT)):
        token = right[at]
        if token.tag in ",;:.-(SWH":
            return False
        if token.tag == "V" and right[at - 1].tag == "R":
            return True
        if not is_finite(right, at):
            continue
        if token.tag == "X" or token.low in PAST or token.low in PRESENT:
            return right[at - 1].tag in SUBJECTS + "AO" or token.tag == "X"
        following = right[at + 1].low if at + 1 < len(right) else ""
        return right[at - 1].tag in SUBJECTS + "A" and following not in AFTER_PARTICIPLE
    return False


def _is_harm(left: Tokens, right: Tokens) -> bool:
    """Whether a second figure of victims shares the verb: "four were killed and nine injured"."""
    if not any(token.low in HARMED or token.low in {"died", "drowned"} or token.low.endswith("ed") for token in left):
        return False
    numbers = [
        at for at, token in enumerate(right[:4]) if token.tag in "#D" and token.low not in {"the", "his", "their", "a"}
    ]
    harmed = [at for at, token in enumerate(right[:6]) if token.low in HARMED]
    return bool(numbers and harmed and numbers[0] < harmed[0])


def subject_of(tokens: Tokens) -> tuple[Token, ...]:
    """The words of the subject of a clause: what stands before its first finite verb, behind the last mark."""
    verbs = verbs_of(tokens)
    if not verbs:
        return ()
    end = verbs[0]
    while end and tokens[end - 1].tag == "A":
        end -= 1
    start = end
    while start and tokens[start - 1].tag not in ",;:-(QSWC" and tokens[start - 1].tag != "H":
        start -= 1
    return tuple(tokens[start:end])
