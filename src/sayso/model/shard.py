"""What a worker reads in one go: stretches of files."""

from dataclasses import dataclass

from sayso.model.document import Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of one file: from its item `first` (from 0) on `count` items, None for all that follow.

    Items are lines of JSONL, which begin at byte `offset`, or pages of a web archive; any other file is one item.
    """

    path: str
    first: int = 0
    count: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """What one worker reads in one go, in order; a Rejection is what was met in place of a file. `name` says its turn."""

    name: str
    pieces: tuple[Piece | Rejection, ...]
