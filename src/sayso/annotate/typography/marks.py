"""Quotation marks: where they stand, which ways they may face, and which of them are apostrophes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.lexicons import words_of

# Two straight or curly apostrophes and two grave accents are double marks that a typesetter lost. A single mark inside a
# word is an apostrophe and no candidate.
MARK = re.compile(r"""''|``|‘‘|’’|["“”„‟«»]|(?<!\w)['‘‚‛’‹›]|['’‘‹›](?!\w)""")
KINDS = {"''": '"', "``": '"', "‘‘": "“", "’’": "”", "‟": "“", "‛": "‘", "‚": "‘"}
DOUBLE = '"“”„«»'
APOSTROPHES = "'‘’"
WORD = re.compile(r"[^\W_]+")
YEARS = re.compile(r"\d\ds?")
# The longest word that an apostrophe opens; "nother" has six letters.
LONGEST_ELISION = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in the text: its kind, and which ways its neighbours let it face."""

    start: int
    end: int
    kind: str
    may_open: bool
    may_close: bool
    after_stop: bool

    @property
    def double(self) -> bool:
        """Whether it is a double mark, an angle one among them."""
        return self.kind in DOUBLE


def marks_in(text: str, start: int, end: int) -> list[Mark]:
    """The quotation marks of a paragraph, apostrophes left out."""
    marks = list(_candidates(text, start, end))
    singles = [index for index, mark in enumerate(marks) if mark.kind in APOSTROPHES]
    if not singles:
        return marks
    partners = _partners(text, marks, singles)
    return [
        mark
        for index, mark in enumerate(marks)
        if mark.kind not in APOSTROPHES or index in partners or (mark.kind == "‘" and mark.start == start)
    ]


def _candidates(text: str, start: int, end: int) -> Iterator[Mark]:
    for match in MARK.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        yield Mark(
            match.start(),
            match.end(),
            KINDS.get(match[0], match[0]),
            may_open=not before.isalnum() and before not in ".,!?;%)]" and _may_begin(text, match.end(), end),
            may_close=not before.isspace() and not after.isalnum() and before not in "([",
            after_stop=before in ".,!?…;—–-",
        )


def _may_begin(text: str, at: int, end: int) -> bool:
    """Whether a quotation may begin with what stands at a place: no blank and no stop, unless it is three dots."""
    return at < end and not text[at].isspace() and (text[at] not in ".,;:!?)]" or text.startswith("...", at))


def _partners(text: str, marks: list[Mark], singles: list[int]) -> set[int]:
    """Indices of single marks that pair up: each opening one with the surest closing one before the next opening one."""
    partners: set[int] = set()
    opening: int | None = None
    weak: int | None = None
    for index in singles:
        mark = marks[index]
        if mark.may_open and not _elides(text, mark):
            partners |= _pair(opening, weak)
            opening, weak = index, None
        elif opening is not None and mark.may_close and mark.kind != "‘":
            if mark.after_stop or not _possesses(text, mark):
                partners |= _pair(opening, index)
                opening = weak = None
            elif weak is None:
                weak = index
    return partners | _pair(opening, weak)


def _pair(opening: int | None, closing: int | None) -> set[int]:
    return set() if opening is None or closing is None else {opening, closing}


def _possesses(text: str, mark: Mark) -> bool:
    """Whether the mark may end a plural possessive: after an s, before a word."""
    following = text[mark.end : mark.end + 2]
    return text[mark.start - 1 : mark.start] in tuple("sSzx") and following[:1] == " " and following[1:].isalnum()


def _elides(text: str, mark: Mark) -> bool:
    """Whether the mark stands for letters left out: ’90s, ’em, ’tis."""
    word = WORD.match(text, mark.end, mark.end + LONGEST_ELISION)
    if word is None:
        return mark.kind == "'" and text[mark.end : mark.end + 1] not in tuple('"“')
    return mark.kind == "’" or word[0].lower() in words_of("elisions", "words") or YEARS.fullmatch(word[0]) is not None
