"""Web archives (WARC, plain or gzip): the HTML responses in them, as a stream."""

from collections.abc import Iterator
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from sayso.ingest.http import read_head
from sayso.ingest.limits import Limits
from sayso.ingest.original import Form, Original
from sayso.model.document import Cut, Rejection

STEP = 1 << 20  # bytes that are skipped at a time
FREE = 64 << 20  # unpacked bytes up to which no ratio is looked at: a short archive of one dull page may pack very well
PANIC = "pyo3_runtime"  # a fault in the Rust of the archive reader comes as a BaseException of this module
DIGESTS = {"block": "WARC-Block-Digest", "payload": "WARC-Payload-Digest"}


class Metered:
    """The archive's file, counting what has been read of it; it need not be one that can be wound back."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        """So many bytes of the file."""
        piece = self.stream.read(size)
        self.count += len(piece)
        return piece

    def tell(self) -> int:
        """How far it has been read."""
        return self.count

    def seek(self, offset: int, whence: int = 0) -> int:
        """Never: an archive is a stream."""
        raise OSError(f"a stream cannot be wound to {offset} ({whence})")

    def close(self) -> None:
        """The file is its opener's to close."""


class Bomb(Exception):
    """The archive unpacks to far more than an archive of texts can."""


class Archive:
    """One archive on its way through."""

    def __init__(self, stream: BinaryIO, path: str | None, limits: Limits) -> None:
        self.file = Metered(stream)
        self.path = path
        self.limits = limits
        self.unpacked = 0
        self.records = 0
        self.pages = 0

    def originals(self) -> Iterator[Original | Rejection]:
        """Each page of the archive; at its end, or where it cannot be read on, a Rejection says what is missing."""
        try:
            for record in ArchiveIterator(self.file, parse_http=False):
                self.records += 1
                if self.records > self.limits.records:
                    yield self.stopped("too-large", f"more than {self.limits.records:,} records; split the archive")
                    return
                yield from self.page(record)
        except Bomb:
            message = f"unpacks to more than {self.limits.ratio} times its size, as no texts do; unpack it with care"
            yield self.stopped("bomb", message)
        except (OSError, ValueError, EOFError) as error:
            yield self.stopped("damaged", f"{error}; fetch the archive again if you can")
        except BaseException as error:
            if type(error).__module__ != PANIC:
                raise
            yield self.stopped("damaged", f"the archive reader gave up: {error}")
        else:
            if not self.pages:
                message = f"holds no page: {self.records} records, none of them a successful HTML response"
                yield Rejection(kind="no-text", message=message, path=self.path)

    def page(self, record: WarcRecord) -> Iterator[Original | Rejection]:
        """The page in a record, if there is one."""
        if record.record_type != WarcRecordType.response:
            self.skip(record)
            return
        block = bytes(record.reader.read(self.limits.record + 1))
        self.count(len(block))
        rest = self.skip(record)
        head = read_head(block)
        if head is None or not head.is_page:
            return
        self.pages += 1
        cuts: tuple[Cut, ...] = ()
        if missing := record.content_length - len(block) - rest:
            reason = f"the archive ends within this record: {missing:,} of {record.content_length:,} bytes are missing"
            cuts = (Cut(reason=reason, start=len(block), end=None),)
        headers = record.headers
        known = {"url": headers.get("WARC-Target-URI"), "fetched_at": headers.get("WARC-Date")}
        known = {name: value.strip("<>") for name, value in known.items() if value}
        yield Original(
            form=Form.HTTP,
            raw=block,
            path=self.path,
            external_id=(headers.get("WARC-Record-ID") or "").strip("<>") or None,
            known=known,
            found_in=dict.fromkeys(known, "WARC header"),
            cuts=cuts,
            digests={}
            if cuts or rest
            else {part: value for part, name in DIGESTS.items() if (value := headers.get(name))},
        )
        if cuts:
            yield self.stopped("damaged", "the file ends within its last record")

    def skip(self, record: WarcRecord) -> int:
        """Pass over what is left of a record; how many bytes that was."""
        passed = 0
        while step := record.reader.consume(STEP):
            passed += step
            self.count(step)
        return passed

    def count(self, size: int) -> None:
        """Mind the ratio of unpacked to packed bytes."""
        self.unpacked += size
        if self.unpacked > FREE and self.unpacked > self.limits.ratio * self.file.count:
            raise Bomb

    def stopped(self, kind: str, message: str) -> Rejection:
        """Say how far the archive could be read."""
        message = f"read up to record {self.records} (about byte {self.file.count:,}), {self.pages} pages: {message}"
        return Rejection(kind=kind, message=message, path=self.path)
