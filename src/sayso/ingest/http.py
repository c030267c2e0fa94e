"""An archived HTTP response: its head, its body unpacked within a cap, and its digests held against the archive's."""

import base64
import hashlib
import io
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.errors import InputError

LONGEST_HEAD = 64 << 10  # bytes; servers refuse more than 8 to 64 KiB of headers
CHUNK_HEAD = re.compile(rb"\s{0,4}([0-9a-fA-F]{1,8})[^\r\n]{0,200}\r?\n")
SUCCESS = 2  # the hundreds of HTTP's successes
HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True)
class Head:
    """Status, headers by lower-case name, and where the body begins."""

    status: int
    headers: Mapping[str, str]
    body_at: int

    @property
    def is_page(self) -> bool:
        """Whether the server answered with HTML, and not with an error or a redirection."""
        kind = self.headers.get("content-type", "").split(";")[0].strip().lower()
        return self.status // 100 == SUCCESS and kind in HTML_TYPES

    @property
    def charset(self) -> str | None:
        """The encoding that the server declared."""
        found = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", self.headers.get("content-type", ""), re.IGNORECASE)
        return found[1] if found else None


def read_head(block: bytes) -> Head | None:
    """The head of a response, or None where the block does not begin like one."""
    end = re.search(rb"\r?\n\r?\n", block[:LONGEST_HEAD])
    lines = block[: end.start() if end else 0].decode("latin-1").splitlines()
    status = re.match(r"HTTP/\d(?:\.\d)? (\d{3})", lines[0]) if lines else None
    if not end or not status:
        return None
    pairs = (line.partition(":") for line in lines[1:])
    return Head(int(status[1]), {name.strip().lower(): value.strip() for name, _, value in pairs}, end.end())


def unpack_body(head: Head, block: bytes, most: int) -> bytes:
    """At most `most` + 1 bytes of the body as the server meant it. Archives often hold it unpacked under the packed one's head."""
    body = block[head.body_at :]
    if "chunked" in head.headers.get("transfer-encoding", "").lower():
        body = unchunk(body)
    for coding in reversed(head.headers.get("content-encoding", "").lower().split(",")):
        body = inflate(body, coding.strip(), most + 1)
    return body[: most + 1]


def unchunk(body: bytes) -> bytes:
    """The chunks joined; the body as it is where it does not begin with a chunk."""
    pieces, position = [], 0
    while match := CHUNK_HEAD.match(body, position):
        size = int(match[1], 16)
        pieces.append(body[match.end() : match.end() + size])
        position = match.end() + size
        if size == 0:
            break
    return b"".join(pieces) if position else body


def inflate(body: bytes, coding: str, most: int) -> bytes:
    """At most so many bytes of what a content coding packed; what is not packed stays."""
    if coding in {"gzip", "x-gzip"}:
        return inflate_zlib(body, zlib.MAX_WBITS | 32, most) if body[:2] == b"\x1f\x8b" else body
    if coding == "deflate":
        return inflate_zlib(body, zlib.MAX_WBITS | 32, most) or inflate_zlib(body, -zlib.MAX_WBITS, most) or body
    if coding not in {"br", "zstd"} or body.lstrip()[:1] == b"<":
        return body
    from fastwarc import stream_io  # noqa: PLC0415 - only for these two codings

    reader = {"br": stream_io.BrotliReader, "zstd": stream_io.ZstdReader}[coding](io.BytesIO(body))
    try:
        return bytes(reader.read(most))
    except (OSError, ValueError) as error:
        raise InputError("damaged", f"the page's {coding} coding is damaged: {error}") from error


def inflate_zlib(body: bytes, window: int, most: int) -> bytes:
    """What can be unpacked before the cap, the end or the first fault."""
    pieces, room = [], most
    while body and room > 0:
        unpacker = zlib.decompressobj(window)
        try:
            pieces.append(unpacker.decompress(body, room))
        except zlib.error:
            break
        room -= len(pieces[-1])
        body = unpacker.unused_data
    return b"".join(pieces)


def check_digests(block: bytes, head: Head, digests: Mapping[str, str]) -> dict[str, str]:
    """What comes of holding block and payload against the digests that the archive gives for them."""
    said = {}
    for part, labelled in digests.items():
        algorithm, _, expected = labelled.partition(":")
        name = algorithm.lower().replace("-", "")
        if name not in {"md5", "sha1", "sha256", "sha512"}:
            said[f"{part} digest"] = f"{algorithm}, not checked"
            continue
        found = hashlib.new(name, block if part == "block" else block[head.body_at :], usedforsecurity=False)
        matches = expected.strip().lower() in {found.hexdigest(), base64.b32encode(found.digest()).decode().lower()}
        said[f"{part} digest"] = (
            f"{name}, {'matches' if matches else 'does not match: these are not the bytes archived'}"
        )
    return said
