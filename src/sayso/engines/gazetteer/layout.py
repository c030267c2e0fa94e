"""How a gazetteer file is laid out, which building and reading share.

`places` has a row for each place, its number that of GeoNames; `names` has a row for each key with the numbers of the places that
bear it, four bytes each; `periods` tells since and until when a name was in use, where that is known; `facts` is about the file.
"""

import struct
from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from sayso.model.world import Precision

VERSION = "1"
TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE places (
  number INTEGER PRIMARY KEY, name TEXT, country TEXT, admin1 TEXT, admin2 TEXT,
  lat INTEGER, lon INTEGER, kind INTEGER, population INTEGER
);
CREATE TABLE areas (code TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID;
CREATE TABLE names (key TEXT PRIMARY KEY, places BLOB) WITHOUT ROWID;
CREATE TABLE periods (key TEXT, number INTEGER, since TEXT, until TEXT, PRIMARY KEY (key, number)) WITHOUT ROWID;
"""
DEGREE = (
    1_000  # steps of latitude and longitude: 111 metres, which for a town is exact, and a megabyte less than eleven
)
ONE = struct.Struct("<I")
STATUS_BITS = 2


class Kind(IntEnum):
    """What a place is."""

    TOWN = 0
    ADMIN1 = 1
    ADMIN2 = 2
    COUNTRY = 3
    REGION = 4
    FEATURE = 5


PRECISION = {
    Kind.TOWN: Precision.CITY,
    Kind.ADMIN1: Precision.ADMIN1,
    Kind.ADMIN2: Precision.REGION,
    Kind.COUNTRY: Precision.COUNTRY,
    Kind.REGION: Precision.REGION,
    Kind.FEATURE: Precision.FEATURE,
}


class Status(IntEnum):
    """What a name is to its place; the lower counts where a key is several."""

    MAIN = 0
    ALTERNATE = 1
    LOOSE = 2
    HISTORIC = 3


class Bearing(NamedTuple):
    """A place that bears a name."""

    number: int
    status: Status


def pack(bearings: Iterable[Bearing]) -> bytes:
    """Bearings as bytes, in the order of their numbers."""
    return b"".join(ONE.pack(each.number << STATUS_BITS | each.status) for each in sorted(bearings))


def unpack(packed: bytes) -> Iterator[Bearing]:
    """The bearings behind bytes."""
    for (word,) in ONE.iter_unpack(packed):
        yield Bearing(word >> STATUS_BITS, Status(word & (1 << STATUS_BITS) - 1))
