"""Shards read by any Mapper: a file each, a marker when it is whole, and another worker where one died.

A shard counts as read when its marker holds the digest of its file. The file is written under another name, brought to disk
and renamed, then the marker in the same way: whenever a worker or the machine stops, the shard is either whole or read again.
Two workers on one shard write the same bytes, so whichever renames last changes nothing.
"""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.model.document import Rejection
from sayso.model.reading import Reading
from sayso.model.shard import Piece, Shard
from sayso.ports.mapper import Failure, Mapper
from sayso.scale.parquet import read_outcomes, write_outcomes
from sayso.scale.worker import Allowance

ATTEMPTS = 3  # at one shard: a worker may die of its machine twice; what dies three times most likely dies of its input
ALLOWANCE = Allowance(
    # Pages have limits of their own, in a process of their own; a shard of 250 at those limits takes an hour and a half.
    cpu_seconds=6 * 3600,
    wall_seconds=24 * 3600,
    memory=8 << 30,  # of address space; a worker with the model and 250 pages took 2.0 GB, .36 of it in memory
)
Outcome = Reading | Rejection


@dataclass(frozen=True, slots=True)
class Folder:
    """Where the readings of one run are kept: `NAME.parquet` and, once that is whole, `NAME.done`, its SHA-256."""

    path: Path

    def file(self, shard: Shard) -> Path:
        """The shard's readings."""
        return self.path / f"{shard.name}.parquet"

    def marker(self, shard: Shard) -> Path:
        """What says that they are whole."""
        return self.path / f"{shard.name}.done"

    def has(self, shard: Shard) -> bool:
        """Whether the shard has been read: its file is there and has the digest that its marker says."""
        try:
            said = self.marker(shard).read_text(encoding="ascii").strip()
            with self.file(shard).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == said
        except (OSError, ValueError):
            return False

    def keep(self, shard: Shard, outcomes: Sequence[Outcome]) -> None:
        """Write the shard's readings and its marker; OSError where they cannot be written."""
        self.path.mkdir(parents=True, exist_ok=True)
        with replacing(self.file(shard)) as path:
            write_outcomes(path, outcomes)
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
        with replacing(self.marker(shard)) as path:
            path.write_text(digest + "\n", encoding="ascii")


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Another name to write to; what was written is brought to disk and takes the place of `path`, or is taken away."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(descriptor)
    beside = Path(name)
    try:
        yield beside
        with beside.open("rb") as file:
            os.fsync(file.fileno())
        beside.chmod(0o644)
        beside.replace(path)
        sync(path.parent)
    finally:
        beside.unlink(missing_ok=True)


def sync(folder: Path) -> None:
    """Bring a folder's names to disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class Run:
    """The shards of one run: `finish` has all of them read, `outcomes` gives what was read."""

    def __init__(self, shards: Iterable[Shard], folder: Folder) -> None:
        self.coming = iter(shards)
        self.folder = folder
        self.shards: list[Shard] = []
        self.failures: dict[str, Failure] = {}
        self.known = 0

    def finish(self, mapper: Mapper, read: Callable[[Shard], None]) -> Iterator[tuple[Shard, Failure | None]]:
        """Have every shard read that has not been; a pair for each attempt that ends, with what it failed of.

        Shards are cut while others are being read. Those that fail are tried again when the others are through.
        """
        waiting: Iterable[Shard] = self.unread()
        for _ in range(ATTEMPTS):
            given: list[Shard] = []
            self.failures = {}
            answers = mapper.map(read, noted(waiting, given))
            for turn, answer in enumerate(answers):
                failure = answer if isinstance(answer, Failure) else None
                if failure:
                    self.failures[given[turn].name] = failure
                yield given[turn], failure
            waiting = [shard for shard in given if shard.name in self.failures]
            if not waiting:
                return

    def unread(self) -> Iterator[Shard]:
        """The shards that have no marker yet."""
        for shard in self.coming:
            self.shards.append(shard)
            if self.folder.has(shard):
                self.known += 1
            else:
                yield shard

    def outcomes(self) -> Iterator[Outcome]:
        """What was read, in the order of the inputs; a Rejection for each file of a shard that could not be read at all."""
        for shard in self.shards:
            if failure := self.failures.get(shard.name):
                yield from (lost(piece, failure) for piece in shard.pieces)
            else:
                yield from read_outcomes([self.folder.file(shard)])


def noted(shards: Iterable[Shard], given: list[Shard]) -> Iterator[Shard]:
    """The same shards, and a note of each that is taken."""
    for shard in shards:
        given.append(shard)
        yield shard


def lost(piece: Piece | Rejection, failure: Failure) -> Rejection:
    """What is missing of a file, and why."""
    if isinstance(piece, Rejection):
        return piece
    stretch = "" if piece.count is None else f" to {piece.first + piece.count:,}"
    message = (
        f"items {piece.first + 1:,}{stretch or ' and all that follow'} are missing, tried {ATTEMPTS} times: "
        f"{failure.message}; run the same command again, or cut out what cannot be read"
    )
    return Rejection(kind=failure.kind, message=message, path=piece.path)
