"""How much of an input is read; each number with its reason."""

from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Sizes in bytes. What exceeds one is cut and said so in `Document.cuts`, or refused with a Rejection."""

    text: int = 16 * MIB  # five times the longest novel; 10 MB on one line must be read
    html: int = 9 * MIB  # the parser takes no token of 10,000,000 bytes; the largest of 194 measured pages has 1.1 MB
    line: int = 97 * MIB  # a text of 16 MiB with every character as a JSON escape of six bytes, and metadata
    feed: int = 16 * MIB  # a feed of 1,000 whole articles has about 6 MiB
    record: int = 10 * MIB  # a web archive's record: a page and its HTTP head
    ratio: int = 200  # of unpacked to packed bytes; text packs 3 to 20 times, gzip at most 1,032 times
    records: int = 1_000_000  # in one web archive; a file of a monthly news crawl has about 30,000


STANDARD = Limits()
