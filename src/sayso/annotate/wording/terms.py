"""Where contested terms stand in a text: found by their words, told from their namesakes by what stands around them."""

from collections.abc import Iterator

from sayso.annotate.wording.packs import Packs, Term
from sayso.annotate.wording.patterns import Ground
from sayso.annotate.wording.tokens import Tokens


def find_terms(ground: Ground, packs: Packs) -> Iterator[tuple[int, int, Term]]:
    """The terms in the order of the text as words `first` to `last`, half-open, of `ground.tokens`; the longest, without overlap."""
    tokens = ground.tokens
    free = 0
    for first, low in enumerate(tokens.lows):
        if first < free or low not in packs.by_word:
            continue
        for rest, term in packs.by_word[low]:
            last = first + 1 + len(rest)
            if _stands(tokens, first, rest) and _means(ground, first, last, term):
                free = last
                yield first, last, term
                break


def _stands(tokens: Tokens, first: int, rest: tuple[str, ...]) -> bool:
    """Whether these words follow the first one without a stop."""
    last = first + 1 + len(rest)
    if not rest:
        return True
    return tuple(tokens.lows[first + 1 : last]) == rest and not any(tokens.parted[first + 1 : last])


def _means(ground: Ground, first: int, last: int, term: Term) -> bool:
    """Whether the words are meant as the term means them."""
    if not term.is_name and in_a_name(ground.tokens, first, last):
        return False
    if any(pattern.fits(ground, first, last) for pattern in term.exclude):
        return False
    return not term.needs or any(pattern.fits(ground, first, last) for pattern in term.needs)


def in_a_name(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words are a part of a name: a capital where no sentence begins, or where one does before a capital.

    A sentence may begin with a verb before a name ("Liberating Orr"), a headline in capitals is passed over: "Liberation Day",
    "Liberation Front" are commoner there than any term.
    """
    if not any(tokens.capital[first:last]):
        return False
    if not tokens.opens[first] or any(tokens.capital[first + 1 : last]):
        return True
    beside = last < len(tokens) and tokens.capital[last] and not tokens.parted[last]
    return beside and not tokens.lows[first].endswith(("ing", "ed"))
