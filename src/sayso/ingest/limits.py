"""How much of an input is read; each number with its reason."""

from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Sizes in bytes. What exceeds one is cut and said so in `Document.cuts`, or refused with a Rejection."""

    text: int = 16 * MIB  # five times the longest novel; 10 MB on one line must be read
    html: int = (
        10 * MIB
    )  # five times the largest of 194 measured pages; at this size extraction stays inside its allowance
    line: int = 97 * MIB  # a text of 16 MiB with every character as a JSON escape of six bytes, and metadata
    feed: int = 16 * MIB  # a feed of 1,000 whole articles has about 6 MiB
    record: int = 10 * MIB  # a web archive's record once decompressed: the same as a page
    ratio: int = 200  # decompressed to compressed; text compresses 3 to 20 times, gzip at most 1,032 times
    records: int = 1_000_000  # in one web archive; a monthly news crawl's file has about 30,000


STANDARD = Limits()
