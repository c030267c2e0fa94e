"""The article itself in a terminal: who speaks is marked under the words, the claims are numbered in the margin."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from rich.console import Console
from rich.text import Text

from sayso.cli.folding import columns, cuts, folded
from sayso.cli.terminal import OBEYED, printable, put
from sayso.model.attribution import QuoteType
from sayso.model.document import Span
from sayso.model.reading import Reading

# A layer is its mark: the shape says what it is, with or without a terminal's styles. Later ones are drawn over earlier ones.
INDIRECT, DIRECT, SOURCE, CUE, HEDGE = '~"=.^'
STYLES = {" ": "", INDIRECT: "underline", DIRECT: "underline", SOURCE: "bold", CUE: "italic", HEDGE: "bold underline"}
LEGEND = ((SOURCE, "source"), (CUE, "cue"), (DIRECT, "quoted"), (INDIRECT, "not quoted"), (HEDGE, "hedge"))


def show(reading: Reading, console: Console) -> None:
    """Print the text of the article with its marks; with styles, the marks are the styles themselves."""
    put(console, lines(reading, console.width, styled=not console.no_color))


def lines(reading: Reading, width: int, *, styled: bool) -> Iterator[Text]:
    """Every line: a margin with the numbers of the claims that begin there, the words, and under them their marks."""
    marked, starts = layers(reading), beginnings(reading)
    margin = 2 * len(str(len(reading.claims))) + 3
    title = reading.document.title
    if title and not reading.document.text.lstrip().startswith(title):  # the text of a page begins with it already
        yield from folded(Text(printable(title), style="bold"), width)
        yield Text("")
    for words, offsets in rows(reading.document.text, max(width - margin, 1)):
        first, last = (offsets[0], offsets[-1] + 1) if offsets else (0, 0)
        label = numbers([number for offset in range(first, last) for number in starts.get(offset, ())])
        row = marks(marked, offsets)
        line = Text.assemble((label.ljust(margin), "bold"), dressed(words, row) if styled else words)
        line.rstrip()
        yield line
        if row.strip() and not styled:
            yield Text(" " * margin + under(words, row))
    yield Text("")
    yield from folded(legend(styled=styled), width)


def legend(*, styled: bool) -> Text:
    """What the marks mean."""
    named = (dressed(name, mark * len(name)) if styled else Text(f"{mark} {name}") for mark, name in LEGEND)
    return Text("  ").join(named)


def marks(marked: bytearray, offsets: Sequence[int]) -> str:
    """The marks of the characters at the offsets."""
    if isinstance(offsets, range):  # nothing was left out: the usual case, and the quick one
        return marked[offsets.start : offsets.stop].decode("ascii")
    return bytes(marked[offset] for offset in offsets).decode("ascii")


def layers(reading: Reading) -> bytearray:
    """For every character of the text the mark of the uppermost layer that covers it, or a space."""
    marked = bytearray(b" ") * len(reading.document.text)
    for each in reading.attributions:
        paint(marked, each.content, DIRECT if each.type is QuoteType.DIRECT else INDIRECT)
    for each in reading.attributions:
        paint(marked, each.source, SOURCE)
        paint(marked, each.cue, CUE)
    for claim in reading.claims:
        paint(marked, claim.hedges, HEDGE)
    return marked


def paint(marked: bytearray, spans: Iterable[Span], mark: str) -> None:
    """Lay a mark over the spans."""
    for span in spans:
        marked[span.start : span.end] = mark.encode() * len(span)


def beginnings(reading: Reading) -> dict[int, list[int]]:
    """The numbers of the claims by the character they begin at."""
    found: dict[int, list[int]] = {}
    for number, claim in enumerate(reading.claims, start=1):
        if claim.spans:
            found.setdefault(claim.spans[0].start, []).append(number)
    return found


def numbers(begun: Sequence[int]) -> str:
    """What stands in the margin: `3`, or `3-5` where several claims begin on one line."""
    if not begun:
        return ""
    return str(begun[0]) if len(begun) == 1 else f"{min(begun)}-{max(begun)}"


def rows(text: str, width: int) -> Iterator[tuple[str, Sequence[int]]]:
    """The text in lines of at most `width` columns, each with the offset of every character in it."""
    begin = 0
    for paragraph in text.splitlines(keepends=True):
        shown = printable(paragraph).rstrip(" ")
        offsets = kept(paragraph, begin)
        borders = [0, *cuts(shown, width), len(shown)]
        for low, high in pairwise(borders):
            line = shown[low:high].rstrip(" ")
            yield line, offsets[low : low + len(line)]
        begin += len(paragraph)


def kept(paragraph: str, begin: int) -> Sequence[int]:
    """The offsets of the characters that `printable` keeps; a CRLF is one of them."""
    paragraph = paragraph.removesuffix("\n").removesuffix("\r") + " "
    if not OBEYED.search(paragraph):
        return range(begin, begin + len(paragraph))
    return array("Q", (begin + at for at, each in enumerate(paragraph) if not OBEYED.match(each)))


def dressed(words: str, row: str) -> Text:
    """The words in the styles of their marks."""
    made, at = Text(), 0
    for mark, run in groupby(row):
        length = len(list(run))
        made.append(words[at : at + length], style=STYLES[mark])
        at += length
    return made


def under(words: str, row: str) -> str:
    """The marks under the words, as wide as the characters they stand under."""
    return "".join(mark * columns(character) for character, mark in zip(words, row, strict=True)).rstrip()
