"""Web archives (WARC, plain or gzip): the HTML responses in them, as a stream."""

import zlib
from collections.abc import Generator, Iterator
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from sayso.ingest.http import read_head
from sayso.ingest.limits import Limits
from sayso.ingest.original import Form, Original
from sayso.model.document import Cut, Rejection

STEP = 1 << 20  # bytes that are skipped at a time
PIECE = 64 << 10  # packed bytes that are read at a time
FREE = 64 << 20  # unpacked bytes up to which no ratio is looked at: a short archive of one dull page may pack very well
DIGESTS = {"block": "WARC-Block-Digest", "payload": "WARC-Payload-Digest"}
PANIC = "pyo3_runtime"  # a fault in the Rust of the archive reader comes as a BaseException of this module


class Unpacked:
    """The archive's bytes, unpacked where they are gzip; its file need not be one that can be wound back.

    What is wrong with the bytes ends the stream and is said in `trouble` (kind and message): the reader of the records shows
    no difference between an archive that ends and one that was cut off.
    """

    def __init__(self, stream: BinaryIO, ratio: int) -> None:
        self.stream = stream
        self.ratio = ratio
        self.packed = self.unpacked = 0
        self.trouble: tuple[str, str] | None = None
        self.rest = stream.read(PIECE)
        self.packed += len(self.rest)
        self.member = zlib.decompressobj(zlib.MAX_WBITS | 16) if self.rest[:2] == b"\x1f\x8b" else None

    def read(self, size: int = -1) -> bytes:
        """At most so many unpacked bytes; none at the end."""
        size = PIECE if size < 0 else size
        while not self.trouble:
            ended = False
            if not self.rest:
                self.rest = self.stream.read(PIECE)
                self.packed += len(self.rest)
                ended = not self.rest
            if piece := self.unpack(size):
                self.unpacked += len(piece)
                if self.unpacked > FREE and self.unpacked > self.ratio * self.packed:
                    self.trouble = ("bomb", f"unpacks to more than {self.ratio} times its size, as no texts do")
                return piece
            if ended:  # a piece of the file may end within a member's head, which unpacks to nothing
                if self.member and not self.member.eof:
                    self.trouble = ("damaged", "the file ends within a gzip member: fetch the archive again if you can")
                break
        return b""

    def unpack(self, size: int) -> bytes:
        """The next bytes of what has been read of the file; none where more of it is needed."""
        if not self.member:
            piece, self.rest = self.rest[:size], self.rest[size:]
            return piece
        if self.member.eof:
            if not self.rest.strip(b"\0"):  # some writers fill up their last block
                self.rest = b""
                return b""
            self.member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            piece = self.member.decompress(self.rest, size)
        except zlib.error as error:
            self.trouble = ("damaged", f"{error}: fetch the archive again if you can")
            return b""
        self.rest = self.member.unused_data if self.member.eof else self.member.unconsumed_tail
        return piece

    def tell(self) -> int:
        """How many unpacked bytes have been given out."""
        return self.unpacked

    def seek(self, offset: int, whence: int = 0) -> int:
        """Never: an archive is a stream."""
        raise OSError(f"a stream cannot be wound to {offset} ({whence})")

    def close(self) -> None:
        """The file is its opener's to close."""


class Archive:
    """One archive on its way through."""

    def __init__(self, stream: BinaryIO, path: str | None, limits: Limits) -> None:
        self.bytes = Unpacked(stream, limits.ratio)
        self.path = path
        self.limits = limits
        self.records = 0
        self.pages = 0

    def originals(self) -> Iterator[Original | Rejection]:
        """Each page of the archive; at its end, or where it cannot be read on, a Rejection says what is missing."""
        trouble = None
        try:
            for record in ArchiveIterator(self.bytes, parse_http=False, stream_detect=False):
                self.records += 1
                if self.records > self.limits.records:
                    trouble = ("too-large", f"more than {self.limits.records:,} records; split the archive")
                    break
                trouble = yield from self.page(record)
        except (OSError, ValueError, EOFError) as error:
            trouble = ("damaged", f"{error}; fetch the archive again if you can")
        except BaseException as error:
            if type(error).__module__ != PANIC:
                raise
            trouble = ("damaged", f"the archive reader gave up: {error}")
        if trouble := self.bytes.trouble or trouble:
            message = f"read up to record {self.records} (byte {self.bytes.packed:,}), {self.pages} pages: {trouble[1]}"
            yield Rejection(kind=trouble[0], message=message, path=self.path)
        elif not self.pages:
            message = f"holds no page: {self.records} records, none of them a successful HTML response"
            yield Rejection(kind="no-text", message=message, path=self.path)

    def page(self, record: WarcRecord) -> Generator[Original, None, tuple[str, str] | None]:
        """The page in a record, if there is one; and what is wrong where the archive ends in it."""
        response = record.record_type == WarcRecordType.response
        block = bytes(record.reader.read(self.limits.record + 1)) if response else b""
        length = len(block)
        while step := record.reader.consume(STEP):
            length += step
        missing = record.content_length - length
        head = read_head(block)
        if head and head.is_page and not (self.bytes.trouble and self.bytes.trouble[0] == "bomb"):
            self.pages += 1
            yield self.original(record, block, whole=length == len(block) and not missing)
        if missing or "Content-Length" not in record.headers:
            return ("damaged", f"the file ends within this record, {missing:,} bytes are missing")
        return None

    def original(self, record: WarcRecord, block: bytes, *, whole: bool) -> Original:
        """The archived response with what its record says of it."""
        headers = record.headers
        known = {"url": headers.get("WARC-Target-URI"), "fetched_at": headers.get("WARC-Date")}
        known = {name: value.strip("<>") for name, value in known.items() if value}
        reason = f"only the first {len(block):,} of the record's {record.content_length:,} bytes could be read"
        return Original(
            form=Form.HTTP,
            raw=block,
            path=self.path,
            limits=self.limits,
            external_id=(headers.get("WARC-Record-ID") or "").strip("<>") or None,
            known=known,
            found_in=dict.fromkeys(known, "WARC header"),
            cuts=() if whole else (Cut(reason=reason, start=len(block), end=None),),
            digests={part: value for part, name in DIGESTS.items() if whole and (value := headers.get(name))},
        )
