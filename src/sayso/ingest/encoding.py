"""Bytes to text: which encoding, and which bytes were none of it."""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.errors import InputError
from sayso.model.document import Cut

MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDER = {  # labels that browsers take for a larger encoding (WHATWG Encoding Standard, names and labels)
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "ksc5601": "cp949",
}  # fmt: skip
NEVER_DECLARED = ("utf-16", "utf-32", "utf-7")  # a declaration that can be read in ASCII is not in these
LEAST_UTF16, HALF_NUL = 32, 0.4  # bytes, share of NUL: Latin text in UTF-16 has 0.5
SAMPLE = 64 << 10  # bytes around the first non-ASCII ones that the detector sees: it is slow on megabytes
MOST_CUTS = 20  # places named one by one; the rest is named as one
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
TOO_MANY = 0.05  # share of control characters; compressed data has about 10 %, text none
MARKS_1252 = frozenset(b"\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xb0\xb7\xbb\xbd").union(
    range(0xC0, 0x100)
)
FEW = 0.2  # share of non-ASCII bytes of Latin text; Polish and Czech have letters outside the set above and go to the detector
FOREIGN_RUN = re.compile(
    rb"[\xc0-\xff]{3}"
)  # words of another script; no Latin word has three accented letters in a row


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in (with how that is known), and the bytes that stand in it as U+FFFD."""

    text: str
    encoding: str
    how: str
    cuts: tuple[Cut, ...] = ()

    @property
    def found_in(self) -> dict[str, str]:
        """Said where it is not plain UTF-8."""
        return (
            {}
            if (self.encoding, self.how) == ("utf-8", "well-formed")
            else {"encoding": f"{self.encoding}, {self.how}"}
        )


def decode(raw: bytes, declared: Iterable[tuple[str | None, str]] = ()) -> Decoded:
    """The text of some bytes; `declared` are pairs of a label and where it stood. A leading byte order mark is dropped.

    A byte order mark decides, then well-formed UTF-8 (no other text looks like it by chance), then what is declared, then
    what a detector makes of it. Bytes that the encoding does not have become U+FFFD, each place named as a Cut.
    """
    for mark, name in MARKS:
        if raw.startswith(mark):
            return leniently(raw, name, "byte order mark", skip=len(mark))
    if unmarked := unmarked_utf16(raw):
        return leniently(raw, unmarked, "detected by its NULs")
    if (text := strictly(raw, "utf-8")) is not None:
        return Decoded(text, "utf-8", "well-formed")
    for label, where in declared:
        said = codec_name(label)
        if said and not said.startswith(NEVER_DECLARED) and (text := strictly(raw, said)) is not None:
            return Decoded(text, said, where)
    if mostly_utf8(raw):
        return leniently(raw, "utf-8", "damaged")
    return leniently(raw, detect(raw), "detected")


def unmarked_utf16(raw: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is NUL, as of no text in another encoding."""
    if len(raw) < LEAST_UTF16 or raw.count(0) < len(raw) * HALF_NUL:
        return None
    even, odd = raw[::2].count(0), raw[1::2].count(0)
    return "utf-16-le" if not even else "utf-16-be" if not odd else None


def codec_name(label: str | None) -> str | None:
    """Python's name of the encoding that a label means to a browser, or None."""
    try:
        info = codecs.lookup((label or "").strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    name = info.name
    return WIDER.get(name, name) if info._is_text_encoding else None  # noqa: SLF001 - str.decode asks the same


def strictly(raw: bytes, name: str) -> str | None:
    """The text, or None where a byte is not of the encoding."""
    try:
        return raw.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def leniently(raw: bytes, name: str, how: str, skip: int = 0) -> Decoded:
    """The text with something in the place of what is not of the encoding, and where those bytes are.

    A single byte in UTF-8 is most often a quotation mark or letter of Windows-1252 that was pasted in, and is read as that;
    anything else becomes U+FFFD. Both are said.
    """
    places: list[tuple[int, int]] = []

    def note(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        if places and places[-1][1] == error.start + skip:
            places[-1] = (places[-1][0], error.end + skip)
        else:
            places.append((error.start + skip, error.end + skip))
        bad = error.object[error.start : error.end]
        pasted = name == "utf-8" and len(bad) == 1 and bad[0] in MARKS_1252
        return (bad.decode("cp1252") if pasted else "\ufffd"), error.end

    codecs.register_error("sayso.note", note)
    text = str(memoryview(raw)[skip:], name, "sayso.note")
    return Decoded(text, name, how, tuple(name_places(places, name)))


def name_places(places: list[tuple[int, int]], name: str) -> Iterable[Cut]:
    """The places as cuts: the first ones each, the rest together."""
    instead = "read as cp1252, or U+FFFD stands for them" if name == "utf-8" else "U+FFFD stands for them"
    for start, end in places[:MOST_CUTS]:
        yield Cut(reason=f"{end - start} bytes are not {name}; {instead}", start=start, end=end)
    if rest := places[MOST_CUTS:]:
        yield Cut(reason=f"{len(rest)} more places are not {name}; {instead}", start=rest[0][0], end=rest[-1][1])


def mostly_utf8(raw: bytes) -> bool:
    """Whether well-formed sequences outnumber bad bytes: a UTF-8 text that was cut or mixed; chance makes hardly any."""
    text = raw.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for _ in re.finditer(r"[^\x00-\x7f\ufffd]", text))
    return good >= bad


def refuse_binary(raw: bytes) -> None:
    """InputError where so many bytes are control characters that they are none of a text."""
    if len(CONTROLS.findall(raw)) > TOO_MANY * len(raw):
        raise InputError("not-text", "is binary data; expected text: give the text that it holds as .txt in UTF-8")


def detect(raw: bytes) -> str:
    """The likeliest legacy encoding. Little but typographic marks in Latin text is Windows-1252, which no detector can tell."""
    others = raw.translate(None, bytes(range(128)))
    if len(others) <= FEW * len(raw) and set(others) <= MARKS_1252 and not FOREIGN_RUN.search(raw):
        return "cp1252"
    import charset_normalizer  # noqa: PLC0415 - 20 ms that only an undeclared legacy encoding should cost

    first = re.search(rb"[\x80-\xff]", raw)
    start = max(0, (first.start() if first else 0) - SAMPLE // 4)
    best = charset_normalizer.from_bytes(raw[start : start + SAMPLE]).best()
    return (codec_name(best.encoding) if best else None) or "cp1252"
