"""Which words of a text are its own: neither inside quotation marks nor there to bring a quotation."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.relate.copying.words import Words

PARAGRAPH = re.compile(r"[^\n]+")
MARKS = re.compile('["“”„«»]')
CLOSED_BY = {'"': '"”“', "“": '”"', "„": '“”"', "«": "»", "»": "«", "”": '”"'}
SENTENCE_END = re.compile(r"[.!?…。！？]+[\"”“»’')\]]*(?=\s|$)|\n")
# Words in quotation marks that make a sentence one that quotes; shorter ones are titles and scare quotes.
QUOTING = 6
BLOCK = 8  # words in a row that are a block when they come again; shorter ones are phrases


@dataclass(frozen=True, slots=True)
class Own:
    """One byte per word: `unquoted` words stand outside quotation marks, `plain` ones in sentences that quote nothing."""

    unquoted: bytes
    plain: bytes


def find_own(text: str, words: Words) -> Own:
    """Which words count as a text's own. A sentence at least half of which is quoted has none outside the marks either.

    Double and angle marks, by paragraph; a mark that nothing closes in its paragraph is no quotation. Linear.
    """
    unquoted = bytearray(b"\1" * len(words))
    for start, end in _quotations(text):
        first, last = bisect_left(words.starts, start), bisect_left(words.starts, end)
        unquoted[first:last] = bytes(last - first)
    plain = bytearray(unquoted)
    for first, last in _sentences(text, words):
        own = sum(unquoted[first:last])
        quoted = last - first - own
        if quoted >= QUOTING:
            plain[first:last] = bytes(last - first)
            if quoted >= own:
                unquoted[first:last] = bytes(last - first)
    for place in _repeats(words.folded):
        unquoted[place] = plain[place] = 0
    return Own(bytes(unquoted), bytes(plain))


def _repeats(folded: tuple[str, ...]) -> Iterator[int]:
    """The words of blocks that stood in the text before."""
    seen: set[tuple[str, ...]] = set()
    after = 0
    for place, block in enumerate(zip(*(folded[step:] for step in range(BLOCK)), strict=False)):
        if block in seen:
            yield from range(max(after, place), place + BLOCK)
            after = place + BLOCK
        seen.add(block)


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    for paragraph in PARAGRAPH.finditer(text):
        opened: int | None = None
        for mark in MARKS.finditer(text, *paragraph.span()):
            if opened is None:
                opened = mark.start()
            elif mark.group() in CLOSED_BY[text[opened]]:
                yield opened, mark.end()
                opened = None


def _sentences(text: str, words: Words) -> Iterator[tuple[int, int]]:
    first = 0
    for end in SENTENCE_END.finditer(text):
        last = bisect_left(words.starts, end.end())
        if last > first:
            yield first, last
        first = last
    if first < len(words):
        yield first, len(words)
