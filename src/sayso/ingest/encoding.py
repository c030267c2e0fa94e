"""Bytes to text: which encoding, and which bytes were none of it."""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

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
SAMPLE = 64 << 10  # bytes around the first non-ASCII ones that the detector sees: it is slow on megabytes
MOST_CUTS = 20  # places named one by one; the rest is named as one
DAMAGED = 8  # well-formed sequences per bad one from which a text counts as damaged UTF-8 and not as another encoding
MARKS_1252 = frozenset(b"\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xb0\xb7\xbb\xbd")
FEW = 0.02  # share of non-ASCII bytes below which a detector has too little to go by; English prose has about 1 %


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
    if (text := strictly(raw, "utf-8")) is not None:
        return Decoded(text, "utf-8", "well-formed")
    for label, where in declared:
        said = codec_name(label)
        if said and (text := strictly(raw, said)) is not None:
            return Decoded(text, said, where)
    if mostly_utf8(raw):
        return leniently(raw, "utf-8", "damaged")
    return leniently(raw, detect(raw), "detected")


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
    """The text with U+FFFD for what is not of the encoding, and where those bytes are."""
    places: list[tuple[int, int]] = []

    def note(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        if places and places[-1][1] == error.start + skip:
            places[-1] = (places[-1][0], error.end + skip)
        else:
            places.append((error.start + skip, error.end + skip))
        return "\ufffd", error.end

    codecs.register_error("sayso.note", note)
    text = str(memoryview(raw)[skip:], name, "sayso.note")
    return Decoded(text, name, how, tuple(name_places(places, name)))


def name_places(places: list[tuple[int, int]], name: str) -> Iterable[Cut]:
    """The places as cuts: the first ones each, the rest together."""
    for start, end in places[:MOST_CUTS]:
        yield Cut(reason=f"{end - start} bytes are not {name}; U+FFFD stands for them", start=start, end=end)
    if rest := places[MOST_CUTS:]:
        yield Cut(
            reason=f"{len(rest)} more places are not {name}; U+FFFD stands for them", start=rest[0][0], end=rest[-1][1]
        )


def mostly_utf8(raw: bytes) -> bool:
    """Whether well-formed sequences outnumber bad ones by far: a UTF-8 text that was cut or mixed, not another encoding."""
    text = raw.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for _ in re.finditer(r"[^\x00-\x7f\ufffd]", text))
    return good >= DAMAGED * bad


def detect(raw: bytes) -> str:
    """The likeliest legacy encoding. Little but typographic marks in Latin text is Windows-1252, which no detector can tell."""
    others = raw.translate(None, bytes(range(128)))
    if len(others) <= FEW * len(raw) and set(others) <= MARKS_1252:
        return "cp1252"
    import charset_normalizer  # noqa: PLC0415 - 20 ms that only an undeclared legacy encoding should cost

    first = re.search(rb"[\x80-\xff]", raw)
    start = max(0, (first.start() if first else 0) - SAMPLE // 4)
    best = charset_normalizer.from_bytes(raw[start : start + SAMPLE]).best()
    return (codec_name(best.encoding) if best else None) or "cp1252"
