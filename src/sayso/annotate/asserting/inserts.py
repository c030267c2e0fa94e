"""What a clause holds that is a claim of its own: harm, control or a forecast in a clause that hangs on it, and the reason of an act.

The clause that held it goes on behind it. Other relative clauses, participles and circumstances stay where they are.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from sayso.annotate.asserting.clauses import LONGEST, Clause, subject_of
from sayso.annotate.asserting.reasons import is_pointed_to, is_purpose, opens_reason, reasons
from sayso.annotate.asserting.verbs import Token, Tokens, is_finite, opens_clause, verbs_of
from sayso.annotate.naming.nouns import nouns, singular
from sayso.annotate.naming.titles import is_role
from sayso.lexicons import words_of
from sayso.model.claim import ClaimKind

HARMING = words_of("clauses", "harming")
UNWILLING = words_of("clauses", "unwilling")
WHOSE = frozenset({"who", "which", "whose", "whom"})
CIRCUMSTANCES = frozenset(
    {"when", "after", "before", "as", "while", "since", "although", "though", "until", "once", "whereas", "where"}
)
KINDS = frozenset({ClaimKind.CONTROL, ClaimKind.CASUALTIES, ClaimKind.FORECAST})
SHORTEST = 3  # words of a claim that hangs on another: "who were killed"
PERSONS = frozenset({"he", "she", "we", "they", "i", "who", "it"})
JOINS = frozenset({"and", "but"})  # "as a precaution and will pay": the act goes on
REASONS = frozenset({"to", "since", "for", "so", "as", "because"})
KindOf = Callable[[Tokens], ClaimKind]


def take_out(clause: Clause, kind_of: KindOf) -> Iterator[Clause]:
    """The clause without what it holds that is a claim of its own, and each of these; `kind_of` tells the kind of words."""
    tokens = clause.tokens
    if len(tokens) > LONGEST or not any(_may_open(token) for token in tokens):
        yield clause
        return
    taken: list[tuple[int, int, Clause]] = []
    at = 0
    while at < len(tokens):
        found = _insert(tokens, at, kind_of) if _may_open(tokens[at]) else None
        if found is None:
            at += 1
            continue
        first, end = found
        why = first == at and _is_reason(tokens, at)
        taken.append((at, end, Clause(tuple(tokens[first:end]), _subject_for(tokens, at, first), reason=why)))
        at = end
    outer = [token for index, token in enumerate(tokens) if not any(start <= index < end for start, end, _ in taken)]
    if taken and not any(token.tag not in ",.;:-Q" for token in outer):
        yield clause
        return
    yield Clause(tuple(_without_pairs(outer)), clause.shared) if taken else clause
    for _, _, inner in taken:
        yield from _figures(inner)


def _is_reason(tokens: Tokens, at: int) -> bool:
    """Whether what hangs here is a reason, no harm and no relative clause."""
    return tokens[at].low not in HARMING | WHOSE and tokens[at].tag != "G"


def _may_open(token: Token) -> bool:
    """Whether a claim that hangs may begin with a word."""
    return token.tag == "G" or token.low in _triggers()


@cache
def _triggers() -> frozenset[str]:
    """The words at which a claim that hangs may begin."""
    return HARMING | WHOSE | CIRCUMSTANCES | REASONS | frozenset(reasons().firsts)


def _without_pairs(tokens: Sequence[Token]) -> Iterator[Token]:
    """The words without a comma that closed what was taken out, where another stands before it."""
    before = ""
    for token in tokens:
        if not (token.tag == "," and before in ("", ",")):
            yield token
        before = token.tag


def _insert(tokens: Tokens, at: int, kind_of: KindOf) -> tuple[int, int] | None:
    """The words of a claim that hangs here: where they begin and end."""
    token = tokens[at]
    set_off = at == 0 or tokens[at - 1].tag in ",-;"
    if token.tag == "G" and at and tokens[at - 1].tag == ",":
        end = _end(tokens, at)
        return (at, end) if kind_of(tokens[at:end]) is ClaimKind.CASUALTIES else None
    if token.low in WHOSE and set_off and at:
        end = _end(tokens, at)
        return (at, end) if end - at >= SHORTEST and kind_of(tokens[at:end]) in KINDS else None
    if (
        token.low == "as"
        and at + 1 < len(tokens)
        and tokens[at + 1].low in {"many", "much", "few", "little", "long", "soon", "well", "far"}
    ):
        return None
    if token.low in CIRCUMSTANCES and (token.tag in "SW" or opens_clause(tokens, at)):
        end = _end(tokens, at)
        inner = tokens[at + 1 : end]
        fits = len(inner) >= SHORTEST and verbs_of(inner) and kind_of(inner) in KINDS - {ClaimKind.FORECAST}
        if fits and not _is_whole(tokens, at, end):
            return at + 1, end
    return _reason(tokens, at, kind_of)


def _is_whole(tokens: Tokens, at: int, end: int) -> bool:
    """Whether no clause is left beside the words."""
    return not verbs_of([*tokens[:at], *tokens[end:]])


def _end(tokens: Tokens, at: int) -> int:
    """Where a clause that hangs ends: at the comma before the main verb goes on, or with the sentence."""
    for index in range(at + 1, len(tokens)):
        if tokens[index].tag in ",;" and tokens[index].quoted == tokens[at].quoted:
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            if following is None or not (tokens[index - 1].tag == "#" and following.tag == "#"):
                return index
    return len(tokens)


def _reason(tokens: Tokens, at: int, kind_of: KindOf) -> tuple[int, int] | None:
    """The reason of an act: "because the boiler leaked" where somebody did something, not where something befell it."""
    if at == 0 or (at == 1 and tokens[0].tag == "Q"):
        return _fronted(tokens, at)
    if at < SHORTEST or not opens_reason(tokens, at) or is_pointed_to(tokens, at):
        return None
    verbs = verbs_of(tokens[:at])
    if not verbs or not (_is_act(tokens[:at], verbs[-1], token=tokens[at]) or kind_of(tokens[:at]) is ClaimKind.POLICY):
        return None
    end = _end(tokens, at)
    joined = next(
        (n for n in range(at + SHORTEST, end - 1) if tokens[n].low in JOINS and tokens[n + 1].tag == "X"), end
    )
    return (at, joined) if joined - at >= SHORTEST else None


def _fronted(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A purpose before the act: "To restore order, the minister has imposed a curfew"."""
    if tokens[at].tag != "T" or not (opens_reason(tokens, at) or is_purpose(tokens, at)):
        return None
    end = _end(tokens, at)
    return (at, end) if end < len(tokens) and verbs_of(tokens[end + 1 :]) else None


def _is_act(tokens: Tokens, verb: int, *, token: Token) -> bool:
    """Whether somebody did it: a person, body or group before a verb of doing, or a passive; whoever has a purpose acts.

    `token` opens the reason or purpose.
    """
    subject = subject_of(tokens)
    head = verb
    while head + 1 < len(tokens) and tokens[head + 1].tag in "XA":
        head += 1
    main = tokens[head + 1] if tokens[head].tag in "XA" and head + 1 < len(tokens) else tokens[head]
    behind = tokens[tokens.index(main) + 1 : tokens.index(main) + 2]
    if not subject or (main.low in UNWILLING and not (behind and behind[0].tag in "DO" and tokens[head].tag != "X")):
        return False
    passive = tokens[head].low in {"was", "were", "been", "being", "be", "is", "are"} and main.low.endswith(
        ("ed", "en", "ut", "n")
    )
    return passive or token.tag == "T" or any(acts(token) for token in subject)


def acts(token: Token) -> bool:
    """Whether a word of a subject is of somebody who can act: a pronoun for persons, a role, a body, a group, a name."""
    head = singular(token.low)
    return token.low in PERSONS or is_role(head) or head in nouns().groups or head in nouns().bodies or token.tag == "N"


def _subject_for(tokens: Tokens, at: int, first: int) -> tuple[Token, ...]:
    """Whose act or loss it is: the words before a relative pronoun, else the subject of the clause."""
    if first == at and tokens[at].low in WHOSE:
        start = at - 1
        while start > 0 and tokens[start - 1].tag not in ",;:-(QSWCVX" and not is_finite(tokens, start - 1):
            start -= 1
        return tuple(tokens[start : at - 1])
    return subject_of(tokens[:at]) if first == at else ()


def _figures(clause: Clause) -> Iterator[Clause]:
    """A participle of harm with two figures, each with its own: "killing four and injuring nine"."""
    tokens = clause.tokens
    for at in range(2, len(tokens) - 1):
        if tokens[at].low == "and" and tokens[at + 1].tag == "G" and tokens[0].tag == "G":
            yield Clause(tokens[:at], clause.shared)
            yield Clause(tokens[at + 1 :], clause.shared)
            return
    yield clause
