"""Sentences: where one ends and the next begins, inside paragraphs."""

import re

from sayso.annotate.typography.paragraphs import find_paragraphs
from sayso.lexicons import words_of
from sayso.model.document import Document, Span

# A stop, what may close after it, white space, and what may begin a sentence.
END = re.compile(r"([.!?…]+)([\"'”’»›“)\]]*)\s+(?=[\"'“‘„«»‹(\[–—-]*\s?[^\W_a-zß-öø-ÿ])")
# "HARLE, May 4 (Northern Wire) - ", "HARLE — ": where a report was filed, before its first sentence. Without a day or an agency
# the sentence has to begin behind it ("NATO — which met in Harle — said" has no dateline).
DATELINE = re.compile(
    r"[A-Z]{2}[A-Z .'’/-]{0,30}(?:, [^\W\d_][\w .'’]{0,24})?"
    r"(?:(?:, [^\W\d_]{3,9}\.? \d{1,2}| ?\([^()\n]{1,40}\))+ ?(?:[—–]|--?)|(?: ?—| –| --?)(?=\s*[\"“‘'«„]?[A-Z]))\s*"
)
# The word before the stop, with the dots inside it ("U.S", "p.m").
LAST_WORD = re.compile(r"[^\s\"'“”‘’(\[]+$")
LONGEST_WORD = 24


def find_sentences(document: Document) -> tuple[Span, ...]:
    """The sentences in order; headlines, captions and datelines without a stop count as sentences."""
    return tuple(document.span(start, end) for start, end in sentence_bounds(document.text))


def sentence_bounds(text: str) -> list[tuple[int, int]]:
    """Half-open (start, end) of each sentence."""
    bounds = []
    for start, end in find_paragraphs(text):
        last = start
        if dateline := DATELINE.match(text, start, end):
            bounds.append((start, start + len(dateline[0].rstrip())))
            last = dateline.end()
        for match in END.finditer(text, last, end):
            if match[1] != "." or not _abbreviates(text, match):
                bounds.append((last, match.end(2)))
                last = match.end()
        bounds.append((last, end))
    return bounds


def _abbreviates(text: str, stop: re.Match[str]) -> bool:
    """Whether the dot belongs to the word before it and the sentence goes on."""
    if stop[2]:
        return False
    word = LAST_WORD.search(text, max(0, stop.start() - LONGEST_WORD), stop.start())
    if word is None:
        return False
    lower = word[0].lower()
    if lower in words_of("abbreviations", "before_a_name"):
        return True
    if len(lower) == 1 and word[0].isupper():
        return True
    following = text[stop.end() : stop.end() + LONGEST_WORD].split(maxsplit=1)
    begins = following[0].strip("\"'“‘(").lower() if following else ""
    return lower in words_of("abbreviations", "anywhere") and begins not in words_of(
        "abbreviations", "sentence_openers"
    )
