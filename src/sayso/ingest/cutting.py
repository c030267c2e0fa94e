"""What a user names, cut into shards that can be read apart: stretches of JSONL and of web archives, other files whole."""

import os
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from sayso.errors import InputError
from sayso.ingest.files import find_files
from sayso.ingest.inputs import kind_of
from sayso.ingest.kinds import HEAD, Kind
from sayso.ingest.limits import STANDARD, Limits
from sayso.model.document import Rejection
from sayso.model.shard import Piece, Shard

CHUNK = 1 << 20  # bytes in which line ends are looked for
ITEMS = 250  # of .24 core-seconds each: what a killed worker costs is a minute
# Of one archive: each worker unpacks what stands before its own, 16 times the archive in all, 3 % of what reading costs.
STRETCHES = 32

Weighed = tuple[Piece | Rejection, int]


def cut(paths: Iterable[str], limits: Limits = STANDARD, items: int = ITEMS) -> Iterator[Shard]:
    """Shards of about so many items each, lazily and in order; small files share one. The same files: the same shards.

    Lines of JSONL are counted and archives are unpacked once for that, nothing is parsed. What cannot be opened becomes a
    piece of its own, so that whoever reads it says why.
    """
    weighed = chain.from_iterable(pieces(file, limits, items) for path in paths for file in find_files(path))
    for turn, packed in enumerate(pack(weighed, items)):
        yield Shard(name=f"{turn:06}", pieces=packed)


def signature(paths: Iterable[str]) -> list[tuple[str, int, int]]:
    """Name, size and time of change (ns) of every file behind the paths: what says that the shards of a run are still those."""
    found = []
    for file in (file for path in paths for file in find_files(path)):
        if isinstance(file, Rejection):
            found.append((f"{file.path}: {file.message}", 0, 0))
        else:
            about = os.stat(file)  # noqa: PTH116 - a path may hold any bytes
            found.append((file, about.st_size, about.st_mtime_ns))
    return found


def pack(weighed: Iterable[Weighed], items: int) -> Iterator[tuple[Piece | Rejection, ...]]:
    """Neighbours together, as long as they are no more than so many items."""
    held: list[Piece | Rejection] = []
    weight = 0
    for piece, weighs in weighed:
        if held and weight + weighs > items:
            yield tuple(held)
            held, weight = [], 0
        held.append(piece)
        weight += weighs
    if held:
        yield tuple(held)


def pieces(file: str | Rejection, limits: Limits, items: int) -> Iterator[Weighed]:
    """The stretches of a file, with the number of their items."""
    if isinstance(file, Rejection):
        yield file, 1
        return
    if not os.path.isfile(file):  # noqa: PTH113 - a path may hold any bytes
        message = "is a pipe, which gives its bytes once, while shards can be read again: write it to a file first"
        yield Rejection(kind="not-a-file", message=message, path=file), 1
        return
    try:
        with open(file, "rb", buffering=HEAD) as stream:  # noqa: PTH123 - as above
            match kind_of(stream, file):
                case Kind.RECORDS:
                    yield from [*stretches_of_lines(stream, file, items)]  # all or none: one may be unreadable
                case Kind.ARCHIVE:
                    yield from [*stretches_of_pages(stream, file, limits, items)]
                case _:
                    yield Piece(path=file), 1
    except (OSError, InputError):
        yield Piece(path=file), 1


def stretches_of_lines(stream: BinaryIO, path: str, items: int) -> Iterator[Weighed]:
    """Stretches of so many lines, each with the byte where it begins; the last takes what is left."""
    first, offset, lines, read = 0, 0, 0, 0
    while chunk := stream.read(CHUNK):
        at = 0
        while missing := first + items - lines:
            found = chunk.count(b"\n", at)
            if found < missing:
                lines += found
                break
            at = after_line(chunk, at, missing)
            lines += missing
            yield Piece(path=path, first=first, count=items, offset=offset), items
            first, offset = lines, read + at
        read += len(chunk)
    if read > offset or not first:
        yield Piece(path=path, first=first, offset=offset), lines - first + 1


def after_line(chunk: bytes, at: int, lines: int) -> int:
    """Where the next line begins after so many line ends."""
    for _ in range(lines):
        at = chunk.index(b"\n", at) + 1
    return at


def stretches_of_pages(stream: BinaryIO, path: str, limits: Limits, items: int) -> Iterator[Weighed]:
    """Stretches of so many pages; the last one goes to the end, where what is wrong with the archive is said."""
    from sayso.ingest.archive import Archive  # noqa: PLC0415 - 20 ms that only an archive should cost

    pages = sum(1 for _ in Archive(stream, path, limits).originals())
    size = max(items, -(-pages // STRETCHES))
    starts = range(0, max(pages, 1), size)
    for first in starts[:-1]:
        yield Piece(path=path, first=first, count=size), size
    yield Piece(path=path, first=starts[-1]), pages - starts[-1]
