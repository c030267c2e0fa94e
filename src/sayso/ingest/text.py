"""A text file: its characters are the document, one for one."""

from typing import BinaryIO

from sayso.errors import InputError
from sayso.ingest.encoding import decode, refuse_binary
from sayso.ingest.limits import Limits
from sayso.model.document import Cut, Document

NEAR = 64 << 10  # bytes before the limit in which a line end is looked for
WIDE = {b"\xff\xfe", b"\xfe\xff", b"\0\0"}  # how UTF-16 and UTF-32 begin
CONTINUES = 0x80  # the first of the 64 bytes that go on with a character of UTF-8


def read_text(stream: BinaryIO, path: str | None, limits: Limits) -> Document:
    """The document of a text file: a leading byte order mark is dropped, everything else stays, CRLF and NUL too."""
    raw = stream.read(limits.text + 1)
    cuts: tuple[Cut, ...] = ()
    if len(raw) > limits.text:
        end = whole_end(raw, limits.text)
        raw = raw[:end]
        cuts = (
            Cut(reason=f"longer than {limits.text >> 20} MiB: the rest was not read; split it", start=end, end=None),
        )
    decoded = decode(raw)
    if decoded.how in {"detected", "damaged"}:  # in a known encoding control characters are the author's
        refuse_binary(raw)
    if not decoded.text.strip("\0"):
        raise InputError("empty", "holds no characters; expected a text")
    return Document(text=decoded.text, path=path, found_in=decoded.found_in, cuts=(*decoded.cuts, *cuts))


def whole_end(raw: bytes, limit: int) -> int:
    """Where to cut: after a line that ends near the limit, or else between two characters of UTF-8, 16 or 32."""
    wide = raw[:2] in WIDE
    line_end = -1 if wide else raw.rfind(b"\n", limit - NEAR, limit)
    if line_end >= 0:
        return line_end + 1
    end = limit - limit % 4
    while not wide and end > limit - 8 and CONTINUES <= raw[end] < CONTINUES + 64:
        end -= 1
    return end
