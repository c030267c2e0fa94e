"""What a user names, as documents: the Ingest port."""

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import BinaryIO

from sayso.errors import InputError
from sayso.ingest.extract import extract
from sayso.ingest.files import find_files, unreachable
from sayso.ingest.kinds import HEAD, Kind, kind_by_content, kind_by_name, refuse_foreign
from sayso.ingest.limits import STANDARD, Limits
from sayso.ingest.lines import find_records
from sayso.ingest.original import Form, Original
from sayso.ingest.text import read_text
from sayso.model.document import Document, Rejection
from sayso.model.shard import Piece
from sayso.ports.mapper import Failure, Mapper

Found = Document | Rejection | Original


class Inputs:
    """Files, folders and `-`, lazily and in order. Only HTML, feeds and archived pages go through the Mapper.

    A file is what its name's ending says. One of another ending, and standard input, is what its first line begins like:
    a web archive (not packed), a feed, a page, or JSON records; else it is text. Files of formats that hold no plain text
    (PDF, images, packed files) are refused by their first bytes whatever they are called. In folders only known endings
    are read; see `find_files`.
    """

    def __init__(self, mapper: Mapper, limits: Limits = STANDARD, standard_input: BinaryIO | None = None) -> None:
        self.mapper = mapper
        self.limits = limits
        self.standard_input = standard_input

    def documents(self, paths: Iterable[str]) -> Iterator[Document | Rejection]:
        """Documents of files, folders and `-` (standard input), in order; a Rejection in the place of what cannot be read."""
        yield from self.made(item for path in paths for item in self.find(path))

    def within(self, pieces: Iterable[Piece | Rejection]) -> Iterator[Document | Rejection]:
        """Documents of stretches of files, in order; of all pieces that `cut` makes of some paths, those of the paths."""
        yield from self.made(item for piece in pieces for item in self.stretch(piece))

    def made(self, found: Iterable[Found]) -> Iterator[Document | Rejection]:
        """What is found, in order, with documents in the place of originals."""
        for unread, run in groupby(found, key=lambda item: isinstance(item, Original)):
            if unread:
                yield from self.extracted(run)  # type: ignore[arg-type] # told apart by the key
            else:
                yield from run  # type: ignore[misc]

    def find(self, path: str) -> Iterator[Found]:
        """What one path holds, before extraction."""
        if path == "-":
            yield from self.read(self.standard_input or sys.stdin.buffer, None)
            return
        for file in find_files(path):
            if isinstance(file, Rejection):
                yield file
                continue
            yield from self.stretch(Piece(path=file))

    def stretch(self, piece: Piece | Rejection) -> Iterator[Found]:
        """What a stretch of a file holds."""
        if isinstance(piece, Rejection):
            yield piece
            return
        try:
            with open(piece.path, "rb", buffering=HEAD) as stream:  # noqa: PTH123 - a path may hold any bytes
                yield from self.read(stream, piece.path, piece)
        except OSError as error:
            yield unreachable(piece.path, error)

    def read(self, stream: BinaryIO, path: str | None, piece: Piece | None = None) -> Iterator[Found]:
        """What an open file holds, or a piece of it."""
        try:
            match kind_of(stream, path):
                case Kind.RECORDS:
                    if piece and piece.offset:
                        stream.seek(piece.offset)
                    yield from find_records(stream, path, self.limits, piece)
                case Kind.HTML:
                    yield Original(form=Form.HTML, raw=stream.read(self.limits.html + 1), path=path, limits=self.limits)
                case Kind.FEED:
                    yield Original(form=Form.FEED, raw=self.feed(stream), path=path, limits=self.limits)
                case Kind.ARCHIVE:
                    from sayso.ingest.archive import Archive  # noqa: PLC0415 - 20 ms that only an archive should cost

                    pages = Archive(stream, path, self.limits).originals()
                    yield from pages if piece is None else islice(pages, piece.first, end_of(piece))
                case _:
                    yield read_text(stream, path, self.limits)
        except InputError as error:
            yield Rejection(kind=error.kind, message=str(error), path=path)

    def feed(self, stream: BinaryIO) -> bytes:
        """The bytes of a feed; InputError where they are too many, for half a feed is none."""
        raw = stream.read(self.limits.feed + 1)
        if len(raw) > self.limits.feed:
            raise InputError("too-large", f"is a feed of more than {self.limits.feed >> 20} MiB; split it")
        return raw

    def extracted(self, originals: Iterable[Original]) -> Iterator[Document | Rejection]:
        """What workers make of the originals, in order."""
        sent: deque[tuple[str | None, str | None]] = deque()

        def noted() -> Iterator[Original]:
            for original in originals:
                sent.append((original.path, original.external_id))
                yield original

        for answer in self.mapper.map(extract, noted()):
            path, external_id = sent.popleft()
            if isinstance(answer, Failure):
                message = (
                    f"{answer.message}: it was left out, the others are not concerned; save the article's text as .txt"
                )
                yield Rejection(kind=answer.kind, message=message, path=path, external_id=external_id)
            else:
                yield from answer


def kind_of(stream: BinaryIO, path: str | None) -> Kind:
    """What an open file is, by its name or its beginning; InputError where that is of a format that holds no plain text."""
    head = stream.peek(HEAD)[:HEAD]  # type: ignore[attr-defined]
    kind = (kind_by_name(path) if path else None) or kind_by_content(head)
    if kind is not Kind.ARCHIVE:
        refuse_foreign(head)
    return kind


def end_of(piece: Piece) -> int | None:
    """The item before which a piece ends; None where it goes to the end of its file."""
    return None if piece.count is None else piece.first + piece.count
