"""What speaks for each of some claims being the one that is looked for, as a table of numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from sayso.relate.matching.asked import Asked
from sayso.relate.matching.collection import FIELDS, Collection, Vectors, directions, unit
from sayso.relate.matching.okapi import Floats, Integers

NAMES = (
    "text covered", "title covered", "text meant", "title meant", "text nearly meant", "title nearly meant",
    "text covered with signature", "title covered with signature", "text pairs", "title pairs", "text run", "title run",
    "asked covered", "asked meant", "asked meant to the best", "rarest shared", "second shared", "third shared", "shared",
    "numbers shared", "number not asked for", "a number shared", "names shared", "names missing", "has names",
    "bm25 of its own", "bm25", "signature", "bm25 of the best", "bm25 rank",
    "centre", "centre of text", "centre of title", "better centre", "centre to the best", "centre rank",
    "centre of a part", "centre with signature", "part to the best",
    "year the same", "year another", "month the same", "picture for picture", "picture for none",
    "length", "asked length",
)  # fmt: skip
FAR = 0.3  # cosine of two words from which on they count as somewhat alike; as first chosen, not tuned
DIGITS = 4  # trees that may ask for more learn to tell how a number was computed


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Claims that may be the one `[C]`, with the BM25 of the sentence and of its signature, and how near its direction is."""

    claims: Integers
    bm25: Floats
    signature: Floats
    nearness: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """The words of the candidates `[M]`: their places in the collection, whose and of which field each is (candidate * 2 + field)."""

    words: Integers
    stems: Integers
    fields: Integers
    places: Integers


def weigh_up(asked: Asked, candidates: Candidates, collection: Collection) -> Floats:
    """A row of evidence for each candidate, in the order of `NAMES` `[C, F]`."""
    held = words_of(candidates.claims, collection)
    count = len(candidates.claims)
    kinds, row = np.unique(held.words, return_inverse=True)
    alike = unit(collection.vectors[kinds]) @ unit(asked.vectors).T  # [kinds, Q]
    columns = [
        *coverage(asked, held, alike, row, (count, collection)),
        *sequences(asked, held, count, len(collection.kinds)),
        *of_the_asked(asked, held, alike[row], count),
        *shared(asked, held, (count, collection)),
        *figures_and_names(asked, held, (count, collection)),
        *scores(asked, candidates),
        *directions_of(asked, candidates, held, collection),
        *dates_and_pictures(asked, held, (count, collection)),
        np.log1p(np.bincount(held.fields, minlength=count * FIELDS)[::FIELDS]),
        np.full(count, np.log1p(len(asked.stems))),
    ]
    return np.stack(columns, axis=1).round(DIGITS)


def words_of(claims: Integers, collection: Collection) -> Held:
    """The words of some claims, one claim after another."""
    starts, ends = collection.starts[claims], collection.starts[claims + 1]
    owners = np.repeat(np.arange(len(claims)), ends - starts)
    first = np.concatenate([[0], np.cumsum(ends - starts)[:-1]]).astype(np.int64)
    places = np.arange(len(owners)) - first[owners] + starts[owners]
    words = collection.tokens.words[places]
    fields = owners * FIELDS + collection.tokens.fields[places] % FIELDS
    return Held(words, collection.stem_of[words], fields, places)


def once(held: Held, kinds: int, *, by_field: bool) -> Integers:
    """Where each different stem of a field, or of a claim, stands first."""
    owners = held.fields if by_field else held.fields // FIELDS
    first: Integers = np.unique(owners * kinds + held.stems, return_index=True)[1]
    return first


def coverage(asked: Asked, held: Held, alike: Vectors, row: Integers, of: tuple[int, Collection]) -> Iterator[Floats]:
    """How much of each field, by the rarity of its words, is in the sentence: to the letter, or by words that mean the like."""
    count, collection = of
    here = once(held, len(collection.kinds), by_field=True)
    fields, stems = held.fields[here], held.stems[here]
    weight = collection.okapi.rarity[stems]
    exact = asked.marked[stems].astype(float)
    near = alike.max(axis=1, initial=0)[row[here]].astype(float)
    near = np.maximum(near, exact)
    whole = np.bincount(fields, weight, count * FIELDS) + 1e-6
    for share in (exact, near, (np.clip(near, FAR, 1) - FAR) / (1 - FAR), asked.signed[stems].astype(float)):
        found = np.bincount(fields, weight * share, count * FIELDS) / whole
        yield found[::FIELDS]
        yield found[1::FIELDS]


def sequences(asked: Asked, held: Held, count: int, kinds: int) -> Iterator[Floats]:
    """How many words of each field follow each other as in the sentence, and how many in one run."""
    together = held.fields[:-1] == held.fields[1:]
    pair = np.isin(held.stems[:-1] * kinds + held.stems[1:], asked.pairs) & together
    places = np.arange(len(pair))
    run = places - np.maximum.accumulate(np.where(pair, -1, places))  # from the last place that was no pair
    longest = np.zeros(count * FIELDS)
    np.maximum.at(longest, held.fields[:-1], np.where(pair, run, 0))
    pairs = np.bincount(held.fields[:-1], pair, count * FIELDS) / (
        np.bincount(held.fields, minlength=count * FIELDS) + 1
    )
    yield from (pairs[::FIELDS], pairs[1::FIELDS], np.log1p(longest[::FIELDS]), np.log1p(longest[1::FIELDS]))


def of_the_asked(asked: Asked, held: Held, alike: Vectors, count: int) -> Iterator[Floats]:
    """How much of the sentence, by the rarity of its words, is in the claim: to the letter, or by words that mean the like."""
    owners = held.fields // FIELDS
    starts = np.searchsorted(owners, np.arange(count))
    filled = np.flatnonzero(np.bincount(owners, minlength=count))
    exact, near = np.zeros((count, len(asked.stems))), np.zeros((count, len(asked.stems)))
    if len(filled):
        same = held.stems[:, None] == asked.stems
        exact[filled] = np.maximum.reduceat(same, starts[filled], axis=0)
        near[filled] = np.maximum.reduceat(alike, starts[filled], axis=0)
    whole = asked.rarity.sum() + 1e-6
    yield exact @ asked.rarity / whole
    meant = np.maximum(near, exact) @ asked.rarity / whole
    yield meant
    yield meant - meant.max(initial=-1)


def shared(asked: Asked, held: Held, of: tuple[int, Collection]) -> Iterator[Floats]:
    """How rare the three rarest stems are that both have, where 1 is a stem of one claim alone; how many they share."""
    count, collection = of
    here = once(held, len(collection.kinds), by_field=False)
    here = here[asked.marked[held.stems[here]]]
    owners, weight = held.fields[here] // FIELDS, collection.okapi.rarity[held.stems[here]]
    order = np.lexsort((-weight, owners))
    owners, weight = owners[order], weight[order]
    place = np.arange(len(owners)) - np.searchsorted(owners, owners)
    most = np.log1p((collection.okapi.texts + 0.5) / 0.5)
    for wanted in range(3):
        column = np.zeros(count)
        column[owners[place == wanted]] = weight[place == wanted] / most
        yield column
    yield np.log1p(np.bincount(owners, minlength=count))


def figures_and_names(asked: Asked, held: Held, of: tuple[int, Collection]) -> Iterator[Floats]:
    """Which numbers and names of the claim are in the sentence, and which are not."""
    count, collection = of
    here = once(held, len(collection.kinds), by_field=False)
    here = here[collection.numeric[held.words[here]]]
    owners, found = held.fields[here] // FIELDS, asked.marked[held.stems[here]]
    numbers, common = np.bincount(owners, minlength=count), np.bincount(owners, found, count)
    yield from (common / (numbers + 0.5), (numbers > common).astype(float), (common > 0).astype(float))
    capital = np.flatnonzero(collection.tokens.capitals[held.places])
    capital = capital[
        np.unique(held.fields[capital] * len(collection.kinds) + held.stems[capital], return_index=True)[1]
    ]
    owners, stems = held.fields[capital] // FIELDS, held.stems[capital]
    weight = collection.okapi.rarity[stems]
    names = np.bincount(owners, weight, count)
    in_text = np.bincount(owners, weight * asked.marked[stems], count)
    in_all = np.bincount(owners, weight * asked.signed[stems], count)
    yield from (in_text / (names + 3), (names - in_all) / (names + 10), (names > 0).astype(float))


def scores(asked: Asked, candidates: Candidates) -> Iterator[Floats]:
    """BM25 against what the sentence would get from itself, as it is, of the signature, against the best, and by rank."""
    both = candidates.bm25 + candidates.signature
    yield candidates.bm25 / (asked.rarity.sum() * 1.3 + 1e-6)
    yield np.log1p(candidates.bm25)
    yield np.log1p(candidates.signature)
    yield both / (both.max(initial=0) + 1e-6)
    yield 1 / (1 + ranks(both))


def directions_of(asked: Asked, candidates: Candidates, held: Held, collection: Collection) -> Iterator[Floats]:
    """How near the directions of sentence and claim are: of all of it, its text, its title; against the best, and by rank."""
    count = len(candidates.claims)
    starts = np.searchsorted(held.fields, np.arange(count * FIELDS))
    fields = directions(collection.vectors[held.words], starts)
    near = (fields @ asked.centre).astype(float)
    text, title = near[::FIELDS], near[1::FIELDS]
    yield from (candidates.nearness, text, title, np.maximum(text, title))
    yield candidates.nearness - candidates.nearness.max(initial=-1)
    yield 1 / (1 + ranks(candidates.nearness))
    part = np.maximum(*[(fields[each::FIELDS] @ asked.centres.T).max(axis=1) for each in range(FIELDS)]).astype(float)
    yield part
    yield (collection.centres[candidates.claims] @ asked.signed_centre).astype(float)
    yield part - part.max(initial=-1)


def dates_and_pictures(asked: Asked, held: Held, of: tuple[int, Collection]) -> Iterator[Floats]:
    """Does the claim name the year and month of the date under the post; is it about a picture, and is there one?"""
    count, collection = of
    owners = held.fields // FIELDS
    years = np.bincount(owners, collection.years[held.words], count) > 0
    year = np.bincount(owners, held.stems == asked.year, count) > 0
    month = np.bincount(owners, held.stems == asked.month, count) > 0
    picture = (np.bincount(owners, collection.pictures[held.words], count) > 0).astype(float)
    yield from (year.astype(float), (asked.dated & years & ~year).astype(float), (year & month).astype(float))
    yield from (picture * asked.pictured, picture * (not asked.pictured))


def ranks(values: Floats) -> Integers:
    """How many are above each value: of equal ones none is before the other, wherever they stand."""
    places: Integers = np.searchsorted(np.sort(-values), -values)
    return places
