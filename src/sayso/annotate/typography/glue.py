"""Two texts that were run together without a blank where a page was taken apart: "Polish AirspacePoland's army said"."""

import re

from sayso.model.document import Document, Span

GLUE = re.compile(r"(?<![\w#@.])[^\W\d_]?[a-z]{2,20}(?=[A-Z][a-z]{2})")
WORD = re.compile(r"[^\W\d_]+")


def unglued(document: Document, span: Span) -> Span:
    """What is left of a span behind the last place in it where two texts were run together; all of it where there is none.

    A crosshead ends and a paragraph begins inside a word that stands once in the text, and both halves stand in it as words
    too. Names that are written so stand there more than once, or have halves that do not ("YouTube", "MacDougall"): of 324 words
    with a capital inside in PolNeAR's train and dev parts 10 are taken for two; 7 are two, 2 names of accounts, 1 a paper's.
    """
    start = span.start
    for match in GLUE.finditer(document.text, span.start, span.end):
        if _is_glue(document.text, match.start(), match.end()):
            start = match.end()
    return document.span(start, span.end)


def _is_glue(text: str, start: int, middle: int) -> bool:
    tail = WORD.match(text, middle)
    if tail is None:
        return False
    head, end = text[start:middle], tail.end()
    return (
        text.count(text[start:end]) == 1
        and re.search(rf"\b{re.escape(head)}\b", text, re.IGNORECASE) is not None
        and re.search(rf"\b{re.escape(tail[0])}\b", text) is not None
    )
