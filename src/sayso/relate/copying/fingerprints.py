"""Fingerprints: a fixed share of a text's runs of four words, the same share in every text.

FracMinHash (Irber and others, "Lightweight compositional analysis of metagenomes with FracMinHash", 2022): a run is kept
when its hash falls into a fixed part of the hash's range. Unlike MinHash of a fixed size it estimates how much of one
text stands in another of any length, which is what tells a merger or a cut text; and two texts are candidates when they
have kept runs in common, a GROUP BY over rows of (key, arrival) in any engine.
"""

from collections.abc import Mapping, Sequence
from zlib import crc32

from sayso.relate.copying.words import Words

RUN = 4  # words; runs of three are shared by any two reports on a subject, of five half are gone at 13 % word edits
# One run in four is kept. With a fifth of the words changed and a third of 400 words taken over, 13 kept runs are still
# shared; one in eight leaves texts of thirty words with three.
KEPT_OF = 4
HASHES = 1 << 32


def fingerprint(words: Words) -> Mapping[int, None]:
    """The kept runs of a text in its order, each once, as keys from 0 to 2**62 - 1.

    A text of fewer than four words has one key for all of them, one without words has none.
    """
    folded = words.folded
    if not folded:
        return {}
    if len(folded) < RUN:
        return {_key(folded): None}
    runs = zip(folded, folded[1:], folded[2:], folded[3:], strict=False)
    limit = HASHES // KEPT_OF
    return {_long(joined, low): None for joined in map(" ".join, runs) if (low := _crc(joined)) < limit}


def _key(run: Sequence[str]) -> int:
    joined = " ".join(run)
    return _long(joined, _crc(joined) // KEPT_OF)


def _crc(joined: str) -> int:
    return crc32(joined.encode("utf-8", "surrogatepass"))


def _long(joined: str, low: int) -> int:
    """A second hash beside the first: 30 bits alone would give one chance match a text among ten million runs."""
    return _crc(joined[::-1]) << 30 | low
