"""What is looked for, in the terms of a collection."""

from dataclasses import dataclass

import numpy as np

from sayso.relate.matching.collection import Collection, Flags, Vectors, directions
from sayso.relate.matching.okapi import Floats, Integers, rarity
from sayso.relate.matching.wording import Word, read_post

UNKNOWN = -1  # the stem of a word that no claim has
SHORTEST = 3  # words that can be a claim


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A sentence or post with Q different stems, of which S are in the collection.

    `stems` `[Q]` in order, UNKNOWN for words that no claim has, each with its `rarity` `[Q]` and the vector of the word `[Q, D]`;
    `pairs` are stems that follow each other, first * kinds + second; `centre` `[D]` is the direction of it all;
    `marked` and `signed` `[kinds]` tell which stems of the collection it has, and has with its signature;
    `centres` `[P, D]` are the directions of its parts, the whole among them, `signed_centre` that of all with the signature;
    `plain` is its text without links and signature; `year` and `month` are the stems of the date under it, UNKNOWN where no claim has them or it is not `dated`.
    """

    plain: str
    stems: Integers
    rarity: Floats
    vectors: Vectors
    pairs: Integers
    centre: Vectors
    marked: Flags
    signed: Flags
    signature: Integers
    centres: Vectors
    signed_centre: Vectors
    year: int
    month: int
    dated: bool
    pictured: bool


def ask(text: str, collection: Collection) -> Asked:
    """The text as the collection sees it."""
    post = read_post(text)
    every = stems_of(post.words, collection)
    vectors = collection.meanings.vectors([word.form for word in post.words])
    first = first_of_each(post.words, collection)
    stems = every[first]
    under = known_of(np.unique(stems_of(post.signature, collection)))
    marked = marks(known_of(stems), collection)
    unheard = float(rarity(np.array(0), collection.okapi.texts))
    whole = directions(vectors, np.zeros(1, np.int64))
    signing = collection.meanings.vectors([word.form for word in post.signature])
    return Asked(
        plain=post.plain,
        stems=stems,
        rarity=np.where(stems == UNKNOWN, unheard, np.append(collection.okapi.rarity, unheard)[stems]),
        vectors=vectors[first],
        pairs=pairs_of(every, len(collection.kinds)),
        centre=whole[0],
        marked=marked,
        signed=marked | marks(under, collection),
        signature=under,
        centres=np.concatenate([whole, directions(vectors, parts_of(post.words))]),
        signed_centre=directions(np.concatenate([vectors, signing]), np.zeros(1, np.int64))[0],
        year=stem_of(post.year, collection),
        month=stem_of(post.month, collection),
        dated=post.year is not None,
        pictured=post.pictured,
    )


def known_of(stems: Integers) -> Integers:
    """The stems that are in the collection."""
    known: Integers = stems[stems != UNKNOWN]
    return known


def marks(stems: Integers, collection: Collection) -> Flags:
    """Which stems of the collection these are."""
    marked = np.zeros(len(collection.kinds), np.bool_)
    marked[stems] = True
    return marked


def pairs_of(stems: Integers, kinds: int) -> Integers:
    """The stems that follow each other, first * kinds + second."""
    known = (stems[:-1] != UNKNOWN) & (stems[1:] != UNKNOWN)
    pairs: Integers = np.unique((stems[:-1] * kinds + stems[1:])[known])
    return pairs


def parts_of(words: list[Word]) -> Integers:
    """Where the parts begin that can be claims by themselves: `SHORTEST` words at least, in a text of several."""
    numbers = np.array([word.part for word in words], np.int64)
    begins = np.flatnonzero(np.diff(numbers, prepend=-1))
    long = np.diff(np.append(begins, len(words))) >= SHORTEST
    return begins[long]


def stem_of(word: str | None, collection: Collection) -> int:
    """The number of a word's stem."""
    return collection.kinds.get(collection.stems.of(word), UNKNOWN) if word else UNKNOWN


def stems_of(words: list[Word], collection: Collection) -> Integers:
    """The number of each word's stem."""
    return np.array([stem_of(word.form, collection) for word in words], np.int64)


def first_of_each(words: list[Word], collection: Collection) -> Integers:
    """Where each different stem stands first."""
    seen: dict[str, int] = {}
    for place, word in enumerate(words):
        seen.setdefault(collection.stems.of(word.form), place)
    return np.array(list(seen.values()), np.int64)
