"""Quotations that are set as a paragraph of their own, without marks, behind a line that ends in a verb of saying and a colon."""

from collections.abc import Iterator

from sayso.annotate.reporting.cue_lexicon import cue_lexicon
from sayso.model.attribution import CueKind
from sayso.model.document import Document, Span

SAID = frozenset({CueKind.SPEECH, CueKind.WRITING})
LAST = 80  # code points before the colon in which the verb of saying stands: "The governor added:"
WORDS = 6


def find_blocks(document: Document) -> Iterator[Span]:
    """The paragraphs that a line such as "The governor added:" hands over to its source, in order.

    A paragraph with a quotation mark at its head is left to the reader of quotations. Linear in the text.
    """
    text, start, announced = document.text, 0, False
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            if announced and words[0].isalnum():
                yield document.span(start, start + len(line.rstrip()))
            announced = words.endswith(":") and _is_said(words[-LAST:-1])
        start += len(line)


def _is_said(words: str) -> bool:
    """Whether a verb of saying stands among the last words."""
    return any(cue_lexicon().kinds.get(word.strip(",.;“”\"'").lower()) in SAID for word in words.split()[-WORDS:])
