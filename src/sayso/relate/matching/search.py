"""The search: claims that may be the one, by their words and by their meaning, then weighed one against the other."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.relate.matching.asked import Asked, ask, known_of
from sayso.relate.matching.collection import Collection
from sayso.relate.matching.contexts import weigh_contexts
from sayso.relate.matching.evidence import Candidates, weigh_up
from sayso.relate.matching.forests import answer
from sayso.relate.matching.okapi import Floats, Integers

# Of the training posts' claims .976 are among 60 by BM25 and 30 by meaning, .961 among 100 by BM25, .934 among 100 by meaning
BY_WORDS, BY_MEANING = 60, 30
SIGNATURE = 0.3  # of a word of the sentence, for finding candidates only: the trees weigh it anew. Not tuned
# MAP@5 of the training posts (cross-validated) .875 without reading again, .897 with 6, .902 with 10; on a busy machine each claim read
# takes 4 ms, and a question among 100,000 claims 45 to 49 with 6, 62 to 66 with 10
MOST_READ, FEWEST_READ = 6, 4
NEAR = 4.0  # in the order's own measure; the right claim is among the 10 first for .9575 of the posts, among those of them so near for .951
MARGINS = 3  # how many of the next are looked at
FAR_BEHIND = 10.0  # in the order's own measure, which spans some 10 between the best and the worst candidate
BETWEEN = re.compile(r"(?:(?![-−][0-9])[^\w$£€%]|_)+")  # what says nothing; a sign before a number does
DIGITS = 4  # of a score; sums taken in another order differ in the seventh


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A known claim and how likely it says what was looked for."""

    id: str
    score: float


def find_matches(text: str, collection: Collection, top: int) -> Sequence[Match]:
    """At most `top` known claims that may say what the text says, best first. A claim that shares nothing with it is none."""
    asked = ask(text, collection)
    found = find_candidates(asked, collection)
    if not len(found.claims):
        return []
    candidates, alike = apart(found, collection)
    weighing = collection.meanings.weighing
    evidence = weigh_up(asked, candidates, collection)
    once = answer(weighing.order, evidence)
    some = shortlist(once)
    both = read_again(asked, candidates.claims[some], evidence[some], collection)
    again = answer(weighing.again, both)
    first = likeliest(again)
    told = certainty(both, again, answer(weighing.alone, both))
    chance = logistic(answer(weighing.seen, told[None])[0])
    read = chance * np.exp(again - again[first[0]])
    rest = likeliest(once)[len(some) :]
    unread = read.min() * np.exp(once[rest] - once[likeliest(once)[0]])
    ordered = candidates.claims[np.concatenate([some[first], rest])]
    scores = np.concatenate([read[first], unread]).round(DIGITS)
    return [
        Match(id=collection.ids[each], score=float(score))
        for claim, score in zip(ordered.tolist(), scores, strict=True)
        for each in alike[claim]
    ][:top]


def shortlist(order: Floats) -> Integers:
    """The candidates that are read again, in their own order: the likeliest, as far as they are not far behind."""
    first = likeliest(order)[:MOST_READ]
    near = order[first] >= order[first[0]] - NEAR
    return np.sort(first[near | (np.arange(len(first)) < FEWEST_READ)])


def read_again(asked: Asked, claims: Integers, evidence: Floats, collection: Collection) -> Floats:
    """The evidence of some claims, and beside it what both say in context `[C, F]`."""
    read = collection.meanings.context
    texts = [collection.texts[each] for each in claims]
    return np.concatenate([evidence, weigh_contexts(read([asked.plain]), [read(each) for each in texts])], axis=1)


def likeliest(order: Floats) -> Integers:
    """The candidates from the likeliest on; of equal ones the first comes first."""
    return np.argsort(-order.round(DIGITS), kind="stable")


def certainty(evidence: Floats, order: Floats, alone: Floats) -> Floats:
    """What tells whether the likeliest is the one at all: its evidence, its order, how far the next are behind; the odds of each alone."""
    first = likeliest(order)
    ahead = np.full(MARGINS, FAR_BEHIND)
    behind = order[first[0]] - order[first[1 : MARGINS + 1]]
    ahead[: len(behind)] = np.minimum(behind, FAR_BEHIND)
    highest = np.sort(alone)[::-1][: MARGINS + 1]
    odds = np.pad(highest, (0, MARGINS + 1 - len(highest)), mode="edge")
    return np.concatenate([evidence[first[0]], order[first[:1]], ahead, alone[first[:1]], odds])


def logistic(odds: float) -> float:
    """The chance of these log odds."""
    return float(1 / (1 + np.exp(-odds)))


def find_candidates(asked: Asked, collection: Collection) -> Candidates:
    """The claims that share most with the sentence, by rare words or by direction, in the order of the collection."""
    bm25 = collection.okapi.score(known_of(asked.stems))
    signature = SIGNATURE * collection.okapi.score(asked.signature)
    # not a matrix product: that may take its sums in another order on another number of threads
    nearness = np.einsum("nd,d->n", collection.centres, asked.centre).astype(float)
    claims = np.union1d(best(bm25 + signature, BY_WORDS), best(nearness, BY_MEANING))
    return Candidates(claims, bm25[claims], signature[claims], nearness[claims])


def apart(candidates: Candidates, collection: Collection) -> tuple[Candidates, dict[int, list[int]]]:
    """The first candidate of each wording; and for each of those all in its words.

    A claim that stands twice is one claim: how far the next is behind has to tell of another one.
    """
    marks = [*zip(candidates.bm25.tolist(), candidates.nearness.tolist(), strict=True)]
    often = Counter(marks)
    alike: dict[tuple[tuple[float, float], str], list[int]] = {}
    for claim, mark in zip(candidates.claims.tolist(), marks, strict=True):
        # the same words have the same marks, and few others do: the rest need not be compared, which would take 1 ms
        alike.setdefault((mark, wording(collection.texts[claim]) if often[mark] > 1 else ""), []).append(claim)
    by_first = {claims[0]: claims for claims in alike.values()}
    kept = np.isin(candidates.claims, list(by_first))
    return (
        Candidates(
            candidates.claims[kept], candidates.bm25[kept], candidates.signature[kept], candidates.nearness[kept]
        ),
        by_first,
    )


def wording(texts: tuple[str, str]) -> str:
    """The words of a claim and its title, whatever stands between them."""
    return "\n".join(BETWEEN.sub(" ", text.casefold()).strip() for text in texts)


def best(values: Floats, count: int) -> Integers:
    """Where the highest positive values are; of equal ones the first."""
    some = np.flatnonzero(values > 0)  # first, since a partition of many equal zeros takes ten times as long
    if len(some) > count:
        some = some[values[some] >= np.partition(values[some], -count)[-count]]
    return some[np.argsort(-values[some], kind="stable")][:count]
