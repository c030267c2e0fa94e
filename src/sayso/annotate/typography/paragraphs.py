"""Paragraphs: the stretches that no quotation and no sentence runs out of."""

import re

BREAK = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
BLANK = re.compile(
    r"(?:\r\n?|[\n\x0b\x0c\x85\u2028\u2029])(?:[^\S\r\n\x0b\x0c\x85\u2028\u2029]*(?:\r\n?|[\n\x0b\x0c\x85\u2028\u2029]))+"
)
# A text counts as hard-wrapped where most of its single line breaks stand inside a sentence after a line of this many characters.
WRAPPED_WIDTHS = range(40, 101)
STOPS = ".!?:;\"'”’»)…"


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """Half-open (start, end) of each paragraph, white space at its ends left out, in order.

    A blank line parts paragraphs. So does a single line break, unless the text is hard-wrapped (mail, terminals), where
    only a break after a stop does.
    """
    blocks = _split(text, 0, len(text), BLANK)
    breaks = [(start, match) for start, end in blocks for match in BREAK.finditer(text, start, end)]
    if not breaks:
        return [block for block in (_trimmed(text, *block) for block in blocks) if block]
    wrapped = _is_wrapped(text, breaks)
    return [
        line
        for start, end in blocks
        for line in (_trimmed(text, *line) for line in (_lines(text, start, end) if not wrapped else [(start, end)]))
        if line
    ]


def _split(text: str, start: int, end: int, at: re.Pattern[str]) -> list[tuple[int, int]]:
    parts, last = [], start
    for match in at.finditer(text, start, end):
        parts.append((last, match.start()))
        last = match.end()
    return [*parts, (last, end)]


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return _split(text, start, end, BREAK)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _is_wrapped(text: str, breaks: list[tuple[int, re.Match[str]]]) -> bool:
    inside, last = 0, -1
    for start, match in breaks:
        width = match.start() - max(start, last)
        last = match.end()
        before = text[max(0, match.start() - 1) : match.start()]
        inside += width in WRAPPED_WIDTHS and before not in STOPS
    return inside * 2 > len(breaks)
